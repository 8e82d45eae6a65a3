import { commandOf, hasPrompt, isFileHead } from '../text/noise.js'
import type { Row } from '../text/row.js'
import { programs } from './detect.js'
import type { Reading } from './format.js'

/** The file of a kernel parameter, whose head says which it is. */
function isSettingHead(row: Row): boolean {
  return row.cell(1).startsWith('/proc/sys/')
}

/** True for a command line behind a prompt, or the head of a file, that a reader took for words between its rows. */
export function isPrompt(row: Row, reading: Reading): boolean {
  if (reading !== 'heading' && reading !== 'outside') return false
  if (isFileHead(row)) return !isSettingHead(row)
  return commandOf(row, programs()) !== undefined && hasPrompt(row.excerpt())
}

const ZERO = 48
const COLON = 58
const DEFAULT = 'default'

/** False for a heading on whose line no row stands: nothing in it is an address, a number or `default`. */
export function mayHoldRow(row: Row): boolean {
  const { codes } = row
  for (let i = 0; i < row.count; i++) {
    const end = row.to(i)
    for (let at = row.from(i); at < end; at++) {
      const code = codes[at] ?? 0
      if (code >= ZERO && code <= COLON) return true
    }
    if (row.size(i) === DEFAULT.length && (row.code(i) | 32) === DEFAULT.charCodeAt(0)) return true
  }
  return false
}

/** True where a line has something in it that could be an address: losing it would lose data. */
export function holdsData(row: Row): boolean {
  if (row.is(0, 'default')) return true
  for (let i = 0; i < row.count; i++) {
    const kind = row.kind(i)
    if (
      kind === 'ipv4' ||
      kind === 'cidr4' ||
      kind === 'ipv6' ||
      kind === 'cidr6' ||
      kind === 'mac'
    )
      return true
    if (i === 0 && kind === 'short4') return true
  }
  return false
}
