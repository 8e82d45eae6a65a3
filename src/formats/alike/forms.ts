import { canonicalIPv6Behind } from '../../net/ipv6.js'
import type { Codes } from '../../text/codes.js'
import { textOfCodes } from '../../text/text-of-codes.js'

/**
 * The spellings that a column may have, read from codes that end in a blank or a line end.
 *
 * They are stricter than what formats accept: an unusual spelling is no fault, only a row for the format's own reader.
 */

const DOT = 46
const SLASH = 47
const ZERO = 48

/** Index behind four octets, the first of them not 0; -1 where there are none. */
export function ipv4Behind(codes: Codes, from: number): number {
  if (codes[from] === ZERO) return -1
  const at = octetsBehind(codes, from, 4)
  return octets === 4 ? at : -1
}

/** How many octets were read last. */
let octets = 0

/** How many octets the address or network has that was read last. */
export function octetsRead(): number {
  return octets
}

/** Index behind one to `most` octets that are parted by dots; -1 where one is none. */
function octetsBehind(codes: Codes, from: number, most: number): number {
  let at = from
  octets = 0
  for (;;) {
    const first = (codes[at] as number) - ZERO
    if (first < 0 || first > 9) return -1
    let code = codes[++at] as number
    let value = first
    // A leading zero ends its octet.
    while (code >= ZERO && code <= 57) {
      if (value === 0) return -1
      value = value * 10 + code - ZERO
      if (value > 255) return -1
      code = codes[++at] as number
    }
    octets++
    if (code !== DOT || octets === most) return at
    at++
  }
}

/** Index behind `10.0.7/24`, the first octet not 0; -1 where there is none. */
export function networkBehind(codes: Codes, from: number): number {
  if (codes[from] === ZERO) return -1
  return lengthBehind(codes, octetsBehind(codes, from, 4), 32)
}

/** Index behind a slash and a length from 1 to `most`; -1 where there is none, or `from` is none. */
function lengthBehind(codes: Codes, from: number, most: number): number {
  if (from < 0 || codes[from] !== SLASH || codes[from + 1] === ZERO) return -1
  let at = from + 1
  let length = 0
  for (; ; at++) {
    const digit = (codes[at] as number) - ZERO
    if (digit < 0 || digit > 9 || length > most) break
    length = length * 10 + digit
  }
  return length < 1 || length > most ? -1 : at
}

/** Room for an IPv6 address with a length. */
const written = /* @__PURE__ */ new Uint16Array(64)

/** The text of a network that lacks octets, with all of them. */
export function networkText(codes: Codes, from: number, to: number): string {
  let dots = 0
  let size = 0
  let at = from
  for (let code = codes[at] as number; code !== SLASH; code = codes[++at] as number) {
    if (code === DOT) dots++
    written[size++] = code
  }
  for (; dots < 3; dots++) {
    written[size++] = DOT
    written[size++] = ZERO
  }
  for (; at < to; at++) written[size++] = codes[at] as number
  return textOfCodes(written, 0, size)
}

/** Index behind an IPv6 address in its shortest spelling, with a length or without one; -1 where there is none. */
export function ipv6Behind(codes: Codes, from: number, hasLength: boolean): number {
  const at = canonicalIPv6Behind(codes, from)
  return hasLength ? lengthBehind(codes, at, 128) : at
}

const MOST_DIGITS = 15

/** Index behind decimal digits, of which a number can be exact; -1 where there are none. */
export function numberBehind(codes: Codes, from: number): number {
  let at = from
  for (;;) {
    const code = codes[at] as number
    if (code < ZERO || code > 57) break
    at++
  }
  return at === from || at - from > MOST_DIGITS ? -1 : at
}

/** The number whose digits lie there. */
export function numberAt(codes: Codes, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + (codes[at] as number) - ZERO
  return value
}

/** Longest label of a name of a host, and more than most names have. */
const LONGEST_HOST = 63

/** Index behind a name of a host that begins with a lower-case letter; -1 where there is none. */
export function hostBehind(codes: Codes, from: number): number {
  if (!isLetter(codes[from] as number)) return -1
  let at = from + 1
  for (;;) {
    const code = codes[at] as number
    if (!isLetter(code) && !(code >= ZERO && code <= 57) && code !== DOT && code !== HYPHEN) break
    at++
  }
  return at - from > LONGEST_HOST ? -1 : at
}

const HYPHEN = 45

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122
}

const OPEN = 40
const CLOSE = 41

/** Index behind an address in parentheses; -1 where there is none. */
export function parensBehind(codes: Codes, from: number): number {
  if (codes[from] !== OPEN) return -1
  const at = ipv4Behind(codes, from + 1)
  return at >= 0 && codes[at] === CLOSE ? at + 1 : -1
}
