import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/finding.js'
import type { Neighbor } from '../../src/model/neighbor.js'
import type { Platform } from '../../src/model/platform.js'
import { answeredRules } from '../../src/remedies/answers/index.js'
import { remedies } from '../../src/remedies/index.js'
import { findingOf, hostOf, row, type Sight, spanOf } from './support.js'

const V4 = '192.0.2.158'
const V6 = '2001:db8:1::158'
const WIDE = '192.0.0.0/8'
const MAC = '00:00:5e:00:53:67'

type Facts = Parameters<typeof hostOf>[2]

interface Case {
  readonly name: string
  readonly platform: Platform
  readonly facts?: Facts
  readonly rule: string
  readonly vip?: string
  readonly sight?: Sight
  readonly more?: Partial<Finding>
  /** Commands, and advice by its title, in order; `or` marks what does the same. */
  readonly given: readonly string[]
}

function listOf({ platform, facts, rule, vip, sight, more }: Case): string[] {
  const host = hostOf(platform, sight ?? {}, facts)
  return remedies(findingOf(host, rule, vip ?? V4, more), host).map(
    ({ instead, command, title }) => `${instead ? 'or ' : ''}${command ?? `(${title})`}`,
  )
}

const boot = expect.stringMatching(/^\(/) as unknown as string

function entry(more: Partial<Neighbor> = {}): Partial<Finding> {
  return { neighbor: { address: V4, mac: MAC, interface: 'eth0', span: spanOf(1), ...more } }
}

const SYSCTL = 'sysctl -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2'
const silent: Sight = {
  settings: { 'net.ipv4.conf.all.arp_ignore': '1', 'net.ipv4.conf.all.arp_announce': '2' },
}

const aliases: readonly Case[] = [
  {
    name: 'Linux makes the kernel silent before it takes the address',
    platform: 'linux',
    rule: 'alias-missing',
    given: [SYSCTL, 'ip addr add 192.0.2.158/32 scope host dev lo', boot],
  },
  {
    name: 'Linux takes the address where the kernel is silent already',
    platform: 'linux',
    rule: 'alias-missing',
    sight: silent,
    given: ['ip addr add 192.0.2.158/32 scope host dev lo', boot],
  },
  {
    name: 'Linux IPv6 has no ARP to silence',
    platform: 'linux',
    rule: 'alias-missing',
    vip: V6,
    given: ['ip -6 addr add 2001:db8:1::158/128 dev lo', boot],
  },
  {
    name: 'AIX',
    platform: 'aix',
    rule: 'alias-missing',
    given: ['ifconfig lo0 alias 192.0.2.158 netmask 255.255.255.255', boot],
  },
  {
    name: 'AIX IPv6',
    platform: 'aix',
    rule: 'alias-missing',
    vip: V6,
    given: ['ifconfig lo0 inet6 2001:db8:1::158/128 alias', boot],
  },
  {
    name: 'a WPAR, with the gateway of its default route',
    platform: 'aix',
    facts: { wpar: 'web1' },
    rule: 'alias-missing',
    sight: { routes: [row('0.0.0.0/0', '192.0.2.1', 'en0')] },
    given: [
      'chwpar -i -I rtdest=default rtgateway=192.0.2.1 web1',
      'chwpar -N interface=lo0 address=192.0.2.158 netmask=255.255.255.255 web1',
      boot,
    ],
  },
  {
    name: 'HP-UX takes the first unit that nothing shows in use',
    platform: 'hpux',
    rule: 'alias-missing',
    sight: { routes: [row('198.51.100.7/32', '198.51.100.7', 'lo0:1')] },
    given: ['ifconfig lo0:2 192.0.2.158 netmask 255.255.255.255 up', boot],
  },
  {
    name: 'HP-UX IPv6',
    platform: 'hpux',
    rule: 'alias-missing',
    vip: V6,
    given: ['ifconfig lo0:1 inet6 2001:db8:1::158 up prefix 128', boot],
  },
  {
    name: 'Solaris 10',
    platform: 'solaris',
    facts: { version: '10' },
    rule: 'alias-missing',
    given: ['ifconfig lo0:1 plumb 192.0.2.158 netmask 255.255.255.255 up', boot],
  },
  {
    name: 'Solaris 11',
    platform: 'solaris',
    facts: { version: '11.4' },
    rule: 'alias-missing',
    given: ['ipadm create-addr -T static -a 192.0.2.158/32 lo0/vip1', boot],
  },
  ...(['freebsd', 'netbsd', 'openbsd', 'dragonfly', 'macos'] as const).map(
    (platform): Case => ({
      name: platform,
      platform,
      rule: 'alias-missing',
      given: ['ifconfig lo0 alias 192.0.2.158 netmask 255.255.255.255', boot],
    }),
  ),
  {
    name: 'Windows with one loopback adapter and a listing of the card',
    platform: 'windows',
    facts: { version: '2016' },
    rule: 'alias-missing',
    sight: {
      routes: [row('0.0.0.0/0', '192.0.2.1', '192.0.2.11')],
      loopbackIndex: 14,
      addresses: [{ interface: 'Net', address: '192.0.2.11' }],
    },
    given: [
      'netsh interface ipv4 add address 14 192.0.2.158 255.255.255.255',
      'netsh interface ipv4 set interface Net weakhostreceive=enabled',
      'netsh interface ipv4 set interface 14 weakhostreceive=enabled',
      'netsh interface ipv4 set interface 14 weakhostsend=enabled',
      boot,
    ],
  },
  {
    name: 'a new alias of Windows 2003 is a matter of its dialogs',
    platform: 'windows',
    facts: { version: '2003' },
    rule: 'alias-missing',
    given: [boot, boot],
  },
]

const wide: readonly Case[] = [
  {
    name: 'Linux lo',
    platform: 'linux',
    rule: 'extra-network-route',
    sight: { routes: [row(WIDE, 'on-link', 'lo', { type: 'local', table: 'local' })] },
    given: [
      'ip route del local 192.0.0.0/8 dev lo table local',
      'ip addr del 192.0.2.158/8 dev lo',
      SYSCTL,
      'ip addr add 192.0.2.158/32 scope host dev lo',
      boot,
    ],
  },
  {
    name: 'Linux dummy keeps its device',
    platform: 'linux',
    rule: 'wide-alias-mask',
    sight: {
      ...silent,
      addresses: [{ interface: 'dummy0', address: V4, prefixLength: 24 }],
    },
    given: ['ip addr del 192.0.2.158/24 dev dummy0', 'ip addr add 192.0.2.158/32 dev dummy0', boot],
  },
  {
    name: 'an alias whose mask is right already stays',
    platform: 'linux',
    rule: 'leftover-broadcast-route',
    sight: {
      routes: [row('192.255.255.255/32', 'on-link', 'lo', { type: 'broadcast', table: 'local' })],
      addresses: [{ interface: 'lo', address: V4, prefixLength: 32 }],
    },
    given: ['ip route del broadcast 192.255.255.255/32 dev lo table local'],
  },
  {
    name: 'AIX',
    platform: 'aix',
    rule: 'wide-alias-mask',
    sight: { addresses: [{ interface: 'lo0', address: V4, prefixLength: 24 }] },
    given: [
      'ifconfig lo0 192.0.2.158 delete',
      'or ifconfig lo0 delete 192.0.2.158',
      'ifconfig lo0 alias 192.0.2.158 netmask 255.255.255.255',
      boot,
    ],
  },
  {
    name: 'a WPAR',
    platform: 'aix',
    facts: { wpar: 'web1' },
    rule: 'extra-network-route',
    sight: {
      routes: [
        row(WIDE, V4, 'lo0', { flags: 'U' }),
        row('0.0.0.0/0', '192.0.2.1', 'en0', { flags: 'UG' }),
      ],
    },
    given: [
      'route delete -net 192.0.0.0 -netmask 255.0.0.0 192.0.2.158 -@ web1',
      'or route delete 192/8 192.0.2.158 -@ web1',
      'chwpar -K -N address=192.0.2.158 web1',
      'chwpar -i -I rtdest=default rtgateway=192.0.2.1 web1',
      'chwpar -N interface=lo0 address=192.0.2.158 netmask=255.255.255.255 web1',
      boot,
    ],
  },
  {
    name: 'HP-UX keeps the unit',
    platform: 'hpux',
    rule: 'extra-network-route',
    sight: { routes: [row(WIDE, V4, 'lo0:2', { flags: 'U' })] },
    given: [
      'route delete net 192.0.0.0 netmask 255.0.0.0 192.0.2.158',
      'ifconfig lo0:2 inet 0.0.0.0',
      'ifconfig lo0:2 192.0.2.158 netmask 255.255.255.255 up',
      boot,
    ],
  },
  {
    name: 'Solaris 10',
    platform: 'solaris',
    rule: 'wide-alias-mask',
    sight: { addresses: [{ interface: 'lo0:1', address: V4, prefixLength: 24 }] },
    given: [
      'ifconfig lo0:1 unplumb',
      'ifconfig lo0:1 plumb 192.0.2.158 netmask 255.255.255.255 up',
      boot,
    ],
  },
  {
    name: 'Solaris 11 with the name of the address object',
    platform: 'solaris',
    facts: { version: '11' },
    rule: 'wide-alias-mask',
    sight: { addresses: [{ interface: 'lo0/web', address: V4, prefixLength: 24 }] },
    given: [
      'ipadm delete-addr lo0/web',
      'ipadm create-addr -T static -a 192.0.2.158/32 lo0/web',
      boot,
    ],
  },
  {
    name: 'FreeBSD',
    platform: 'freebsd',
    rule: 'wide-alias-mask',
    sight: { addresses: [{ interface: 'lo1', address: V4, prefixLength: 24 }] },
    given: [
      'ifconfig lo1 -alias 192.0.2.158',
      'ifconfig lo1 alias 192.0.2.158 netmask 255.255.255.255',
      boot,
    ],
  },
  {
    name: 'Windows by the name of the connection',
    platform: 'windows',
    facts: { version: '2019' },
    rule: 'wide-alias-mask',
    sight: { addresses: [{ interface: 'Loopback', address: V4, prefixLength: 24 }] },
    given: [
      'netsh interface ipv4 delete address Loopback 192.0.2.158',
      'netsh interface ipv4 add address Loopback 192.0.2.158 255.255.255.255',
      boot,
      'netsh interface ipv4 set interface Loopback weakhostreceive=enabled',
      'netsh interface ipv4 set interface Loopback weakhostsend=enabled',
      boot,
    ],
  },
  {
    name: 'Windows gives no command for a connection whose name needs quotes',
    platform: 'windows',
    facts: { version: '2019' },
    rule: 'alias-under-nat',
    sight: { addresses: [{ interface: 'Ethernet 2', address: V4, prefixLength: 24 }] },
    given: [boot],
  },
  {
    name: 'a cluster address under NAT comes off',
    platform: 'linux',
    rule: 'alias-under-nat',
    sight: { addresses: [{ interface: 'lo', address: V4, prefixLength: 32 }] },
    given: ['ip addr del 192.0.2.158/32 dev lo'],
  },
  {
    name: 'a cluster address on a card moves to the loopback',
    platform: 'linux',
    rule: 'vip-on-wire-interface',
    sight: {
      ...silent,
      addresses: [{ interface: 'eth0', label: 'eth0:1', address: V4, prefixLength: 21 }],
    },
    given: [
      'ip addr del 192.0.2.158/21 dev eth0',
      'ip addr add 192.0.2.158/32 scope host dev lo',
      boot,
    ],
  },
  {
    name: 'an HP-UX address on a card moves to the loopback',
    platform: 'hpux',
    rule: 'vip-on-wire-interface',
    sight: { routes: [row(`${V4}/32`, V4, 'lan0:1', { flags: 'UH' })] },
    given: [
      'ifconfig lan0:1 inet 0.0.0.0',
      'ifconfig lo0:1 192.0.2.158 netmask 255.255.255.255 up',
      boot,
    ],
  },
  {
    name: 'the default route through an alias',
    platform: 'windows',
    facts: { version: '2000' },
    rule: 'default-route-via-alias',
    sight: {
      routes: [row('0.0.0.0/0', '192.0.2.4', V4), row('0.0.0.0/0', '192.0.2.1', '192.0.2.2')],
    },
    given: [
      'route delete 0.0.0.0 192.0.2.4',
      'or route delete 0.0.0.0 mask 0.0.0.0 192.0.2.4',
      boot,
    ],
  },
  {
    name: 'the default route of Linux on lo',
    platform: 'linux',
    rule: 'default-route-via-alias',
    sight: { routes: [row('0.0.0.0/0', '192.0.2.1', 'lo')] },
    given: ['ip route del default via 192.0.2.1 dev lo', boot],
  },
  {
    name: 'the default route of AIX',
    platform: 'aix',
    rule: 'default-route-via-alias',
    sight: { routes: [row('0.0.0.0/0', V4, 'lo0', { flags: 'UG' })] },
    given: ['route delete default 192.0.2.158', boot],
  },
]

const arp: readonly Case[] = [
  {
    name: 'Linux forgets by net-tools, or by iproute2',
    platform: 'linux',
    rule: 'arp-vip-static',
    more: entry({ permanent: true }),
    given: ['arp -d 192.0.2.158', 'or ip neigh del 192.0.2.158 dev eth0'],
  },
  {
    name: 'Linux forgets an IPv6 neighbour',
    platform: 'linux',
    rule: 'arp-vip-static',
    vip: V6,
    more: entry({ address: V6 }),
    given: ['ip -6 neigh del 2001:db8:1::158 dev eth0'],
  },
  {
    name: 'the client forgets, and the server is to be silenced',
    platform: 'linux',
    rule: 'arp-vip-resolves-to-server',
    more: { ...entry(), server: '192.0.2.67' },
    given: ['arp -d 192.0.2.158', 'or ip neigh del 192.0.2.158 dev eth0', boot],
  },
  {
    name: 'Linux finds the second answerer',
    platform: 'linux',
    rule: 'arp-vip-multiple-macs',
    more: entry(),
    given: ['arping -c 3 -I eth0 192.0.2.158'],
  },
  {
    name: 'Windows is told how to find it',
    platform: 'windows',
    rule: 'arp-vip-multiple-macs',
    more: entry({ interface: '192.0.2.20' }),
    given: [boot],
  },
  {
    name: 'Linux publishes no more',
    platform: 'linux',
    rule: 'arp-published-vip',
    more: entry({ published: true, mac: null }),
    given: ['arp -i eth0 -d 192.0.2.158 pub', 'or ip neigh del proxy 192.0.2.158 dev eth0'],
  },
  ...(
    [
      ['aix', undefined, ['arp -d 192.0.2.158']],
      ['hpux', undefined, ['arp -d 192.0.2.158']],
      ['solaris', undefined, ['arp -d 192.0.2.158']],
      ['freebsd', '13.2', ['arp -d 192.0.2.158 pub', 'or arp -d 192.0.2.158']],
      ['freebsd', '15.1-RELEASE', ['arp -d 192.0.2.158']],
      ['macos', undefined, ['arp -d 192.0.2.158 pub', 'or arp -d 192.0.2.158 pub ifscope eth0']],
      ['netbsd', undefined, ['arp -d 192.0.2.158 proxy']],
      ['openbsd', undefined, ['arp -d 192.0.2.158']],
      ['dragonfly', undefined, ['arp -d 192.0.2.158 pub']],
    ] as const
  ).map(
    ([platform, version, given]): Case => ({
      name: `${platform} ${version ?? ''} publishes no more`,
      platform,
      ...(version === undefined ? {} : { facts: { version } }),
      rule: 'arp-published-vip',
      more: entry({ published: true }),
      given,
    }),
  ),
  {
    name: 'BSD forgets an IPv6 neighbour',
    platform: 'freebsd',
    rule: 'arp-vip-static',
    vip: V6,
    more: entry({ address: V6 }),
    given: ['ndp -d 2001:db8:1::158'],
  },
  {
    name: 'a server that asks the wire takes the alias and forgets',
    platform: 'freebsd',
    rule: 'arp-vip-learned-on-server',
    more: entry(),
    given: ['ifconfig lo0 alias 192.0.2.158 netmask 255.255.255.255', boot, 'arp -d 192.0.2.158'],
  },
  {
    name: 'an address that nobody answers for',
    platform: 'linux',
    rule: 'arp-vip-unresolved',
    more: entry({ incomplete: true, mac: null }),
    given: [boot],
  },
  {
    name: 'the kernel answers',
    platform: 'linux',
    rule: 'arp-ignore-unset',
    more: { setting: { name: 'net.ipv4.conf.all.arp_ignore', value: '0', span: spanOf(1) } },
    given: ['sysctl -w net.ipv4.conf.all.arp_ignore=1'],
  },
  {
    name: 'the card’s own value is above the wanted one',
    platform: 'linux',
    rule: 'arp-ignore-unset',
    more: { setting: { name: 'net.ipv4.conf.eth0.arp_ignore', value: '3', span: spanOf(1) } },
    given: [
      'sysctl -w net.ipv4.conf.all.arp_ignore=1',
      'sysctl -w net.ipv4.conf.eth0.arp_ignore=1',
    ],
  },
  {
    name: 'the kernel announces',
    platform: 'linux',
    rule: 'arp-announce-unset',
    given: ['sysctl -w net.ipv4.conf.all.arp_announce=2'],
  },
  {
    name: 'a parameter whose name is none gives no command',
    platform: 'linux',
    rule: 'arp-ignore-unset',
    more: { setting: { name: 'net.ipv4.conf.$(id).arp_ignore', value: '3', span: spanOf(1) } },
    given: ['sysctl -w net.ipv4.conf.all.arp_ignore=1', boot],
  },
  {
    name: 'Linux routes without table local',
    platform: 'linux',
    rule: 'evidence-incomplete',
    given: ['ip route show table all'],
  },
  {
    name: 'HP-UX routes without masks',
    platform: 'hpux',
    rule: 'evidence-incomplete',
    more: { missing: ['the masks (netstat -rnv)'] },
    given: ['netstat -rnv', boot],
  },
]

describe('the alias', () => {
  it.each(aliases)('$name', (c) => expect(listOf(c)).toEqual(c.given))
})

describe('what makes the repair last', () => {
  it.each(wide)('$name', (c) => expect(listOf(c)).toEqual(c.given))
})

describe('ARP and the kernel', () => {
  it.each(arp)('$name', (c) => expect(listOf(c)).toEqual(c.given))
})

describe('a remedy', () => {
  it('quotes both commands that IBM documents for a WPAR', () => {
    const host = hostOf('aix', { routes: [row('0.0.0.0/0', '192.0.2.1', 'en0')] }, { wpar: 'web1' })
    const given = remedies(findingOf(host, 'alias-missing', V4, { at: [] }), host)
    expect(given[1]?.documented).toBe(
      'chwpar -N interface=lo0 address=192.0.2.158 netmask=255.255.255.0 web1',
    )
  })

  it('puts back what it changed', () => {
    const undoOf = (
      platform: Platform,
      rule: string,
      more: Partial<Finding>,
      sight: Sight = {},
    ) => {
      const host = hostOf(platform, sight)
      return remedies(findingOf(host, rule, V4, more), host)[0]?.undo
    }
    const setting = { name: 'net.ipv4.conf.all.arp_ignore', value: '0', span: spanOf(1) }
    expect(undoOf('linux', 'arp-ignore-unset', { setting })).toBe(
      'sysctl -w net.ipv4.conf.all.arp_ignore=0',
    )
    expect(undoOf('linux', 'arp-vip-static', entry({ permanent: true }))).toBe(
      'arp -s 192.0.2.158 00:00:5e:00:53:67',
    )
    expect(undoOf('linux', 'arp-vip-static', entry())).toBeNull()
    expect(undoOf('linux', 'arp-published-vip', entry({ published: true }))).toBe(
      'ip neigh add proxy 192.0.2.158 dev eth0',
    )
    const addresses = [{ interface: 'lo0', address: V4, prefixLength: 24 }]
    expect(undoOf('aix', 'wide-alias-mask', {}, { addresses })).toBe(
      'ifconfig lo0 alias 192.0.2.158 netmask 255.255.255.0',
    )
    expect(undoOf('freebsd', 'wide-alias-mask', {}, { addresses })).toBe(
      'ifconfig lo0 alias 192.0.2.158 netmask 255.255.255.0',
    )
  })

  it('marks for review what touches the address or a default route, and not the row itself', () => {
    const host = hostOf('aix', { routes: [row(WIDE, V4, 'lo0')] })
    const given = remedies(findingOf(host, 'extra-network-route', V4), host)
    expect(given[0]?.safety).toBe('safe')
    expect(given.find(({ command }) => command?.startsWith('ifconfig'))?.safety).toBe('review')
    const other = hostOf('aix', { routes: [row('0.0.0.0/0', V4, 'lo0')] })
    expect(remedies(findingOf(other, 'default-route-via-alias', V4), other)[0]?.safety).toBe(
      'review',
    )
  })

  it('warns of the addresses that go with the first of their network', () => {
    const addresses = [
      { interface: 'lo', address: V4, prefixLength: 24 },
      { interface: 'lo', address: '192.0.2.159', prefixLength: 24, attributes: ['secondary'] },
    ]
    const host = hostOf('linux', { addresses })
    const [first] = remedies(findingOf(host, 'wide-alias-mask', V4), host)
    expect(first?.note).toMatch(/192\.0\.2\.159/)
  })

  it('is given for every rule, and for no other', () => {
    const host = hostOf('linux', { routes: [row(WIDE, 'on-link', 'dummy0')] })
    for (const rule of answeredRules())
      expect(remedies(findingOf(host, rule, V4, entry()), host), rule).not.toEqual([])
    expect(remedies(findingOf(host, 'constructor', V4), host)).toEqual([])
    expect(answeredRules()).toEqual([...answeredRules()].sort())
  })
})
