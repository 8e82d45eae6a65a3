import type { HostFacts, Policy } from '../../src/index.js'

/** A host that is nothing but faults, of about that many characters. */
export interface FaultyHost {
  readonly facts?: Partial<HostFacts>
  readonly policy?: Partial<Policy>
  readonly texts: (length: number) => readonly string[]
  /** Length from which on limits bound what a fault costs. */
  readonly least?: number
}

/** Lines until the text is long enough; the number of each is given. */
export function lines(line: (i: number) => string, head = ''): (length: number) => string {
  return (length) => {
    const parts = [head]
    for (let size = head.length, i = 0; size < length; i++) {
      const one = `${line(i)}\n`
      parts.push(one)
      size += one.length
    }
    return parts.join('')
  }
}

const octets = (i: number) => `${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`
const hex = (i: number) =>
  `${((i >> 16) & 255).toString(16)}:${((i >> 8) & 255).toString(16)}:${(i & 255).toString(16)}`
const mac = (i: number) =>
  `00:00:5e:${[i >> 16, i >> 8, i].map((part) => (part & 255).toString(16).padStart(2, '0')).join(':')}`

const BSD = 'Destination Gateway Flags Refs Use If Exp Groups\n'
const LINUX = 'default via 192.0.2.1 dev eth0\n'
const OLD_WINDOWS = `===========================================================================
Active Routes:
Network Destination        Netmask          Gateway       Interface  Metric
`
const WINDOWS = `===========================================================================
IPv4 Route Table
===========================================================================
Active Routes:
Network Destination        Netmask          Gateway       Interface  Metric
`

/** Networks around 192.0.2.99, one inside the other. */
const nested = (i: number) => {
  const length = 1 + (i % 30)
  const value = (0xc0000263 & (0xffffffff << (32 - length))) >>> 0
  return `${value >>> 24}.${(value >> 16) & 255}.${(value >> 8) & 255}.${value & 255}/${length}`
}

const one = (make: (length: number) => string) => (length: number) => [make(length)]
const halves =
  (first: (length: number) => string, second: (length: number) => string) => (length: number) => [
    `${first(length / 2)}\n${second(length / 2)}`,
  ]
const files =
  (make: (length: number) => string, size: number) =>
  (length: number): string[] =>
    Array.from({ length: Math.ceil(length / size) }, () => make(size))

const bsd: Partial<HostFacts> = { platform: 'freebsd' }
const aix: Partial<HostFacts> = { platform: 'aix' }
const linux: Partial<HostFacts> = { platform: 'linux' }
const windows: Partial<HostFacts> = { platform: 'windows' }
const client: Partial<HostFacts> = { platform: 'linux', role: 'client' }
const noVip: Partial<Policy> = { vips: [] }

const local = (i: number) =>
  `local ${nested(i)} dev dummy${i} table local scope host src 192.0.2.99`
const inside = (i: number) => `192.0.${octets(i).slice(2)}/32 via 192.0.2.1 dev eth0`

/** Hosts of which each line is a fault, or a witness of one. */
export const faultyHosts: Readonly<Record<string, FaultyHost>> = {
  'networks on an alias, each of its own': {
    facts: linux,
    texts: one(
      lines((i) => `local 192.0.2.0/24 dev dummy${i} table local scope host src 192.0.2.99`, LINUX),
    ),
  },
  'nested networks on an alias': { facts: linux, texts: one(lines(local, LINUX)) },
  'nested networks on an alias with rows inside': {
    facts: linux,
    least: 40_000,
    texts: halves(lines(local, LINUX), lines(inside)),
  },
  'equal networks with rows inside, on a system that does not decide': {
    facts: aix,
    texts: halves(
      lines((i) => `192.0/16 192.0.2.99 U 0 ${i} lo${i} - -`, BSD),
      lines((i) => `192.0.${octets(i).slice(2)} 192.0.2.1 UGH 0 ${i} en0 - -`),
    ),
  },
  'equal networks on cards and on an alias': {
    facts: aix,
    texts: halves(
      lines((i) => `192.0/16 192.0.2.99 U 0 ${i} lo${i} - -`, BSD),
      lines((i) => `192.0/16 192.0.2.98 U 0 ${i} en${i} - -`),
    ),
  },
  'links of a BSD': {
    facts: bsd,
    texts: one(
      lines((i) => `192.0.2.99 link#${i} UHS lo0`, 'Destination Gateway Flags Netif Expire\n'),
    ),
  },
  'own addresses of a BSD by links': {
    facts: bsd,
    texts: one(
      lines((i) => `10.${octets(i)} link#${i} UHS lo0`, 'Destination Gateway Flags Netif Expire\n'),
    ),
  },
  'networks on the link of Windows': {
    facts: windows,
    texts: halves(
      lines((i) => `192.0.0.0 255.255.0.0 On-link 10.${octets(i)} ${i}`, WINDOWS),
      lines((i) => `10.${octets(i)} 255.255.255.255 On-link 10.${octets(i)} ${i}`),
    ),
  },
  'networks on the alias of Windows': {
    facts: windows,
    texts: one(
      lines((i) => `192.0.2.0 255.255.255.0 192.0.2.99 10.${octets(i)} ${i}`, OLD_WINDOWS),
    ),
  },
  'addresses of Windows': {
    facts: windows,
    texts: one(
      lines(
        (i) =>
          `   IPv4 Address. . . . . . . . . . . : 10.${octets(i)}(Preferred)\n   Subnet Mask . . . . . . . . . . . : 255.255.255.255`,
        'Windows IP Configuration\n\nEthernet adapter Ethernet:\n\n   Physical Address. . . . . . . . . : 00-00-5E-00-53-0A\n',
      ),
    ),
  },
  'default routes through an alias': {
    facts: linux,
    texts: halves(
      lines((i) => `default dev dummy${i} metric ${i}`, ''),
      lines((i) => `local 192.0.2.99 dev dummy${i + 1e6} table local scope host`),
    ),
  },
  'default routes': {
    facts: linux,
    texts: one(lines((i) => `default via 10.${octets(i)} dev eth0`)),
  },
  'broadcast rows without a network': {
    facts: linux,
    texts: halves(
      lines((i) => `broadcast 10.${octets(i)} dev lo table local scope link src 192.0.2.99`),
      lines((i) => `local 11.${octets(i)}/32 dev lo table local scope host`),
    ),
  },
  'saved routes to an alias': {
    facts: windows,
    texts: (length) => [
      `${WINDOWS}===========================================================================\nPersistent Routes:\n  Network Address          Netmask  Gateway Address  Metric\n${lines((i) => `10.${octets(i)} 255.255.255.254 192.0.2.99 1`)(length)}`,
    ],
  },
  'routes through a cluster address': {
    facts: linux,
    texts: one(lines((i) => `10.${octets(i)}/32 via 192.0.2.99 dev eth0`, LINUX)),
  },
  'host routes elsewhere': {
    facts: linux,
    texts: one(lines((i) => `192.0.2.99 via 10.${octets(i)} dev eth0`, LINUX)),
  },
  'addresses and networks of a loopback, without a cluster address': {
    facts: linux,
    policy: noVip,
    texts: (length) => [
      lines((i) => `local 10.0.0.0/8 dev dummy${i} table local scope host`, LINUX)(length / 2),
      lines(
        (i) => `    inet 10.${octets(i)}/32 scope global lo:${i}`,
        '1: lo: <LOOPBACK,UP> mtu 65536\n',
      )(length / 2),
    ],
  },
  'wide aliases': {
    facts: linux,
    texts: one(
      lines(
        (i) =>
          `${i}: dummy${i}: <BROADCAST,NOARP,UP> mtu 1500\n    inet 192.0.2.99/24 scope global secondary dummy${i}`,
      ),
    ),
  },
  'aliases on cards': {
    facts: linux,
    texts: one(
      lines(
        (i) =>
          `${i}: eth${i}: <BROADCAST,UP> mtu 1500\n    inet 192.0.2.99/24 scope global secondary eth${i}`,
      ),
    ),
  },
  'settings of many cards': {
    facts: linux,
    texts: (length) => [
      `net.ipv4.conf.all.arp_ignore = 0\n${lines((i) => `net.ipv4.conf.eth${i}.arp_ignore = 3`)(length / 2)}`,
      lines(
        (i) => `    inet 10.${octets(i)}/32 scope global lo:${i}`,
        '1: lo: <LOOPBACK,UP> mtu 65536\n',
      )(length / 2) + '    inet 192.0.2.99/32 scope global lo\n',
    ],
  },
  'policy rules and networks on an alias': {
    facts: linux,
    texts: (length) => [
      lines((i) => `${i}: from all lookup ${i}`)(length / 2),
      lines((i) => `local 192.0.2.0/24 dev dummy${i} table ${i} scope host src 192.0.2.99`)(
        length / 2,
      ),
    ],
  },
  'doubtful rows and networks on an alias': {
    facts: bsd,
    texts: one(
      lines(
        (i) =>
          i % 2 === 0
            ? `127.0.0.1 127.0.0.1 UH 0 ${i} lo0 - -`
            : `192.0.2/24 192.0.2.99 U 0 ${i} lo${i} 999x -`,
        BSD,
      ),
    ),
  },
  'rows of one line': {
    facts: linux,
    texts: one((length) =>
      lines((i) => `local 192.0.2.0/24 dev dummy${i} table local`)(length).replaceAll('\n', ' '),
    ),
  },
  'cells of a line each': {
    facts: aix,
    texts: one((length) =>
      lines((i) => `192.0/16 192.0.2.99 U 0 ${i} lo${i} - -`, BSD)(length).replaceAll(' ', '\n'),
    ),
  },
  'captures of a transcript': {
    facts: linux,
    texts: one(
      lines(
        (i) =>
          `$ ip route show table local\nlocal 192.0.2.0/24 dev dummy${i} table local scope host src 192.0.2.99`,
      ),
    ),
  },
  'captures of two tables in turn': {
    facts: linux,
    texts: one(
      lines((i) =>
        i % 2 === 0
          ? `$ ip route show table local\nlocal 192.0.2.0/24 dev dummy${i} table local scope host src 192.0.2.99`
          : `$ ip route\n10.${octets(i)} dev eth0`,
      ),
    ),
  },
  'captures of one table beside a large other': {
    facts: linux,
    least: 40_000,
    texts: (length) => [
      lines((i) => `10.${octets(i)} dev eth0`, '$ ip route\n')(length / 2),
      lines(
        (i) =>
          `$ ip route show table local\nlocal 192.0.2.0/24 dev dummy${i} table local scope host src 192.0.2.99`,
      )(length / 2),
    ],
  },
  'captures in files': {
    facts: linux,
    texts: files(
      lines((i) => `local 192.0.2.0/24 dev dummy${i} table local scope host src 192.0.2.99`),
      200,
    ),
  },
  'answers of servers': {
    facts: client,
    policy: { inventory: { servers: [{ address: '192.0.2.10', mac: '00:00:5e:00:53:0a' }] } },
    texts: halves(
      lines((i) => `192.0.2.99 dev eth${i} lladdr 00:00:5e:00:53:0a REACHABLE`),
      lines((i) => `192.0.2.10 dev eth${i} lladdr ${mac(i)} REACHABLE`),
    ),
  },
  'answers of many cards': {
    facts: client,
    texts: one(lines((i) => `192.0.2.99 dev eth0 lladdr ${mac(i)} PERMANENT`)),
  },
  'published entries': {
    facts: linux,
    texts: one(lines((i) => `? (192.0.2.99) at * PERM PUB on eth${i}`)),
  },
  'nested networks of IPv6 on an alias': {
    facts: linux,
    policy: { vips: ['2001:db8::99'] },
    texts: halves(
      lines((i) => `local 2001:db8::/${33 + (i % 90)} dev dummy${i} table local metric ${i}`),
      lines((i) => `2001:db8::${hex(i)} via fe80::1 dev eth0`),
    ),
  },
}
