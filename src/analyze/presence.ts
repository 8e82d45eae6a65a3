import { addressBits, formatPrefix } from '../net/prefix.js'
import { captureOrder } from './capture-order.js'
import { clusterAddresses } from './cluster-addresses.js'
import type { Presence, RouteFact, Vip } from './facts.js'
import { grouped } from './grouped.js'
import { once } from './once.js'
import type { NeighborFact, View } from './view.js'

/** Host rows show an address best, network rows that name it as gateway next, its broadcast rows last. */
const RANK: Readonly<Record<string, number>> = { host: 0, network: 1, broadcast: 2 }

/** Every place where a host's captures show that it has an address, in the order of the captures. */
export function presenceOf(vip: Vip, view: View): Presence[] {
  const found = [...inRoutes(vip, view), ...inListings(vip, view), ...inNeighbors(vip, view)]
  const places = captureOrder(view.host)
  const order = (one: Presence) => places.get(one.capture) ?? -1
  const rank = (one: Presence) => (one.route ? (RANK[one.route.kind] ?? 3) : 0)
  return found.sort((a, b) => order(a) - order(b) || rank(a) - rank(b))
}

function inRoutes(vip: Vip, view: View): Presence[] {
  return (rowsOf(view).get(vip.text) ?? []).flatMap((route) => {
    if (route.route.family !== vip.family) return []
    const where = view.system.holds(route, vip, view)
    if (where === undefined) return []
    const interfaceId = view.system.holder?.(route, view) ?? route.interfaceId
    return [{ where, interfaceId, capture: route.capture, route }]
  })
}

function inListings(vip: Vip, view: View): Presence[] {
  return (listingsOf(view).get(vip.text) ?? []).map(({ address, capture, where }) => ({
    where,
    interfaceId: view.interfaces.idOfListed(address),
    capture,
    address,
  }))
}

/** An ARP table lists own addresses of cards only: a loopback has none. */
function inNeighbors(vip: Vip, view: View): Presence[] {
  return (neighborsOf(view).get(vip.text) ?? [])
    .filter(({ state }) => state === 'own')
    .map(({ neighbor, capture }) => ({
      where: 'wire' as const,
      interfaceId: view.interfaces.id(neighbor.interface),
      capture,
      neighbor,
    }))
}

/** Rows that may show a cluster address, by its text: a policy may name as many as a table has rows. */
const rowsOf = /* @__PURE__ */ once((view: View) => {
  const named = namedIn(view)
  return grouped(view.routes, (row) => named(row))
})

/** The cluster addresses that a row names, or that lie where it accepts every address; of equal rows the first speaks for all. */
function namedIn(view: View): (row: RouteFact) => Set<string> {
  const { named, inside } = clusterAddresses(view.vips)
  const accepting = new Set<string>()
  return (row) => {
    const { route, prefix, interfaceId, capture } = row
    const { gateway, source } = route
    const texts = new Set<string>()
    const note = (vip: Vip | undefined) => vip && texts.add(vip.text)
    note(named(gateway.kind === 'address' ? gateway.address : undefined))
    note(named(source))
    if (prefix === undefined) return texts
    if (prefix.length === addressBits(prefix.family)) for (const vip of inside(prefix)) note(vip)
    if (!view.system.accepts?.(row)) return texts
    const key = `${captureOrder(view.host).get(capture)} ${formatPrefix(prefix)} ${interfaceId}`
    if (!accepting.has(key)) for (const vip of inside(prefix)) note(vip)
    accepting.add(key)
    return texts
  }
}

const listingsOf = /* @__PURE__ */ once((view: View) =>
  grouped(view.addresses, ({ address }) => [address.address]),
)

/** The entries of ARP and neighbour tables by their addresses. */
export const neighborsOf: (view: View) => ReadonlyMap<string | null, readonly NeighborFact[]> =
  /* @__PURE__ */ once((view) => grouped(view.neighbors, ({ neighbor }) => [neighbor.address]))
