import type { Platform } from '../model/platform.js'
import type { PolicyRule } from '../model/proof.js'
import type { Route } from '../model/route.js'
import { readIPv4 } from '../net/ipv4.js'
import { maskBigint, maskNumber, readIPv6, readNetwork } from './numbers.js'
import { stagesOf } from './stages.js'
import { systemOf } from './systems/index.js'
import type { System } from './systems/system.js'

/** What decides beside the rows which of them carries a packet. */
export interface LookupOptions {
  /** Whose rules of preference hold; those common to all systems where absent. */
  readonly platform?: Platform | null
  /** Lines of `ip rule`. */
  readonly policyRules?: readonly PolicyRule[]
}

/** Rows of one family as columns of numbers, in the order given; a row that takes no part has stage `OUT`. */
export interface RouteTable {
  readonly family: 4 | 6
  readonly system: System
  readonly routes: readonly Route[]
  /** Position of each row's table in the order in which tables are asked. */
  readonly stage: Uint8Array
  /** Position of its table among those that are searched together with it. */
  readonly within: Uint8Array
  readonly length: Uint8Array
  /** Network numbers: a typed array for IPv4. */
  readonly network: { readonly [row: number]: number | bigint }
}

/** Stage of rows that carry nothing: of other families and tables, persistent, cut, without a mask. */
export const OUT = 255

/** How a system looks for the route of a packet of one family. */
export interface LookupOrder {
  readonly family: 4 | 6
  readonly system: System
  /** When each table is asked; those that nothing leads to are not among them. */
  readonly places: ReadonlyMap<string, { readonly stage: number; readonly within: number }>
}

/** The order in which a system asks its tables. */
export function lookupOrder(family: 4 | 6, options: LookupOptions): LookupOrder {
  const system = systemOf(options.platform ?? null)
  const stages = stagesOf(system, family, options.policyRules ?? [])
  const places = stages.flatMap((tables, stage) =>
    tables.map((name, within) => [name, { stage, within }] as const),
  )
  return { family, system, places: new Map(places) }
}

/** Columns of one family's rows. */
export function routeTable(
  routes: readonly Route[],
  family: 4 | 6,
  options: LookupOptions = {},
): RouteTable {
  return tableIn(routes, lookupOrder(family, options))
}

/** The same in an order that is known, made in one pass: a table of the whole Internet has a million rows. */
export function tableIn(routes: readonly Route[], order: LookupOrder): RouteTable {
  const { family, system, places } = order
  const stage = new Uint8Array(routes.length).fill(OUT)
  const within = new Uint8Array(routes.length)
  const length = new Uint8Array(routes.length)
  const network =
    family === 4 ? new Float64Array(routes.length) : new Array<bigint>(routes.length).fill(0n)
  for (let i = 0; i < routes.length; i++) {
    const route = routes[i]
    if (route === undefined || route.family !== family || route.persistent || route.truncated)
      continue
    const at = places.get(system.table(route))
    const read = at === undefined ? undefined : readNetwork(route.destination)
    if (at === undefined || read === undefined) continue
    stage[i] = at.stage
    within[i] = at.within
    length[i] = read.length
    // The column holds what `readNetwork` gives for the family that was asked for.
    ;(network as (number | bigint)[])[i] = read.network
  }
  return { family, system, routes, stage, within, length, network }
}

/** Negative where row `a` is preferred to row `b` of the same prefix and stage; 0 where the system does not decide. */
export function compareRows(table: RouteTable, a: number, b: number): number {
  const { within, system, routes } = table
  const byTable = (within[a] ?? 0) - (within[b] ?? 0)
  if (byTable !== 0) return byTable
  const first = routes[a]
  const second = routes[b]
  if (first === undefined || second === undefined) return 0
  const byRank = system.ties.rank(first) - system.ties.rank(second)
  return byRank !== 0 || system.ties.equal === 'undecided' ? byRank : a - b
}

/**
 * The row that carries packets to an address: the longest match, by the preference of the platform among equals.
 * Undefined where none does.
 *
 * @throws RangeError where the address is none.
 */
export function lookup(
  routes: readonly Route[],
  address: string,
  options: LookupOptions = {},
): Route | undefined {
  const v4 = readIPv4(address)
  const value = v4 >= 0 ? v4 : readIPv6(address)
  if (value === undefined || (v4 < 0 && !address.includes(':')))
    throw new RangeError(`expected an address, got "${address}"`)
  return lookupIn(routeTable(routes, v4 >= 0 ? 4 : 6, options), value)
}

/** The same on a table that was made before: one pass over its columns. */
export function lookupIn(table: RouteTable, address: number | bigint): Route | undefined {
  let best = -1
  const { stage, length, network } = table
  for (let i = 0; i < stage.length; i++) {
    if (stage[i] === OUT || !covers(network[i] ?? 0, length[i] ?? 0, address)) continue
    if (table.routes[i]?.type === 'throw') continue
    if (best < 0 || precedes(table, i, best)) best = i
  }
  return best < 0 ? undefined : table.routes[best]
}

function covers(network: number | bigint, length: number, address: number | bigint): boolean {
  return typeof address === 'number'
    ? maskNumber(address, length) === network
    : maskBigint(address, length) === network
}

function precedes(table: RouteTable, a: number, b: number): boolean {
  const byStage = (table.stage[a] ?? OUT) - (table.stage[b] ?? OUT)
  if (byStage !== 0) return byStage < 0
  const byLength = (table.length[b] ?? 0) - (table.length[a] ?? 0)
  return byLength !== 0 ? byLength < 0 : compareRows(table, a, b) < 0
}
