import type { HostCapture } from '../model/host.js'
import type { Route } from '../model/route.js'
import type { RouteFact } from './facts.js'
import { inferMask } from './masks.js'
import { once } from './once.js'
import { type LookupOrder, lookupOrder, type RouteTable, tableIn } from './route-table.js'
import type { View } from './view.js'

/** Makes the table that a row stands in, once for each capture and family. */
export function tableMaker(viewOf: () => View): (row: RouteFact) => RouteTable {
  const made = { 4: new Map<HostCapture, RouteTable>(), 6: new Map<HostCapture, RouteTable>() }
  return ({ capture, route: { family } }) => {
    const found = made[family].get(capture)
    if (found !== undefined) return found
    const shown = shownOf[family](viewOf())
    const table = tableIn(routesAround(capture, shown), shown.order)
    made[family].set(capture, table)
    return table
  }
}

/** What a host's captures show of the tables of one family. */
interface Shown {
  readonly order: LookupOrder
  readonly rows: ReadonlyMap<HostCapture, Rows>
  /** The rows of each table by the first capture that shows it, for tables that are asked. */
  readonly first: Rows
  /** Rows that may still be joined to those of captures. */
  room: number
}

/**
 * Rows that are joined before the size of the tables counts: a text of thousands of captures, each of one row, would
 * else cost each of them all rows of a large table.
 */
const ROOM = 100_000
const ROOM_FOR_A_ROW = 8

/** Rows, and the table of each. */
interface Rows {
  readonly routes: Route[]
  readonly tables: string[]
}

const shownOf = {
  4: /* @__PURE__ */ once((view: View) => gather(view, 4)),
  6: /* @__PURE__ */ once((view: View) => gather(view, 6)),
}

function gather(view: View, family: 4 | 6): Shown {
  const { host, system } = view
  const completed = new Map(view.routes.map((fact) => [fact.record, fact.route]))
  const policyRules = view.policyRules.map(({ record }) => record)
  const order = lookupOrder(family, { platform: host.platform, policyRules })
  const rows = new Map<HostCapture, Rows>()
  const firstOf = new Map<string, HostCapture>()
  const first: Rows = { routes: [], tables: [] }
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    const own: Rows = { routes: [], tables: [] }
    rows.set(capture, own)
    for (const record of capture.records) {
      if (record.family !== family) continue
      const table = system.table(record)
      const route = completed.get(record) ?? withMask(record)
      add(own, route, table)
      if (!firstOf.has(table)) firstOf.set(table, capture)
      if (firstOf.get(table) === capture && order.places.has(table)) add(first, route, table)
    }
  }
  return { order, rows, first, room: ROOM + ROOM_FOR_A_ROW * first.routes.length }
}

function add({ routes, tables }: Rows, route: Route, table: string): void {
  routes.push(route)
  tables.push(table)
}

/** The routes of a capture, and of tables that only other captures show. */
function routesAround(capture: HostCapture, about: Shown): readonly Route[] {
  const { rows, first } = about
  const own = rows.get(capture) ?? { routes: [], tables: [] }
  const shown = new Set(own.tables)
  const isNew = (table: string) => !shown.has(table)
  if (!tablesIn(first).some(isNew)) return own.routes
  about.room -= first.routes.length
  if (about.room < 0) return own.routes
  return own.routes.concat(first.routes.filter((_, i) => isNew(first.tables[i] ?? '')))
}

const tablesIn = /* @__PURE__ */ once(({ tables }: Rows) => [...new Set(tables)])

function withMask(record: Route): Route {
  const mask = record.maskUnknown ? inferMask(record) : undefined
  if (mask === undefined) return record
  const { maskUnknown: _, ...route } = record
  return { ...route, destination: `${route.destination}/${mask.length}` }
}
