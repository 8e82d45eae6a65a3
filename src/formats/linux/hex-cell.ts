import type { Row } from '../../text/row.js'

/** The value of a cell of hexadecimal digits, at most eight; -1 where it is none or has another number of digits. */
export function hexAt(row: Row, index: number, digits: number): number {
  if (row.size(index) !== digits || digits > 8) return -1
  return hexOf(row, index, { from: 0, digits })
}

function hexOf(row: Row, index: number, part: { from: number; digits: number }): number {
  const { codes } = row
  const start = row.from(index) + part.from
  let value = 0
  for (let at = start; at < start + part.digits; at++) {
    const digit = digitOf(codes[at] ?? 0)
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const ADDRESS_DIGITS = 32
const GROUP_DIGITS = 4

/** True where the cell has the digits of an IPv6 address and nothing else. */
export function isHexAddress(row: Row, index: number): boolean {
  if (row.size(index) !== ADDRESS_DIGITS) return false
  for (let from = 0; from < ADDRESS_DIGITS; from += GROUP_DIGITS)
    if (hexOf(row, index, { from, digits: GROUP_DIGITS }) < 0) return false
  return true
}

const groups: number[] = new Array(8).fill(0)

/** The eight groups of a cell that `isHexAddress` is true for, in an array that the next call fills anew. */
export function hexGroups(row: Row, index: number): readonly number[] {
  for (let i = 0; i < groups.length; i++)
    groups[i] = hexOf(row, index, { from: i * GROUP_DIGITS, digits: GROUP_DIGITS })
  return groups
}
