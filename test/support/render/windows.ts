import fc from 'fast-check'
import type { Gateway, Neighbor, Route } from '../../../src/index.js'
import {
  type Bare,
  defined,
  left,
  lines,
  type NeighborRendering,
  type RouteRendering,
  right,
} from './rendering.js'
import {
  ipv4,
  ipv6,
  mac,
  maskOf,
  maybe,
  network4,
  network6,
  partsOf,
  small,
  some,
} from './values.js'

const ONLINK: Gateway = { kind: 'onlink' }
const RULE = '='.repeat(75)
const index = fc.integer({ min: 2, max: 99 })
const dashes = (text: string) => text.replaceAll(':', '-')

const printed = some(
  fc
    .record({
      destination: fc.oneof(
        fc.constant('0.0.0.0/0'),
        network4,
        ipv4.map((one) => `${one}/32`),
      ),
      via: maybe(ipv4),
      interface: ipv4,
      metric: fc.nat({ max: 9999 }),
    })
    .map(
      ({ destination, via, ...more }): Bare<Route> => ({
        family: 4,
        destination,
        gateway: via === undefined ? ONLINK : { kind: 'address', address: via },
        ...more,
      }),
    ),
)

/** Routes with the index of their interface: netsh and Get-NetRoute know both families. */
function indexed(protocol: boolean): RouteRendering['records'] {
  const four = fc.record({
    family: fc.constant(4 as const),
    destination: network4,
    via: maybe(ipv4),
  })
  const six = fc.record({
    family: fc.constant(6 as const),
    destination: network6,
    via: maybe(ipv6),
  })
  const more = fc.record({ interface: index.map(String), metric: fc.nat({ max: 9999 }) })
  return some(
    fc.tuple(fc.oneof(four, six), more).map(([{ via, ...row }, rest]) =>
      defined<Bare<Route>>({
        ...row,
        gateway: via === undefined ? ONLINK : { kind: 'address', address: via },
        ...rest,
        ...(protocol ? {} : { type: 'Manual' }),
      }),
    ),
  )
}

const hop = ({ family, gateway }: Bare<Route>) =>
  gateway.kind === 'address' ? gateway.address : family === 4 ? '0.0.0.0' : '::'

const neighbors = fc.array(
  fc.record({
    address: ipv4,
    mac: maybe(mac),
    isStatic: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

type Entry = Bare<Neighbor>

/** Entries below one head: `make` adds what the tool says of the interface. */
function below(make: (entry: Entry, isStatic: boolean) => Entry): NeighborRendering['records'] {
  return neighbors.map((list) =>
    list.map(({ address, mac: text, isStatic }) =>
      text === undefined
        ? make({ address, mac: null, incomplete: true }, false)
        : make({ address, mac: text }, isStatic),
    ),
  )
}

const STATES: Readonly<Record<string, string>> = {
  static: 'Permanent',
  dynamic: 'Reachable',
  invalid: 'Unreachable',
}
const typeOf = (entry: Entry, isStatic: boolean) =>
  entry.mac === null ? 'invalid' : isStatic ? 'static' : 'dynamic'
const ZERO = '00-00-00-00-00-00'

function typed(entry: Entry, isStatic: boolean): Entry {
  const type = typeOf(entry, isStatic)
  return { ...entry, type, ...(type === 'static' ? { static: true as const } : {}) }
}

export const windowsRouteRenderings: Readonly<Record<string, RouteRendering>> = {
  'windows-get-net-route': {
    records: indexed(true),
    print: (records) =>
      lines(
        '',
        'ifIndex DestinationPrefix                              NextHop                                  RouteMetric ifMetric PolicyStore',
        '------- -----------------                              -------                                  ----------- -------- -----------',
        records.map(
          (r) =>
            `${left(r.interface ?? '', 7)} ${left(r.destination, 46)} ${left(hop(r), 40)} ${right(r.metric ?? 0, 11)} ${left(25, 8)} ActiveStore`,
        ),
        '',
      ),
  },
  'windows-netsh-route': {
    records: indexed(false),
    print: (records) =>
      lines(
        '',
        'Publish  Type      Met  Prefix                    Idx  Gateway/Interface Name',
        '-------  --------  ---  ------------------------  ---  ------------------------',
        records.map(
          (r) =>
            `${left('No', 7)}  ${left(r.type ?? '', 8)}  ${left(r.metric ?? 0, 3)}  ${left(r.destination, 24)}  ${right(r.interface ?? '', 3)}  ${r.gateway.kind === 'address' ? r.gateway.address : 'Ethernet 4'}`,
        ),
        '',
      ),
  },
  'windows-route-print': {
    records: printed,
    print: (records) =>
      lines(
        [
          RULE,
          'Interface List',
          ' 11...00 00 5e 00 53 0a ......Example Gigabit Network Connection',
          '  1...........................Software Loopback Interface 1',
          RULE,
        ],
        [
          '',
          'IPv4 Route Table',
          RULE,
          'Active Routes:',
          'Network Destination        Netmask          Gateway       Interface  Metric',
        ],
        records.map((r) => {
          const { address, length } = partsOf(r.destination)
          const via = r.gateway.kind === 'address' ? r.gateway.address : 'On-link'
          return `${right(address, 17)} ${right(maskOf(length), 16)} ${right(via, 16)} ${right(r.interface ?? '', 16)} ${right(r.metric ?? 0, 6)}`
        }),
        [RULE, 'Persistent Routes:', '  None', ''],
      ),
  },
}

/** Entries below an interface that has a number alone, with the state that a type is. */
const numbered = small.chain((n) =>
  below((entry, isStatic) => ({
    ...typed(entry, isStatic),
    state: STATES[typeOf(entry, isStatic)] ?? '',
    interface: String(n + 2),
    index: n + 2,
  })),
)

export const windowsNeighborRenderings: Readonly<Record<string, NeighborRendering>> = {
  'windows-arp': {
    records: fc.tuple(ipv4, index).chain(([address, number]) =>
      below((entry, isStatic) => ({
        ...typed(entry, isStatic),
        interface: address,
        index: number,
      })),
    ),
    print: (records) =>
      lines(
        '',
        `Interface: ${records[0]?.interface} --- 0x${records[0]?.index?.toString(16)}`,
        '  Internet Address      Physical Address      Type',
        records.map(
          (one) =>
            `  ${left(one.address ?? '', 20)}  ${left(dashes(one.mac ?? ZERO), 20)}  ${left(one.type ?? '', 10)}`,
        ),
      ),
  },
  'windows-get-net-neighbor': {
    records: numbered,
    print: (records) =>
      lines(
        '',
        'ifIndex IPAddress                                          LinkLayerAddress      State       PolicyStore',
        '------- ---------                                          ----------------      -----       -----------',
        records.map(
          (one) =>
            `${left(one.interface ?? '', 7)} ${left(one.address ?? '', 50)} ${left(dashes(one.mac ?? ZERO).toUpperCase(), 21)} ${left(one.state ?? '', 11)} ActiveStore`,
        ),
        '',
      ),
  },
  'windows-netsh-neighbors': {
    records: numbered,
    print: (records) =>
      lines(
        '',
        `Interface ${records[0]?.interface}: Ethernet 4`,
        '',
        '',
        'Internet Address                              Physical Address   Type',
        '--------------------------------------------  -----------------  -----------',
        records.map(
          (one) =>
            `${left(one.address ?? '', 44)}  ${left(dashes(one.mac ?? ZERO), 17)}  ${left(one.state ?? '', 11)}`,
        ),
        '',
      ),
  },
}
