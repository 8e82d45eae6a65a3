import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { readAddress } from '../../net/address.js'
import { readMask } from '../../net/cidr.js'
import { addressGateway, linkGateway, macGateway } from '../cells.js'
import type { FlagTable } from '../flags/table.js'
import type { Output } from '../output.js'
import { flagLetters } from './route-get-words.js'

const EXCERPT = 200
const FLAGS = /^(?:0x[0-9a-f]+)?<([A-Z0-9_,]*)>$/
const DEVICE = /^[A-Za-z][\w.@:-]*$/

/** A route while its lines are being read. */
export interface Found {
  readonly route: Open<Route>
  readonly isName: boolean
  readonly isDefault: boolean
  /** Prefix length that the mask line gives. */
  length: number | undefined
  hasGateway?: true
  hasBadMask?: true
}

/** A label with its value. */
export interface Field {
  readonly label: string
  readonly text: string
  /** The cell that the value is. */
  readonly index: number
  readonly table: FlagTable
}

type ReadField = (out: Output, found: Found, field: Field) => void

const READERS: Readonly<Record<string, ReadField>> = {
  'fib:': (out, { route }, { text, index }) => {
    if (out.row.uint(index) < 0) sayNumber(out, { text, index })
    else if (text !== '0') route.table = text
  },
  'flags:': readFlags,
  'gateway:': readGateway,
  'interface:': (out, { route }, { text, index }) => {
    if (DEVICE.test(text)) route.interface = text
    else out.diagnose('unknown-word', { text, column: 'interface' }, out.span(index, index + 1))
  },
  'mask:': readMaskField,
}

/** True for a label whose value a route keeps. */
export function isField(label: string): boolean {
  return Object.hasOwn(READERS, label)
}

/** Reads a label's value; labels that say nothing of the route are passed over (`if address:`, `priority:`, `sockaddrs:`). */
export function readField(out: Output, found: Found, field: Field): void {
  const { label } = field
  if (isField(label)) READERS[label]?.(out, found, field)
}

function sayNumber(out: Output, { text, index }: { text: string; index: number }): void {
  out.diagnose('bad-number', { text, column: 'the fib' }, out.span(index, index + 1))
}

function readMaskField(out: Output, found: Found, { text, index }: Field): void {
  const length = text === 'default' ? 0 : text.includes(':') ? maskLength6(text) : readMask(text)
  if (length >= 0) {
    found.length = length
    return
  }
  found.hasBadMask = true
  out.diagnose('bad-mask', { text }, out.span(index, index + 1))
}

function readGateway(out: Output, found: Found, { text, index }: Field): void {
  const { route } = found
  const gateway = addressGateway(text) ?? linkGateway(text) ?? macGateway(text)
  found.hasGateway = true
  route.gateway = gateway ?? { kind: 'unknown', text }
  if (gateway === undefined)
    out.diagnose('name-for-address', { text, column: 'the gateway' }, out.span(index, index + 1))
  const isV6 = gateway?.kind === 'address' && gateway.address.includes(':')
  if (!isV6 || !found.isDefault) return
  route.family = 6
  route.destination = '::'
}

function readFlags(out: Output, { route }: Found, { text, index, table }: Field): void {
  const words = FLAGS.exec(text)?.[1]
  if (words === undefined) {
    const missing = 'the end of the flags'
    out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing }, out.span(index, index + 1))
    return
  }
  const { flags, unknown } = flagLetters(words.split(','), table)
  route.flags = flags
  for (const word of unknown)
    out.diagnose('unknown-word', { text: word, column: 'flag' }, out.span(index, index + 1))
}

/**
 * Gives a route the length that its mask or its flags say, and names what is missing of it. A host has no mask line, any
 * other route has one; a gateway stands where the flags say GATEWAY.
 */
export function completeRoute(found: Found): string | undefined {
  const { route, isName } = found
  const flags = route.flags ?? ''
  const isHost = flags.includes('H')
  const host = route.family === 4 ? 32 : 128
  const length = found.hasBadMask ? undefined : (found.length ?? (isHost ? host : undefined))
  const isFitting = length !== undefined && length <= host
  if (!isName && isFitting) route.destination = `${route.destination}/${length}`
  else if (!isName) route.maskUnknown = true
  if (flags.includes('G') && !found.hasGateway) route.gateway = { kind: 'unknown', text: '' }
  if (route.flags === undefined) return 'the flags'
  if (route.interface === undefined) return 'the interface'
  if (flags.includes('G') && !found.hasGateway) return 'the gateway'
  return isFitting || found.hasBadMask ? undefined : 'the mask'
}

/** Prefix length of a mask such as `ffff:ffff::`; -1 where the ones are not all in front. */
function maskLength6(text: string): number {
  const address = readAddress(text)?.address
  if (address === undefined) return -1
  let bits = ''
  for (const group of address.replace(/::.*$/, '').split(':'))
    bits += Number.parseInt(group || '0', 16)
      .toString(2)
      .padStart(16, '0')
  const length = bits.replace(/0+$/, '').length
  return /^1*0*$/.test(bits) && !/::./.test(address) ? length : -1
}
