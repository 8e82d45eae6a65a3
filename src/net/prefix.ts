import { Netmask } from 'netmask'
import { type Address, addressValue, formatAddress } from './value.js'

/** A network: its lowest address and prefix length. */
export interface Prefix {
  readonly family: 4 | 6
  /** The network address: host bits are zero. */
  readonly network: bigint
  readonly length: number
}

const BITS = { 4: 32, 6: 128 } as const

/** The number of bits of an address of that family. */
export function addressBits(family: 4 | 6): 32 | 128 {
  return BITS[family]
}

/** The network of a canonical CIDR (`Route.destination`); undefined for a bare address, whose mask is unknown. */
export function toPrefix(cidr: string): Prefix | undefined {
  const slash = cidr.indexOf('/')
  if (slash < 0) return undefined
  return networkOf(addressValue(cidr.slice(0, slash)), Number(cidr.slice(slash + 1)))
}

/** The network of that length around an address. */
export function networkOf(address: Address, length: number): Prefix {
  const { family, value } = address
  const shift = BITS[family] - length
  if (family === 4) return { family, network: BigInt(withoutBits(Number(value), shift)), length }
  const bits = BigInt(shift)
  return { family, network: (value >> bits) << bits, length }
}

/** A number of 32 bits without its lowest `shift`. */
function withoutBits(value: number, shift: number): number {
  return shift === 32 ? 0 : ((value >>> shift) << shift) >>> 0
}

/** The network of a host: /32 or /128. */
export function hostPrefix(address: Address): Prefix {
  return { family: address.family, network: address.value, length: BITS[address.family] }
}

/** True where `outer` holds every address of `inner` (equal prefixes do). */
export function contains(outer: Prefix, inner: Prefix): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false
  const shift = BITS[outer.family] - outer.length
  if (outer.family === 4) return withoutBits(Number(inner.network), shift) === Number(outer.network)
  return outer.network >> BigInt(shift) === inner.network >> BigInt(shift)
}

/** True for the same network with the same length. */
export function samePrefix(a: Prefix, b: Prefix): boolean {
  return a.family === b.family && a.length === b.length && a.network === b.network
}

/** How many addresses a prefix has. */
export function prefixSize(prefix: Prefix): bigint {
  return 1n << BigInt(BITS[prefix.family] - prefix.length)
}

/** Canonical text of a prefix. */
export function formatPrefix(prefix: Prefix): string {
  return `${networkText(prefix)}/${prefix.length}`
}

/** Canonical text of a prefix's network address. */
export function networkText(prefix: Prefix): string {
  return formatAddress({ family: prefix.family, value: prefix.network })
}

/** Dotted mask of an IPv4 prefix length. */
export function dottedMask(length: number): string {
  // netmask reads a numeric 0 as "no mask given"; the default route's mask is ours.
  return length === 0 ? '0.0.0.0' : new Netmask('0.0.0.0', length).mask
}
