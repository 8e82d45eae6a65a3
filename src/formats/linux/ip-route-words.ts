import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { CellMemo } from '../../text/cell-memo.js'
import type { AttributeReader } from './ip-attributes.js'

/** Types of a route; `unicast` is printed with `-d` only. */
export const routeTypes: ReadonlySet<string> = new Set([
  'anycast',
  'blackhole',
  'broadcast',
  'local',
  'multicast',
  'nat',
  'prohibit',
  'throw',
  'unicast',
  'unreachable',
  'xresolve',
])

/** The type that a cell names; a number where iproute2 has no name for it (it knows those up to 11). */
export function routeType(text: string): string | undefined {
  return routeTypes.has(text) || /^(?:1[2-9]|[2-9]\d)$/.test(text) ? text : undefined
}

/** Memo of the types that cells name. */
export const typeCells = /* @__PURE__ */ new CellMemo(routeType)

/** Types that lead nowhere. */
export const deadTypes: ReadonlySet<string> = new Set([
  'blackhole',
  'prohibit',
  'throw',
  'unreachable',
])

/**
 * True for a row of IPv6 to lo without a type, a next hop or a protocol. The kernel's own name it, and what cannot be
 * reached leads to lo as well: `unreachable 2001:db8::/48 dev lo metric 1024` without its first word.
 */
export function mayLackType({ family, type, interface: name, gateway, protocol }: Route): boolean {
  if (family !== 6 || name !== 'lo' || type !== undefined) return false
  return gateway.kind === 'onlink' && protocol === undefined
}

/** Reads the value that stands at cell `index` and answers the cell behind it. */
export type ReadValue = (values: AttributeReader, route: Open<Route>, index: number) => number

const skip: ReadValue = (_values, _route, index) => index + 1
/** A word that stands for itself. */
export const flag: ReadValue = (_values, _route, index) => index

/** What `ip route` prints behind a destination: each word with the reader of its value. */
const ATTRIBUTES: Readonly<Record<string, ReadValue>> = {
  advmss: (values, _route, index) => values.locked(index),
  age: skip,
  cache: flag,
  cc: skip,
  congctl: skip,
  cwnd: (values, _route, index) => values.locked(index),
  dead: flag,
  dev: (values, route, index) => values.device(route, index),
  dport: skip,
  dsfield: skip,
  encap: (values, _route, index) => values.encapsulation(index),
  error: (values, route, index) => values.error(route, index),
  expires: (values, route, index) => values.seconds(route, index),
  fastopen_no_cookie: skip,
  features: (values, _route, index) => values.features(index),
  flow: skip,
  flowlabel: skip,
  from: skip,
  hoplimit: (values, _route, index) => values.locked(index),
  iif: skip,
  initcwnd: (values, _route, index) => values.locked(index),
  initrwnd: (values, _route, index) => values.locked(index),
  ipid: skip,
  ipproto: skip,
  linkdown: flag,
  mark: skip,
  metric: (values, route, index) => values.metric(route, index),
  mtu: (values, route, index) => values.mtu(route, index),
  nhid: skip,
  notify: flag,
  offload: flag,
  oif: skip,
  onlink: flag,
  pervasive: flag,
  pref: (values, _route, index) => values.preference(index),
  proto: (values, route, index) => values.word(route, 'protocol', index),
  quickack: skip,
  realm: skip,
  realms: skip,
  reordering: (values, _route, index) => values.locked(index),
  rt_offload: flag,
  rt_offload_failed: flag,
  rt_trap: flag,
  rto_min: (values, _route, index) => values.locked(index),
  rtt: (values, _route, index) => values.locked(index),
  rttvar: (values, _route, index) => values.locked(index),
  scope: (values, route, index) => values.word(route, 'scope', index),
  sport: skip,
  src: (values, route, index) => values.source(route, index),
  ssthresh: (values, _route, index) => values.locked(index),
  table: (values, route, index) => values.word(route, 'table', index),
  tos: skip,
  trap: flag,
  ts: skip,
  tsage: skip,
  'ttl-propagate': skip,
  uid: skip,
  unresolved: flag,
  used: (values, route, index) => values.count(route, 'use', index),
  users: (values, route, index) => values.count(route, 'refs', index),
  via: (values, route, index) => values.via(route, index),
  weight: skip,
  window: (values, route, index) => values.window(route, index),
}

/** What reads the value of an attribute; undefined where the word is none. */
export function attributeOf(word: string): ReadValue | undefined {
  return Object.hasOwn(ATTRIBUTES, word) ? ATTRIBUTES[word] : undefined
}

/** True for a word that stands behind a destination in a row of `ip route`. */
export function isAttribute(word: string): boolean {
  return Object.hasOwn(ATTRIBUTES, word)
}

/** True for an attribute that a value follows. */
export function takesValue(word: string): boolean {
  const read = attributeOf(word)
  return read !== undefined && read !== flag
}
