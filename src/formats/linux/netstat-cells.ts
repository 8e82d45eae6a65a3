import type { Gateway } from '../../model/route.js'
import { readMask } from '../../net/cidr.js'
import { readIPv4 } from '../../net/ipv4.js'

/** Directly on the interface. */
export const ON_LINK: Gateway = { kind: 'onlink' }
/** The row leads nowhere. */
export const NOWHERE: Gateway = { kind: 'none' }
/** `via inet6 fe80::1` is printed as 0.0.0.0 with G: there is a next hop, but the table cannot show it. */
export const HIDDEN: Gateway = { kind: 'unknown', text: '0.0.0.0' }

/** What stands in the gateway column. */
export interface GatewayCell {
  readonly gateway: Gateway
  readonly kind: 'address' | 'dash' | 'name' | 'zero'
}

/** The answer of `readMaskCell` for a cell that is no address. */
export const NO_MASK = -2

/** Prefix length of a mask cell; -1 for a mask with holes, NO_MASK for anything else. */
export function readMaskCell(text: string): number {
  return readIPv4(text) < 0 ? NO_MASK : readMask(text)
}

/** The interface of a cell; undefined for the marks of none, and for what no interface is called. */
export function deviceCell(text: string): string | undefined {
  return /^(?:[-*]?|[\d.]+)$/.test(text) ? undefined : text
}

/** The gateway of a cell, and what kind of cell it is. */
export function gatewayCell(text: string): GatewayCell {
  if (text === '0.0.0.0' || text === '*') return { kind: 'zero', gateway: ON_LINK }
  if (text === '-') return { kind: 'dash', gateway: NOWHERE }
  if (readIPv4(text) >= 0) return { kind: 'address', gateway: { kind: 'address', address: text } }
  return { kind: 'name', gateway: { kind: 'unknown', text } }
}
