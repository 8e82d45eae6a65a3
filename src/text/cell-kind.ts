import type { Codes } from './codes.js'

/**
 * What a cell looks like, told from its characters alone.
 *
 * `ipv4` four decimal parts · `cidr4` the same with `/length` · `short4` one to three parts, with or without
 * `/length` (a bare number is `number`) · `ipv6`, `cidr6` (a zone may stand before the slash) · `mac` six or more
 * octets with colons or hyphens · `number` · `hex` (0x…) · `dash` · `word` everything else · `none` no cell.
 * It is a shape, not a verdict: `999.1.1.1` is `ipv4` here and refused by the address reader.
 */
export type CellKind =
  | 'cidr4'
  | 'cidr6'
  | 'dash'
  | 'hex'
  | 'ipv4'
  | 'ipv6'
  | 'mac'
  | 'none'
  | 'number'
  | 'short4'
  | 'word'

// Cells lie inside the codes; what lies behind them is 0.
const codeAt = (codes: Codes, index: number) => codes[index] as number

const isDigit = (code: number) => code >= 48 && code <= 57
const isHex = (code: number) => isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102)

/** The shape of the codes from `start` to `end`. */
export function cellKind(codes: Codes, start: number, end: number): CellKind {
  const first = codeAt(codes, start)
  if (!isHex(first) && first !== COLON) return first === 45 && end - start === 1 ? 'dash' : 'word'
  if (first === 48 && (codeAt(codes, start + 1) | 32) === 120) return 'hex'
  let dots = 0
  let colons = 0
  let hyphens = 0
  let letters = false
  for (let at = start; at < end; at++) {
    const code = codeAt(codes, at)
    if (isDigit(code)) continue
    if (code === 46) dots++
    else if (code === COLON) colons++
    else if (code === 45) hyphens++
    else if (isHex(code)) letters = true
    else if (code === 47) return slashKind(codes, { at, end, dots, colons, letters })
    else if (code === 37 && colons > 1) return zoneKind(codes, at, end)
    else return 'word'
  }
  if (colons > 0) return hyphens > 0 ? 'word' : colonKind(codes, start, end)
  if (hyphens > 0) return hyphens >= 5 && dots === 0 ? 'mac' : 'word'
  if (letters || dots > 3) return 'word'
  return dots === 3 ? 'ipv4' : dots === 0 ? 'number' : 'short4'
}

const COLON = 58
const SLASH = 47

/** `2001:db8::/64`, `10.0.0.0/8`, `127/8`; anything but digits behind the slash is a word. */
function slashKind(
  codes: Codes,
  seen: { at: number; end: number; dots: number; colons: number; letters: boolean },
): CellKind {
  if (seen.at + 1 >= seen.end) return 'word'
  for (let i = seen.at + 1; i < seen.end; i++) if (!isDigit(codeAt(codes, i))) return 'word'
  if (seen.colons > 1) return 'cidr6'
  if (seen.letters || seen.colons > 0 || seen.dots > 3) return 'word'
  return seen.dots === 3 ? 'cidr4' : 'short4'
}

/** `fe80::1%en0`, `fe80::%lo0/64`: the zone may be any name. */
function zoneKind(codes: Codes, at: number, end: number): CellKind {
  const slash = codes.subarray(at, end).indexOf(SLASH) + at
  if (slash < at) return at + 1 < end ? 'ipv6' : 'word'
  return slash > at + 1 && slash + 1 < end ? 'cidr6' : 'word'
}

/** Six or more groups of at most two digits and no `::` are a hardware address, unless they could be IPv6. */
function colonKind(codes: Codes, start: number, end: number): CellKind {
  let groups = 1
  let size = 0
  let pairs = true
  for (let at = start; at < end; at++) {
    if (codes[at] !== COLON) {
      size++
      continue
    }
    if (size === 0) return 'ipv6'
    if (size > 2) return 'ipv6'
    if (size !== 2) pairs = false
    groups++
    size = 0
  }
  if (size === 0) return codes[end - 2] === COLON ? 'ipv6' : 'word'
  if (size > 2 || (groups === 8 && !pairs)) return 'ipv6'
  return groups >= 6 ? 'mac' : 'word'
}
