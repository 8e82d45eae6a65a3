import type { Row } from '../../text/row.js'
import { intAt } from '../cells.js'

/** Flags of the IPv6 table; those of the BSDs, whose rows look alike, have other letters. */
export const FLAGS_6 = /^[U!][!ACDGHMRacdefilmnopuw]{0,11}$/

const FULL_ROW = 7
/** Cells of a row in which Ref and Use touch. */
export const GLUED_ROW = 6
/** Use is printed at least so wide: it touches Ref where it fills that width. */
export const USE_DIGITS = 6

/** The length of `[::]/0`, `default`, `*`: the zero address without -n; undefined for everything else. */
export function zeroLength(text: string): number | undefined {
  if (text === 'default' || text === '*') return 0
  const match = /^(?:\[::\]|default|\*)\/(\d{1,3})$/.exec(text)
  const length = match === null ? 999 : Number(match[1])
  return length <= 128 ? length : undefined
}

/** The name before the length of `localhost/128`; undefined where there is none. */
export function nameOfCidr(text: string): string | undefined {
  const match = /^([A-Za-z0-9_][\w.-]{0,255})\/(\d{1,3})$/.exec(text)
  const name = match?.[1]
  return name === undefined || Number(match?.[2]) > 128 || /^[\d.]+$/.test(name) ? undefined : name
}

function isNetwork(row: Row, index: number): boolean {
  switch (row.kind(index)) {
    case 'cidr4':
    case 'cidr6':
      return true
    case 'word':
      return zeroLength(row.cell(index)) !== undefined || nameOfCidr(row.cell(index)) !== undefined
    default:
      return false
  }
}

/** How many cells the row of the IPv6 table has that begins at cell `index`; 0 where none does. */
export function rowSize6(row: Row, index: number): 0 | 6 | 7 {
  if (intAt(row, index + 3) === undefined || row.uint(index + 4) < 0) return 0
  const first = row.code(index + 2)
  if ((first !== BIG_U && first !== BANG) || !FLAGS_6.test(row.cell(index + 2))) return 0
  const via = row.kind(index + 1)
  if (
    (via !== 'ipv6' && !(via === 'word' && GATEWAY_NAME.test(row.cell(index + 1)))) ||
    !isNetwork(row, index)
  )
    return 0
  if (row.uint(index + 5) >= 0) return isDevice(row, index + 6) ? FULL_ROW : 0
  return row.size(index + 4) > USE_DIGITS && isDevice(row, index + 5) ? GLUED_ROW : 0
}

const GATEWAY_NAME = /^(?:\[::\]|\*|[A-Za-z0-9_][\w.-]*)$/

const BANG = 33
const BIG_U = 85

function isDevice(row: Row, index: number): boolean {
  const kind = row.kind(index)
  return kind !== 'none' && kind !== 'number' && kind !== 'ipv6' && kind !== 'cidr6'
}

/** True where something else begins behind a complete row of a paste. */
export function endsRow6(row: Row, index: number): boolean {
  return (
    (index >= FULL_ROW && rowSize6(row, index - FULL_ROW) === FULL_ROW) ||
    (index >= GLUED_ROW && rowSize6(row, index - GLUED_ROW) === GLUED_ROW)
  )
}
