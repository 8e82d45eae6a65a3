import { formatIPv4, readIPv4 } from './ipv4.js'

const COLON = 58
const GROUPS = 8
const NONE = -1
/** Length of six groups and an IPv4 address; longer texts are not looked at. */
const LONGEST = 45

/**
 * The eight groups of an IPv6 address in any spelling of RFC 4291: one to four digits a group, `::` once in place of
 * at least one, the last two as an IPv4 address. undefined where the text is none.
 */
export function readIPv6Groups(text: string): number[] | undefined {
  if (text.length > LONGEST) return undefined
  const groups: number[] = []
  let gap = NONE
  let at = 0
  if (text.startsWith('::')) {
    gap = 0
    at = 2
  }
  while (at < text.length) {
    const colon = text.indexOf(':', at)
    const end = colon < 0 ? text.length : colon
    const value = hexGroup(text, at, end)
    if (value < 0) {
      if (!readQuad(text.slice(at), groups)) return undefined
      break
    }
    groups.push(value)
    if (colon < 0) break
    at = end + 1
    if (at === text.length) return undefined
    if (text.charCodeAt(at) !== COLON) continue
    if (gap >= 0) return undefined
    gap = groups.length
    at++
  }
  return filled(groups, gap)
}

/** The groups with zeros in the place of `::`; undefined where they are too few or too many. */
function filled(groups: number[], gap: number): number[] | undefined {
  const missing = GROUPS - groups.length
  if (gap < 0) return missing === 0 ? groups : undefined
  if (missing < 1) return undefined
  groups.splice(gap, 0, ...new Array<number>(missing).fill(0))
  return groups
}

/** Adds the two groups that are printed as an IPv4 address; false where the text is none. */
function readQuad(text: string, groups: number[]): boolean {
  const value = readIPv4(text)
  if (value < 0) return false
  groups.push(value >>> 16, value & 0xffff)
  return true
}

/** The number of one to four hexadecimal digits; -1 where the characters are none. */
function hexGroup(text: string, start: number, end: number): number {
  if (end === start || end - start > 4) return NONE
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = hexDigit(text.charCodeAt(at))
    if (digit < 0) return NONE
    value = value * 16 + digit
  }
  return value
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : NONE
}

const MOST_MAPPED = 5

/** RFC 5952 text of eight groups of sixteen bits. */
export function formatIPv6Groups(groups: readonly number[]): string {
  const gap = longestZeros(groups)
  if (gap.size === MOST_MAPPED && groups[5] === 0xffff)
    return `::ffff:${formatIPv4((groups[6] ?? 0) * 0x10000 + (groups[7] ?? 0))}`
  let text = ''
  for (let i = 0; i < groups.length; i++) {
    if (i === gap.start && gap.size > 1) {
      text += '::'
      i += gap.size - 1
      continue
    }
    if (text !== '' && !text.endsWith(':')) text += ':'
    text += (groups[i] ?? 0).toString(16)
  }
  return text
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly number[]): { start: number; size: number } {
  let best = { start: -1, size: 0 }
  let size = 0
  for (let i = 0; i < groups.length; i++) {
    size = groups[i] === 0 ? size + 1 : 0
    if (size > best.size) best = { start: i - size + 1, size }
  }
  return best
}
