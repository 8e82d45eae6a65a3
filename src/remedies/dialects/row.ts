import { once } from '../../analyze/once.js'
import type { Route } from '../../model/route.js'
import { readAddress } from '../../net/address.js'
import { readLength } from '../../net/cidr.js'
import { classLength, readIPv4 } from '../../net/ipv4.js'
import { addressBits, networkOf, networkText, type Prefix, toPrefix } from '../../net/prefix.js'
import { addressValue } from '../../net/value.js'

/** The destination of a row: its network address, and its length where the table gives one. */
export interface Destination {
  readonly network: string
  readonly length?: number
}

/** Network and length of a row; undefined where the destination is no address. */
export const destinationOf: (row: Route) => Destination | undefined = /* @__PURE__ */ once(
  ({ destination }) => {
    const slash = destination.indexOf('/')
    const address = slash < 0 ? destination : destination.slice(0, slash)
    if (readAddress(address) === undefined) return undefined
    const prefix = slash < 0 ? undefined : toPrefix(destination)
    return prefix === undefined
      ? { network: address }
      : { network: networkText(prefix), length: prefix.length }
  },
)

/** True where the row can be of that length: it has it, or the table prints none. */
export function hasLength(row: Destination, lengths: readonly number[] | 'any'): boolean {
  return lengths === 'any' || row.length === undefined || lengths.includes(row.length)
}

/** The address in the gateway column, if one stands there. */
export function gatewayAddress(row: Route): string | undefined {
  return row.gateway.kind === 'address' ? row.gateway.address : undefined
}

/** True where the length is the one that the class of the address gives. */
export function isNatural(prefix: Prefix): boolean {
  return prefix.family === 4 && prefix.length === classLength(Number(prefix.network))
}

/** How many octets a network has up to the last that is not zero. */
export function octetCount(prefix: Prefix): number {
  let count = 4
  for (let rest = Number(prefix.network); count > 1 && rest % 256 === 0; count--) rest /= 256
  return count
}

/**
 * The lengths that a network number without a mask may be given: by class, or by its zero octets
 * (inet_makenetandmask of 4.4BSD). Which of the two a system takes need not be known, if neither hits another row.
 */
export function impliedLengths(network: string): readonly number[] {
  const value = readIPv4(network)
  if (value < 0) return [addressBits(6)]
  const octets = octetCount({ family: 4, network: BigInt(value), length: 32 })
  return [classLength(value), octets * 8]
}

/** `9.0.0.0/8`, `9/8`, `2001:db8::/64` as a command line has it; undefined where it is no network. */
export function readDestination(text: string): Destination | undefined {
  const slash = text.indexOf('/')
  const head = slash < 0 ? text : text.slice(0, slash)
  const bare = /^\d+(?:\.\d+){0,2}$/.test(head)
    ? `${head}${'.0'.repeat(4 - head.split('.').length)}`
    : head
  const address = readAddress(bare)
  if (address === undefined) return undefined
  if (slash < 0) return { network: address.address }
  const length = readLength(text.slice(slash + 1), addressBits(address.family))
  if (length < 0) return undefined
  return { network: networkText(networkOf(addressValue(address.address), length)), length }
}
