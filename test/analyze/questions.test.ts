import { describe, expect, it } from 'vitest'
import { allRules } from '../../src/analyze/all-rules.js'
import { candidatesIn, candidatesOf } from '../../src/analyze/candidates.js'
import { aggregate, carve } from '../../src/analyze/carve.js'
import { isDay } from '../../src/analyze/day.js'
import { aliasWitness, interfaceName, presencePlace } from '../../src/analyze/evidence.js'
import type { Presence } from '../../src/analyze/facts.js'
import { lansOf, overlapOf } from '../../src/analyze/lan.js'
import { inferMask } from '../../src/analyze/masks.js'
import {
  analyze,
  lookup,
  type Neighbor,
  type Platform,
  type PolicyRule,
  parse,
  type Route,
  readHost,
  stolen,
} from '../../src/index.js'
import { formatPrefix, type Prefix, toPrefix } from '../../src/net/prefix.js'
import { hostOf } from '../support/hosts.js'
import { route, via } from '../support/routes.js'
import { viewOf, vipOf } from '../support/view.js'

const VIP = '192.0.2.100'
const LAN = '192.0.2.0/24'
const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }
const listed = (name: string, address: string, prefixLength?: number) => ({
  interface: name,
  family: address.includes(':') ? (6 as const) : (4 as const),
  address,
  ...(prefixLength === undefined ? {} : { prefixLength }),
})

/** A prefix that a test writes down, and that is therefore one. */
function prefixOf(text: string): Prefix {
  const prefix = toPrefix(text)
  if (prefix === undefined) throw new Error(`no prefix: ${text}`)
  return prefix
}

describe('the likeliest mask', () => {
  const own = (address: string) => ({ flags: 'U', ...via(address) })
  it.each<[string, Partial<Route>, number | undefined]>([
    ['10.0.0.0', {}, 8],
    ['172.16.0.0', {}, 16],
    ['192.0.2.0', {}, 24],
    ['10.1.0.0', {}, 16],
    ['10.1.2.0', {}, 24],
    ['192.0.2.128', {}, 32],
    ['192.0.2.128', own('192.0.2.130'), 30],
    ['192.0.2.128', own('192.0.2.200'), 25],
    ['192.0.2.128', { ...own('192.0.2.130'), flags: 'UG' }, 32],
    ['192.0.2.128', via('192.0.2.130'), 30],
    ['192.0.2.0', own('192.0.2.9'), 24],
    ['192.0.2.0', own('192.0.3.9'), 23],
    ['10.0.0.0', own('10.200.0.1'), 8],
    ['10.0.0.0', own('11.0.0.1'), 7],
    ['10.0.0.0', own('12.0.0.1'), undefined],
    ['10.1.0.0', own('10.1.200.1'), 16],
    ['192.0.2.128', { gateway: { kind: 'link', link: 'link#2' } }, 32],
    ['0.0.0.0', {}, 8],
    ['net-5', {}, undefined],
    ['2001:db8::', {}, undefined],
  ])('of %s, %j, is /%s', (destination, more, length) =>
    expect(inferMask(route(destination, more))).toEqual(
      length === undefined ? undefined : { length, inferred: true },
    ),
  )
})

describe('a row without a mask', () => {
  const bare = (more: Partial<Route>, destination = '192.0.2.96') =>
    route(destination, { maskUnknown: true, flags: 'U', interface: 'lo0', ...via(VIP), ...more })
  it.each<[string, readonly Route[], readonly ReturnType<typeof listed>[], string, boolean]>([
    [
      'the same row with one',
      [bare({}), route('192.0.2.96/28', { flags: 'U', interface: 'lo0:1', ...via(VIP) })],
      [],
      '192.0.2.96/28',
      false,
    ],
    [
      'no row of another gateway',
      [bare({}), route('192.0.2.96/28', { flags: 'U', interface: 'lo0', ...via('192.0.2.101') })],
      [],
      '192.0.2.96/29',
      true,
    ],
    [
      'no row of another interface',
      [bare({}), route('192.0.2.96/28', { flags: 'U', interface: 'lan0', ...via(VIP) })],
      [],
      '192.0.2.96/29',
      true,
    ],
    [
      'no row of another kind',
      [
        bare({ gateway: { kind: 'onlink' } }),
        route('192.0.2.96/28', { interface: 'lo0', gateway: { kind: 'none' } }),
      ],
      [],
      '192.0.2.96/32',
      true,
    ],
    ['the listing of its address', [bare({})], [listed('lo0', VIP, 28)], '192.0.2.96/28', false],
    [
      'no listing that makes another network',
      [bare({})],
      [listed('lo0', VIP, 24)],
      '192.0.2.96/29',
      true,
    ],
    ['no listing without a mask', [bare({})], [listed('lo0', VIP)], '192.0.2.96/29', true],
    [
      'no listing of another address',
      [bare({})],
      [listed('lo0', '192.0.2.101', 28)],
      '192.0.2.96/29',
      true,
    ],
    [
      'no listing of a router',
      [bare({ flags: 'UG' })],
      [listed('lo0', VIP, 28)],
      '192.0.2.96/32',
      true,
    ],
    [
      'the listing where no flags are',
      [bare({ flags: undefined as never })],
      [listed('lo0', VIP, 28)],
      '192.0.2.96/28',
      false,
    ],
    [
      'no listing where the gateway is a link',
      [bare({ gateway: { kind: 'link', link: 'link#1' } })],
      [listed('lo0', VIP, 28)],
      '192.0.2.96/32',
      true,
    ],
  ])('takes that of %s', (_, routes, addresses, destination, guessed) => {
    const [row] = viewOf('hpux', { routes, addresses }).routes
    expect([row?.route.destination, row?.maskInferred === true, row?.route.maskUnknown]).toEqual([
      destination,
      guessed,
      undefined,
    ])
  })

  it('stays without where nothing gives one', () => {
    const [row] = viewOf('hpux', { routes: [bare({}, 'net-5')] }).routes
    expect([row?.kind, row?.route.maskUnknown]).toEqual(['unreadable', true])
  })
})

describe('the networks of the cards', () => {
  const card = { interface: 'eth0' }
  it.each<[string, readonly Route[], readonly ReturnType<typeof listed>[], readonly string[]]>([
    ['a row on the link', [route(LAN, card)], [], [LAN]],
    ['no row through a router', [route(LAN, { ...card, ...via('192.0.2.1') })], [], []],
    ['no row of lo', [route(LAN, { interface: 'lo' })], [], []],
    ['no row of a dummy', [route('203.0.113.0/24', { interface: 'dummy0' })], [], []],
    ['no row of table local', [route(LAN, { ...card, table: 'local' })], [], []],
    ['no host', [route('192.0.2.7/32', card)], [], []],
    ['no reserved network', [route('169.254.0.0/16', card)], [], []],
    ['no row of IPv6', [route('2001:db8::/64', card)], [], []],
    ['a listed address', [], [listed('eth0', '192.0.2.10', 24)], [LAN]],
    [
      'a listed address once',
      [route(LAN, card)],
      [listed('eth0', '192.0.2.10', 24), listed('eth0', '192.0.2.11', 24)],
      [LAN],
    ],
    [
      'two networks',
      [route(LAN, card)],
      [listed('eth0', '198.51.100.10', 25)],
      [LAN, '198.51.100.0/25'],
    ],
    ['no address of lo', [], [listed('lo', '192.0.2.10', 24)], []],
    ['no address without a mask', [], [listed('eth0', '192.0.2.10')], []],
    ['no cluster address', [], [listed('eth0', VIP, 24)], []],
    ['no link-local address', [], [listed('eth0', '169.254.7.7', 16)], []],
    ['no address of IPv6', [], [listed('eth0', '2001:db8::10', 64)], []],
  ])('are those of %s', (_, routes, addresses, networks) => {
    const lans = lansOf(viewOf('linux', { routes, addresses }))[4].order.placed
    expect(lans.map(({ prefix }) => formatPrefix(prefix))).toEqual(networks)
  })

  it.each([
    ['fe80::10', []],
    ['febf::10', []],
    ['2001:db8::10', ['2001:db8::/64']],
    ['fec0::10', ['fec0::/64']],
  ])('of %s are %j', (address, networks) => {
    const view = viewOf('linux', { addresses: [listed('eth0', address, 64)] })
    const lans = lansOf(view)[6].order.placed
    expect(lans.map(({ prefix }) => formatPrefix(prefix))).toEqual(networks)
  })

  it.each([
    [[], undefined],
    [[LAN, '198.51.100.0/24'], 'same-as-lan'],
    [['198.51.100.0/24', '192.0.0.0/16'], 'inside-lan'],
    [['198.51.100.0/24', '192.0.2.0/25'], 'wider-than-lan'],
    [['198.51.100.0/24'], 'off-lan'],
  ])('%j against 192.0.2.0/24: %s', (networks, overlap) => {
    const routes = networks.map((one) => route(one, { interface: 'eth0' }))
    expect(overlapOf(prefixOf(LAN), lansOf(viewOf('linux', { routes }))[4])).toBe(overlap)
  })
})

describe('addresses that may be cluster addresses', () => {
  const local = { interface: 'lo', type: 'local' }
  it.each<[string, readonly Route[], readonly ReturnType<typeof listed>[], readonly string[]]>([
    ['listed on lo', [], [listed('lo', VIP, 32)], [VIP]],
    ['listed on a dummy', [], [listed('dummy0', VIP, 32)], [VIP]],
    ['not listed on a card', [], [listed('eth0', VIP, 32)], []],
    ['of a row on lo', [route(`${VIP}/32`, local)], [], [VIP]],
    ['of a row on a dummy', [route(`${VIP}/32`, { ...local, interface: 'dummy0' })], [], [VIP]],
    ['not of a row on a card', [route(`${VIP}/32`, { ...local, interface: 'eth0' })], [], []],
    ['not of a row to it', [route(`${VIP}/32`, { interface: 'lo' })], [], []],
    ['not of a network', [route(LAN, local)], [], []],
    [
      'not the loopback’s',
      [],
      [
        listed('lo', '127.0.0.1', 8),
        listed('lo', '::1', 128),
        listed('lo', 'fe80::1', 64),
        listed('lo', '169.254.1.1', 32),
      ],
      [],
    ],
    ['once', [route(`${VIP}/32`, local)], [listed('lo', VIP, 32)], [VIP]],
  ])('%s', (_, routes, addresses, found) => {
    const view = viewOf('linux', { routes, addresses }, { vips: [] })
    expect(candidatesOf(view).map(({ text }) => text)).toEqual(found)
  })

  it('lie inside a prefix and have the place of their row', () => {
    const routes = [route('198.51.100.7/32', local), route(`${VIP}/32`, local)]
    const found = candidatesIn(viewOf('linux', { routes }, { vips: [] }), prefixOf(LAN))
    expect(found.map(({ text, span: { line }, capture }) => [text, line, capture.file])).toEqual([
      [VIP, 2, 'routes.txt'],
    ])
  })
})

describe('the place of an alias', () => {
  const view = viewOf('linux', {
    routes: [
      route(LAN, { interface: 'lo', type: 'local' }),
      route(`${VIP}/32`, { interface: 'lo', type: 'local' }),
    ],
  })
  const [network, host] = view.routes
  const only = viewOf('linux', {
    routes: [route(`${VIP}/32`, { interface: 'eth0', type: 'local' })],
  })

  it('is its own row, not the network’s', () => {
    if (network === undefined || host === undefined) throw new Error('rows are missing')
    expect(aliasWitness(vipOf(VIP), view, network).map((one) => [one.span.line, one.note])).toEqual(
      [[2, 'the alias itself']],
    )
    expect(aliasWitness(vipOf(VIP), view, host)).toEqual([])
    expect(aliasWitness(vipOf(VIP), only, network)).toEqual([])
  })

  const presence = (more: object) =>
    ({ where: 'loopback', interfaceId: '', capture: host?.capture, ...more }) as Presence
  const entry: Neighbor = { address: VIP, mac: null, span }
  it.each([
    ['the label', { address: { ...listed('lo', VIP), label: 'lo:1', span } }, 'lo:1'],
    ['the interface of a listing', { address: { ...listed('lo', VIP), span } }, 'lo'],
    ['the interface of an entry', { neighbor: { ...entry, interface: 'en0' } }, 'en0'],
    ['the interface of a row', { route: { route: route(LAN, { interface: 'lo0' }) } }, 'lo0'],
    [
      'an adapter’s number',
      { interfaceId: '#14', route: { route: route(LAN, { interface: 'x' }) } },
      'interface 14',
    ],
    ['an adapter’s address', { interfaceId: VIP }, VIP],
    ['no name', { neighbor: entry }, 'an interface'],
    ['no name at all', {}, 'an interface'],
  ])('has %s', (_, more, name) => expect(interfaceName(presence(more))).toBe(name))

  it('is where it was seen', () => {
    expect(presencePlace(presence({ neighbor: entry }), 'n')).toMatchObject({ span, note: 'n' })
    expect(presencePlace(presence({ neighbor: entry }))).not.toHaveProperty('note')
    expect(presencePlace(presence({}))).toBeUndefined()
  })
})

describe('a default route', () => {
  const found = (platform: Platform, routes: readonly Route[], vips = [VIP]) =>
    analyze(hostOf({ platform }, { routes }), { vips })
      .findings.filter(({ rule }) => rule === 'default-route-via-alias')
      .map(({ vip, message }) => `${vip}: ${message}`)
  const whole = (more: Partial<Route>) => route('0.0.0.0/0', more)
  const said = (via: string, by: string) => [
    `${VIP}: the default route${via} leaves through ${by}, the alias of ${VIP}`,
  ]
  const held = (name: string) => route(`${VIP}/32`, { interface: name, type: 'local' })

  it.each<[string, Platform, readonly Route[], readonly string[]]>([
    ['on lo', 'linux', [whole({ interface: 'lo' })], said('', 'lo')],
    [
      'on lo0',
      'freebsd',
      [whole({ flags: 'UG', interface: 'lo0', ...via('192.0.2.1') })],
      said(' via 192.0.2.1', 'lo0'),
    ],
    [
      'by the address as gateway',
      'freebsd',
      [whole({ flags: 'UG', interface: 'em0', ...via(VIP) })],
      said(` via ${VIP}`, 'em0'),
    ],
    [
      'by the address as interface',
      'windows',
      [whole({ interface: VIP, ...via('192.0.2.1') })],
      said(' via 192.0.2.1', VIP),
    ],
    [
      'on the device that has the address',
      'linux',
      [whole({ interface: 'dummy0' }), held('dummy0')],
      said('', 'dummy0'),
    ],
    ['on another such device', 'linux', [whole({ interface: 'dummy0' }), held('dummy1')], []],
    ['on a card', 'linux', [whole({ interface: 'eth0', ...via('192.0.2.1') }), held('lo')], []],
    [
      'on the card that has the address',
      'linux',
      [whole({ interface: 'eth0', ...via('192.0.2.1') }), held('eth0')],
      [],
    ],
    ['of IPv6', 'linux', [route('::/0', { interface: 'lo' })], []],
    [
      'on the adapter that has the address',
      'windows',
      [whole({ interface: '14' }), route(`${VIP}/32`, { interface: '14' })],
      said('', '14'),
    ],
    [
      'on the built-in loopback',
      'windows',
      [whole({ interface: '127.0.0.1', ...via('192.0.2.1') })],
      [],
    ],
    ['without an interface', 'tru64', [whole({ flags: 'UG', ...via('192.0.2.1') })], []],
    ['that is no default', 'linux', [route('128.0.0.0/1', { interface: 'lo' })], []],
  ])('%s', (_, platform, routes, messages) => expect(found(platform, routes)).toEqual(messages))
})

describe('a capture of a host', () => {
  const macos =
    'Routing tables\n\nInternet:\nDestination        Gateway            Flags               Netif Expire\ndefault            192.0.2.1          UGScg                 en0       \n'
  const linux = '192.0.2.7 dev eth0 lladdr 00:00:5e:00:53:07 REACHABLE\n'
  const bsd =
    'Routing tables\n\nInternet:\nDestination        Gateway            Flags     Netif Expire\ndefault            192.0.2.1          UGS         em0\n'
  const read = (texts: readonly string[], facts = {}) =>
    readHost(
      { name: 'a', ...facts },
      texts.map((text) => ({ text })),
    ).captures
  const plain = (text: string, platform?: Platform) =>
    parse(text, platform === undefined ? {} : { platform }).map((one) => ({ ...one, text }))

  it('that looks like another system’s is read as the host’s', () => {
    expect(parse(bsd)[0]?.platform).toBe('freebsd')
    expect(parse(bsd, { platform: 'macos' })).not.toEqual(parse(bsd))
    expect(read([macos, macos, bsd])).toEqual([
      ...plain(macos),
      ...plain(macos),
      ...plain(bsd, 'macos'),
    ])
    expect(read([bsd], { platform: 'openbsd' })).toEqual(plain(bsd, 'openbsd'))
    expect(read([linux], { platform: 'linux' })).toEqual(plain(linux))
  })

  it.each([
    [linux, 'ip neigh', 'ip neigh'],
    [`[root@web1 ~]# ip n\n${linux}`, 'ip neigh', 'ip neigh'],
    [`[root@web1 ~]# ip n\n${linux}`, undefined, 'ip n'],
    [linux, undefined, undefined],
  ])('%j has the command of its text, or that of the caller', (text, command, kept) => {
    const [one] = readHost({ name: 'a' }, [
      { text, ...(command === undefined ? {} : { command }) },
    ]).captures
    expect(one?.command).toBe(kept)
  })

  it('that its text does not tell apart is read by its command', () => {
    const text =
      '0:\tfrom all lookup local\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n'
    const families = (more: object) =>
      readHost({ name: 'a' }, [{ text, ...more }]).captures.flatMap(({ records }) =>
        records.map((one) => 'family' in one && one.family),
      )
    expect([families({}), families({ command: 'ip -6 rule' })]).toEqual([
      [4, 4, 4],
      [6, 6, 6],
    ])
  })

  it('of which nothing is known has the command of the caller', () => {
    const captures = readHost({ name: 'a' }, [
      { text: 'the weather\n', command: 'uptime' },
      { text: 'is fine\n' },
      { text: linux },
    ]).captures
    expect(captures.map(({ command, platform }) => [command, platform])).toEqual([
      ['uptime', null],
      [undefined, null],
      [undefined, 'linux'],
    ])
  })

  it('of which another system’s is a part is read as the host’s in all its parts', () => {
    const both = `[root@a ~]# netstat -rn\n${bsd}[root@a ~]# ip neigh\n${linux}`
    expect(parse(both).map(({ platform }) => platform)).toEqual(['freebsd', 'linux'])
    expect(read([linux, linux, both])).toEqual([
      ...plain(linux),
      ...plain(linux),
      ...plain(both, 'linux'),
    ])
  })
})

describe('rules of Linux for packets', () => {
  const rule = (
    priority: number,
    selector: string,
    action: string,
    more: Partial<PolicyRule> = {},
  ): PolicyRule => ({ family: 4, priority, selector, action, span, ...more })
  const main = route(LAN, { interface: 'eth0', table: 'main' })
  const vpn = route(LAN, { interface: 'tun0', table: 'vpn' })
  const late = rule(32766, 'from all', 'lookup main')
  it.each<[string, readonly PolicyRule[], Route | undefined]>([
    ['in the order of their numbers', [late, rule(100, 'from all', 'lookup vpn')], vpn],
    ['only for all packets', [rule(100, 'from all fwmark 0x1', 'lookup vpn'), late], main],
    ['not for some sources', [rule(100, 'not from all', 'lookup vpn'), late], main],
    ['with blanks', [rule(100, ' from all ', ' lookup  vpn '), late], vpn],
    ['in other words', [rule(100, 'from any', 'table vpn'), late], vpn],
    ['with the table beside', [rule(100, 'from default', 'goto', { table: 'vpn' }), late], vpn],
    ['of the same family', [rule(100, 'from all', 'lookup vpn', { family: 6 })], main],
    ['without a table', [rule(100, 'from all', 'unreachable'), late], main],
    ['with more words', [rule(100, 'from all', 'lookup vpn realms 1'), late], main],
    ['with other words', [rule(100, 'from all', 'no lookup vpn'), late], main],
  ])('count %s', (_, policyRules, found) =>
    expect(lookup([main, vpn], '192.0.2.9', { platform: 'linux', policyRules })).toBe(found),
  )

  it('do not count elsewhere', () => {
    const scoped = route('0.0.0.0/0', { flags: 'UGI', interface: 'en1', ...via('192.0.2.2') })
    expect(lookup([scoped], '192.0.2.9', { platform: 'macos' })).toBeUndefined()
  })
})

describe('a row that throws packets back', () => {
  const none = route('192.0.2.0/25', { type: 'throw', table: 'main' })
  const lan = route(LAN, { interface: 'eth0', table: 'main' })
  const lo = route('192.0.0.0/16', { interface: 'lo', table: 'main' })
  it('carries none', () => {
    expect(lookup([none, lan], '192.0.2.9', { platform: 'linux' })).toBe(lan)
    expect(lookup([none], '192.0.2.9', { platform: 'linux' })).toBeUndefined()
  })
  it('keeps none', () =>
    expect(stolen([none, lo], lo, { platform: 'linux' }).addresses).toBe('65536'))
})

describe('what a row takes', () => {
  const wide = route('192.0.0.0/16', { interface: '192.0.2.100', metric: 1 })
  const within = (metric: number, name: string, destination = LAN) =>
    route(destination, { metric, interface: name })
  const whole = (metric: number, name: string) =>
    route('0.0.0.0/0', { metric, interface: name, ...via('192.0.2.1') })
  it.each<[string, readonly Route[], readonly string[]]>([
    ['from the better of equals', [wide, whole(20, 'a'), whole(10, 'b')], ['192.0.0.0/16 b']],
    [
      'from the better of equals that came first',
      [wide, whole(10, 'b'), whole(20, 'a')],
      ['192.0.0.0/16 b'],
    ],
    [
      'from the longer',
      [wide, within(50, 'l', '192.0.0.0/12'), whole(10, 'b')],
      ['192.0.0.0/16 l'],
    ],
    [
      'from the longer that came later',
      [wide, whole(10, 'b'), within(50, 'l', '192.0.0.0/12')],
      ['192.0.0.0/16 l'],
    ],
    ['not what a longer row keeps', [wide, within(9, 'x'), whole(10, 'b')], ['192.0.0.0/16 b']],
    [
      'nothing of what longer rows keep',
      [wide, within(9, 'x', '192.0.0.0/17'), within(9, 'x', '192.0.128.0/17')],
      [],
    ],
  ])('%s', (_, routes, parts) => {
    const taken = stolen(routes, wide, { platform: 'windows' })
    expect(taken.parts.map(({ prefix, from }) => `${prefix} ${from?.interface}`)).toEqual(parts)
  })

  it('of table local, which is asked first once a rule was added, is found in later tables', () => {
    const span6 = { family: 6 as const, span }
    const lo = route('2001:db8::/32', { interface: 'lo', table: 'local' })
    const eth = route('2001:db8:1::/48', { interface: 'eth0', table: 'main' })
    const worse = route('2001:db8:1::/48', { interface: 'eth1', table: 'main', metric: 9 })
    const def = route('2001:db8:2::/48', { interface: 'eth2', table: 'default' })
    const policyRules = [{ ...span6, priority: 0, selector: 'from all', action: 'lookup local' }]
    for (const rows of [
      [lo, worse, eth, def],
      [eth, lo, worse, def],
    ])
      expect(
        stolen(rows, lo, {
          platform: 'linux',
          ...(rows[0] === lo ? {} : { policyRules: [] }),
        }).parts.map(({ prefix, except, from }) => [prefix, except, from?.interface]),
      ).toEqual([
        ['2001:db8:1::/48', [], 'eth0'],
        ['2001:db8:2::/48', [], 'eth2'],
        ['2001:db8::/32', ['2001:db8:1::/48', '2001:db8:2::/48'], undefined],
      ])
    expect(policyRules).toHaveLength(1)
  })

  it.each([
    [
      '1',
      route(`${VIP}/32`, { interface: 'lo' }),
      '192.0.2.100/32: 1 address that no other route would carry',
    ],
    [
      'none of a row without a network',
      route('net-5', { interface: 'lo' }),
      'no address: the row takes no part',
    ],
    ['none of a saved row', route(LAN, { persistent: true }), 'no address: the row takes no part'],
  ])('is said: %s', (_, row, summary) => expect(stolen([row], row).summary).toBe(summary))

  it('is said where longer rows keep all', () => {
    const row = route(LAN, { interface: 'lo' })
    const halves = [
      route('192.0.2.0/25', { interface: 'eth0' }),
      route('192.0.2.128/25', { interface: 'eth0' }),
    ]
    expect(stolen([row, ...halves], row).summary).toBe('no address: longer rows keep them all')
  })
})

describe('prefixes', () => {
  it.each([
    [['192.0.2.0/25', '192.0.2.128/25'], [LAN]],
    [
      ['192.0.2.128/25', '192.0.3.0/25'],
      ['192.0.2.128/25', '192.0.3.0/25'],
    ],
    [
      ['192.0.2.0/25', '192.0.2.128/26'],
      ['192.0.2.0/25', '192.0.2.128/26'],
    ],
    [
      ['192.0.2.0/26', '192.0.2.128/26'],
      ['192.0.2.0/26', '192.0.2.128/26'],
    ],
    [['192.0.2.0/26', '192.0.2.64/26', '192.0.2.128/25'], [LAN]],
    [['0.0.0.0/1', '128.0.0.0/1'], ['0.0.0.0/0']],
    [['0.0.0.0/0'], ['0.0.0.0/0']],
  ])('%j are %j', (given, fewest) =>
    expect(aggregate(given.map(prefixOf)).map(formatPrefix)).toEqual(fewest),
  )

  it('are parted among those inside, whatever their order', () => {
    const pieces = [
      { prefix: prefixOf('192.0.2.0/25'), value: 'a' },
      { prefix: prefixOf('192.0.2.0/26') },
      { prefix: prefixOf('192.0.2.0/26'), value: 'hidden' },
      { prefix: prefixOf('192.0.2.32/27'), value: 'in the hole' },
      { prefix: prefixOf('192.0.2.128/25'), value: 'b' },
    ]
    for (const given of [pieces, [...pieces].reverse()])
      expect(
        carve(prefixOf(LAN), given).map(({ prefix, value, inner }) => [
          formatPrefix(prefix),
          value,
          inner.map(formatPrefix),
        ]),
      ).toEqual([
        [LAN, undefined, ['192.0.2.0/25', '192.0.2.128/25']],
        ['192.0.2.0/25', 'a', ['192.0.2.0/26']],
        ['192.0.2.128/25', 'b', []],
      ])
  })

  it('outside take no part', () => {
    const [rest] = carve(prefixOf(LAN), [{ prefix: prefixOf('198.51.100.0/24'), value: 'x' }])
    expect(rest?.inner).toEqual([])
  })
})

describe('lists', () => {
  it('of all rules are sorted', () => {
    const ids = allRules().map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
  })

  it.each([
    ['2026-11-24', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['26-11-24', false],
    ['2026-11-24T00:00', false],
    ['x2026-11-24', false],
    ['2026-1-24', false],
    ['', false],
  ])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))
})
