import type { Gateway } from '../model/route.js'
import { readAddress } from '../net/address.js'
import { readIPv4 } from '../net/ipv4.js'
import { readMac } from '../net/mac.js'
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
