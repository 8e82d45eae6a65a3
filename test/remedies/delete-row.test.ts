import { describe, expect, it } from 'vitest'
import type { Platform } from '../../src/model/platform.js'
import type { Route } from '../../src/model/route.js'
import { remedies } from '../../src/remedies/index.js'
import { findingOf, hostOf, row, type Sight } from './support.js'

interface Case {
  readonly name: string
  readonly platform: Platform
  readonly version?: string
  readonly wpar?: string
  readonly rule?: string
  readonly vip: string
  /** The flagged row first. */
  readonly rows: readonly Route[]
  readonly sight?: Sight
  readonly inferred?: true
  /** What the analyzer adds to the row. */
  readonly known?: Partial<Route>
  /** Absent where nothing is specific enough. */
  readonly command: string | undefined
  readonly alternatives?: readonly string[]
  readonly documented?: string
  readonly undo?: string
}

const V4 = '192.0.2.158'
const WIDE = '192.0.0.0/8'

const cases: readonly Case[] = [
  {
    name: 'Windows NT 4.0 needs no mask where one network stands there once',
    platform: 'windows',
    version: 'nt4',
    vip: V4,
    rows: [row(WIDE, V4, V4), row('192.0.2.0/24', '192.0.2.67', '192.0.2.67')],
    command: 'route delete 192.0.0.0 192.0.2.158',
    alternatives: ['route delete 192.0.0.0 mask 255.0.0.0 192.0.2.158'],
    documented: 'route delete 192.0.0.0 192.0.2.158',
    undo: 'route add 192.0.0.0 mask 255.0.0.0 192.0.2.158',
  },
  {
    name: 'Windows 2000 spells the mask where network and gateway stand there with two',
    platform: 'windows',
    version: '2000',
    vip: V4,
    rows: [row('192.0.0.0/16', V4, V4), row(WIDE, V4, V4)],
    command: 'route delete 192.0.0.0 mask 255.255.0.0 192.0.2.158',
  },
  {
    name: 'old Windows is known by the mask of its multicast rows',
    platform: 'windows',
    vip: V4,
    rows: [row(WIDE, V4, V4), row('224.0.0.0/3', V4, V4)],
    command: 'route delete 192.0.0.0 192.0.2.158',
  },
  {
    name: 'Windows 2016 takes the interface column as gateway',
    platform: 'windows',
    version: '2016',
    vip: V4,
    rows: [
      row('192.0.2.0/24', 'on-link', V4, { metric: 286 }),
      row('192.0.2.0/24', 'on-link', '192.0.2.11', { metric: 266 }),
      row(`${V4}/32`, 'on-link', V4, { metric: 286 }),
    ],
    sight: { loopbackIndex: 14 },
    command: 'route delete 192.0.2.0 mask 255.255.255.0 192.0.2.158',
    alternatives: [
      'netsh interface ipv4 delete route prefix=192.0.2.0/24 interface=14 nexthop=0.0.0.0',
      'route delete 192.0.2.0 mask 255.255.255.0 0.0.0.0 if 14',
      'Remove-NetRoute -DestinationPrefix 192.0.2.0/24 -InterfaceIndex 14 -Confirm:$false',
    ],
    documented: 'route delete 192.0.2.0 192.0.2.158',
    undo: 'route add 192.0.2.0 mask 255.255.255.0 192.0.2.158',
  },
  {
    name: 'later Windows is known by On-link',
    platform: 'windows',
    vip: '198.51.100.7',
    rows: [row('198.51.100.0/24', 'on-link', V4)],
    command: 'route delete 198.51.100.0 mask 255.255.255.0 192.0.2.158',
  },
  {
    name: 'Windows IPv6 names the adapter by its index',
    platform: 'windows',
    version: '2019',
    vip: '2001:db8:1::158',
    rows: [row('2001:db8:1::/64', 'on-link', '14'), row('2001:db8:1::/64', 'on-link', '11')],
    command: 'route -6 delete 2001:db8:1::/64 if 14',
    alternatives: ['netsh interface ipv6 delete route 2001:db8:1::/64 14'],
  },
  {
    name: 'a saved row of Windows goes by mask and gateway',
    platform: 'windows',
    version: '2012r2',
    rule: 'persistent-extra-route',
    vip: V4,
    rows: [
      { ...row(WIDE, V4, ''), persistent: true },
      row('192.0.2.0/24', 'on-link', '192.0.2.11'),
    ],
    command: 'route delete 192.0.0.0 mask 255.0.0.0 192.0.2.158',
    undo: 'route -p add 192.0.0.0 mask 255.0.0.0 192.0.2.158',
  },
  {
    name: 'AIX leaves out a natural mask',
    platform: 'aix',
    vip: '10.67.133.158',
    rows: [
      row('10.0.0.0/8', '10.67.133.158', 'lo0', { flags: 'U' }),
      row('10.0.0.0/32', '10.67.133.158', 'lo0', { flags: 'UHSb' }),
    ],
    command: 'route delete -net 10.0.0.0 10.67.133.158',
    alternatives: [
      'route delete -net 10.0.0.0 -netmask 255.0.0.0 10.67.133.158',
      'route delete 10/8 10.67.133.158',
    ],
    documented: 'route delete -net 10.0.0.0 10.67.133.158',
    undo: 'route add -net 10.0.0.0 -netmask 255.0.0.0 -interface 10.67.133.158',
  },
  {
    name: 'AIX spells a mask that the class does not give, and spares the twin',
    platform: 'aix',
    vip: '10.27.176.131',
    rows: [
      row('10.27.176.0/24', '10.27.176.131', 'lo0', { flags: 'U' }),
      row('10.27.176.0/24', '10.27.176.58', 'en0', { flags: 'U' }),
    ],
    command: 'route delete -net 10.27.176.0 -netmask 255.255.255.0 10.27.176.131',
    alternatives: [
      'route delete 10.27.176/24 10.27.176.131',
      'route delete -net 10.27.176 10.27.176.131',
    ],
    documented: 'route delete 10.27.176/24 10.27.176.131',
  },
  {
    name: 'AIX spells a mask that ends inside an octet',
    platform: 'aix',
    vip: '10.67.133.158',
    rows: [row('10.67.128.0/21', '10.67.133.158', 'lo0', { flags: 'U' })],
    command: 'route delete -net 10.67.128.0 -netmask 255.255.248.0 10.67.133.158',
  },
  {
    name: 'AIX names the WPAR at the end',
    platform: 'aix',
    wpar: 'web1',
    vip: '10.67.133.158',
    rows: [row('10.0.0.0/8', '10.67.133.158', 'lo0', { flags: 'U' })],
    command: 'route delete -net 10.0.0.0 10.67.133.158 -@ web1',
  },
  {
    name: 'AIX IPv6',
    platform: 'aix',
    vip: '2001:db8:1::158',
    rows: [row('2001:db8:1::/64', '2001:db8:1::158', 'lo0', { flags: 'U' })],
    command: 'route delete -inet6 -net 2001:db8:1:: -prefixlen 64 2001:db8:1::158',
  },
  {
    name: 'HP-UX always spells the mask, and IBM’s form is only quoted',
    platform: 'hpux',
    vip: V4,
    rows: [row(WIDE, V4, 'lo0:1', { flags: 'U' }), row(`${V4}/32`, V4, 'lo0:1', { flags: 'UH' })],
    command: 'route delete net 192.0.0.0 netmask 255.0.0.0 192.0.2.158',
    documented: 'route delete 192.0.2.158 192.0.2.158',
    undo: 'route add net 192.0.0.0 netmask 255.0.0.0 192.0.2.158 0',
  },
  {
    name: 'HP-UX without a mask column takes the natural mask that the analyzer inferred',
    platform: 'hpux',
    vip: '10.67.133.158',
    inferred: true,
    rows: [
      { ...row('10.0.0.0', '10.67.133.158', 'lo0:1', { flags: 'U' }), maskUnknown: true },
      { ...row('10.67.128.0', '10.67.133.67', 'lan0', { flags: 'U' }), maskUnknown: true },
    ],
    command: 'route delete net 10.0.0.0 netmask 255.0.0.0 10.67.133.158',
    alternatives: ['route delete net 10.0.0.0 10.67.133.158'],
  },
  {
    name: 'HP-UX IPv6',
    platform: 'hpux',
    vip: '2001:db8:1::158',
    rows: [row('2001:db8:1::/64', '2001:db8:1::158', 'lo0:1', { flags: 'U' })],
    command: 'route inet6 delete net 2001:db8:1::/64 2001:db8:1::158',
  },
  {
    name: 'Solaris',
    platform: 'solaris',
    vip: V4,
    rows: [row(WIDE, V4, 'lo0:1', { flags: 'U' })],
    command: 'route delete -net 192.0.0.0 -netmask 255.0.0.0 192.0.2.158',
    alternatives: [
      'route delete 192.0.0.0/8 192.0.2.158',
      'route delete 192.0.0.0 192.0.2.158 255.0.0.0',
    ],
  },
  {
    name: 'a saved row of Solaris goes from the saved list too',
    platform: 'solaris',
    rule: 'persistent-extra-route',
    vip: V4,
    rows: [{ ...row(WIDE, V4, ''), persistent: true }],
    command: 'route -p delete -net 192.0.0.0 -netmask 255.0.0.0 192.0.2.158',
    undo: 'route -p add -net 192.0.0.0 -netmask 255.0.0.0 192.0.2.158',
  },
  {
    name: 'Solaris IPv6',
    platform: 'solaris',
    vip: '2001:db8:1::158',
    rows: [row('2001:db8:1::/64', '2001:db8:1::158', 'lo0:1', { flags: 'U' })],
    command: 'route delete -inet6 2001:db8:1::/64 2001:db8:1::158',
  },
  {
    name: 'Linux table local',
    platform: 'linux',
    vip: V4,
    rows: [
      row(WIDE, 'on-link', 'lo', {
        type: 'local',
        table: 'local',
        protocol: 'kernel',
        scope: 'host',
        source: V4,
      }),
      row('127.0.0.0/8', 'on-link', 'lo', { type: 'local', table: 'local' }),
    ],
    command: 'ip route del local 192.0.0.0/8 dev lo table local',
    undo: 'ip route add local 192.0.0.0/8 dev lo table local proto kernel scope host src 192.0.2.158',
  },
  {
    name: 'a Linux listing of one table does not name it',
    platform: 'linux',
    vip: V4,
    rows: [row(WIDE, 'on-link', 'lo', { type: 'local', scope: 'host' })],
    command: 'ip route del local 192.0.0.0/8 dev lo table local',
  },
  {
    name: 'Linux table main',
    platform: 'linux',
    vip: V4,
    rows: [row(WIDE, 'on-link', 'dummy0'), row(WIDE, 'on-link', 'eth0')],
    sight: { also: [row(WIDE, 'on-link', 'dummy0', { flags: 'U', metric: 0 })] },
    command: 'ip route del 192.0.0.0/8 dev dummy0',
    alternatives: ['route del -net 192.0.0.0 netmask 255.0.0.0 dev dummy0'],
  },
  {
    name: 'Linux names the metric where only that tells two rows apart',
    platform: 'linux',
    vip: V4,
    rows: [
      row(WIDE, 'on-link', 'dummy0', { metric: 100 }),
      row(WIDE, 'on-link', 'dummy0', { metric: 50 }),
    ],
    command: 'ip route del 192.0.0.0/8 dev dummy0 metric 100',
  },
  {
    name: 'Linux names another table',
    platform: 'linux',
    vip: V4,
    rows: [row(WIDE, 'on-link', 'dummy0', { table: '100' }), row(WIDE, 'on-link', 'dummy0')],
    command: 'ip route del 192.0.0.0/8 dev dummy0 table 100',
  },
  {
    name: 'Linux, where only the analyzer knows which table was listed',
    platform: 'linux',
    vip: V4,
    rows: [row(WIDE, 'on-link', 'dummy0'), row(WIDE, 'on-link', 'dummy0', { metric: 50 })],
    known: { table: 'blue' },
    command: undefined,
  },
  {
    name: 'Linux, one row of the table that was listed alone',
    platform: 'linux',
    vip: V4,
    rows: [row(WIDE, 'on-link', 'dummy0'), row(WIDE, 'on-link', 'eth0')],
    known: { table: 'blue' },
    command: 'ip route del 192.0.0.0/8 dev dummy0 table blue',
  },
  {
    name: 'Linux IPv6',
    platform: 'linux',
    vip: '2001:db8:1::158',
    rows: [
      row('2001:db8:1::/64', 'on-link', 'lo', { protocol: 'kernel', metric: 256 }),
      row('2001:db8:1::/64', 'on-link', 'eth0', { protocol: 'kernel', metric: 256 }),
    ],
    command: 'ip -6 route del 2001:db8:1::/64 dev lo',
    alternatives: ['route -6 del 2001:db8:1::/64 metric 256 dev lo'],
    undo: 'ip -6 route add 2001:db8:1::/64 dev lo proto kernel metric 256',
  },
  {
    name: 'a Linux host route through a gateway',
    platform: 'linux',
    rule: 'host-route-elsewhere',
    vip: V4,
    rows: [row(`${V4}/32`, '192.0.2.1', 'eth0')],
    command: 'ip route del 192.0.2.158/32 via 192.0.2.1 dev eth0',
  },
  {
    name: 'an AIX host route through a gateway',
    platform: 'aix',
    rule: 'host-route-elsewhere',
    vip: V4,
    rows: [
      row(`${V4}/32`, '192.0.2.1', 'en0', { flags: 'UGHS' }),
      row('192.0.2.158/32', '127.0.0.1', 'lo0', { flags: 'UGHS' }),
    ],
    command: 'route delete -host 192.0.2.158 192.0.2.1',
  },
  {
    name: 'a network whose next hop is the cluster address',
    platform: 'linux',
    rule: 'route-via-cluster-address',
    vip: V4,
    rows: [row('203.0.113.0/24', V4, 'eth0')],
    command: 'ip route del 203.0.113.0/24 via 192.0.2.158 dev eth0',
    alternatives: ['route del -net 203.0.113.0 netmask 255.255.255.0 gw 192.0.2.158 dev eth0'],
  },
  ...(['freebsd', 'netbsd', 'openbsd', 'dragonfly', 'macos'] as const).flatMap(
    (platform): Case[] => [
      {
        name: `${platform}, a row made by hand`,
        platform,
        vip: V4,
        rows: [
          row(WIDE, V4, 'lo0', { flags: 'US' }),
          row('192.0.2.0/24', 'link#1', 'em0', { flags: 'U' }),
        ],
        command: 'route delete -net 192.0.0.0/8 192.0.2.158',
        alternatives: ['route -n delete -net 192.0.0.0 192.0.2.158 255.0.0.0'],
        undo: 'route add -net 192.0.0.0/8 -interface 192.0.2.158',
      },
      {
        name: `${platform}, IPv6`,
        platform,
        vip: '2001:db8:1::158',
        rows: [row('2001:db8:1::/64', '2001:db8:1::158', 'lo0', { flags: 'US' })],
        command: 'route delete -inet6 2001:db8:1:: -prefixlen 64 2001:db8:1::158',
      },
    ],
  ),
  {
    name: 'a row of macOS that belongs to one interface',
    platform: 'macos',
    vip: V4,
    rows: [row(WIDE, V4, 'lo0', { flags: 'UScI' }), row(WIDE, V4, 'lo0', { flags: 'USc' })],
    command: 'route delete -ifscope lo0 -net 192.0.0.0/8 192.0.2.158',
  },
  {
    name: 'a FreeBSD row with a link for its gateway',
    platform: 'freebsd',
    vip: V4,
    rows: [row(WIDE, 'link#2', 'lo0', { flags: 'US' }), row(WIDE, 'link#1', 'em0')],
    command: 'route delete -net 192.0.0.0/8 -interface lo0',
  },
]

describe('the delete command', () => {
  it.each(cases)('$name', (c) => {
    const facts = {
      ...(c.version === undefined ? {} : { version: c.version }),
      ...(c.wpar === undefined ? {} : { wpar: c.wpar }),
    }
    const host = hostOf(c.platform, { ...c.sight, routes: c.rows }, facts)
    const finding = findingOf(host, c.rule ?? 'extra-network-route', c.vip, {
      ...(c.inferred ? { maskInferred: true } : {}),
    })
    const known =
      finding.route && c.known ? { ...finding, route: { ...finding.route, ...c.known } } : finding
    const [first, ...rest] = remedies(known, host)
    if (c.command === undefined) {
      expect(first?.note).toMatch(/another row/)
      return
    }
    expect(first).toMatchObject({ kind: 'command', command: c.command, argv: c.command.split(' ') })
    if (c.documented !== undefined) expect(first?.documented).toBe(c.documented)
    if (c.undo !== undefined) expect(first?.undo).toBe(c.undo)
    const instead = rest.filter((remedy) => remedy.instead).map((remedy) => remedy.command)
    for (const alternative of c.alternatives ?? []) expect(instead).toContain(alternative)
  })
})
