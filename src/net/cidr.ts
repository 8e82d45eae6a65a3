import { type Codes, codesOf } from '../text/codes.js'
import { canonicalIPv6, isZone } from './address.js'
import { maskLength, readIPv4 } from './ipv4.js'

/** A prefix length from 0 to `max` in plain decimal; -1 for anything else, `/08` and `/-1` included. */
export function readLength(text: string, max: number): number {
  const { codes, end } = codesOf(text)
  return lengthOfCodes(codes, max, { start: 0, end })
}

/** As `readLength`, of the codes in a range. */
export function lengthOfCodes(
  codes: Codes,
  max: number,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  const size = end - start
  if (size < 1 || size > 3) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (codes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  if (size > 1 && codes[start] === 48) return -1
  return value <= max ? value : -1
}

/** Prefix length of a netmask written as a dotted quad; -1 where it is none or has holes. */
export function readMask(text: string): number {
  const mask = readIPv4(text)
  return mask < 0 ? -1 : maskLength(mask)
}

/** Prefix length of a netmask written as `0xffffff00`; -1 where it is none or has holes. */
export function readHexMask(text: string): number {
  return /^0x[0-9a-f]{1,8}$/i.test(text) ? maskLength(Number.parseInt(text, 16)) : -1
}

/** Canonical text of `address/length`, `address%zone/length` or a bare address, of either family. */
export function readCidr(
  text: string,
): { family: 4 | 6; cidr: string; zone?: string; length: number } | undefined {
  const slash = text.indexOf('/')
  const head = slash < 0 ? text : text.slice(0, slash)
  const v4 = readIPv4(head)
  if (v4 >= 0) {
    const length = slash < 0 ? 32 : readLength(text.slice(slash + 1), 32)
    return length < 0 ? undefined : { family: 4, cidr: `${head}/${length}`, length }
  }
  return readCidr6(head, slash < 0 ? 128 : readLength(text.slice(slash + 1), 128))
}

function readCidr6(head: string, length: number) {
  const percent = head.indexOf('%')
  const address = canonicalIPv6(percent < 0 ? head : head.slice(0, percent))
  if (address === undefined || length < 0) return undefined
  const cidr = `${address}/${length}`
  if (percent < 0) return { family: 6 as const, cidr, length }
  const zone = head.slice(percent + 1)
  return isZone(zone) ? { family: 6 as const, cidr, zone, length } : undefined
}
