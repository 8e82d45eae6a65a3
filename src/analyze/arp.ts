import { readMask } from '../net/cidr.js'
import { readMac } from '../net/mac.js'
import { toPrefix } from '../net/prefix.js'
import { clusterAddresses } from './cluster-addresses.js'
import type { Vip } from './facts.js'
import { grouped } from './grouped.js'
import { once } from './once.js'
import { neighborsOf } from './presence.js'
import type { NeighborFact, View } from './view.js'

/** The entries of a host's ARP and neighbour tables for an address. */
export function entriesFor(view: View, vip: Vip): readonly NeighborFact[] {
  return neighborsOf(view).get(vip.text) ?? []
}

/** Entries that name the hardware address of another machine for an address. */
export function resolvedEntries(view: View, vip: Vip): NeighborFact[] {
  return entriesFor(view, vip).filter(
    ({ neighbor, state, published }) =>
      !published && (state === 'dynamic' || state === 'static') && isMachine(neighbor.mac),
  )
}

/** Published entries whose address, or network where a mask is printed, holds an address. */
export function publishedEntries(view: View, vip: Vip): readonly NeighborFact[] {
  return publishedFor(view).get(vip.text) ?? []
}

const publishedFor = /* @__PURE__ */ once((view: View) => {
  const { inside } = clusterAddresses(view.vips)
  return grouped(view.neighbors, ({ neighbor, published }) => {
    if (!published || neighbor.address === null) return []
    const length = neighbor.mask === undefined ? -1 : readMask(neighbor.mask)
    const network =
      length <= 0 || length === 32 ? undefined : toPrefix(`${neighbor.address}/${length}`)
    return new Set([neighbor.address, ...inside(network).map(({ text }) => text)])
  })
})

/** Neither unknown, nor all zeros, nor a group address. */
function isMachine(mac: string | null): mac is string {
  if (mac === null || /^[0:]+$/.test(mac)) return false
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 0
}

/** Hardware addresses of machines of the inventory: as given there, and as these captures resolve their addresses. */
export interface Owners {
  /** The server that has a hardware address, by its address; undefined where none is known to. */
  readonly serverOf: (fact: NeighborFact) => string | undefined
  readonly isBalancer: (mac: string) => boolean
}

/** Who of the inventory has which hardware address. */
export function ownersOf(view: View): Owners {
  const { servers = [], balancers = [] } = view.policy.inventory ?? {}
  const serverByMac = new Map<string, string>()
  const balancerMacs = new Set<string>()
  const addressOf = new Map(servers.map((one) => [one.address, one]))
  const balancerAddresses = new Set(balancers.map((one) => one.address))
  for (const { neighbor, published, state } of view.neighbors) {
    const { address, mac } = neighbor
    if (address === null || !isMachine(mac) || published || state === 'incomplete') continue
    if (view.isVip(address)) continue
    if (addressOf.has(address) && !serverByMac.has(mac)) serverByMac.set(mac, address)
    if (balancerAddresses.has(address)) balancerMacs.add(mac)
  }
  for (const one of servers) if (one.mac !== undefined) serverByMac.set(spell(one.mac), one.address)
  for (const one of balancers) if (one.mac !== undefined) balancerMacs.add(spell(one.mac))
  return {
    serverOf: ({ neighbor }) =>
      neighbor.mac === null || balancerMacs.has(neighbor.mac)
        ? undefined
        : serverByMac.get(neighbor.mac),
    isBalancer: (mac) => balancerMacs.has(mac),
  }
}

function spell(mac: string): string {
  return readMac(mac) ?? mac.toLowerCase()
}
