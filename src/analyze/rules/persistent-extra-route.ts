import { clusterAddresses } from '../cluster-addresses.js'
import { rowPlace } from '../evidence.js'
import type { Rule } from '../rule.js'

/** A saved row that makes an extra network route again at every boot. */
export const persistentExtraRoute = {
  id: 'persistent-extra-route',
  level: 'error',
  summary: 'A saved route sends a network to a cluster address at every boot.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  docs: `## What it finds
A row among the routes that are kept for the next boot whose gateway is a cluster address.

## Why it matters
It is set anew at every boot, so deleting the active row alone does not last.

## Example
\`9.0.0.0 255.0.0.0 9.67.133.158 1\` below Persistent Routes.

## What to do
Delete the saved row; on Windows \`route delete\` removes the active and the saved one.`,
  check: (view) =>
    view.routes.flatMap((row) => {
      const { route, prefix } = row
      const { gateway } = route
      if (!route.persistent || row.kind !== 'network' || prefix === undefined) return []
      const vip = clusterAddresses(view.vips).named(
        gateway.kind === 'address' ? gateway.address : undefined,
      )
      if (vip === undefined) return []
      return [
        {
          subject: `${route.destination} ${vip.text}`,
          vip: vip.text,
          message: `the saved route to ${route.destination} goes to the cluster address ${vip.text}`,
          at: [rowPlace(row)],
          route,
          deletable: true,
        },
      ]
    }),
} as const satisfies Rule
