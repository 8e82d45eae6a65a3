import type { Gateway } from '../model/route.js'
import { readAddress } from '../net/address.js'
import { formatIPv4Cidr, readIPv4 } from '../net/ipv4.js'
import { readMac } from '../net/mac.js'
import { readCidr, readLength } from '../net/prefix.js'
import { CellMemo } from '../text/cell-memo.js'
import type { Row } from '../text/row.js'
import type { Output } from './output.js'

/** The cell as an IPv4 number; -1 where it is none. */
export function ipv4At(row: Row, index: number): number {
  if (index < 0 || index >= row.count) return -1
  return readIPv4(row.text, row.start(index), row.end(index))
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
      return isIPv4Cidr(row.text, row.start(index), row.end(index))
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

function hostDestination(value: number): Destination | undefined {
  return value < 0 ? undefined : { family: 4, destination: formatIPv4Cidr(value, 32) }
}

function isIPv4Cidr(text: string, start: number, end: number): boolean {
  let slash = end - 1
  while (slash > start && text.charCodeAt(slash) !== SLASH) slash--
  return readIPv4(text, start, slash) >= 0 && readLength(text, 32, slash + 1, end) >= 0
}

const SLASH = 47

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

/** Memo of gateway cells: an address of either family, a hardware address, `link#4`; anything else is `unknown`. */
export function gatewayMemo(): CellMemo<Gateway> {
  return new CellMemo(
    (text) =>
      addressGateway(text) ?? linkGateway(text) ?? macGateway(text) ?? { kind: 'unknown', text },
  )
}

/** A link-level gateway of the BSDs and AIX: `link#4`; undefined where the text is none. */
export function linkGateway(text: string): Gateway | undefined {
  return /^link#\d+$/.test(text) ? { kind: 'link', link: text } : undefined
}
