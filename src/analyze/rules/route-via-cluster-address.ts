import { contains } from '../../net/prefix.js'
import { clusterAddresses } from '../cluster-addresses.js'
import { rowPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A route whose next hop is a cluster address. */
export const routeViaClusterAddress = {
  id: 'route-via-cluster-address',
  level: 'warning',
  summary: 'A route uses a cluster address as its gateway.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  docs: `## What it finds
A row whose gateway is a cluster address although its network does not hold that address.

## Why it matters
On a server the cluster address is the host itself, so packets to that network never leave it.

## Example
\`10.20.0.0/16 via 9.67.133.158 dev eth0\`.

## What to do
Delete the row, or name a router as its gateway.`,
  check: (view) =>
    view.routes.flatMap((row) => {
      const { route, prefix } = row
      const { gateway } = route
      if (route.persistent || (row.kind !== 'network' && row.kind !== 'host')) return []
      const vip = clusterAddresses(view.vips).named(
        gateway.kind === 'address' ? gateway.address : undefined,
      )
      if (vip === undefined || prefix === undefined || contains(prefix, vip.prefix)) return []
      return [
        {
          subject: `${route.destination} ${row.interfaceId} ${row.table}`,
          vip: vip.text,
          message: `the route to ${route.destination} has the cluster address ${vip.text} as its gateway`,
          at: [rowPlace(row)],
          route,
          deletable: view.system.deletable(view),
        },
      ]
    }),
} as const satisfies Rule
