import fc from 'fast-check'
import type { Gateway, Neighbor, Route } from '../../../src/index.js'
import { bsdRoutes, destination, gatewayText } from './bsd-routes.js'
import {
  type Bare,
  defined,
  left,
  lines,
  type NeighborRendering,
  type RouteRendering,
  right,
} from './rendering.js'
import { count, ipv4, mac, maskOf, maybe, network4, partsOf, small, some } from './values.js'

const address = (text: string): Gateway => ({ kind: 'address', address: text })
const ONLINK: Gateway = { kind: 'onlink' }
const host4 = ipv4.map((one) => `${one}/32`)
type Row = Bare<Route>

/** Rows of a netstat that prints no link-level gateway. */
const plain = (interfaces: readonly string[]) =>
  bsdRoutes({ interfaces, counters: true, links: false })

/** Rows with the mask of their own, as esxcli and `netstat -rv` print them. */
function masked(interfaces: readonly string[]): fc.Arbitrary<readonly Row[]> {
  return some(
    fc
      .record({
        destination: fc.oneof(fc.constant('0.0.0.0/0'), network4, host4),
        via: ipv4,
        interface: fc.constantFrom(...interfaces),
        refs: small,
        use: count,
        mtu: fc.integer({ min: 576, max: 9000 }),
      })
      .map(({ destination: to, via, ...more }) => ({
        family: 4 as const,
        destination: to,
        gateway: address(via),
        flags: to.endsWith('/32') ? 'UGH' : 'UG',
        ...more,
      })),
  )
}

const without = (list: fc.Arbitrary<readonly Row[]>, ...keys: readonly (keyof Row)[]) =>
  list.map((rows) =>
    rows.map((row) =>
      defined<Row>({ ...row, ...Object.fromEntries(keys.map((key) => [key, undefined])) }),
    ),
  )

const cidr = (row: Row) => {
  const { address: at, length } = partsOf(row.destination)
  return { at: length === 0 ? 'default' : at, mask: maskOf(length) }
}

export const unixRouteRenderings: Readonly<Record<string, RouteRendering>> = {
  'aix-netstat': {
    records: plain(['en0', 'en10', 'lo0']),
    print: (records) =>
      lines(
        'Routing tables',
        'Destination        Gateway           Flags   Refs     Use  If   Exp  Groups',
        ['', 'Route Tree for Protocol Family 2 (Internet):'],
        records.map(
          (r) =>
            `${left(destination(r, 'cut'), 18)} ${left(gatewayText(r), 17)} ${left(r.flags ?? '', 8)} ${right(r.refs ?? 0, 3)} ${right(r.use ?? 0, 9)} ${left(r.interface ?? '', 4)} ${right('-', 4)} ${right('-', 4)}      `,
        ),
        ['', 'Route Tree for Protocol Family 24 (Internet v6):'],
      ),
  },
  'esxi-route-list': {
    records: without(masked(['vmk0', 'vmk1']), 'flags', 'refs', 'use', 'mtu').map((rows) =>
      rows.map((row, i) => ({
        ...row,
        gateway: i % 2 === 0 ? row.gateway : ONLINK,
        protocol: i % 3 === 0 ? 'DHCP' : 'MANUAL',
      })),
    ),
    print: (records) =>
      lines(
        'Network          Netmask          Gateway          Interface  Source',
        '---------------  ---------------  ---------------  ---------  ------',
        records.map((r) => {
          const { at, mask } = cidr(r)
          const via = r.gateway.kind === 'address' ? r.gateway.address : '0.0.0.0'
          return `${left(at, 15)}  ${left(mask, 15)}  ${left(via, 15)}  ${left(r.interface ?? '', 9)}  ${left(r.protocol ?? '', 6)}`
        }),
      ),
  },
  'hpux-netstat': {
    records: masked(['lan0', 'lan1', 'lo0:1']).map((rows) =>
      rows.map((row) => defined<Row>({ ...row, use: undefined })),
    ),
    print: (records) =>
      lines(
        'Routing tables',
        'Dest/Netmask          Gateway            Flags   Refs Interface  Pmtu',
        records.map((r) => {
          const { at, mask } = cidr(r)
          const to = at === 'default' ? 'default/0.0.0.0' : `${at}/${mask}`
          return `${left(to, 31)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 6)} ${right(r.refs ?? 0, 4)}  ${left(r.interface ?? '', 9)} ${right(r.mtu ?? 0, 5)}`
        }),
      ),
  },
  'openvms-netstat': {
    records: plain(['IE0', 'WE1', 'LO0']),
    print: (records) =>
      lines(
        ['Route Tree for Protocol Family 26:', '', 'Route Tree for Protocol Family 2:'],
        records.map(
          (r) =>
            `${left(destination(r, 'cut'), 16)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 9)} ${right(r.refs ?? 0, 3)} ${right(r.use ?? 0, 8)}  ${r.interface}`,
        ),
      ),
  },
  'solaris-netstat': {
    records: without(masked(['net0', 'bge0', 'lo0']), 'use'),
    print: (records) =>
      lines(
        ['', 'IRE Table: IPv4'],
        '  Destination             Mask           Gateway          Device  MTU  Ref Flg  Out  In/Fwd ',
        '-------------------- --------------- -------------------- ------ ----- --- --- ----- ------ ',
        records.map((r) => {
          const { at, mask } = cidr(r)
          return `${left(at, 20)} ${left(mask, 15)} ${left(gatewayText(r), 20)} ${left(r.interface ?? '', 6)} ${right(r.mtu ?? 0, 5)} ${right(r.refs ?? 0, 3)} ${left(r.flags ?? '', 4)}${right(0, 6)} ${right(0, 6)} `
        }),
      ),
  },
  'tru64-netstat': {
    records: plain(['ee0', 'tu0', 'lo0']),
    print: (records) =>
      lines(
        'Routing tables',
        'Destination      Gateway            Flags     Refs     Use  Interface',
        ['', 'Route Tree for Protocol Family 2:'],
        records.map(
          (r) =>
            `${left(destination(r, 'cut'), 16)} ${left(gatewayText(r), 18)} ${left(r.flags ?? '', 6)} ${right(r.refs ?? 0, 6)} ${right(r.use ?? 0, 8)}  ${r.interface}`,
        ),
      ),
  },
  'zos-netstat': {
    records: without(masked(['OSALINK', 'LOOPBACK']), 'use', 'mtu'),
    print: (records) =>
      lines(
        'EZD0101I NETSTAT CS V2R4 TCPIP 521',
        'IPV4 DESTINATIONS',
        'DESTINATION        GATEWAY         FLAGS    REFCNT     INTERFACE',
        records.map((r) => {
          const { address: at, length } = partsOf(r.destination)
          const to = length === 0 ? 'DEFAULT' : length === 32 ? at : r.destination
          return `${left(to, 18)} ${left(gatewayText(r), 15)} ${left(r.flags ?? '', 8)} ${String(r.refs).padStart(10, '0')} ${r.interface}`
        }),
        `${records.length} OF ${records.length} RECORDS DISPLAYED`,
        'END OF THE REPORT',
      ),
  },
}

type Entry = Bare<Neighbor>

const device = fc.record({
  address: ipv4,
  mac: maybe(mac),
  interface: fc.constantFrom('vmk0', 'vmk1'),
  expire: fc.integer({ min: 1, max: 1200 }),
})

const media = some(
  fc
    .record({
      address: ipv4,
      mac: maybe(mac),
      isOwn: fc.boolean(),
      interface: fc.constantFrom('net0', 'e1000g0'),
    })
    .map(({ address: at, mac: text, isOwn, ...more }): Entry => {
      const entry = { address: at, mac: text ?? null, mask: '255.255.255.255', ...more }
      if (text === undefined) return { ...entry, flags: 'U', incomplete: true }
      return isOwn
        ? { ...entry, flags: 'SPLA', static: true, published: true, local: true }
        : { ...entry, flags: 'o' }
    }),
)

export const unixNeighborRenderings: Readonly<Record<string, NeighborRendering>> = {
  'esxi-neighbor-list': {
    records: some(
      device.map(
        ({ mac: text, ...one }): Entry =>
          text === undefined
            ? { ...one, mac: null, incomplete: true, type: 'Unknown' }
            : { ...one, mac: text, type: 'Unknown' },
      ),
    ),
    print: (records) =>
      lines(
        'Neighbor         Mac Address        Vmknic    Expiry  State  Type   ',
        '---------------  -----------------  ------  --------  -----  -------',
        records.map(
          (one) =>
            `${left(one.address ?? '', 15)}  ${left(one.mac ?? '(incomplete)', 17)}  ${left(one.interface ?? '', 6)}  ${right(`${one.expire} sec`, 8)}         ${one.type}`,
        ),
      ),
  },
  'solaris-arp': {
    records: media,
    print: (records) =>
      lines(
        'Net to Media Table: IPv4',
        'Device   IP Address               Mask      Flags      Phys Addr',
        '------ -------------------- --------------- -------- ---------------',
        records.map(
          (one) =>
            `${left(one.interface ?? '', 6)} ${left(one.address ?? '', 20)} ${left(one.mask ?? '', 15)} ${left(one.flags ?? '', 8)} ${one.mac ?? ''}`,
        ),
      ),
  },
}
