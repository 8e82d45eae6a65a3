import { samePrefix } from '../../net/prefix.js'
import { hasAround, type Placed, prefixOrder } from '../../net/prefix-order.js'
import { clusterAddresses } from '../cluster-addresses.js'
import { rowPlace } from '../evidence.js'
import type { RouteFact } from '../facts.js'
import { once } from '../once.js'
import type { Rule } from '../rule.js'
import type { View } from '../view.js'

/** The broadcast row of a network row that was deleted. */
export const leftoverBroadcastRoute = {
  id: 'leftover-broadcast-route',
  level: 'info',
  summary: 'The broadcast row of a deleted extra network route is still there.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  platforms: ['linux'],
  docs: `## What it finds
A broadcast row of a cluster address on the loopback whose network row is gone.

## Why it matters
It is harmless but for that one address, and it shows that the row was deleted while the alias kept its wide mask: the
row comes back with the next boot.

## Example
\`broadcast 9.255.255.255 dev lo table local proto kernel scope link src 9.67.133.158\` without a row for 9.0.0.0/8.

## What to do
Configure the alias again with a host mask; that removes the broadcast row too.`,
  check: (view) =>
    view.routes.flatMap((row) => {
      const { route, prefix } = row
      const vip = clusterAddresses(view.vips).named(route.source)
      if (row.kind !== 'broadcast' || prefix === undefined || vip === undefined) return []
      const held = row.interfaceClass === 'loopback' || row.interfaceClass === 'address-holder'
      // The usual script of a real server sets the broadcast address to the cluster address itself.
      if (!held || samePrefix(prefix, vip.prefix) || hasNetwork(row, view)) return []
      return [
        {
          subject: `${route.destination} ${row.interfaceId}`,
          vip: vip.text,
          message: `the broadcast row ${route.destination.split('/')[0]} of the alias ${vip.text} is left without its network row`,
          at: [rowPlace(row)],
          route,
          deletable: true,
        },
      ]
    }),
} as const satisfies Rule

function hasNetwork(row: RouteFact, view: View): boolean {
  const networks = networksOf(view).get(row.interfaceId)
  return networks !== undefined && row.prefix !== undefined && hasAround(networks, row.prefix)
}

/** The network rows of each interface. */
const networksOf = /* @__PURE__ */ once((view: View) => {
  const found = new Map<string, Placed<RouteFact>[]>()
  for (const row of view.routes) {
    if (row.kind !== 'network' || row.prefix === undefined) continue
    const placed = { prefix: row.prefix, value: row }
    const known = found.get(row.interfaceId)
    if (known === undefined) found.set(row.interfaceId, [placed])
    else known.push(placed)
  }
  return new Map([...found].map(([name, placed]) => [name, prefixOrder(placed)]))
})
