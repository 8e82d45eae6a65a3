import { maskLength } from '../../net/ipv4.js'
import type { Row } from '../../text/row.js'
import { intAt, ipv4At } from '../cells.js'

/** Cells of a row with three numbers, and of one with six (`-ee`). */
export const SHORT_ROW = 8
export const WIDE_ROW = 11

/** Flags begin with U, or with ! where the route rejects. */
export const FLAGS = /^[U!][A-Za-z!]{0,11}$/

const DASH = 45
const STAR = 42

/** True where the cell can be the name of a host or network. */
export function isName(row: Row, index: number): boolean {
  const first = row.code(index)
  return row.kind(index) === 'word' && first !== DASH && first !== STAR
}

/** True for a number or the dash of a reject row. */
function isCount(row: Row, index: number): boolean {
  return row.uint(index) >= 0 || row.kind(index) === 'dash'
}

/**
 * How many cells the row of the IPv4 table has that begins at cell `index`; 0 where none does. The whole shape is
 * looked at: a mask in the third cell, flags, numbers, and an interface that is none.
 */
export function rowSize(row: Row, index: number): 0 | 8 | 11 {
  const mask = ipv4At(row, index + 2)
  if (mask < 0 || !isFlags(row, index + 3)) return 0
  if (!isCount(row, index + 4) && intAt(row, index + 4) === undefined) return 0
  if (!isCount(row, index + 5) || !isCount(row, index + 6)) return 0
  const device = row.kind(index + 7)
  if (device === 'none' || device === 'number' || device === 'ipv4') return 0
  if (!isEnd(row, index)) return 0
  const wide = isCount(row, index + 8) && isCount(row, index + 9) && isCount(row, index + 10)
  return wide ? WIDE_ROW : SHORT_ROW
}

/** The destination and the gateway: an address, a name, `default`, `*`, `-`. */
function isEnd(row: Row, index: number): boolean {
  const to = row.kind(index)
  if (to !== 'ipv4' && !isName(row, index)) return false
  const via = row.kind(index + 1)
  return via === 'ipv4' || via === 'word' || via === 'dash'
}

function isFlags(row: Row, index: number): boolean {
  const first = row.code(index)
  return (first === BIG_U || first === BANG) && FLAGS.test(row.cell(index))
}

const BANG = 33
const BIG_U = 85

/** True where a row of the IPv4 table begins at cell `index` of a paste. */
export function startsRow(row: Row, index: number): boolean {
  return rowSize(row, index) !== 0 && maskLength(ipv4At(row, index + 2)) >= 0
}

/** True where something else begins behind a complete row of a paste. */
export function endsRow(row: Row, index: number): boolean {
  return (
    (index >= SHORT_ROW && rowSize(row, index - SHORT_ROW) === SHORT_ROW) ||
    (index >= WIDE_ROW && rowSize(row, index - WIDE_ROW) === WIDE_ROW)
  )
}
