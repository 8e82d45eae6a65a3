import type { Route } from '../model/route.js'
import { classLength, readIPv4 } from '../net/ipv4.js'
import type { Known } from './facts.js'
import { maskNumber } from './numbers.js'
import { baseName } from './systems/names.js'

interface Mask {
  readonly length: number
  readonly inferred?: true
}

/** Masks of rows that are printed without, where another capture of the host prints the same row or its address with one. */
export function knownMasks(known: Known): (route: Route) => Mask | undefined {
  let masks: ((route: Route) => Mask | undefined) | undefined
  return (route) => {
    masks ??= gatherMasks(known)
    return masks(route)
  }
}

function gatherMasks(known: Known): (route: Route) => Mask | undefined {
  const printed = new Map<string, number>()
  for (const { record } of known.rows) {
    const [address, length] = record.destination.split('/')
    if (length !== undefined && !record.maskUnknown)
      printed.set(rowKey(record, address ?? ''), Number(length))
  }
  const listed = new Map<string, number>()
  for (const { record } of known.addresses)
    if (record.prefixLength !== undefined) listed.set(record.address, record.prefixLength)
  return (route) => {
    const length = printed.get(rowKey(route, route.destination)) ?? listedMask(route, listed)
    return length === undefined ? undefined : { length }
  }
}

/** The length of the own address that a row names as gateway, where that address does make this network. */
function listedMask(route: Route, listed: ReadonlyMap<string, number>): number | undefined {
  const { gateway } = route
  if (gateway.kind !== 'address' || route.flags?.includes('G')) return undefined
  const length = listed.get(gateway.address)
  const own = readIPv4(gateway.address)
  if (length === undefined || own < 0) return undefined
  return maskNumber(own, length) === readIPv4(route.destination) ? length : undefined
}

function rowKey(route: Route, address: string): string {
  const { gateway } = route
  const by = gateway.kind === 'address' ? gateway.address : gateway.kind
  return `${address} ${by} ${baseName(route.interface ?? '')}`
}

/**
 * The likeliest mask of a network: its class, where the octets behind are zero; else the octets that are not zero. A
 * gateway that is an own address lies inside, which bounds the length. IPv4 only: IPv6 rows always print theirs.
 */
export function inferMask(route: Route): Mask | undefined {
  const network = readIPv4(route.destination)
  if (network < 0) return undefined
  const { gateway } = route
  const own = gateway.kind === 'address' && !route.flags?.includes('G')
  const inside = own ? readIPv4(gateway.address) : -1
  const most = inside < 0 ? 32 : Math.clz32((network ^ inside) >>> 0)
  const least = network === 0 ? 0 : 32 - trailingZeros(network)
  const octets = Math.ceil(least / 8) * 8
  for (const length of [classLength(network), octets])
    if (length >= least && length <= most) return { length, inferred: true }
  return most >= least ? { length: most, inferred: true } : undefined
}

function trailingZeros(value: number): number {
  return 31 - Math.clz32(value & -value)
}
