import type { FlagTable } from './table.js'

/**
 * Letters of `netstat -r` and `route` of Linux (net-tools, busybox, toybox). Some mean one thing in the IPv4 table and
 * another in the IPv6 table.
 */
export const linuxFlags: FlagTable = {
  '!': 'reject',
  A: 'addrconf',
  C: 'cache',
  D: 'redirect-or-default',
  G: 'gateway',
  H: 'host',
  M: 'modified',
  R: 'reinstate',
  U: 'up',
  a: 'all-on-link',
  c: 'addrconf-or-cache',
  d: 'default',
  e: 'expires',
  f: 'flow',
  i: 'irtt',
  l: 'local',
  m: 'modified',
  n: 'no-next-hop-or-not-cached',
  o: 'no-next-hop',
  p: 'policy',
  u: 'mtu',
  w: 'window',
}

/** Bits of /proc/net/route and /proc/net/ipv6_route, from `linux/route.h` and `linux/ipv6_route.h`. */
const BITS: readonly (readonly [number, string])[] = [
  [0x1, 'up'],
  [0x2, 'gateway'],
  [0x4, 'host'],
  [0x8, 'reinstate'],
  [0x10, 'redirect'],
  [0x20, 'modified'],
  [0x40, 'mtu'],
  [0x80, 'window'],
  [0x100, 'irtt'],
  [0x200, 'reject'],
  [0x10000, 'default'],
  [0x20000, 'all-on-link'],
  [0x40000, 'addrconf'],
  [0x80000, 'prefix-route'],
  [0x100000, 'anycast'],
  [0x200000, 'no-next-hop'],
  [0x400000, 'expires'],
  [0x800000, 'route-information'],
  [0x1000000, 'cache'],
  [0x2000000, 'flow'],
  [0x4000000, 'policy'],
  [0x40000000, 'per-cpu'],
  [0x80000000, 'local'],
]

/** Two bits that are one value: 1 high, 3 low. */
const PREFERENCE = 0x8000000

/** The meaning of a flags cell of /proc, four or eight hexadecimal digits; undefined for letters. */
export function linuxFlagBits(flags: string): string[] | undefined {
  if (!/^(?:[0-9A-F]{4}|[0-9a-f]{8})$/.test(flags)) return undefined
  const value = Number.parseInt(flags, 16)
  const names = BITS.filter(([bit]) => (value & bit) !== 0).map(([, name]) => name)
  const preference = Math.trunc(value / PREFERENCE) & 3
  if (preference === 1) names.push('pref-high')
  if (preference === 3) names.push('pref-low')
  const known = BITS.reduce((sum, [bit]) => sum | bit, PREFERENCE * 3)
  const rest = (value & ~known) >>> 0
  if (rest !== 0) names.push(`unknown(0x${rest.toString(16)})`)
  return names
}
