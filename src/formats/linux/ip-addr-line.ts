import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readCidr } from '../../net/cidr.js'
import type { Block } from '../ifconfig-address.js'
import type { Output } from '../output.js'
import { addressAttributes } from './address-attributes.js'

const EXCERPT = 200

/** Words with a value that is not kept. */
const SKIPPED: ReadonlySet<string> = new Set(['any', 'flags', 'metric', 'proto'])

const ATTRIBUTES: ReadonlySet<string> = new Set(addressAttributes)

type Address = Open<InterfaceAddress>

/**
 * Reads an address of a block; `index` is the cell of inet or inet6, `end` the one behind the row.
 *
 * ```
 * inet 192.0.2.11/24 brd 192.0.2.255 scope global secondary eth0:1
 *                                                           ^^^^^^ label, IPv4 only
 * inet 203.0.113.1 peer 203.0.113.2/32 scope global tun0
 *                                  ^^^ the length stands behind the peer
 * ```
 */
export function readIpAddress(
  out: Output,
  block: Block,
  at: { index: number; end: number },
): boolean {
  const { row } = out
  const { head } = block
  const text = row.cell(at.index + 1)
  const read = readCidr(text)
  if (read === undefined) {
    out.diagnose('bad-address', { text, column: row.cell(at.index) }, out.span(at.index, at.end))
    return false
  }
  const record: Address = {
    family: read.family,
    interface: head.name,
    address: read.cidr.slice(0, read.cidr.indexOf('/')),
    span: out.span(at.index, at.end),
  }
  if (read.zone !== undefined) record.zone = read.zone
  if (text.includes('/')) record.prefixLength = read.length
  readWords(out, record, { from: at.index + 2, end: at.end })
  if (record.prefixLength === undefined || record.scope === undefined)
    out.diagnose(
      'cut-row',
      { text: row.excerpt(EXCERPT), missing: 'the length or the scope' },
      record.span,
    )
  takeFromHead(record, block)
  block.addresses.push(record)
  out.add(record)
  return true
}

/** What the head of the block says of all its addresses. */
function takeFromHead(record: Address, { head }: Block): void {
  const { flags, mac, loopback, index } = head
  if (flags !== undefined) record.flags = flags
  if (mac !== undefined) record.mac = mac
  if (loopback !== undefined) record.loopback = loopback
  if (index !== undefined) record.index = index
}

function readWords(out: Output, record: Address, range: { from: number; end: number }): void {
  const { row } = out
  const attributes: string[] = []
  for (let at = range.from; at < range.end; at++) {
    const word = bare(row.cell(at))
    if (word === 'peer') readPeer(out, record, ++at)
    else if (word === 'brd') readBroadcast(out, record, ++at)
    else if (word === 'scope') readScope(out, record, ++at)
    else if (ATTRIBUTES.has(word)) attributes.push(word)
    else if (SKIPPED.has(word)) at++
    else if (word === '') continue
    else if (at === range.end - 1 && record.family === 4 && record.scope !== undefined)
      setLabel(out, record, at)
    else out.diagnose('unknown-word', { text: word, column: row.cell(0) }, out.span(at, at + 1))
  }
  if (attributes.length > 0) record.attributes = attributes
}

/** Scopes that iproute2 has words for; a host may name others in rt_scopes, and prints the rest as numbers. */
const SCOPES: ReadonlySet<string> = new Set(['global', 'host', 'link', 'nowhere', 'site'])

function readScope(out: Output, record: Address, at: number): void {
  const scope = bare(out.row.cell(at))
  record.scope = scope
  if (!SCOPES.has(scope) && !/^\d{1,3}$/.test(scope))
    out.diagnose('unknown-word', { text: scope, column: 'scope' }, out.span(at, at + 1))
}

/** With -o a backslash stands for a line end: `eth0\`. */
function bare(word: string): string {
  return word.endsWith('\\') ? word.slice(0, -1) : word
}

/** The label is the interface's name, or that name with a colon and more. */
function setLabel(out: Output, record: Address, at: number): void {
  const label = bare(out.row.cell(at))
  if (label === record.interface) return
  record.label = label
  if (!label.startsWith(`${record.interface}:`))
    out.diagnose('unknown-word', { text: label, column: 'label' }, out.span(at, at + 1))
}

function readPeer(out: Output, record: Address, at: number): void {
  const text = out.row.cell(at)
  const read = readCidr(text)
  if (read === undefined) {
    out.diagnose('bad-address', { text, column: 'peer' }, out.span(at, at + 1))
    return
  }
  record.peer = read.cidr.slice(0, read.cidr.indexOf('/'))
  if (text.includes('/')) record.prefixLength = read.length
}

function readBroadcast(out: Output, record: Address, at: number): void {
  const text = out.row.cell(at)
  const read = readAddress(text)
  if (read !== undefined) record.broadcast = read.address
  else out.diagnose('bad-address', { text, column: 'brd' }, out.span(at, at + 1))
}
