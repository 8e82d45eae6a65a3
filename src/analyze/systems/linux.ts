import type { Neighbor } from '../../model/neighbor.js'
import type { Route } from '../../model/route.js'
import { contains, samePrefix } from '../../net/prefix.js'
import { clusterAddresses } from '../cluster-addresses.js'
import type { InterfaceClass, RouteFact, RowKind, Vip } from '../facts.js'
import type { View } from '../view.js'
import { namedInterfaces } from './names.js'
import type { Missing, NeighborMeaning, Owner, System } from './system.js'
import { hasFlag } from './unix.js'

const HOLDERS = /^(?:dummy\d*|kube-ipvs\d+|tunl\d+|ip6tnl\d+)$/
const LOCAL_TYPES = ['anycast', 'broadcast', 'local', 'multicast']
const REJECT_TYPES = ['blackhole', 'prohibit', 'throw', 'unreachable']
/** The metric that the kernel gives to the network of an IPv6 address; a rejecting row made by hand has 1024. */
const KERNEL_METRIC = 256

function table(route: Route): string {
  if (route.table !== undefined) return route.table
  return LOCAL_TYPES.includes(route.type ?? '') ? 'local' : 'main'
}

/** `route -6` prints the network of an address on lo as `!n 256 lo`, the same as a row that rejects. */
function isPrintedReject(route: Route): boolean {
  if (!hasFlag(route, '!')) return false
  return route.family === 4 || route.interface !== 'lo' || route.metric !== KERNEL_METRIC
}

function special(route: Route): RowKind | undefined {
  const { type = '' } = route
  if (type === 'broadcast') return 'broadcast'
  if (type === 'multicast' || type === 'anycast') return 'reserved'
  return REJECT_TYPES.includes(type) || isPrintedReject(route) ? 'reject' : undefined
}

function nextHop(route: Route): string | undefined {
  return route.gateway.kind === 'address' ? route.gateway.address : undefined
}

function owner(row: RouteFact, view: View): Owner | undefined {
  if (row.interfaceClass !== 'loopback' && row.interfaceClass !== 'address-holder') return undefined
  if (row.nextHop !== undefined) return undefined
  const { named, inside } = clusterAddresses(view.vips)
  const source = named(row.route.source)
  const [first] = inside(row.prefix)
  const isInside = row.prefix && source && contains(row.prefix, source.prefix)
  const vip = isInside ? source : first
  return vip === undefined ? undefined : { vip }
}

/** Only a `local` row makes an address the host's own; tools that print no types mark it `Un`. */
function isLocal(route: Route): boolean {
  return route.type === 'local' || (hasFlag(route, 'U') && hasFlag(route, 'n'))
}

function holds(row: RouteFact, vip: Vip): InterfaceClass | undefined {
  const { route, prefix } = row
  if (prefix === undefined || row.nextHop !== undefined || row.kind === 'reserved') return undefined
  if (samePrefix(prefix, vip.prefix)) return isLocal(route) ? row.interfaceClass : undefined
  if (row.kind !== 'network' || !contains(prefix, vip.prefix)) return undefined
  const made = route.source === vip.text && route.protocol === 'kernel'
  return made || accepts(row) ? row.interfaceClass : undefined
}

/** The host takes every address of a local network for its own. */
function accepts({ route, kind, interfaceClass }: RouteFact): boolean {
  return kind === 'network' && route.type === 'local' && interfaceClass === 'loopback'
}

function neighbor(one: Neighbor): NeighborMeaning {
  const published = one.published === true || one.proxy === true
  const state = one.state?.toUpperCase() ?? ''
  if (one.incomplete || /INCOMPLETE|FAILED/.test(state)) return { state: 'incomplete', published }
  if (one.permanent || one.static || state.includes('PERMANENT'))
    return { state: 'static', published }
  if (state.includes('NOARP') || published) return { state: 'other', published }
  return { state: one.mac === null ? 'incomplete' : 'dynamic', published }
}

/** Table local is the only place of a row that lo made; a main table says nothing. */
function showsLocalTable(view: View, family: 4 | 6): boolean {
  const own = family === 4 ? ['127.0.0.0/8', '127.0.0.1/32'] : ['::1/128']
  return view.routes.some(
    ({ route, capture }) =>
      own.includes(route.destination) && isLocal(route) && view.isWhole(capture),
  )
}

function missing(view: View): readonly Missing[] {
  if (view.routes.length === 0 || showsLocalTable(view, 4)) return []
  return view.vips
    .filter((vip) => vip.family === 4 && !view.listsLoopback(vip.family))
    .map((vip) => ({
      vip,
      unknown: `whether ${vip.text} made a network row, which would stand in table local`,
      commands: ['ip route show table all', 'ip addr'],
    }))
}

/**
 * Linux: a wide address on lo makes a `local` row in table local, which only `ip route show table all` shows; on a
 * dummy device, and for IPv6, the row stands in main. On equal prefixes table local wins, then the lower metric, then
 * the row that was there first.
 */
export const linux: System = {
  platforms: ['linux'],
  interfaces: (known) => namedInterfaces(known, HOLDERS),
  table,
  special,
  nextHop,
  owner,
  holds,
  accepts,
  neighbor,
  provesAbsence: showsLocalTable,
  maskMakesRoute: (address) =>
    address.prefixLength !== 0 && !(address.attributes?.includes('noprefixroute') ?? false),
  deletable: () => true,
  ties: { rank: (route) => route.metric ?? 0, equal: 'first' },
  missing,
  isNextHop: (text) => /^\s*nexthop\b/.test(text),
  tableOrder: ['local', 'main', 'default'],
}
