import type { InterfaceAddress } from '../model/interface.js'
import type { Sighting } from '../model/sighting.js'
import { readAddress } from '../net/address.js'
import { hostPrefix } from '../net/prefix.js'
import { addressValue } from '../net/value.js'
import { publishedEntries, resolvedEntries } from './arp.js'
import { neighborPlace, place, presencePlace, rowPlace } from './evidence.js'
import type { RouteFact, Vip } from './facts.js'
import { placeOf } from './place.js'
import type { Evidence } from './rule.js'
import type { View } from './view.js'

/** What a host shows that other hosts must agree with; small, so that a fleet's fits into memory. */
export function sightingsOf(view: View): Sighting[] {
  const found = [
    ...view.vips.flatMap((vip) => ofVip(vip, view)),
    ...ownListed(view),
    ...ownRouted(view),
    ...ownNeighbors(view),
    ...ownCards(view),
  ]
  const seen = new Set<string>()
  return found.filter(({ kind, address = '', mac = '' }) => {
    const key = `${kind} ${address} ${mac}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function ofVip(vip: Vip, view: View): Sighting[] {
  const address = vip.text
  const seen = resolvedEntries(view, vip).map((fact) => ({
    kind: 'neighbor' as const,
    address,
    ...(fact.neighbor.mac === null ? {} : { mac: fact.neighbor.mac }),
    ...at(neighborPlace(fact), view),
  }))
  const published = publishedEntries(view, vip).map((fact) => ({
    kind: 'published' as const,
    address,
    ...(fact.neighbor.mac === null ? {} : { mac: fact.neighbor.mac }),
    ...at(neighborPlace(fact), view),
  }))
  const [presence] = view.presence(vip)
  const alias =
    presence === undefined
      ? []
      : [{ kind: 'alias' as const, address, ...at(presencePlace(presence), view) }]
  const isGone = presence === undefined && view.provesAbsence(vip.family)
  return [
    ...alias,
    ...(isGone ? [{ kind: 'absent' as const, address }] : []),
    ...seen,
    ...published,
  ]
}

function at(evidence: Evidence | undefined, { host }: View): Pick<Sighting, 'at'> {
  return evidence === undefined ? {} : { at: placeOf(evidence, host) }
}

/** Addresses that many machines have and no other machine ever asks for: loopback, link-local, unspecified. */
const LOCAL = /^(?:0\.|127\.|169\.254\.|::1?$|fe[89ab])/i

/** Bridges and tunnels of containers and virtual machines have the same addresses on every host. */
const PRIVATE_LINK =
  /^(?:br-|cali|cni|docker|dummy|flannel|kube|lxc|lxd|nodelocal|podman|tap|tun|vboxnet|veth|virbr|vmnet|wg|zt)/

function isOwn(address: string, name: string | undefined, view: View): boolean {
  return !LOCAL.test(address) && !view.isVip(address) && !PRIVATE_LINK.test(name ?? '')
}

function ownListed(view: View): Sighting[] {
  return view.addresses
    .filter(
      ({ where, address }) => where === 'wire' && isOwn(address.address, address.interface, view),
    )
    .map(({ address, capture }) => ({
      kind: 'own' as const,
      address: address.address,
      ...macOf(address),
      interface: address.interface,
      ...at(place(capture, address.span), view),
    }))
}

function macOf({ mac }: Pick<InterfaceAddress, 'mac'>): Pick<Sighting, 'mac'> {
  return mac === undefined || /^[0:]+$/.test(mac) ? {} : { mac }
}

/** Rows that systems make for each own address; macOS makes one like it for the router of a card. */
function ownRouted(view: View): Sighting[] {
  const routers = new Set(view.routes.map(({ kind, nextHop }) => kind === 'default' && nextHop))
  return view.routes.flatMap((row) => {
    const own = row.kind === 'host' ? asAddress(row) : undefined
    if (own === undefined || routers.has(own.text)) return []
    if (!isOwn(own.text, row.route.interface, view)) return []
    if (view.system.holds(row, own, view) !== 'wire') return []
    return [{ kind: 'own' as const, address: own.text, ...at(rowPlace(row), view) }]
  })
}

function asAddress({ route }: RouteFact): Vip | undefined {
  const read = readAddress(route.destination.split('/')[0] ?? '')
  if (read === undefined || read.zone !== undefined) return undefined
  return { text: read.address, family: read.family, prefix: hostPrefix(addressValue(read.address)) }
}

function ownNeighbors(view: View): Sighting[] {
  return view.neighbors.flatMap((fact) => {
    const { address, mac, interface: name } = fact.neighbor
    if (fact.state !== 'own' || address === null || mac === null) return []
    return isOwn(address, name, view)
      ? [{ kind: 'own' as const, address, mac, ...at(neighborPlace(fact), view) }]
      : []
  })
}

/** Hardware addresses of cards that a listing or Windows' Interface List shows without an address. */
function ownCards(view: View): Sighting[] {
  return view.host.captures.flatMap((capture) =>
    (capture.interfaces ?? []).flatMap((card) => {
      const { mac } = macOf(card)
      if (mac === undefined || card.loopback || PRIVATE_LINK.test(card.name)) return []
      return [
        { kind: 'own' as const, mac, interface: card.name, ...at(place(capture, card.span), view) },
      ]
    }),
  )
}
