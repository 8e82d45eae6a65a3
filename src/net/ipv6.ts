import { type Codes, codesOf } from '../text/codes.js'

const COLON = 58
const ZERO = 48
const F = 102

/** True for an IPv6 address in its shortest spelling, which `canonicalIPv6Behind` describes. */
export function isCanonicalIPv6(text: string): boolean {
  const { codes, end } = codesOf(text)
  return end > 0 && canonicalIPv6Behind(codes, 0) === end
}

/**
 * Index behind the IPv6 address that begins at `from` in the very spelling of RFC 5952: lower case, no leading zeros,
 * `::` for the first of the longest runs of two or more zero groups, and none that is printed with a dotted quad; -1
 * where there is no such address. Codes end in one that is no digit.
 */
export function canonicalIPv6Behind(codes: Codes, from: number): number {
  // Groups printed so far, and before `::`, which is -1 while there was none.
  let count = 0
  let gap = -1
  // The run of zero groups that goes on, and the longest one before `::` and behind it.
  let run = 0
  let before = 0
  let behind = 0
  let at = from
  if (codes[at] === COLON) {
    if (codes[at + 1] !== COLON) return -1
    gap = 0
    at += 2
  }
  for (;;) {
    const end = groupBehind(codes, at)
    if (end < 0) return -1
    if (end === at) {
      // Nothing stands behind `::` alone.
      if (gap !== count) return -1
      break
    }
    if (++count > 8) return -1
    const zero = codes[at] === ZERO
    if (zero && gap === count - 1) return -1
    run = zero ? run + 1 : 0
    if (gap < 0) before = Math.max(before, run)
    else behind = Math.max(behind, run)
    at = end
    if (codes[at] !== COLON) break
    if (codes[++at] !== COLON) continue
    if (gap >= 0 || run > 0) return -1
    gap = count
    at++
  }
  if (gap < 0) return count === 8 && before < 2 ? at : -1
  const cut = 8 - count
  if (cut < 2 || before >= cut || behind > cut) return -1
  return count === 3 && gap === 0 && isMapped(codes, from) ? -1 : at
}

const MOST_DIGITS = 4

/** Index behind a group of up to four lower-case digits; -1 for a longer one, or one with leading zeros. */
function groupBehind(codes: Codes, from: number): number {
  let at = from
  while (isLowerHex(codes[at] as number)) at++
  const size = at - from
  if (size > MOST_DIGITS || (size > 1 && codes[from] === ZERO)) return -1
  return at
}

function isLowerHex(code: number): boolean {
  return (code >= ZERO && code <= 57) || (code >= 97 && code <= F)
}

/** True where `::` and a group `ffff` stand, behind which RFC 5952 prints a dotted quad. */
function isMapped(codes: Codes, from: number): boolean {
  for (let i = 2; i < 6; i++) if (codes[from + i] !== F) return false
  return true
}
