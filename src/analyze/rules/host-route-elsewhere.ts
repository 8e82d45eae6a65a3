import { clusterAddresses } from '../cluster-addresses.js'
import { rowPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A host route that sends a cluster address to a gateway. */
export const hostRouteElsewhere = {
  id: 'host-route-elsewhere',
  level: 'error',
  summary: 'A server sends packets for a cluster address to a gateway.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  docs: `## What it finds
A host row of a cluster address that goes to another machine.

## Why it matters
The server must accept packets for the cluster address itself; with this row it passes them on, often back to the
balancer that sent them.

## Example
\`9.67.133.158 via 9.67.128.1 dev eth0\`.

## What to do
Delete the row and configure the address on the loopback with a host mask.`,
  check: (view) =>
    view.routes.flatMap((row) => {
      const { route, prefix, nextHop } = row
      if (row.kind !== 'host' || prefix === undefined || nextHop === undefined) return []
      const [vip] = clusterAddresses(view.vips).inside(prefix)
      if (vip === undefined || view.isVip(nextHop) || route.persistent) return []
      return [
        {
          subject: `${nextHop} ${row.interfaceId} ${row.table}`,
          vip: vip.text,
          message: `packets for the cluster address ${vip.text} are sent to ${nextHop}`,
          at: [rowPlace(row)],
          route,
          deletable: true,
        },
      ]
    }),
} as const satisfies Rule
