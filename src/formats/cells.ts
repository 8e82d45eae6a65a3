import type { Gateway } from '../model/route.js'
import { readAddress } from '../net/address.js'
import { lengthOfCodes, readCidr } from '../net/cidr.js'
import { formatIPv4Cidr, ipv4OfCodes, octetsOfCodes } from '../net/ipv4.js'
import { isPlainMac, readMac } from '../net/mac.js'
import { CellMemo } from '../text/cell-memo.js'
import type { Codes } from '../text/codes.js'
import type { Row } from '../text/row.js'
import { textOfCodes } from '../text/text-of-codes.js'
import type { Output } from './output.js'

/** The cell as an IPv4 number; -1 where it is none. */
export function ipv4At(row: Row, index: number): number {
  if (index < 0 || index >= row.count) return -1
  return ipv4OfCodes(row.codes, row.from(index), row.to(index))
}

/** The hardware address of a cell, as `readMac` gives it; undefined where it is none. */
export function macAt(row: Row, index: number, octets?: readonly number[]): string | undefined {
  const text = row.flat(index)
  return isPlainMac(text) && octets === undefined ? text : readMac(text, octets)
}

/** True for a cell that holds an IPv4 address in parentheses: `(192.0.2.1)`. */
export function isAddressInParens(row: Row, index: number): boolean {
  if (row.code(index) !== OPEN || row.code(index, -1) !== CLOSE) return false
  return ipv4OfCodes(row.codes, row.from(index) + 1, row.to(index) - 1) >= 0
}

/** The address that a cell holds in parentheses. */
export function addressInParens(row: Row, index: number): string {
  return textOfCodes(row.codes, row.from(index) + 1, row.to(index) - 1)
}

const OPEN = 40
const CLOSE = 41

/** An address as records hold it. */
export interface CellAddress {
  readonly family: 4 | 6
  readonly address: string
  readonly zone?: string
}

/** The whole address, without a length, of a cell; undefined where it is none. */
export function addressAt(row: Row, index: number): CellAddress | undefined {
  switch (row.kind(index)) {
    case 'ipv4':
      return ipv4At(row, index) < 0 ? undefined : { family: 4, address: row.flat(index) }
    case 'ipv6':
      return readAddress(row.flat(index))
    default:
      return undefined
  }
}

/** An address of either family as a gateway; undefined where the text is none. */
export function addressGateway(text: string): Gateway | undefined {
  const read = readAddress(text)
  if (read === undefined) return undefined
  const { address, zone } = read
  return { kind: 'address', address, ...(zone === undefined ? {} : { zone }) }
}

/** A hardware address as a gateway; undefined where the text is none. */
export function macGateway(text: string): Gateway | undefined {
  const mac = readMac(text, [6, 8, 20])
  return mac === undefined ? undefined : { kind: 'mac', mac }
}

/**
 * The number of a cell; undefined for `-`, and, with a diagnostic, for anything else that is no number.
 * `column` names the cell for people.
 */
export function numberAt(out: Output, index: number, column: string): number | undefined {
  const { row } = out
  const value = row.uint(index)
  if (value >= 0) return value
  if (row.kind(index) !== 'dash')
    out.diagnose('bad-number', { text: row.cell(index), column }, out.span(index, index + 1))
  return undefined
}

/** Decimal number of the cell with or without a minus; undefined where it is none or too large to be exact. */
export function intAt(row: Row, index: number): number | undefined {
  const value = row.uint(index)
  if (value >= 0) return value
  if (row.code(index) !== MINUS) return undefined
  const text = row.cell(index)
  return /^-\d{1,15}$/.test(text) ? Number(text) : undefined
}

const MINUS = 45

/** What a destination cell says. */
export interface Destination {
  readonly family: 4 | 6
  /** Canonical CIDR; a host is /32 or /128. */
  readonly destination: string
  readonly zone?: string
}

/**
 * The destination of a cell that holds a whole address, with or without a length; without one it is a host. undefined
 * for everything else: words, cut networks (which each platform completes by its own rule), wrong numbers.
 */
export function destinationAt(row: Row, index: number): Destination | undefined {
  switch (row.kind(index)) {
    case 'cidr4':
      return isIPv4Cidr(row.codes, row.from(index), row.to(index))
        ? { family: 4, destination: row.flat(index) }
        : undefined
    case 'ipv4':
      return hostDestination(ipv4At(row, index))
    case 'ipv6':
    case 'cidr6':
      return destination6(row.flat(index))
    default:
      return undefined
  }
}

/** The IPv4 network of a cell that gives address and length, for records; undefined for every other cell. */
export function cidr4At(row: Row, index: number): string | undefined {
  if (index >= row.count || !isIPv4Cidr(row.codes, row.from(index), row.to(index))) return undefined
  return row.flat(index)
}

function hostDestination(value: number): Destination | undefined {
  return value < 0 ? undefined : { family: 4, destination: formatIPv4Cidr(value, 32) }
}

function isIPv4Cidr(codes: Codes, start: number, end: number): boolean {
  let slash = end - 1
  while (slash > start && codes[slash] !== SLASH) slash--
  return (
    ipv4OfCodes(codes, start, slash) >= 0 &&
    lengthOfCodes(codes, 32, { start: slash + 1, end }) >= 0
  )
}

const SLASH = 47

/**
 * A network whose zero octets at the end are cut and whose length is printed: `9.27.176/24`. undefined where it is none.
 */
export function shortNetworkAt(row: Row, index: number): Destination | undefined {
  const { codes } = row
  const start = row.from(index)
  const end = row.to(index)
  let slash = start
  while (slash < end && codes[slash] !== SLASH) slash++
  const value = octetsOfCodes(codes, start, slash)
  const length = lengthOfCodes(codes, 32, { start: slash + 1, end })
  return value < 0 || length < 0
    ? undefined
    : { family: 4, destination: formatIPv4Cidr(value, length) }
}

function destination6(text: string): Destination | undefined {
  const read = readCidr(text)
  if (read === undefined || read.family !== 6) return undefined
  const { cidr, zone } = read
  return zone === undefined
    ? { family: 6, destination: cidr }
    : { family: 6, destination: cidr, zone }
}

/** The default route of a family. */
export function defaultDestination(family: 4 | 6): Destination {
  return { family, destination: family === 4 ? '0.0.0.0/0' : '::/0' }
}

const gateways = /* @__PURE__ */ new CellMemo<Gateway>(
  (text) =>
    addressGateway(text) ?? linkGateway(text) ?? macGateway(text) ?? { kind: 'unknown', text },
)

/** Memo of gateway cells: an address of either family, a hardware address, `link#4`; anything else is `unknown`. */
export function gatewayMemo(): CellMemo<Gateway> {
  return gateways
}

/** A link-level gateway of the BSDs and AIX: `link#4`; undefined where the text is none. */
export function linkGateway(text: string): Gateway | undefined {
  return /^link#\d+$/.test(text) ? { kind: 'link', link: text } : undefined
}
