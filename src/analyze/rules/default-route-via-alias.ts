import { clusterAddresses } from '../cluster-addresses.js'
import { rowPlace } from '../evidence.js'
import type { RouteFact, Vip } from '../facts.js'
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
      const vip = aliasOf(row, view)
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

/** The first cluster address of the policy through whose alias a default route leaves. */
function aliasOf(row: RouteFact, view: View): Vip | undefined {
  const { gateway, interface: name, family, persistent } = row.route
  const { named, first } = clusterAddresses(view.vips)
  const isHeld = row.interfaceClass === 'address-holder' || row.interfaceClass === 'loopback'
  const isLoopback = row.interfaceClass === 'loopback' && !persistent && isNamed(row)
  const { any, byInterface } = carriersOf(view)[family]
  const found = [
    named(name),
    named(gateway.kind === 'address' ? gateway.address : undefined),
    isLoopback ? any : undefined,
    isHeld && row.interfaceId !== '' ? byInterface.get(row.interfaceId) : undefined,
  ]
  return first(found.filter((vip) => vip?.family === family))
}

/** The first cluster address of each family, and the first that each interface has. */
const carriersOf = /* @__PURE__ */ once((view: View) => {
  const found = {
    4: { any: firstOf(view, 4), byInterface: new Map<string, Vip>() },
    6: { any: firstOf(view, 6), byInterface: new Map<string, Vip>() },
  }
  for (const vip of view.vips)
    for (const { interfaceId } of view.presence(vip)) {
      const { byInterface } = found[vip.family]
      if (!byInterface.has(interfaceId)) byInterface.set(interfaceId, vip)
    }
  return found
})

function firstOf(view: View, family: 4 | 6): Vip | undefined {
  return view.vips.find((vip) => vip.family === family)
}

/** Systems that name the loopback have one; elsewhere the adapter must be the one that has the address. */
function isNamed(row: RouteFact): boolean {
  return /^lo\d*$/.test(row.interfaceId)
}
