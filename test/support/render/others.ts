import fc from 'fast-check'
import type { Gateway, Neighbor, PolicyRule, Route, Setting } from '../../../src/index.js'
import { bsdRoutes, gatewayText } from './bsd-routes.js'
import { type Bare, defined, left, lines, type Rendering, right } from './rendering.js'
import {
  ipv4,
  ipv6,
  mac,
  maskOf,
  maybe,
  network4,
  partsOf,
  shortMac,
  small,
  some,
  withoutZeros,
} from './values.js'

type Row = Bare<Route>

/** One answer of `route get`: the network it belongs to, or the host. */
function routeGet(
  names: readonly string[],
  mtu: boolean,
  tail: (row: Row) => readonly string[],
): Rendering<Row> {
  const row = fc
    .record({
      destination: fc.oneof(fc.constant('0.0.0.0/0'), network4),
      gateway: ipv4.map((address): Gateway => ({ kind: 'address', address })),
      interface: fc.constantFrom(...names),
      mtu: mtu ? fc.integer({ min: 576, max: 9000 }) : fc.constant(undefined),
    })
    .map((one) => [defined<Row>({ family: 4, ...one, flags: 'UGS' })])
  return {
    records: row,
    print: (records) =>
      lines(
        records.flatMap((one) => {
          const { address, length } = partsOf(one.destination)
          return [
            '   route to: 203.0.113.9',
            `destination: ${address}`,
            `       mask: ${maskOf(length)}`,
            `    gateway: ${gatewayText(one)}`,
            `  interface: ${one.interface}`,
            '      flags: <UP,GATEWAY,DONE,STATIC>',
            ...tail(one),
          ]
        }),
      ),
  }
}

const counters = (row: Row) => [
  ' recvpipe  sendpipe  ssthresh  rtt,msec    mtu        weight    expire',
  `       0         0         0         0  ${right(row.mtu ?? 0, 8)}         1         0 `,
]

/** As 4.4BSD printed them. */
const oldCounters = (row: Row) => [
  ' recvpipe  sendpipe  ssthresh  rtt,msec    rttvar  hopcount      mtu     expire',
  `       0         0         0         0         0         0  ${right(row.mtu ?? 0, 8)}         0 `,
]

const millisecondCounters = (row: Row) => [
  ' recvpipe  sendpipe  ssthresh    rtt,ms rttvar,ms  hopcount      mtu     expire',
  `       0         0         0         0         0         0  ${right(row.mtu ?? 0, 8)}         0 `,
]

const milliseconds = routeGet(['net0', 'e1000g0'], true, millisecondCounters)
/** Solaris has no letter for a route made by hand. */
const solarisRouteGet: Rendering<Row> = {
  ...milliseconds,
  records: milliseconds.records.map((list) => list.map((one) => ({ ...one, flags: 'UG' }))),
}

const ndpEntry = some(
  fc.record({
    address: ipv6,
    mac: maybe(mac),
    name: maybe(fc.constantFrom('gw6', 'web1.example')),
  }),
)

const hpuxNdp: Rendering<Bare<Neighbor>> = {
  records: some(
    fc
      .record({
        address: ipv6,
        mac: maybe(mac),
        interface: fc.constantFrom('lan0', 'lan900'),
        state: fc.constantFrom('REACHABLE', 'STALE'),
      })
      .map(
        ({ mac: text, state, ...one }): Bare<Neighbor> =>
          text === undefined
            ? { ...one, mac: null, state: 'INCOMPLETE', incomplete: true }
            : { ...one, mac: text, state },
      ),
  ),
  print: (records) =>
    lines(
      'Destination                Physical Address   Interface  State       Flags',
      records.map(
        (one) =>
          `${left(one.address ?? '', 26)} ${left(one.mac === null ? '' : shortMac(one.mac), 18)} ${left(one.interface ?? '', 10)} ${one.state}`,
      ),
    ),
}

const selector = fc.oneof(
  fc.constant('from all'),
  network4.map((one) => `from ${one}`),
  ipv4.map((one) => `from ${one}`),
  small.map((mark) => `from all fwmark 0x${(mark + 1).toString(16)}`),
)

/** Rules in the order of their priorities, as the kernel lists them. */
const rules = fc
  .uniqueArray(
    fc.record({
      priority: fc.nat({ max: 32765 }),
      selector,
      table: fc.constantFrom('main', 'mgmt', '100'),
    }),
    { minLength: 1, maxLength: 6, selector: ({ priority }) => priority },
  )
  .map((list) =>
    list
      .toSorted((a, b) => a.priority - b.priority)
      .map((one): Bare<PolicyRule> => ({ family: 4, ...one, action: `lookup ${one.table}` })),
  )

function ruleObject({ priority, selector: text, table }: Bare<PolicyRule>): unknown {
  const [, src = 'all', , fwmark] = text.split(' ')
  const [address, length] = src.split('/')
  return {
    priority,
    src: address,
    ...(length === undefined ? {} : { srclen: Number(length) }),
    ...(fwmark === undefined ? {} : { fwmark }),
    table,
  }
}

const settings = fc.uniqueArray(
  fc.record({
    name: fc
      .tuple(
        fc.constantFrom('all', 'lo', 'eth0', 'default'),
        fc.constantFrom('arp_ignore', 'arp_announce', 'rp_filter'),
      )
      .map(([name, key]) => `net.ipv4.conf.${name}.${key}`),
    value: fc.constantFrom('0', '1', '2'),
  }),
  { minLength: 1, maxLength: 8, selector: ({ name }: Bare<Setting>) => name },
)

export const otherRenderings: Readonly<Record<string, unknown>> = {
  'aix-ndp': {
    records: ndpEntry.map((list) =>
      list.map(({ address, mac: text, name }) =>
        defined<Bare<Neighbor>>({
          address,
          mac: text ?? null,
          hostname: name,
          incomplete: text === undefined ? true : undefined,
        }),
      ),
    ),
    print: (records: readonly Bare<Neighbor>[]) =>
      lines(
        records.map(
          (one) =>
            `${one.hostname ?? '?'} (${one.address}) at link#2 ${one.mac === null ? '(incomplete)' : shortMac(one.mac)}`,
        ),
      ),
  },
  'aix-route-get': routeGet(['en0', 'lo0'], true, (row) => [
    'interf addr: 192.0.2.20',
    ...oldCounters(row),
  ]),
  'dragonfly-route-get': routeGet(['vtnet0', 'em0'], true, oldCounters),
  'freebsd-route-get': routeGet(['vtnet0', 'igb1'], true, counters),
  'hpux-ndp': hpuxNdp,
  'irix-netstat': {
    records: bsdRoutes({ interfaces: ['ec0', 'lo0'], counters: true }),
    print: (records: readonly Row[]) =>
      lines(
        ['Routing tables', '', 'Internet:'],
        'Destination      Gateway            Netmask    Flags     Refs     Use  Interface',
        records.map((r) => {
          const { address, length } = partsOf(r.destination)
          const isNetwork = length > 0 && length < 32
          const mask = isNetwork ? `0x${((2 ** 32 - 2 ** (32 - length)) >>> 0).toString(16)}` : ''
          const to = length === 0 ? 'default' : isNetwork ? withoutZeros(address) : address
          return `${left(to, 16)} ${left(gatewayText(r, true), 18)} ${left(mask, 10)} ${left(r.flags ?? '', 6)} ${right(r.refs ?? 0, 6)} ${right(r.use ?? 0, 8)}  ${r.interface}`
        }),
      ),
  },
  'linux-ip-rule': {
    records: rules,
    print: (records: readonly Bare<PolicyRule>[]) =>
      lines(records.map((one) => `${one.priority}:\t${one.selector} ${one.action}`)),
  },
  'linux-ip-rule-json': {
    records: rules,
    print: (records: readonly Bare<PolicyRule>[]) => lines(JSON.stringify(records.map(ruleObject))),
  },
  'linux-sysctl': {
    records: settings,
    print: (records: readonly Bare<Setting>[]) =>
      lines(records.map(({ name, value }) => `${name} = ${value}`)),
  },
  'macos-route-get': routeGet(['en0', 'en1'], true, oldCounters),
  'netbsd-route-get': routeGet(['wm0'], true, (row) => [
    ' local addr: 192.0.2.10',
    ...oldCounters(row),
  ]),
  'openbsd-route-get': routeGet(['vio0', 'em0'], true, (row) => [
    ' if address: 192.0.2.10',
    '   priority: 8 (static)',
    '     use       mtu    expire',
    `       0  ${right(row.mtu ?? 0, 8)}         0 `,
  ]),
  'openvms-show-route': {
    records: some(
      fc.record({ isHost: fc.boolean(), host: ipv4, network: network4, via: ipv4 }).map(
        ({ isHost, host, network, via }): Row => ({
          family: 4,
          destination: isHost ? `${host}/32` : network,
          gateway: { kind: 'address', address: via },
          type: isHost ? 'AH' : 'AN',
        }),
      ),
    ),
    print: (records: readonly Row[]) =>
      lines(
        [
          '',
          '                             DYNAMIC',
          '',
          'Type           Destination                           Gateway',
          '',
        ],
        records.map(
          (r) =>
            `${left(r.type ?? '', 14)} ${left(r.destination.replace('/32', ''), 37)} ${gatewayText(r)}`,
        ),
        '',
      ),
  },
  'solaris-route-get': solarisRouteGet,
}
