import fc from 'fast-check'
import type { Neighbor } from '../../../src/index.js'
import { type Bare, defined, left, lines, type NeighborRendering } from './rendering.js'
import { ipv4, ipv6, mac, maybe, some } from './values.js'

const device = fc.constantFrom('eth0', 'br-lan', 'enp0s31f6', 'bond0.100')
const yes = maybe(fc.constant(true as const))
type Entry = Bare<Neighbor>

/** Entries of the kernel as iproute2 shows them. */
const kernel = some(
  fc
    .record({
      address: fc.oneof(ipv4, ipv6),
      interface: device,
      mac: maybe(mac),
      state: fc.constantFrom('REACHABLE', 'STALE', 'DELAY', 'PROBE', 'PERMANENT', 'NOARP'),
      router: fc.boolean(),
    })
    .map((one): Entry => {
      const { address, mac: lladdr } = one
      if (lladdr === undefined)
        return { address, interface: one.interface, mac: null, state: 'FAILED' }
      return defined<Entry>({
        address,
        interface: one.interface,
        mac: lladdr,
        state: one.state,
        permanent: one.state === 'PERMANENT' ? true : undefined,
        flags: one.router ? 'router' : undefined,
      })
    }),
)

const brief = some(
  fc
    .record({ address: fc.oneof(ipv4, ipv6), interface: device, mac: maybe(mac) })
    .map(
      (one): Entry => ({ address: one.address, interface: one.interface, mac: one.mac ?? null }),
    ),
)

/** Entries as net-tools prints them: complete, or not. */
const complete = fc.record({ address: ipv4, mac, interface: device, permanent: yes })
const incomplete = fc.record({
  address: ipv4,
  mac: fc.constant(null),
  interface: device,
  incomplete: fc.constant(true as const),
})

function entries(
  more: (one: { permanent?: true | undefined; mac: string | null }) => Partial<Entry>,
) {
  const one = fc.oneof({ weight: 3, arbitrary: complete }, incomplete)
  return some(one.map((entry) => defined<Entry>({ ...entry, ...more(entry) } as Entry)))
}

const procFlags = (one: Entry) => (one.mac === null ? '0x0' : one.permanent ? '0x6' : '0x2')

export const linuxNeighborRenderings: Readonly<Record<string, NeighborRendering>> = {
  'linux-arp': {
    records: entries(({ permanent, mac: text }) =>
      text === null ? {} : { hwtype: 'ether', flags: permanent ? 'CM' : 'C' },
    ),
    print: (records) =>
      lines(
        'Address                  HWtype  HWaddress           Flags Mask            Iface',
        records.map((one) =>
          one.mac === null
            ? `${left(one.address ?? '', 24)} ${left('', 7)} ${left('(incomplete)', 37)} ${one.interface}`
            : `${left(one.address ?? '', 24)} ${left(one.hwtype ?? '', 7)} ${left(one.mac, 19)} ${left(one.flags ?? '', 17)} ${one.interface}`,
        ),
      ),
  },
  'linux-arp-a': {
    records: entries(({ mac: text }) => (text === null ? {} : { hwtype: 'ether' })),
    print: (records) =>
      lines(
        records.map((one) => {
          const hardware = one.mac === null ? '<incomplete>' : `${one.mac} [ether]`
          return `${one.hostname ?? '?'} (${one.address}) at ${hardware} ${one.permanent ? 'PERM ' : ''}on ${one.interface}`
        }),
      ),
  },
  'linux-ip-neigh': {
    records: kernel,
    print: (records) =>
      lines(
        records.map((one) => {
          const lladdr = one.mac === null ? '' : `lladdr ${one.mac} `
          return `${one.address} dev ${one.interface} ${lladdr}${one.flags ? `${one.flags} ` : ''}${one.state} `
        }),
      ),
  },
  'linux-ip-neigh-brief': {
    records: brief,
    print: (records) =>
      lines(
        records.map(
          (one) =>
            `${left(one.address ?? '', 39)} ${left(one.interface ?? '', 16)} ${one.mac ?? ''}`,
        ),
      ),
  },
  'linux-ip-neigh-json': {
    records: kernel,
    print: (records) =>
      lines(
        JSON.stringify(
          records.map((one) => ({
            dst: one.address,
            dev: one.interface,
            ...(one.mac === null ? {} : { lladdr: one.mac }),
            ...(one.flags === undefined ? {} : { [one.flags]: null }),
            state: [one.state],
          })),
        ),
      ),
  },
  'linux-proc-arp': {
    records: entries(({ permanent, mac: text }) => ({
      hwtype: '0x1',
      flags: text === null ? '0x0' : permanent ? '0x6' : '0x2',
    })),
    print: (records) =>
      lines(
        'IP address       HW type     Flags       HW address            Mask     Device',
        records.map(
          (one) =>
            `${left(one.address ?? '', 16)} 0x1         ${left(procFlags(one), 11)} ${left(one.mac ?? '00:00:00:00:00:00', 21)} *        ${one.interface}`,
        ),
      ),
  },
}
