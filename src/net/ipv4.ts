/**
 * IPv4 numbers straight from characters.
 *
 * Every row of every table passes here, so nothing is allocated and no package is asked: a refused constructor
 * costs ten accepted ones. `value.ts` and `prefix.ts` hold what needs ip-address or netmask.
 */

import { type Codes, codesOf } from '../text/codes.js'
import { textOfCodes } from '../text/text-of-codes.js'

const DOT = 46

/** The address as a number from 0 to 2^32−1; -1 where it is not four decimal parts without leading zeros. */
export function readIPv4(text: string): number {
  const { codes, end } = codesOf(text)
  return ipv4OfCodes(codes, 0, end)
}

/** As `readIPv4`, of the codes from `start` to `end`. */
export function ipv4OfCodes(codes: Codes, start: number, end: number): number {
  let value = 0
  let part = -1
  let parts = 1
  for (let at = start; at < end; at++) {
    const code = codes[at]
    if (code === DOT) {
      if (part < 0) return -1
      value = value * 256 + part
      part = -1
      parts++
    } else {
      const digit = (code ?? 0) - 48
      if (digit < 0 || digit > 9 || part === 0) return -1
      part = part < 0 ? digit : part * 10 + digit
      if (part > 255) return -1
    }
  }
  return parts === 4 && part >= 0 ? value * 256 + part : -1
}

/** Dotted quad of a number from 0 to 2^32−1. */
export function formatIPv4(value: number): string {
  return `${(value >>> 24) & 255}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}

/** Prefix length of a contiguous mask; -1 where the ones are not all in front. */
export function maskLength(mask: number): number {
  const host = ~mask >>> 0
  return (host & (host + 1)) >>> 0 === 0 ? Math.clz32(host) : -1
}

/** The length that an address's class implies: /8, /16, and /24 from 192 up (BSD counts D and E as C). */
export function classLength(value: number): 8 | 16 | 24 {
  const first = value >>> 24
  return first < 128 ? 8 : first < 192 ? 16 : 24
}

/**
 * The network whose zero octets at the end were cut: `127` is 127.0.0.0, `10.0.7` is 10.0.7.0. -1 where a part is no
 * octet or there are more than four; `octetCount` says how many are printed.
 */
export function readOctets(text: string): number {
  const { codes, end } = codesOf(text)
  return octetsOfCodes(codes, 0, end)
}

/** As `readOctets`, of the codes from `start` to `end`. */
export function octetsOfCodes(codes: Codes, start: number, end: number): number {
  let value = 0
  let part = -1
  let octets = 0
  for (let at = start; at <= end; at++) {
    const code = at === end ? DOT : codes[at]
    if (code === DOT) {
      if (part < 0 || ++octets > 4) return -1
      value = value * 256 + part
      part = -1
      continue
    }
    const digit = (code ?? 0) - 48
    if (digit < 0 || digit > 9 || part === 0) return -1
    part = part < 0 ? digit : part * 10 + digit
    if (part > 255) return -1
  }
  return value * (OCTET_STEPS[octets] ?? 1)
}

const OCTET_STEPS = [0, 2 ** 24, 2 ** 16, 2 ** 8, 1] as const

/** How many octets, parted by dots, are printed of an address. */
export function octetCount(codes: Codes, start: number, end: number): number {
  let octets = 1
  for (let at = start; at < end; at++) if (codes[at] === DOT) octets++
  return octets
}

const SLASH = 47
/** Room for `255.255.255.255/32`. */
const written = /* @__PURE__ */ new Uint16Array(18)

/** Canonical CIDR of a number from 0 to 2^32−1 and a length from 0 to 32. */
export function formatIPv4Cidr(value: number, length: number): string {
  let at = writeNumber(value >>> 24, 0)
  written[at++] = DOT
  at = writeNumber((value >>> 16) & 255, at)
  written[at++] = DOT
  at = writeNumber((value >>> 8) & 255, at)
  written[at++] = DOT
  at = writeNumber(value & 255, at)
  written[at++] = SLASH
  return textOfCodes(written, 0, writeNumber(length, at))
}

/** Writes a number from 0 to 255 and returns the next position. */
function writeNumber(value: number, from: number): number {
  let at = from
  let rest = value
  if (rest >= 100) written[at++] = 48 + ((rest / 100) | 0)
  if (rest >= 10) {
    rest %= 100
    written[at++] = 48 + ((rest / 10) | 0)
  }
  written[at++] = 48 + (rest % 10)
  return at
}
