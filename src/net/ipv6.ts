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
  const groups: Groups = { count: 0, gap: -1, before: 0, behind: 0 }
  let run = 0
  let at = from
  if (codes[at] === COLON) {
    if (codes[at + 1] !== COLON) return -1
    groups.gap = 0
    at += 2
  }
  for (;;) {
    const end = groupBehind(codes, at)
    if (end < 0) return -1
    // Nothing stands behind `::` alone.
    if (end === at) return groups.gap === groups.count && isShortest(groups) ? at : -1
    if (++groups.count > 8) return -1
    const zero = codes[at] === ZERO
    if (zero && groups.gap === groups.count - 1) return -1
    run = zero ? run + 1 : 0
    if (groups.gap < 0) groups.before = Math.max(groups.before, run)
    else groups.behind = Math.max(groups.behind, run)
    at = end
    if (codes[at] !== COLON) break
    if (codes[++at] !== COLON) continue
    if (groups.gap >= 0 || run > 0) return -1
    groups.gap = groups.count
    at++
  }
  return isShortest(groups) && !isMapped(codes, from, groups) ? at : -1
}

/** What is known of an IPv6 address's groups while its characters are read. */
interface Groups {
  /** Groups printed so far. */
  count: number
  /** Groups printed before `::`; -1 while there was none. */
  gap: number
  /** Longest run of zero groups before `::` and behind it. */
  before: number
  behind: number
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

function isShortest({ count, gap, before, behind }: Groups): boolean {
  if (gap < 0) return count === 8 && before < 2
  const cut = 8 - count
  return cut >= 2 && before < cut && behind <= cut
}

/** True for `::ffff:` and two more groups: RFC 5952 prints a dotted quad there. */
function isMapped(codes: Codes, from: number, { count, gap }: Groups): boolean {
  if (count !== 3 || gap !== 0) return false
  for (let i = 2; i < 6; i++) if (codes[from + i] !== F) return false
  return true
}
