import { rowPlace } from '../evidence.js'
import type { Presence, RouteFact, Vip } from '../facts.js'
import { once } from '../once.js'
import type { Rule } from '../rule.js'
import type { View } from '../view.js'

/** A default route that leaves by the alias of a cluster address. */
export const defaultRouteViaAlias = {
  id: 'default-route-via-alias',
  level: 'error',
  summary: 'A default route leaves through the loopback alias of a cluster address.',
  needs: ['vips', 'routes'],
  roles: ['server'],
  docs: `## What it finds
A default route whose gateway or interface is a cluster address, or whose interface is the loopback that has it.

## Why it matters
Packets to everywhere are handed to an interface without a wire and never leave the host.

## Example
\`0.0.0.0 0.0.0.0 10.10.10.4 10.10.10.5 1\`, where 10.10.10.5 is the alias.

## What to do
Delete that row. A loopback adapter must not have a default gateway. On Linux, delete the network row that lo took
first, then set the default route anew.`,
  check: (view) =>
    view.routes.flatMap((row) => {
      if (row.kind !== 'default') return []
      const vip = view.vips.find((one) => usesAlias(row, one, view))
      if (vip === undefined) return []
      const { route } = row
      const { gateway } = route
      const via = gateway.kind === 'address' ? gateway.address : ''
      const by = route.interface ?? via
      return [
        {
          subject: `${route.destination} ${via} ${row.interfaceId} ${row.table}`,
          vip: vip.text,
          message: `the default route${via === '' ? '' : ` via ${via}`} leaves through ${by}, the alias of ${vip.text}`,
          at: [rowPlace(row)],
          route,
          deletable: true,
        },
      ]
    }),
} as const satisfies Rule

function usesAlias(row: RouteFact, vip: Vip, view: View): boolean {
  const { gateway, interface: name, family } = row.route
  if (family !== vip.family) return false
  if (name === vip.text || (gateway.kind === 'address' && gateway.address === vip.text)) return true
  if (row.interfaceClass === 'loopback' && !row.route.persistent && isNamed(row)) return true
  if (row.interfaceClass !== 'address-holder' && row.interfaceClass !== 'loopback') return false
  return row.interfaceId !== '' && carriersIn(view.presence(vip)).has(row.interfaceId)
}

const carriersIn = /* @__PURE__ */ once(
  (seen: readonly Presence[]) => new Set(seen.map(({ interfaceId }) => interfaceId)),
)

/** Systems that name the loopback have one; elsewhere the adapter must be the one that has the address. */
function isNamed(row: RouteFact): boolean {
  return /^lo\d*$/.test(row.interfaceId)
}
