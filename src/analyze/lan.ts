import type { LanOverlap } from '../model/finding.js'
import type { HostCapture } from '../model/host.js'
import { formatPrefix, type Prefix, toPrefix } from '../net/prefix.js'
import { hasAround, hasIn, hasSame, type PrefixOrder, prefixOrder } from '../net/prefix-order.js'
import type { RouteFact } from './facts.js'
import { once } from './once.js'
import type { View } from './view.js'

/** A network that the host is really connected to, with the row that says so where one does. */
export interface Lan {
  readonly prefix: Prefix
  readonly row?: RouteFact
}

/** Networks on the host's cards: rows on the link and addresses with their masks. */
function connectedNetworks(view: View, family: 4 | 6): Lan[] {
  const lans: Lan[] = view.routes.flatMap((row) =>
    row.route.family === family && row.prefix !== undefined && isConnected(row, view)
      ? [{ prefix: row.prefix, row }]
      : [],
  )
  const known = new Set(lans.map(({ prefix }) => formatPrefix(prefix)))
  for (const { address, where } of view.addresses) {
    if (address.family !== family || where !== 'wire' || address.prefixLength === undefined)
      continue
    const prefix = toPrefix(`${address.address}/${address.prefixLength}`)
    const isLinkLocal = /^(?:fe[89ab]|169\.254\.)/.test(address.address)
    if (prefix === undefined || isLinkLocal || view.isVip(address.address)) continue
    if (!known.has(formatPrefix(prefix))) lans.push({ prefix })
    known.add(formatPrefix(prefix))
  }
  return lans
}

function isConnected(row: RouteFact, view: View): boolean {
  if (row.kind !== 'network' || row.nextHop !== undefined || row.route.persistent) return false
  if (row.interfaceClass === 'loopback' || row.interfaceClass === 'address-holder') return false
  return row.table !== 'local' && view.system.owner(row, view) === undefined
}

/** The networks of one family in the order in which they are asked for. */
export interface Lans {
  readonly order: PrefixOrder<Lan>
  /** The rows among them by capture and prefix. */
  readonly rows: ReadonlyMap<HostCapture, ReadonlyMap<string, readonly RouteFact[]>>
}

/** The networks that a host is connected to, by family. */
export const lansOf: (view: View) => Readonly<Record<4 | 6, Lans>> = /* @__PURE__ */ once(
  (view) => ({
    4: inOrder(connectedNetworks(view, 4)),
    6: inOrder(connectedNetworks(view, 6)),
  }),
)

function inOrder(lans: readonly Lan[]): Lans {
  const rows = new Map<HostCapture, Map<string, RouteFact[]>>()
  for (const { prefix, row } of lans) {
    if (row === undefined) continue
    const own = rows.get(row.capture) ?? new Map<string, RouteFact[]>()
    const key = formatPrefix(prefix)
    own.set(key, own.get(key) ?? [])
    own.get(key)?.push(row)
    rows.set(row.capture, own)
  }
  return { order: prefixOrder(lans.map((lan) => ({ prefix: lan.prefix, value: lan }))), rows }
}

/** How a prefix lies to the connected networks; undefined where none is known. */
export function overlapOf(prefix: Prefix, { order }: Lans): LanOverlap | undefined {
  if (order.placed.length === 0) return undefined
  if (hasSame(order, prefix)) return 'same-as-lan'
  if (hasAround(order, prefix)) return 'inside-lan'
  return hasIn(order, prefix) ? 'wider-than-lan' : 'off-lan'
}

const NONE: readonly RouteFact[] = []

/** Rows of the same capture with the same prefix that belong to a real network. */
export function twinsOf({ capture, prefix }: RouteFact, { rows }: Lans): readonly RouteFact[] {
  return (prefix && rows.get(capture)?.get(formatPrefix(prefix))) ?? NONE
}
