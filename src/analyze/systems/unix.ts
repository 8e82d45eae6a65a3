import type { Route } from '../../model/route.js'
import { contains, samePrefix } from '../../net/prefix.js'
import { clusterAddresses } from '../cluster-addresses.js'
import type { InterfaceClass, RouteFact, RowKind, Vip } from '../facts.js'
import type { View } from '../view.js'
import { namedInterfaces } from './names.js'
import type { NeighborMeaning, Owner, System } from './system.js'

/** True where the row's flags have the letter. */
export function hasFlag(route: Route, letter: string): boolean {
  return route.flags?.includes(letter) ?? false
}

/** True for the addresses by which a host speaks to itself. */
export function isLoopbackAddress(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}

/** True where some capture without lost rows shows the loopback's own address: then the table is whole. */
export function showsLoopback(view: View, family: 4 | 6): boolean {
  const own = family === 4 ? '127.0.0.1' : '::1'
  return view.routes.some(
    (row) =>
      row.route.family === family &&
      row.route.destination.split('/')[0] === own &&
      view.isWhole(row.capture),
  )
}

function special(route: Route): RowKind | undefined {
  if (hasFlag(route, 'R') || hasFlag(route, 'B') || route.gateway.kind === 'none') return 'reject'
  if (hasFlag(route, 'b')) return 'broadcast'
  if (hasFlag(route, 'm')) return 'reserved'
  return route.gateway.kind === 'mac' ? 'neighbor' : undefined
}

/** Without G the gateway is an address of the host itself; tables without flags print real gateways only. */
function nextHop(route: Route): string | undefined {
  if (route.gateway.kind !== 'address' || isLoopbackAddress(route.gateway.address)) return undefined
  return route.flags === undefined || hasFlag(route, 'G') ? route.gateway.address : undefined
}

/** An alias's network row names the alias, or its link, as gateway on an interface without a wire. */
export function unixOwner(row: RouteFact, view: View): Owner | undefined {
  if (row.interfaceClass !== 'loopback' && row.interfaceClass !== 'address-holder') return undefined
  const { named, inside } = clusterAddresses(view.vips)
  const { gateway } = row.route
  const byAddress = gateway.kind === 'address' && view.isVip(gateway.address)
  const byLink = ['interface', 'link', 'onlink'].includes(gateway.kind)
  if (!byAddress && !byLink) return undefined
  const own = byAddress ? named(gateway.address) : undefined
  const [first] = inside(row.prefix)
  const isInside = row.prefix && own && contains(row.prefix, own.prefix)
  const vip = isInside ? own : first
  return vip === undefined ? undefined : { vip }
}

/** A row whose gateway is the address itself shows the interface that has it. */
export function unixHolds(row: RouteFact, vip: Vip): InterfaceClass | undefined {
  const { gateway } = row.route
  if (gateway.kind !== 'address' || row.nextHop !== undefined) return undefined
  if (gateway.address === vip.text && ['broadcast', 'host', 'network'].includes(row.kind))
    return isOwnRow(row, vip) ? row.interfaceClass : undefined
  const own = row.prefix !== undefined && samePrefix(row.prefix, vip.prefix)
  return own && isLoopbackAddress(gateway.address) ? 'unknown' : undefined
}

/** A host row to another machine may have an own address as gateway without G; it shows nothing. */
function isOwnRow(row: RouteFact, vip: Vip): boolean {
  return row.kind !== 'host' || (row.prefix !== undefined && samePrefix(row.prefix, vip.prefix))
}

function neighbor(one: Parameters<System['neighbor']>[0]): NeighborMeaning {
  const published = one.published === true || one.proxy === true
  if (one.local === true) return { state: 'own', published }
  if (one.incomplete === true || (one.mac === null && !published))
    return { state: 'incomplete', published }
  const fixed = one.static === true || one.permanent === true
  return { state: fixed ? 'static' : 'dynamic', published }
}

/** Rows of a table that prints no masks, where nothing else gives them. */
export function unknownMasks(view: View): ReturnType<System['missing']> {
  const some = view.routes.some((row) => row.maskInferred && row.kind !== 'reserved')
  return some
    ? [{ unknown: 'the masks of network rows', commands: ['netstat -rnv', 'ifconfig -a'] }]
    : []
}

/** What the relatives of 4.4BSD have in common where nothing else is known: an address makes rows that name it as gateway. */
export const unix: System = {
  platforms: ['esxi', 'irix', 'openvms', 'tru64', 'zos'],
  interfaces: (known) => namedInterfaces(known, /^(?:LOOPBACK6?|vni\d+)$/),
  table: () => 'main',
  special,
  nextHop,
  owner: unixOwner,
  holds: unixHolds,
  neighbor,
  provesAbsence: () => false,
  maskMakesRoute: () => true,
  deletable: () => true,
  ties: { rank: (route) => route.metric ?? 0, equal: 'undecided' },
  missing: () => [],
}
