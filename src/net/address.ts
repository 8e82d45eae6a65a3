import { Address6 } from 'ip-address'
import { formatIPv4, readIPv4 } from './ipv4.js'
import { isCanonicalIPv6 } from './ipv6.js'

/** An address as the analyzer computes with it: IPv4 as a number, IPv6 as a bigint, both under `value`. */
export interface Address {
  readonly family: 4 | 6
  readonly value: bigint
  readonly zone?: string
}

const HEX_GROUP = /^[0-9a-f]{1,4}$/i

/**
 * True where the text is one IPv6 address by the book: eight groups of one to four digits, or `::` once in place of
 * at least one; the last two may be an IPv4 address. ip-address takes far more, so nothing reaches it unchecked.
 */
function isStrictIPv6(text: string): boolean {
  if (text.length < 2 || text.length > 45) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  let groups = 0
  for (let i = 0; i < halves.length; i++) {
    const half = halves[i] ?? ''
    if (half === '') {
      if (halves.length === 1) return false
      continue
    }
    const parts = half.split(':')
    const last = parts.at(-1) ?? ''
    if (i === halves.length - 1 && readIPv4(last) >= 0) {
      parts.pop()
      groups += 2
    }
    if (!parts.every((part) => HEX_GROUP.test(part))) return false
    groups += parts.length
  }
  return halves.length === 2 ? groups < 8 : groups === 8
}

/** RFC 5952 text of an IPv6 address without a zone; undefined where it is none. */
export function canonicalIPv6(text: string): string | undefined {
  // ip-address costs about ten times a scan, and tools print the canonical spelling nearly always.
  if (isCanonicalIPv6(text)) return text
  if (!isStrictIPv6(text)) return undefined
  const address = new Address6(text)
  return isMapped(address.bigInt()) ? address.to4in6() : address.correctForm()
}

const MAPPED = 0xffffn

/** True for ::ffff:0:0/96, whose last 32 bits RFC 5952 prints as a dotted quad. */
function isMapped(value: bigint): boolean {
  return value >> 32n === MAPPED
}

/** Zones are interface names or numbers; a percent sign, a slash or a blank never stands in one. */
const ZONE = /^[A-Za-z0-9._:@-]{1,64}$/

/** True where the text can be the zone of a scoped address. */
export function isZone(text: string): boolean {
  return ZONE.test(text)
}

/** The canonical text and zone of an address of either family; undefined where it is none. */
export function readAddress(
  text: string,
): { readonly family: 4 | 6; readonly address: string; readonly zone?: string } | undefined {
  if (readIPv4(text) >= 0) return { family: 4, address: text }
  const percent = text.indexOf('%')
  const bare = percent < 0 ? text : text.slice(0, percent)
  if (!bare.includes(':')) return undefined
  const address = canonicalIPv6(bare)
  if (address === undefined) return undefined
  if (percent < 0) return { family: 6, address }
  const zone = text.slice(percent + 1)
  return isZone(zone) ? { family: 6, address, zone } : undefined
}

/** The number of a canonical address, as `readAddress` gives it. */
export function addressValue(address: string): Address {
  const v4 = readIPv4(address)
  if (v4 >= 0) return { family: 4, value: BigInt(v4) }
  return { family: 6, value: new Address6(address).bigInt() }
}

/** Canonical text of an address given as a number. */
export function formatAddress(address: Address): string {
  if (address.family === 4) return formatIPv4(Number(address.value))
  const v6 = Address6.fromBigInt(address.value)
  return isMapped(address.value) ? v6.to4in6() : v6.correctForm()
}
