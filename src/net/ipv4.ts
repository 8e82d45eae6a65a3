/**
 * IPv4 numbers straight from characters.
 *
 * Every row of every table passes here, so nothing is allocated and no package is asked: a refused constructor
 * costs ten accepted ones. `address.ts` and `prefix.ts` hold what needs ip-address or netmask.
 */

const DOT = 46

/** The address as a number from 0 to 2^32−1; -1 where it is not four decimal parts without leading zeros. */
export function readIPv4(text: string, start = 0, end = text.length): number {
  const size = end - start
  if (size < 7 || size > 15) return -1
  let value = 0
  let part = -1
  let parts = 1
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === DOT) {
      if (part < 0 || parts === 4) return -1
      value = value * 256 + part
      part = -1
      parts++
    } else {
      const digit = code - 48
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

/** The mask of a prefix length from 0 to 32, as a number. */
export function lengthMask(length: number): number {
  return length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0
}

/** The length that an address's class implies: /8, /16, and /24 from 192 up (BSD counts D and E as C). */
export function classLength(value: number): 8 | 16 | 24 {
  const first = value >>> 24
  return first < 128 ? 8 : first < 192 ? 16 : 24
}

/**
 * The octets that are printed of a network whose zero octets were cut, padded with zeros at the right:
 * `127` is 127.0.0.0, `10.0.7` is 10.0.7.0. Answers the number and how many octets stood there; null where a part
 * is no octet or there are more than four.
 */
export function readOctets(
  text: string,
  start = 0,
  end = text.length,
): { value: number; octets: number } | null {
  let value = 0
  let part = -1
  let octets = 0
  for (let at = start; at <= end; at++) {
    const code = at === end ? DOT : text.charCodeAt(at)
    if (code === DOT) {
      if (part < 0 || ++octets > 4) return null
      value = value * 256 + part
      part = -1
      continue
    }
    const digit = code - 48
    if (digit < 0 || digit > 9 || part === 0) return null
    part = part < 0 ? digit : part * 10 + digit
    if (part > 255) return null
  }
  return { value: value * 256 ** (4 - octets), octets }
}
