import fc from 'fast-check'
import type { Gateway, Route } from '../../../src/index.js'
import { type Bare, defined, left, lines, type RouteRendering, right } from './rendering.js'
import { count, cutNetwork, ipv4, mac, network4, partsOf, shortMac, small, some } from './values.js'

interface Draw {
  readonly interfaces: readonly string[]
  readonly counters?: true
  readonly mtu?: true
  readonly expire?: true
  readonly links?: false
}

/** Routes as a BSD's kernel has them: the kind of gateway goes with the flags. */
export function bsdRoutes(draw: Draw): fc.Arbitrary<readonly Bare<Route>[]> {
  const host = ipv4.map((address) => `${address}/32`)
  const gateway = ipv4.map((address): Gateway => ({ kind: 'address', address }))
  const link = small.map((n): Gateway => ({ kind: 'link', link: `link#${n + 1}` }))
  const hardware = mac.map((one): Gateway => ({ kind: 'mac', mac: one }))
  const rows = [
    fc.record({ destination: fc.constant('0.0.0.0/0'), gateway, flags: fc.constant('UGS') }),
    fc.record({ destination: network4, gateway, flags: fc.constant('UGS') }),
    fc.record({ destination: host, gateway, flags: fc.constant('UGHS') }),
    ...(draw.links === false
      ? []
      : [
          fc.record({ destination: network4, gateway: link, flags: fc.constant('UC') }),
          fc.record({ destination: host, gateway: hardware, flags: fc.constant('UHL') }),
        ]),
  ]
  const rest = fc.record({
    interface: fc.constantFrom(...draw.interfaces),
    refs: draw.counters ? small : fc.constant(undefined),
    use: draw.counters ? count : fc.constant(undefined),
    mtu: draw.mtu
      ? fc.option(fc.integer({ min: 576, max: 65535 }), { nil: undefined })
      : fc.constant(undefined),
    expire: draw.expire
      ? fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined })
      : fc.constant(undefined),
  })
  return some(
    fc
      .tuple(fc.oneof(...rows), rest)
      .map(([row, more]) => defined<Bare<Route>>({ family: 4, ...row, ...more })),
  )
}

/** How a BSD prints the destination: FreeBSD in full, the others cut. */
type Spelling = 'full' | 'cut' | 'classful'

export function destination({ destination: cidr }: Bare<Route>, spelling: Spelling): string {
  const { address, length } = partsOf(cidr)
  if (length === 0) return 'default'
  if (length === 32) return address
  return spelling === 'full' ? cidr : cutNetwork(cidr, spelling === 'classful')
}

export function gatewayText({ gateway }: Bare<Route>, short = false): string {
  if (gateway.kind === 'address') return gateway.address
  if (gateway.kind === 'link') return gateway.link
  if (gateway.kind === 'mac') return short ? shortMac(gateway.mac) : gateway.mac
  throw new Error(`a BSD has no gateway of kind ${gateway.kind}`)
}

const TITLE = ['Routing tables', '', 'Internet:']
const dash = (value: number | undefined) => value ?? '-'

function table(heading: string, row: (route: Bare<Route>) => string): RouteRendering['print'] {
  return (records) => lines(TITLE, heading, records.map(row))
}

export const bsdRouteRenderings: Readonly<Record<string, RouteRendering>> = {
  'dragonfly-netstat': {
    records: bsdRoutes({ interfaces: ['vtnet0', 'lo0'], counters: true, expire: true }),
    print: table(
      'Destination        Gateway            Flags    Refs      Use  Netif Expire',
      (r) =>
        `${left(destination(r, 'classful'), 18)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 6)} ${right(r.refs ?? 0, 6)} ${right(r.use ?? 0, 8)} ${right(r.interface ?? '', 6)} ${right(r.expire ?? '', 6)}`,
    ),
  },
  'freebsd-netstat': {
    records: bsdRoutes({ interfaces: ['vtnet0', 'em0', 'lo0'], expire: true }),
    print: table(
      'Destination        Gateway            Flags     Netif Expire',
      (r) =>
        `${left(destination(r, 'full'), 18)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 7)} ${right(r.interface ?? '', 8)} ${right(r.expire ?? '', 6)}`,
    ),
  },
  'macos-netstat': {
    records: bsdRoutes({ interfaces: ['en0', 'bridge100', 'lo0'], counters: true, expire: true }),
    print: table(
      'Destination        Gateway            Flags        Refs      Use   Netif Expire',
      (r) =>
        `${left(destination(r, 'classful'), 18)} ${left(gatewayText(r, true), 18)} ${left(r.flags ?? '', 10)} ${right(r.refs ?? 0, 6)} ${right(r.use ?? 0, 8)} ${right(r.interface ?? '', 7)} ${right(r.expire ?? '', 6)}`,
    ),
  },
  'netbsd-netstat': {
    records: bsdRoutes({ interfaces: ['wm0', 'lo0'], mtu: true }),
    print: table(
      'Destination        Gateway            Flags    Refs      Use    Mtu Interface',
      (r) =>
        `${left(destination(r, 'cut'), 18)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 6)} ${right('-', 6)} ${right('-', 8)} ${right(dash(r.mtu), 6)}  ${r.interface}`,
    ),
  },
  'openbsd-netstat': {
    records: bsdRoutes({ interfaces: ['vio0', 'lo0'], counters: true, mtu: true }),
    print: table(
      'Destination        Gateway            Flags   Refs      Use   Mtu  Prio Iface',
      (r) =>
        `${left(destination(r, 'cut'), 18)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 5)} ${right(r.refs ?? 0, 6)} ${right(r.use ?? 0, 8)} ${right(dash(r.mtu), 5)}  ${right(8, 4)} ${r.interface}`,
    ),
  },
  'qnx-netstat': {
    records: bsdRoutes({ interfaces: ['en0', 'lo0'], counters: true, mtu: true }),
    print: table(
      'Destination        Gateway            Flags    Refs      Use    Mtu  Interface',
      (r) =>
        `${left(destination(r, 'cut'), 18)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 6)} ${right(r.refs ?? 0, 6)} ${right(r.use ?? 0, 8)} ${right(dash(r.mtu), 6)}  ${r.interface}`,
    ),
  },
}
