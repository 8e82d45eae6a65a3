import fc from 'fast-check'
import type { Gateway, Route } from '../../../src/index.js'
import { type Bare, defined, left, lines, type RouteRendering } from './rendering.js'
import {
  count,
  ipv4,
  ipv6,
  maskOf,
  maybe,
  network4,
  network6,
  partsOf,
  small,
  some,
} from './values.js'

const ONLINK: Gateway = { kind: 'onlink' }
const via4 = ipv4.map((address): Gateway => ({ kind: 'address', address }))
const via6 = ipv6.map((address): Gateway => ({ kind: 'address', address }))
const host4 = ipv4.map((address) => `${address}/32`)
const host6 = ipv6.map((address) => `${address}/128`)
const device = fc.constantFrom('eth0', 'br-lan', 'enp0s31f6', 'wg0', 'bond0.100', 'lo')

const ipRoute = fc
  .record({
    family: fc.constantFrom(4 as const, 6 as const),
    isVia: fc.boolean(),
    isDefault: fc.boolean(),
    isHost: fc.boolean(),
    network4,
    network6,
    host4,
    host6,
    via4,
    via6,
    interface: device,
    protocol: maybe(fc.constantFrom('kernel', 'boot', 'static', 'dhcp', 'ra', 'bird')),
    scope: maybe(fc.constantFrom('link', 'host', 'site')),
    source4: maybe(ipv4),
    metric: maybe(fc.integer({ min: 1, max: 99999 })),
    mtu: maybe(fc.integer({ min: 576, max: 9000 })),
    table: maybe(fc.constantFrom('local', '100', 'mgmt')),
  })
  .map(({ family, isVia, isDefault, isHost, source4, scope, ...one }): Bare<Route> => {
    const isFour = family === 4
    const network = isFour ? one.network4 : one.network6
    const whole = isFour ? '0.0.0.0/0' : '::/0'
    const host = isFour ? one.host4 : one.host6
    return defined<Bare<Route>>({
      family,
      destination: isDefault ? whole : isHost ? host : network,
      gateway: isVia ? (isFour ? one.via4 : one.via6) : ONLINK,
      interface: one.interface,
      protocol: one.protocol,
      // The kernel gives a scope to every IPv4 route without a gateway.
      scope: isFour ? (isVia ? undefined : (scope ?? 'link')) : undefined,
      source: isFour ? source4 : undefined,
      metric: one.metric ?? (isFour ? undefined : 1024),
      mtu: one.mtu,
      table: one.table,
    })
  })

/** Records of one family: `ip route` prints one, and a default route does not say which. */
const ipRoutes = some(ipRoute).map((list) =>
  list.filter(({ family }) => family === list[0]?.family),
)

function shown({ destination }: Bare<Route>): string {
  const { address, length } = partsOf(destination)
  if (length === 0) return 'default'
  return length === (address.includes(':') ? 128 : 32) ? address : destination
}

const attributes = ['table', 'protocol', 'scope', 'source', 'metric', 'mtu'] as const
const WORDS = {
  table: 'table',
  protocol: 'proto',
  scope: 'scope',
  source: 'src',
  metric: 'metric',
  mtu: 'mtu',
}
const KEYS = {
  table: 'table',
  protocol: 'protocol',
  scope: 'scope',
  source: 'prefsrc',
  metric: 'metric',
} as const

function ipRouteLine(route: Bare<Route>): string {
  const { gateway } = route
  const via = gateway.kind === 'address' ? `via ${gateway.address} ` : ''
  const rest = attributes.flatMap((key) =>
    route[key] === undefined ? [] : [`${WORDS[key]} ${route[key]} `],
  )
  return `${shown(route)} ${via}dev ${route.interface} ${rest.join('')}`
}

function ipRouteObject(route: Bare<Route>): unknown {
  const { gateway } = route
  const rest = Object.entries(KEYS).flatMap(([key, name]) => {
    const value = route[key as keyof typeof KEYS]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    dst: shown(route),
    ...(gateway.kind === 'address' ? { gateway: gateway.address } : {}),
    dev: route.interface,
    ...Object.fromEntries(rest),
    flags: [],
    ...(route.mtu === undefined ? {} : { metrics: [{ mtu: route.mtu }] }),
  }
}

/** Rows of `route -n`: the gateway goes with G, the host mask with H. */
const rows4 = some(
  fc
    .record({
      destination: fc.oneof(fc.constant('0.0.0.0/0'), network4, host4),
      via: maybe(via4),
      metric: small,
      refs: small,
      use: count,
      interface: device,
    })
    .map(
      ({ destination, via, ...more }): Bare<Route> => ({
        family: 4,
        destination,
        gateway: via ?? ONLINK,
        flags: `U${via === undefined ? '' : 'G'}${destination.endsWith('/32') ? 'H' : ''}`,
        ...more,
      }),
    ),
)

const rows6 = some(
  fc
    .record({
      destination: fc.oneof(network6, host6),
      via: maybe(via6),
      metric: small,
      refs: small,
      use: small,
      interface: device,
    })
    .map(
      ({ destination, via, ...more }): Bare<Route> => ({
        family: 6,
        destination,
        gateway: via ?? ONLINK,
        flags: `U${via === undefined ? '' : 'G'}${destination.endsWith('/128') ? 'H' : ''}`,
        ...more,
      }),
    ),
)

const dotted = (gateway: Gateway, none: string) =>
  gateway.kind === 'address' ? gateway.address : none

function hex4(address: string): string {
  const octets = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'))
  return octets.toReversed().join('').toUpperCase()
}

function hex6(address: string): string {
  const [front = '', back = ''] = address.split('::')
  const head = front.split(':').filter(Boolean)
  const tail = back.split(':').filter(Boolean)
  const groups = [
    ...head,
    ...Array.from({ length: 8 - head.length - tail.length }, () => '0'),
    ...tail,
  ]
  return groups.map((one) => one.padStart(4, '0')).join('')
}

const FLAG_BITS: Readonly<Record<string, number>> = { U: 1, G: 2, H: 4 }
const bits = (flags = '') => [...flags].reduce((sum, letter) => sum + (FLAG_BITS[letter] ?? 0), 0)
const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')

export const linuxRouteRenderings: Readonly<Record<string, RouteRendering>> = {
  'linux-ip-route': { records: ipRoutes, print: (records) => lines(records.map(ipRouteLine)) },
  'linux-ip-route-json': {
    records: ipRoutes,
    print: (records) => lines(JSON.stringify(records.map(ipRouteObject))),
  },
  'linux-netstat': {
    records: rows4,
    print: (records) =>
      lines(
        'Kernel IP routing table',
        'Destination     Gateway         Genmask         Flags Metric Ref    Use Iface',
        records.map((r) => {
          const { address, length } = partsOf(r.destination)
          return `${left(address, 15)} ${left(dotted(r.gateway, '0.0.0.0'), 15)} ${left(maskOf(length), 15)} ${left(r.flags ?? '', 5)} ${left(r.metric ?? 0, 6)} ${left(r.refs ?? 0, 2)} ${String(r.use).padStart(7)} ${r.interface}`
        }),
      ),
  },
  'linux-netstat-6': {
    records: rows6,
    print: (records) =>
      lines(
        'Kernel IPv6 routing table',
        'Destination                    Next Hop                   Flag Met Ref Use If',
        records.map(
          (r) =>
            `${left(r.destination, 30)} ${left(dotted(r.gateway, '::'), 26)} ${left(r.flags ?? '', 4)} ${left(r.metric ?? 0, 4)} ${left(r.refs ?? 0, 1)} ${String(r.use).padStart(6)} ${r.interface}`,
        ),
      ),
  },
  'linux-proc-net-ipv6-route': {
    records: rows6.map((list) => list.map((row) => ({ ...row, flags: hex(bits(row.flags), 8) }))),
    print: (records) =>
      lines(
        records.map((r) => {
          const { address, length } = partsOf(r.destination)
          const zero = '0'.repeat(32)
          const via = r.gateway.kind === 'address' ? hex6(r.gateway.address) : zero
          return `${hex6(address)} ${hex(length, 2)} ${zero} 00 ${via} ${hex(r.metric ?? 0, 8)} ${hex(r.refs ?? 0, 8)} ${hex(r.use ?? 0, 8)} ${r.flags} ${(r.interface ?? '').padStart(8)}`
        }),
      ),
  },
  'linux-proc-net-route': {
    records: rows4.map((list) =>
      // Without a netmask in it no table tells the byte order.
      [...list, ...list.slice(0, 1).map((row) => ({ ...row, destination: '192.0.2.0/24' }))].map(
        (row) => ({ ...row, flags: hex(bits(row.flags), 4), mtu: 0, window: 0, irtt: 0 }),
      ),
    ),
    print: (records) =>
      lines(
        'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
        records.map((r) => {
          const { address, length } = partsOf(r.destination)
          const via = hex4(dotted(r.gateway, '0.0.0.0'))
          return `${r.interface}\t${hex4(address)}\t${via}\t${r.flags}\t${r.refs}\t${r.use}\t${r.metric}\t${hex4(maskOf(length))}\t0\t0\t0`
        }),
      ),
  },
}
