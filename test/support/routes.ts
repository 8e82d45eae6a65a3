import fc from 'fast-check'
import type { Gateway, Route } from '../../src/index.js'

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }

/** A route with nothing but what a test is about. */
export function route(destination: string, rest: Partial<Route> = {}): Route {
  const family = destination.includes(':') ? 6 : 4
  return { family, destination, gateway: { kind: 'onlink' }, span, ...rest }
}

/** A gateway that is an address. */
export function via(address: string): { readonly gateway: Gateway } {
  return { gateway: { kind: 'address', address } }
}

/** IPv4 networks that overlap often: few bits differ. */
const network4 = fc
  .tuple(fc.nat(255), fc.nat(3), fc.nat(32))
  .map(([low, high, length]) => cidr4(((10 << 24) | (high << 8) | low) >>> 0, length))

/** IPv6 networks that overlap often. */
const network6 = fc
  .tuple(fc.nat(0xff), fc.nat(3), fc.integer({ min: 96, max: 128 }))
  .map(([low, high, length]) => cidr6(BigInt((high << 8) | low), length))

/** Tables with many twins: metrics and interfaces repeat. */
export function tables(family: 4 | 6): fc.Arbitrary<Route[]> {
  const one = fc.record({
    destination: family === 4 ? network4 : network6,
    metric: fc.nat(2),
    interface: fc.constantFrom('eth0', 'eth1', 'lo'),
    table: fc.constantFrom('local', 'main'),
  })
  return fc
    .array(one, { minLength: 1, maxLength: 12 })
    .map((rows) => rows.map(({ destination, ...rest }) => route(destination, rest)))
}

function cidr4(value: number, length: number): string {
  const masked = length === 0 ? 0 : (value & (0xffffffff << (32 - length))) >>> 0
  return `${dotted(masked)}/${length}`
}

/** Dotted quad of a number. */
export function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}

function cidr6(low: bigint, length: number): string {
  const shift = BigInt(128 - length)
  return `${address6((low >> shift) << shift)}/${length}`
}

/** `2001:db8::` and a number below 2^16. */
export function address6(low: bigint): string {
  return low === 0n ? '2001:db8::' : `2001:db8::${low.toString(16)}`
}
