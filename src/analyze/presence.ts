import { captureOrder } from './capture-order.js'
import type { Presence, RouteFact, Vip } from './facts.js'
import type { View } from './view.js'

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
  return view.routes.flatMap((route: RouteFact) => {
    if (route.route.family !== vip.family) return []
    const where = view.system.holds(route, vip, view)
    if (where === undefined) return []
    const interfaceId = view.system.holder?.(route, view) ?? route.interfaceId
    return [{ where, interfaceId, capture: route.capture, route }]
  })
}

function inListings(vip: Vip, view: View): Presence[] {
  return view.addresses
    .filter(({ address }) => address.address === vip.text)
    .map(({ address, capture, where }) => ({
      where,
      interfaceId: view.interfaces.idOfListed(address),
      capture,
      address,
    }))
}

/** An ARP table lists own addresses of cards only: a loopback has none. */
function inNeighbors(vip: Vip, view: View): Presence[] {
  return view.neighbors
    .filter(({ neighbor, state }) => neighbor.address === vip.text && state === 'own')
    .map(({ neighbor, capture }) => ({
      where: 'wire' as const,
      interfaceId: view.interfaces.id(neighbor.interface),
      capture,
      neighbor,
    }))
}
