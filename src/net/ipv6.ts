const COLON = 58

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

/**
 * True where the characters are an IPv6 address in the very spelling of RFC 5952: lower case, no leading zeros, `::`
 * for the first of the longest runs of two or more zero groups, and no address that is printed with a dotted quad.
 */
export function isCanonicalIPv6(text: string, start = 0, end = text.length): boolean {
  if (end - start < 2) return false
  const groups: Groups = { count: 0, gap: -1, before: 0, behind: 0 }
  let run = 0
  let at = start
  while (at < end) {
    if (text.charCodeAt(at) === COLON) {
      if (groups.gap >= 0 || text.charCodeAt(at + 1) !== COLON || run > 0) return false
      groups.gap = groups.count
      at += 2
      continue
    }
    const next = groupEnd(text, at, end)
    if (next < 0 || ++groups.count > 8) return false
    const zero = text.charCodeAt(at) === 48
    if (zero && groups.gap === groups.count - 1) return false
    run = zero ? run + 1 : 0
    if (groups.gap < 0) groups.before = Math.max(groups.before, run)
    else groups.behind = Math.max(groups.behind, run)
    at = next
    if (at === end) break
    // A single colon parts two groups; of a double one the second stays for the next round.
    if (text.charCodeAt(at + 1) !== COLON || at + 1 >= end) at++
    if (at === end) return false
  }
  return isShortest(groups) && !isMappedText(text, start, groups)
}

/** Offset behind a group of one to four lower-case digits without leading zeros; -1 where there is none. */
function groupEnd(text: string, at: number, end: number): number {
  let i = at
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === COLON) break
    if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 102))) return -1
  }
  const size = i - at
  if (size > 4) return -1
  return size > 1 && text.charCodeAt(at) === 48 ? -1 : i
}

function isShortest({ count, gap, before, behind }: Groups): boolean {
  if (gap < 0) return count === 8 && before < 2
  const cut = 8 - count
  return cut >= 2 && before < cut && behind <= cut
}

/** True for `::ffff:` and two more groups: RFC 5952 prints a dotted quad there. */
function isMappedText(text: string, start: number, { count }: Groups): boolean {
  return count === 3 && text.startsWith('::ffff:', start)
}
