import type { Interface, InterfaceAddress } from '../model/interface.js'
import type { Open } from '../model/open.js'
import { readAddress } from '../net/address.js'
import { readCidr, readLength } from '../net/cidr.js'
import { maskLength, readIPv4 } from '../net/ipv4.js'
import type { CellKind } from '../text/cell-kind.js'
import type { Row } from '../text/row.js'
import type { Reading } from './format.js'
import type { Output } from './output.js'

/** One interface's block while it is read: what follows the addresses still belongs to them. */
export interface Block {
  readonly head: Open<Interface>
  readonly addresses: Open<InterfaceAddress>[]
}

/** Words of an address line that take a value which is not kept. */
const SKIPPED: ReadonlySet<string> = new Set([
  'advbase',
  'advskew',
  'ipmtu',
  'metric',
  'mtu',
  'pltime',
  'vhid',
  'vltime',
])

/** Words behind an address that say what is special about it. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'alias',
  'anycast',
  'autoconf',
  'autoconfpriv',
  'autoconfprivacy',
  'clat46',
  'deprecated',
  'detached',
  'duplicated',
  'dynamic',
  'no_dad',
  'nud_unreachable',
  'optimistic',
  'prefer_source',
  'private',
  'secured',
  'temporary',
  'tentative',
])

const LENGTH_WORDS = ['netmask', 'prefix', 'prefixlen'] as const
const EXCERPT = 200
const SIX = 54

/** What an address line says behind its address. */
type Details = Pick<
  Open<InterfaceAddress>,
  'attributes' | 'broadcast' | 'peer' | 'prefixLength' | 'scope'
>

/**
 * Reads one address of a block.
 *
 * ```
 *         inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
 *         inet alias 192.0.2.11 netmask 0xffffffff                   NetBSD up to 7
 *         inet 192.0.2.10/24 broadcast 192.0.2.255 flags 0x0         NetBSD 8 and later, FreeBSD -f inet:cidr
 *         inet 192.0.2.10 --> 192.0.2.1 netmask ffffff00             Solaris and HP-UX print no 0x
 *         inet 192.0.2.10/32 -> 192.0.2.1 flags 0                    NetBSD 8 and later
 *         inet6 2001:db8::10 prefixlen 64 autoconf secured
 * ```
 */
export function readAddressLine(out: Output, block: Block): Reading {
  const { row } = out
  const at = row.is(1, 'alias') ? 2 : 1
  const family = row.code(0, -1) === SIX ? 6 : 4
  const text = row.cell(at)
  const read = readCidr(text)
  if (read === undefined || read.family !== family) {
    out.diagnose('bad-address', { text, column: row.cell(0) }, out.span(at, at + 1))
    return 'unparsed'
  }
  const slash = text.includes('/')
  const details: Details = { ...(slash ? { prefixLength: read.length } : {}) }
  readDetails(out, at + 1, details)
  if (details.prefixLength === undefined && !LENGTH_WORDS.some((word) => row.find(word, at) > 0))
    out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the netmask' })
  const { head } = block
  const colon = head.name.indexOf(':')
  const record: Open<InterfaceAddress> = {
    family,
    interface: colon > 0 ? head.name.slice(0, colon) : head.name,
    ...(colon > 0 ? { label: head.name } : {}),
    address: read.cidr.slice(0, read.cidr.indexOf('/')),
    ...(read.zone === undefined ? {} : { zone: read.zone }),
    ...details,
    ...(head.flags === undefined ? {} : { flags: head.flags }),
    ...(head.mac === undefined ? {} : { mac: head.mac }),
    ...(head.loopback === undefined ? {} : { loopback: head.loopback }),
    ...(head.index === undefined ? {} : { index: head.index }),
    span: out.span(),
  }
  block.addresses.push(record)
  out.add(record)
  return 'record'
}

/** True for an address line whose first word is damaged: what stands behind an address stands in no other line. */
export function isAddressRest(row: Row): boolean {
  if (row.is(0, 'tunnel') || row.is(0, 'nd6')) return false
  const at = isAddressKind(row.kind(1)) ? 1 : 2
  if (!isAddressKind(row.kind(at))) return false
  return (
    row.size(0) < 8 &&
    (row.cell(0).startsWith('i') || LENGTH_WORDS.some((word) => row.find(word) > at))
  )
}

function isAddressKind(kind: CellKind): boolean {
  return kind === 'ipv4' || kind === 'cidr4' || kind === 'ipv6' || kind === 'cidr6'
}

/** Words behind the address: some take a value, the others are attributes. */
function readDetails(out: Output, from: number, details: Details): void {
  const { row } = out
  if (row.is(from - 2, 'alias')) addAttributes(details, ['alias'])
  let at = from
  while (at < row.count) {
    const word = row.cell(at)
    const read = VALUES.get(word)
    if (read !== undefined) read(out, at + 1, details)
    else if (ATTRIBUTES.has(word)) addAttributes(details, [word])
    else if (!SKIPPED.has(word))
      out.diagnose('unknown-word', { text: word, column: row.cell(0) }, out.span(at, at + 1))
    at += read !== undefined || SKIPPED.has(word) ? 2 : 1
  }
}

function addAttributes(details: Details, words: readonly string[]): void {
  details.attributes = [...(details.attributes ?? []), ...words]
}

type ReadValue = (out: Output, at: number, details: Details) => void

/** How the value behind a word is read. */
const VALUES: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
  ['-->', readPeer],
  ['->', readPeer],
  ['broadcast', readBroadcast],
  ['destination', readPeer],
  ['flags', readFlags],
  ['netmask', readNetmask],
  ['prefix', readPrefix],
  ['prefixlen', readPrefix],
  ['scopeid', readScope],
])

function readPeer(out: Output, at: number, details: Details): void {
  const peer = addressAt(out, at, 'the peer address')
  if (peer !== undefined) details.peer = peer
}

function readBroadcast(out: Output, at: number, details: Details): void {
  const broadcast = addressAt(out, at, 'the broadcast address')
  if (broadcast !== undefined) details.broadcast = broadcast
}

function addressAt(out: Output, at: number, column: string): string | undefined {
  if (isMissing(out, at, column)) return undefined
  const text = out.row.cell(at)
  const read = readAddress(text)
  if (read === undefined) out.diagnose('bad-address', { text, column }, out.span(at, at + 1))
  return read?.address
}

/** True, with a diagnostic, where the row ends before cell `at`. */
function isMissing(out: Output, at: number, missing: string): boolean {
  if (at < out.row.count) return false
  out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing })
  return true
}

/** Linux names the scope behind its number: `scopeid 0x20<link>`. */
function readScope(out: Output, at: number, details: Details): void {
  const scope = /<(\w+)>$/.exec(out.row.cell(at))?.[1]
  if (scope !== undefined) details.scope = scope
}

/** NetBSD 8 and later: `flags 0x40<autoconf>`, `flags 0x0`. */
function readFlags(out: Output, at: number, details: Details): void {
  const words = /<([\w,]+)>$/.exec(out.row.cell(at))?.[1]
  if (words !== undefined) addAttributes(details, words.toLowerCase().split(','))
}

function readPrefix(out: Output, at: number, details: Details): void {
  if (isMissing(out, at, 'the prefix length')) return
  const text = out.row.cell(at)
  const length = readLength(text, 128)
  if (length >= 0) details.prefixLength = length
  else out.diagnose('bad-length', { text }, out.span(at, at + 1))
}

const HEX_MASK = /^(?:0x)?([0-9a-f]{8}|0)$/i

/**
 * `0xffffff00` (BSD, AIX), `ffffff00` (Solaris, HP-UX, Tru64), `255.255.255.0` (Linux, FreeBSD -f inet:dotted). A hex
 * mask has all its eight digits, as its first bit is set, or is 0.
 */
function readNetmask(out: Output, at: number, details: Details): void {
  if (isMissing(out, at, 'the netmask')) return
  const text = out.row.cell(at)
  const hex = HEX_MASK.exec(text)?.[1]
  const mask = hex === undefined ? readIPv4(text) : Number.parseInt(hex, 16)
  const length = mask < 0 ? -1 : maskLength(mask)
  if (length >= 0) details.prefixLength = length
  else out.diagnose(mask < 0 ? 'bad-mask' : 'mask-holes', { text }, out.span(at, at + 1))
}
