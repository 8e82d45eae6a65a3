import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { formatIPv4Cidr, maskLength } from '../../net/ipv4.js'
import type { Row } from '../../text/row.js'
import { type Destination, defaultDestination, destinationAt, ipv4At } from '../cells.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'
import { isDefault, isDestinationLike, isInterfaceName, isNameLike } from '../unix/cells.js'
import { familyOf, isNextHop, isNoGateway, type SolarisColumns } from './netstat-cells.js'
import { SOLARIS_FLAGS } from './netstat-detect.js'

const STAR = 42
const FLAGS_AND_OUT = /^(U[A-Za-z]*)\d+$/

/**
 * Where the flags stand in a row of -v; 0 where the row is none.
 *
 * Two counters follow them, of which the first may touch: `UGHS123456`.
 */
export function verboseFlagsAt({ flags }: SolarisColumns, row: Row): number {
  const { count } = row
  if (count < 6 || count > 10 || row.uint(count - 1) < 0) return 0
  if (row.uint(count - 2) >= 0) return flags.peek(count - 3) === undefined ? 0 : count - 3
  return row.code(count - 2) === UP && FLAGS_AND_OUT.test(row.cell(count - 2)) ? count - 2 : 0
}

const UP = 85

/**
 * Reads a row of `netstat -rnv` from its flags leftwards.
 *
 * ```
 * 192.0.2.0            255.255.255.0   192.0.2.10           e1000g0  1500*    0   1 U      122      0
 *                                                                        ^^^^ Rtt up to Solaris 10
 * 198.51.100.0         255.255.255.0   192.0.2.1                        0   5 UG  5666596      0
 * 2001:db8::/32        fe80::8:20ff:fe00:5301      net0   1500   8 UG      2520      0
 * ```
 */
export function readVerboseRow(columns: SolarisColumns, at: number): Reading {
  const { out, flags, gateways, words, section } = columns
  const { row } = out
  const gateway = row.kind(0) === 'ipv6' || row.kind(0) === 'cidr6' ? 1 : gatewayAt(row)
  if (gateway < 0 || !isNextHop(row, gateway)) return undefined
  const device = isInterfaceName(row, gateway + 1) ? gateway + 1 : -1
  const size = device < 0 ? gateway + 1 : device + 1
  const mtu = sizeAt(row, size)
  // Behind the size stand Rtt, where the release has it, and Ref.
  const numbers = at - size
  const hasRtt = section.hasRtt ?? isStarred(row, size)
  if (mtu < 0 || numbers !== (hasRtt ? 3 : 2) || row.uint(at - 1) < 0) return undefined
  const network = verboseDestination(columns, gateway)
  if (network === undefined) return undefined
  const letters = flags.at(at) ?? FLAGS_AND_OUT.exec(row.cell(at))?.[1] ?? ''
  const route: Open<Route> = {
    family: network.family,
    destination: network.destination,
    gateway: isNoGateway(row, gateway) ? { kind: 'none' } : gateways.at(row, gateway),
    flags: letters,
    mtu,
    refs: row.uint(at - 1),
    span: out.span(),
  }
  if (network.maskUnknown) route.maskUnknown = true
  if (device >= 0) route.interface = words.at(row, device)
  else if (!letters.includes('G'))
    out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the interface' })
  out.add(route)
  return 'record'
}

/** IPv4 rows have a mask before the gateway; `default` of IPv6 has none. -1 where the cells do not fit. */
function gatewayAt(row: Row): number {
  if (isDefault(row, 0) && row.kind(1) === 'ipv6') return 1
  return row.kind(1) === 'ipv4' && maskAt(row, 1) !== -2 ? 2 : -1
}

/** Length of the mask in a cell; -1 where its ones have gaps, -2 where it is none. */
function maskAt(row: Row, index: number): number {
  const mask = ipv4At(row, index)
  return mask < 0 ? -2 : maskLength(mask)
}

function verboseDestination(
  { out, section }: SolarisColumns,
  gateway: number,
): (Destination & { maskUnknown?: true }) | undefined {
  const { row } = out
  if (gateway === 1)
    return isDefault(row, 0)
      ? defaultDestination(familyOf(row, 1, section.family))
      : destinationAt(row, 0)
  const length = maskAt(row, 1)
  if (isDefault(row, 0)) return length === 0 ? defaultDestination(4) : undefined
  if (row.kind(0) === 'cidr4') return repeatedLength(row, length)
  const value = ipv4At(row, 0)
  if (value < 0) return isNameLike(row, 0) ? nameDestination(out) : undefined
  if (length >= 0) return { family: 4, destination: formatIPv4Cidr(value, length) }
  out.diagnose('mask-holes', { text: row.cell(1) }, out.span(1, 2))
  return { family: 4, destination: row.flat(0), maskUnknown: true }
}

/** With -c the destination repeats the length of its mask. */
function repeatedLength(row: Row, length: number): Destination | undefined {
  const network = destinationAt(row, 0)
  return network?.destination.endsWith(`/${length}`) ? network : undefined
}

function nameDestination(out: Output): Destination & { maskUnknown: true } {
  const destination = out.row.flat(0)
  const column = 'the destination'
  out.diagnose('name-for-address', { text: destination, column }, out.span(0, 1))
  return { family: 4, destination, maskUnknown: true }
}

function isStarred(row: Row, index: number): boolean {
  return row.code(index, -1) === STAR
}

/** The size in a cell, `1500` or `1500*`; -1 where it is none. */
function sizeAt(row: Row, index: number): number {
  if (!isStarred(row, index)) return row.uint(index)
  const text = row.cell(index).slice(0, -1)
  return /^\d{1,9}$/.test(text) ? Number(text) : -1
}

/** True where a row of -v begins: destination, mask (IPv4), gateway, device, size, and flags a few cells on. */
export function startsVerboseRow(row: Row, index: number): boolean {
  if (!isDestinationLike(row, index)) return false
  const v6 = row.kind(index + 1) === 'ipv6'
  const gateway = v6 ? index + 1 : index + 2
  if (row.kind(gateway) !== (v6 ? 'ipv6' : 'ipv4') && !isNoGateway(row, gateway)) return false
  const size = isInterfaceName(row, gateway + 1) ? gateway + 2 : gateway + 1
  if (sizeAt(row, size) < 0 || row.uint(size + 1) < 0) return false
  const flags = row.uint(size + 2) >= 0 ? size + 3 : size + 2
  if (FLAGS_AND_OUT.test(row.cell(flags))) return row.uint(flags + 1) >= 0
  return SOLARIS_FLAGS.test(row.cell(flags)) && row.uint(flags + 1) >= 0 && row.uint(flags + 2) >= 0
}
