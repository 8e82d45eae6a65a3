import type { Route } from '../../model/route.js'
import { samePrefix } from '../../net/prefix.js'
import type { InterfaceClass, RouteFact, Vip } from '../facts.js'
import { once } from '../once.js'
import type { View } from '../view.js'
import { namedInterfaces } from './names.js'
import type { System } from './system.js'
import { hasFlag, isLoopbackAddress, showsLoopback, unix, unixHolds } from './unix.js'

const HOLDERS = /^(?:disc\d+|dummy\d+|vether\d+)$/

/** Interfaces by the link numbers that stand as gateways: `9.67.128.0/21 link#1 U em0` says that link#1 is em0. */
const linkNames = /* @__PURE__ */ once((view: View) => {
  const cards = new Map<string, string | undefined>()
  const loopbacks = new Map<string, string | undefined>()
  for (const { route, interfaceClass } of view.routes) {
    if (route.gateway.kind !== 'link') continue
    const { link } = route.gateway
    const address = route.destination.split('/')[0] ?? ''
    if (interfaceClass === 'wire' || interfaceClass === 'address-holder') {
      if (!cards.has(link)) cards.set(link, route.interface)
    } else if (isLoopbackAddress(address) || !hasFlag(route, 'S'))
      loopbacks.set(link, route.interface)
  }
  return new Map([...loopbacks, ...cards])
})

/**
 * The host row of an own address stands on lo0 whatever card has it: `C link#1 UHS lo0` is the card of link#1,
 * `C link#2 UH lo0` an alias of lo0 itself, `C 0:16:3e:0:0:67 UHLWIi lo0` a card's (macOS).
 */
function holds(row: RouteFact, vip: Vip, view: View): InterfaceClass | undefined {
  const { gateway } = row.route
  if (row.prefix === undefined || !samePrefix(row.prefix, vip.prefix)) return unixHolds(row, vip)
  switch (gateway.kind) {
    case 'link':
      // A cloned row of a neighbour that has not answered yet (macOS, old FreeBSD).
      if (hasFlag(row.route, 'W') && row.interfaceClass !== 'loopback') return undefined
      return view.interfaces.classOf(linkNames(view).get(gateway.link))
    case 'interface':
      return view.interfaces.classOf(gateway.name)
    case 'mac':
      if (row.interfaceClass === 'loopback') return 'wire'
      return hasFlag(row.route, 'l') ? row.interfaceClass : undefined
    default:
      return unixHolds(row, vip)
  }
}

function holder(row: RouteFact, view: View): string {
  const { gateway } = row.route
  const name = gateway.kind === 'link' ? linkNames(view).get(gateway.link) : undefined
  return view.interfaces.id(name ?? row.route.interface)
}

/** FreeBSD and its child make a network row for an IPv6 address on a loopback; for IPv4 no BSD does. */
function bsd(platform: 'dragonfly' | 'freebsd' | 'macos' | 'netbsd' | 'openbsd'): System {
  const makesRoute6 = platform === 'freebsd' || platform === 'dragonfly'
  return {
    ...unix,
    platforms: [platform],
    interfaces: (known) => namedInterfaces(known, HOLDERS),
    holds,
    holder,
    provesAbsence: showsLoopback,
    maskMakesRoute: (address) => address.family === 6 && makesRoute6,
    ties: { rank: () => 0, equal: 'first' },
  }
}

/** A permanent entry is the card's own address on its own host, and a static one on another. */
const permanentIsOwn: System['neighbor'] = (one, host) => {
  const meaning = unix.neighbor(one, host)
  const own = meaning.state === 'static' && !meaning.published && host.role === 'server'
  return own ? { ...meaning, state: 'own' } : meaning
}

export const dragonfly: System = { ...bsd('dragonfly'), neighbor: permanentIsOwn }
export const freebsd: System = { ...bsd('freebsd'), neighbor: permanentIsOwn }
export const netbsd: System = { ...bsd('netbsd'), neighbor: permanentIsOwn }

/** OpenBSD marks its own addresses with the flag l, so a permanent entry without it is static. */
export const openbsd: System = bsd('openbsd')

/** macOS keeps a table for each interface beside the common one; the flag I says that a row is in one of them. */
export const macos: System = {
  ...bsd('macos'),
  neighbor: permanentIsOwn,
  table: (route: Route) =>
    hasFlag(route, 'I') && route.destination.endsWith('/0') ? `scope ${route.interface}` : 'main',
}
