import type { LanOverlap } from '../model/finding.js'
import { contains, type Prefix, samePrefix, toPrefix } from '../net/prefix.js'
import type { RouteFact } from './facts.js'
import type { View } from './view.js'

/** A network that the host is really connected to, with the row that says so where one does. */
export interface Lan {
  readonly prefix: Prefix
  readonly row?: RouteFact
}

/** Networks on the host's cards: rows on the link and addresses with their masks. */
export function connectedNetworks(view: View, family: 4 | 6): Lan[] {
  const lans: Lan[] = view.routes.flatMap((row) =>
    row.route.family === family && row.prefix !== undefined && isConnected(row, view)
      ? [{ prefix: row.prefix, row }]
      : [],
  )
  for (const { address, where } of view.addresses) {
    if (address.family !== family || where !== 'wire' || address.prefixLength === undefined)
      continue
    const prefix = toPrefix(`${address.address}/${address.prefixLength}`)
    const isLinkLocal = /^(?:fe[89ab]|169\.254\.)/.test(address.address)
    if (prefix === undefined || isLinkLocal || view.isVip(address.address)) continue
    if (!lans.some((lan) => samePrefix(lan.prefix, prefix))) lans.push({ prefix })
  }
  return lans
}

function isConnected(row: RouteFact, view: View): boolean {
  if (row.kind !== 'network' || row.nextHop !== undefined || row.route.persistent) return false
  if (row.interfaceClass === 'loopback' || row.interfaceClass === 'address-holder') return false
  return row.table !== 'local' && view.system.owner(row, view) === undefined
}

/** How a prefix lies to the connected networks; undefined where none is known. */
export function overlapOf(prefix: Prefix, lans: readonly Lan[]): LanOverlap | undefined {
  if (lans.length === 0) return undefined
  if (lans.some((lan) => samePrefix(lan.prefix, prefix))) return 'same-as-lan'
  if (lans.some((lan) => contains(lan.prefix, prefix))) return 'inside-lan'
  return lans.some((lan) => contains(prefix, lan.prefix)) ? 'wider-than-lan' : 'off-lan'
}

/** Rows of the same capture with the same prefix that belong to a real network. */
export function twinsOf(row: RouteFact, lans: readonly Lan[]): RouteFact[] {
  return lans.flatMap((lan) =>
    lan.row?.capture === row.capture &&
    row.prefix !== undefined &&
    samePrefix(lan.prefix, row.prefix)
      ? [lan.row]
      : [],
  )
}
