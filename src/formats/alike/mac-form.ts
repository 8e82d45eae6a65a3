import type { Codes } from '../../text/codes.js'
import { textOfCodes } from '../../text/text-of-codes.js'

const ZERO = 48
const COLON = 58

/** How the hardware addresses of a column are spelled. */
export interface MacSpelling {
  readonly separator: number
  /** Octets may lack their leading zero. */
  readonly short: boolean
  readonly upper: boolean
}

/** The spelling of a hardware address of six octets. */
export function macSpelling(text: string): MacSpelling {
  return {
    separator: text.includes('-') ? HYPHEN : COLON,
    short: text.length < MAC,
    upper: /[A-F]/.test(text),
  }
}

const HYPHEN = 45
const MAC = 17
const written = /* @__PURE__ */ new Uint16Array(MAC)
const F = 102

/** Index behind six octets that are not all the same digit (no address, or everybody's); -1 where there are none. */
export function macBehind(codes: Codes, from: number, spelling: MacSpelling): number {
  const { separator, short, upper } = spelling
  let at = from
  let same = true
  const sample = codes[from] as number
  for (let octet = 0; octet < 6; octet++) {
    if (octet > 0 && codes[at++] !== separator) return -1
    const first = codes[at] as number
    if (!isHex(first, upper)) return -1
    const second = codes[++at] as number
    if (first !== sample) same = false
    if (isHex(second, upper)) {
      if (second !== sample) same = false
      at++
    } else if (!short) return -1
  }
  return same && (sample === ZERO || (sample | 32) === F) ? -1 : at
}

function isHex(code: number, upper: boolean): boolean {
  return (
    (code >= ZERO && code <= 57) || (code >= 97 && code <= F) || (upper && code >= 65 && code <= 70)
  )
}

/** The text of six octets in lower case, two digits each, parted by colons. */
export function macText(codes: Codes, from: number, spelling: MacSpelling): string {
  const { separator, short, upper } = spelling
  if (separator === COLON && !short && !upper) return textOfCodes(codes, from, from + MAC)
  let at = from
  for (let size = 0; size < MAC; size += 3) {
    const first = codes[at] as number
    const second = codes[at + 1] as number
    const isShort = second === separator || second <= 32
    written[size] = isShort ? ZERO : lower(first)
    written[size + 1] = lower(isShort ? first : second)
    written[size + 2] = COLON
    at += isShort ? 2 : 3
  }
  return textOfCodes(written, 0, MAC)
}

/** Digits have the bit of lower case set already. */
function lower(code: number): number {
  return code | 32
}
