import type { Route } from '../model/route.js'
import { countFirst } from '../net/count-first.js'
import { maskBigint, maskNumber, readNetwork } from './numbers.js'
import { once } from './once.js'
import { compareRows, OUT, type RouteTable } from './route-table.js'

/**
 * The rows of a table by network, the shorter prefix first; of one prefix the earlier stage, then the preferred row.
 * So all that lies inside of a prefix is one range, and each prefix around it is found by searching for its network.
 */
export interface RouteIndex {
  readonly table: RouteTable
  readonly order: readonly number[]
  /** Where in the order the rows of each prefix and stage begin. */
  readonly starts: readonly number[]
  /** The last listed of the rows of a prefix and stage up to each place of the order. */
  readonly latest: Uint32Array
  /** Whether some row has that length. */
  readonly hasLength: readonly boolean[]
}

/** Rows of one prefix and stage: the places `start` to `end` of the order, `end` exclusive. */
export interface Run {
  readonly stage: number
  readonly start: number
  readonly end: number
  /** The row that is preferred. */
  readonly best: number
}

/** The index of a table, made when it is first asked for. */
export const indexOf: (table: RouteTable) => RouteIndex = /* @__PURE__ */ once(makeIndex)

function makeIndex(table: RouteTable): RouteIndex {
  const { routes, length } = table
  const order = routes.map((_, i) => i).sort((a, b) => byPlace(table, a, b))
  const starts: number[] = []
  const latest = new Uint32Array(order.length)
  const hasLength: boolean[] = []
  for (const [at, row] of order.entries()) {
    const before = order[at - 1]
    const isSame = before !== undefined && compareRuns(table, before, row) === 0
    if (!isSame) starts.push(at)
    latest[at] = isSame ? Math.max(latest[at - 1] ?? 0, row) : row
    hasLength[length[row] ?? 0] = true
  }
  return { table, order, starts, latest, hasLength }
}

function byPlace(table: RouteTable, a: number, b: number): number {
  return compareRuns(table, a, b) || compareRows(table, a, b) || a - b
}

function compareRuns(table: RouteTable, a: number, b: number): number {
  const place = { network: table.network[b] ?? 0, length: table.length[b] ?? 0 }
  return compareTo(table, a, { ...place, stage: stageOf(table, b) })
}

/** A prefix, and a stage of those that its rows have. */
interface Wanted {
  readonly network: number | bigint
  readonly length: number
  readonly stage: number
}

function compareTo(table: RouteTable, row: number, { network, length, stage }: Wanted): number {
  const own = table.network[row] ?? 0
  if (own !== network) return own < network ? -1 : 1
  return (table.length[row] ?? 0) - length || stageOf(table, row) - stage
}

/** A row that hands packets on to the next table carries none itself. */
function stageOf({ routes, stage }: RouteTable, row: number): number {
  return routes[row]?.type === 'throw' ? OUT : (stage[row] ?? OUT)
}

/** The number of the first run at or behind a prefix and stage. */
function firstRun({ table, order, starts }: RouteIndex, wanted: Wanted): number {
  return countFirst(starts.length, (run) => {
    const row = order[starts[run] ?? 0] ?? 0
    return compareTo(table, row, wanted) < 0
  })
}

function runAt({ table, order, starts }: RouteIndex, number: number): Run | undefined {
  const start = starts[number]
  const best = start === undefined ? undefined : order[start]
  if (start === undefined || best === undefined) return undefined
  return { stage: stageOf(table, best), start, end: starts[number + 1] ?? order.length, best }
}

/** The rows that have exactly this prefix, by stage. */
export function runsAt(index: RouteIndex, network: number | bigint, length: number): Run[] {
  const { table } = index
  const runs: Run[] = []
  for (let number = firstRun(index, { network, length, stage: 0 }); ; number++) {
    const run = runAt(index, number)
    if (run === undefined) return runs
    if (table.network[run.best] !== network || table.length[run.best] !== length) return runs
    runs.push(run)
  }
}

/** The rows of a run and those of prefixes around its own, the shortest first. */
export function runsAround(index: RouteIndex, row: number): Run[] {
  const { table, hasLength } = index
  const network = table.network[row] ?? 0
  const runs: Run[] = []
  for (let length = 0; length <= (table.length[row] ?? 0); length++)
    if (hasLength[length]) runs.push(...runsAt(index, masked(network, length), length))
  return runs
}

/** Rows of longer prefixes inside of a row's own; what lies inside of one of a stage up to `hole` is left out. */
export function runsInside(index: RouteIndex, row: number, hole: number): Run[] {
  const { table } = index
  const network = table.network[row] ?? 0
  const length = table.length[row] ?? 0
  const isInside = (run: Run | undefined): run is Run =>
    run !== undefined && masked(table.network[run.best] ?? 0, length) === network
  const runs: Run[] = []
  let number = firstRun(index, { network, length: length + 1, stage: 0 })
  for (let run = runAt(index, number); isInside(run); run = runAt(index, number)) {
    runs.push(run)
    number = run.stage <= hole ? behind(index, number) : number + 1
  }
  return runs
}

/** The number of the first run behind all that lies inside of a run's prefix. */
function behind(index: RouteIndex, number: number): number {
  const { table } = index
  const outer = runAt(index, number)?.best ?? 0
  const next = runAt(index, number + 1)?.best
  const network = table.network[outer] ?? 0
  const length = table.length[outer] ?? 0
  if (next === undefined || masked(table.network[next] ?? 0, length) !== network) return number + 1
  const beyond =
    typeof network === 'number'
      ? network + 2 ** (32 - length)
      : network + (1n << BigInt(128 - length))
  return firstRun(index, { network: beyond, length: 0, stage: 0 })
}

function masked(network: number | bigint, length: number): number | bigint {
  return typeof network === 'number' ? maskNumber(network, length) : maskBigint(network, length)
}

/** How many rows of a run are preferred to a row; those are its first. */
export function preferredTo({ table, order }: RouteIndex, run: Run, row: number): number {
  const { start, end } = run
  return countFirst(end - start, (at) => compareRows(table, order[start + at] ?? 0, row) < 0)
}

/** The rows of each run that was looked into. */
const rowsOf = /* @__PURE__ */ once(
  (_: RouteIndex) => new Map<number, ReadonlyMap<Route, number>>(),
)

/** The row that a route is; undefined where it is none of the table's. */
export function rowOf(index: RouteIndex, route: Route): number | undefined {
  const zero = index.table.family === 4 ? 0 : 0n
  const read = readNetwork(route.destination)
  const own = read === undefined ? [] : runsAt(index, read.network, read.length)
  // Rows that take no part have no network here.
  for (const run of [...own, ...runsAt(index, zero, 0)]) {
    const row = rowsIn(index, run).get(route)
    if (row !== undefined) return row
  }
  return undefined
}

function rowsIn(index: RouteIndex, { start, end }: Run): ReadonlyMap<Route, number> {
  const known = rowsOf(index)
  const found = known.get(start)
  if (found !== undefined) return found
  const rows = new Map<Route, number>()
  for (const row of index.order.slice(start, end)) {
    const route = index.table.routes[row]
    if (route !== undefined && !rows.has(route)) rows.set(route, row)
  }
  known.set(start, rows)
  return rows
}
