import { captureOrder } from '../capture-order.js'
import { rowPlace } from '../evidence.js'
import type { RouteFact } from '../facts.js'
import { listing } from '../listing.js'
import { placeOf } from '../place.js'
import type { Draft, Rule } from '../rule.js'
import type { View } from '../view.js'

/** Several default routes with different gateways in one table. */
export const duplicateDefaultRoute = {
  id: 'duplicate-default-route',
  level: 'warning',
  summary: 'Two default routes with different gateways stand in one table.',
  needs: ['routes'],
  docs: `## What it finds
Two default routes of one family and table with different gateways.

## Why it matters
Which of them carries a packet may change; answers of a server may leave by a gateway that does not know the client.
With different metrics the lower one is used and the other only stands by: that is mentioned for information.

## Example
\`default via 192.0.2.1 dev eth0\` beside \`default via 198.51.100.1 dev eth1\`.

## What to do
Keep one, or give them metrics that say which is meant.`,
  check: (view) => {
    const groups = new Map<string, RouteFact[]>()
    for (const row of view.routes) {
      if (row.kind !== 'default' || row.route.persistent || isNextHop(row, view)) continue
      const capture = captureOrder(view.host).get(row.capture)
      const key = `${capture} ${row.route.family} ${row.table}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    }
    return [...groups.values()].flatMap((rows) => duplicate(rows, view))
  },
} as const satisfies Rule

function isNextHop(row: RouteFact, view: View): boolean {
  return view.system.isNextHop?.(placeOf(rowPlace(row), view.host).text) ?? false
}

function duplicate(rows: readonly RouteFact[], view: View): Draft[] {
  const byGateway = new Map(rows.toReversed().map((row) => [gatewayOf(row), row]))
  const distinct = rows.filter((row) => byGateway.get(gatewayOf(row)) === row)
  const [first, second] = distinct
  if (first === undefined || second === undefined) return []
  const ranks = new Set(distinct.map((row) => view.system.ties.rank(row.route)))
  const differ = ranks.size === distinct.length
  const gateways = distinct.map(gatewayOf)
  return [
    {
      subject: `${first.route.family} ${first.table} ${[...gateways].sort().join(' ')}`,
      message: `there are ${distinct.length} default routes: via ${listing(gateways, ' and via ')}`,
      at: distinct.map((row, i) =>
        i === 0 ? rowPlace(row) : rowPlace(row, 'another default route'),
      ),
      route: first.route,
      ...(differ ? { level: 'info' as const, because: 'metrics-differ' as const } : {}),
    },
  ]
}

function gatewayOf({ route }: RouteFact): string {
  const { gateway } = route
  return gateway.kind === 'address' ? gateway.address : (route.interface ?? gateway.kind)
}
