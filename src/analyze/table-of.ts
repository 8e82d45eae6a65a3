import type { HostCapture } from '../model/host.js'
import type { Route } from '../model/route.js'
import type { RouteFact } from './facts.js'
import { inferMask } from './masks.js'
import { type RouteTable, routeTable } from './route-table.js'
import type { View } from './view.js'

/** Makes the table that a row stands in, once for each capture and family. */
export function tableMaker(viewOf: () => View): (row: RouteFact) => RouteTable {
  const made = new Map<string, RouteTable>()
  return (row) => {
    const view = viewOf()
    const { family } = row.route
    const key = `${view.host.captures.indexOf(row.capture)} ${family}`
    const found = made.get(key)
    if (found !== undefined) return found
    const table = routeTable(routesAround(row, view), family, {
      platform: view.host.platform,
      policyRules: view.policyRules.map(({ record }) => record),
    })
    made.set(key, table)
    return table
  }
}

/** The routes of a row's capture, and of tables that only other captures show. */
function routesAround(row: RouteFact, view: View): Route[] {
  const completed = new Map(view.routes.map((fact) => [fact.record, fact.route]))
  const shown = new Set<string>()
  const routes: Route[] = []
  const add = (capture: HostCapture) => {
    if (capture.kind !== 'routes') return
    const fresh = new Set<string>()
    for (const record of capture.records) {
      const table = view.system.table(record)
      if (record.family !== row.route.family || shown.has(table)) continue
      fresh.add(table)
      routes.push(completed.get(record) ?? withMask(record))
    }
    for (const table of fresh) shown.add(table)
  }
  add(row.capture)
  for (const capture of view.host.captures) if (capture !== row.capture) add(capture)
  return routes
}

function withMask(record: Route): Route {
  const mask = record.maskUnknown ? inferMask(record) : undefined
  if (mask === undefined) return record
  const { maskUnknown: _, ...route } = record
  return { ...route, destination: `${route.destination}/${mask.length}` }
}
