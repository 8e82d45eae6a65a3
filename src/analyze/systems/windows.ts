import type { Host } from '../../model/host.js'
import type { Neighbor } from '../../model/neighbor.js'
import type { Route } from '../../model/route.js'
import { contains, samePrefix } from '../../net/prefix.js'
import { clusterAddresses } from '../cluster-addresses.js'
import type { InterfaceClass, RouteFact, RowKind, Vip } from '../facts.js'
import { grouped } from '../grouped.js'
import { insides } from '../inside.js'
import { once } from '../once.js'
import type { View } from '../view.js'
import type { NeighborMeaning, Owner, System } from './system.js'
import { isLoopbackAddress } from './unix.js'
import { windowsAdapters } from './windows-adapters.js'

/** IBM's page: on XP and 2003 the rows cannot be deleted. 5.1 and 5.2 are their versions of NT. */
const UNDELETABLE = /(?:^|[^0-9])(?:xp|2003|5\.[12])/i

/**
 * Up to 2003 a row on the link has the interface's own address as gateway; later it says On-link. The own address of an
 * adapter stands on 127.0.0.1, which is no link.
 */
function isOldOnLink({ gateway, interface: name }: Route): boolean {
  return (
    gateway.kind === 'address' && gateway.address === name && !isLoopbackAddress(gateway.address)
  )
}

function special(route: Route): RowKind | undefined {
  const isHost = route.destination.endsWith('/32')
  const address = route.destination.split('/')[0]
  return isHost && isOldOnLink(route) && address !== route.interface ? 'broadcast' : undefined
}

function nextHop(route: Route): string | undefined {
  const { gateway } = route
  if (gateway.kind !== 'address' || isLoopbackAddress(gateway.address)) return undefined
  return isOldOnLink(route) ? undefined : gateway.address
}

function owner(row: RouteFact, view: View): Owner | undefined {
  if (row.interfaceClass === 'wire' || row.route.persistent) return undefined
  const vip = row.route.gateway.kind === 'onlink' ? onSameAdapter(row, view) : ofOldRow(row, view)
  if (vip === undefined) return undefined
  return row.interfaceClass === 'loopback' ? { vip } : { vip, unproven: true }
}

/** Vista and later: the adapter of the cluster address's own host row is the adapter of the network row. */
function onSameAdapter({ interfaceId, prefix }: RouteFact, view: View): Vip | undefined {
  return prefix && adapters(view).get(interfaceId)?.(prefix)[0]
}

/** The cluster addresses that have a host row on the link, by adapter, in the order of the policy. */
const adapters = /* @__PURE__ */ once((view: View) => {
  const { inside } = clusterAddresses(view.vips)
  const rows = view.routes.filter(
    ({ kind, route }) => kind === 'host' && route.gateway.kind === 'onlink',
  )
  const rowsOf = grouped(rows, ({ prefix }) => inside(prefix))
  const placed = view.vips.flatMap((vip) =>
    (rowsOf.get(vip) ?? []).map(({ interfaceId }) => ({
      interfaceId,
      prefix: vip.prefix,
      value: vip,
    })),
  )
  const byAdapter = grouped(placed, ({ interfaceId }) => [interfaceId])
  return new Map([...byAdapter].map(([id, own]) => [id, insides(own)]))
})

/** Up to 2003: gateway and interface are the alias, or another alias of the same adapter. */
function ofOldRow(row: RouteFact, view: View): Vip | undefined {
  const { gateway } = row.route
  if (gateway.kind !== 'address') return undefined
  const { named, inside } = clusterAddresses(view.vips)
  const own = named(gateway.address)
  const isAlias = own !== undefined || loopbacksOf(view.host).has(gateway.address)
  const onLink = isOldOnLink(row.route) || view.owns(gateway.address)
  if (!isAlias || !onLink) return undefined
  const isInside = row.prefix && own && contains(row.prefix, own.prefix)
  return isInside ? own : inside(row.prefix)[0]
}

const loopbacksOf = /* @__PURE__ */ once(
  ({ loopbackAddresses }: Host) => new Set(loopbackAddresses),
)

function holds(row: RouteFact, vip: Vip, view: View): InterfaceClass | undefined {
  if (row.prefix === undefined || !samePrefix(row.prefix, vip.prefix) || row.route.persistent)
    return undefined
  const { gateway } = row.route
  if (gateway.kind === 'onlink') return row.interfaceClass
  return gateway.kind === 'address' && isLoopbackAddress(gateway.address)
    ? view.interfaces.classOf(vip.text)
    : undefined
}

function neighbor(one: Neighbor): NeighborMeaning {
  const type = one.type ?? ''
  if (one.incomplete || type === 'invalid') return { state: 'incomplete', published: false }
  if (type === 'static' || one.static || one.permanent) return { state: 'static', published: false }
  return { state: one.mac === null ? 'other' : 'dynamic', published: false }
}

/** The address of an adapter always has a host row; the loopback's rows show that the table is not an excerpt. */
function provesAbsence(view: View, family: 4 | 6): boolean {
  const own = family === 4 ? ['127.0.0.0/8', '127.0.0.1/32'] : ['::1/128']
  return view.routes.some((row) => own.includes(row.route.destination) && view.isWhole(row.capture))
}

/**
 * Without a version the layout tells: rows on the link by address (up to 2003) and a multicast row of /4, which NT 4
 * and 2000 print as /3.
 */
function deletable(view: View): boolean {
  const { version } = view.host
  if (version !== undefined) return !UNDELETABLE.test(version)
  return !hasOldMulticast(view)
}

const hasOldMulticast = /* @__PURE__ */ once((view: View) =>
  view.routes.some(({ route }) => route.destination === '224.0.0.0/4' && isOldOnLink(route)),
)

function holder(row: RouteFact, view: View): string {
  const { gateway } = row.route
  const old = gateway.kind === 'address' && isLoopbackAddress(gateway.address)
  return old ? view.interfaces.id(row.route.destination.split('/')[0]) : row.interfaceId
}

/** Windows, from NT 4 on: adapters are named by an address, on-link rows by the adapter's own address or a word. */
export const windows: System = {
  platforms: ['windows'],
  interfaces: windowsAdapters,
  table: (route) => (route.persistent ? 'persistent' : 'main'),
  special,
  nextHop,
  owner,
  holds,
  holder,
  neighbor: (one: Neighbor, _host: Host) => neighbor(one),
  provesAbsence,
  maskMakesRoute: () => true,
  deletable,
  ties: { rank: (route) => route.metric ?? Number.MAX_SAFE_INTEGER, equal: 'undecided' },
  missing: () => [],
}
