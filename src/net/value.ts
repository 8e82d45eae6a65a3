import { Address6 } from 'ip-address'
import { formatIPv4, readIPv4 } from './ipv4.js'

/** An address as the analyzer computes with it: IPv4 as a number, IPv6 as a bigint, both under `value`. */
export interface Address {
  readonly family: 4 | 6
  readonly value: bigint
  readonly zone?: string
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

const MAPPED = 0xffffn

/** True for ::ffff:0:0/96, whose last 32 bits RFC 5952 prints as a dotted quad. */
function isMapped(value: bigint): boolean {
  return value >> 32n === MAPPED
}
