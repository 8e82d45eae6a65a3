import { describe, expect, it } from 'vitest'
import type { Gateway, Platform, Route } from '../../src/index.js'
import { route, via } from '../support/routes.js'
import { viewOf, vipOf } from '../support/view.js'

const VIP = '192.0.2.100'
const VIP2 = '192.0.2.101'
const VIP6 = '2001:db8::100'
const VIPS = [VIP, VIP2, VIP6]
const LOOP = { interface: 'lo0' }
const link = (name: string) => ({ gateway: { kind: 'link', link: name } as Gateway })
const device = (name: string) => ({ gateway: { kind: 'interface', name } as Gateway })
const card = { gateway: { kind: 'mac', mac: '00:00:5e:00:53:01' } as Gateway }

/** Of the first row: its kind, its next hop, whose it is (`?` where not proven), and where it shows the address to be. */
function meaning(platform: Platform, routes: readonly Route[], vip = VIP, facts = {}): string {
  const view = viewOf(platform, { routes }, { vips: VIPS, ...facts })
  const [row] = view.routes
  if (row === undefined) throw new Error('the row cannot matter')
  const owner = view.system.owner(row, view)
  const holds = view.system.holds(row, vipOf(vip), view)
  const whose = owner === undefined ? '-' : `${owner.vip.text}${owner.unproven ? '?' : ''}`
  return `${row.kind} ${row.nextHop ?? '-'} ${whose} ${holds ?? '-'}`
}

type Row = [what: string, routes: readonly Route[], meaning: string, vip?: string]
const LAN = '192.0.2.0/24'

describe('a row of a plain Unix', () => {
  it.each<Row>([
    [
      'of the alias',
      [route(LAN, { flags: 'U', ...via(VIP), ...LOOP })],
      `network - ${VIP} loopback`,
    ],
    [
      'of the second alias',
      [route(LAN, { flags: 'U', ...via(VIP2), ...LOOP })],
      `network - ${VIP2} -`,
    ],
    [
      'through the alias',
      [route(LAN, { flags: 'UG', ...via(VIP), ...LOOP })],
      `network ${VIP} ${VIP} -`,
    ],
    ['without flags', [route(LAN, { ...via(VIP), ...LOOP })], `network ${VIP} ${VIP} -`],
    [
      'of the alias on a card',
      [route(LAN, { flags: 'U', ...via(VIP), interface: 'en0' })],
      'network - - wire',
    ],
    [
      'of a holder of addresses',
      [route(LAN, { flags: 'U', ...via(VIP), interface: 'vni1' })],
      `network - ${VIP} address-holder`,
    ],
    [
      'of another own address',
      [route(LAN, { flags: 'U', ...via('192.0.2.7'), ...LOOP })],
      'network - - -',
    ],
    ['of a link', [route(LAN, { flags: 'U', ...link('link#2'), ...LOOP })], `network - ${VIP} -`],
    [
      'of an interface',
      [route(LAN, { flags: 'U', ...device('lo0'), ...LOOP })],
      `network - ${VIP} -`,
    ],
    ['on the link', [route(LAN, { flags: 'U', ...LOOP })], `network - ${VIP} -`],
    [
      'of a network elsewhere',
      [route('198.51.100.0/24', { flags: 'U', ...LOOP })],
      'network - - -',
    ],
    [
      'of the address itself',
      [route(`${VIP}/32`, { flags: 'UH', ...via(VIP), ...LOOP })],
      `host - ${VIP} loopback`,
    ],
    [
      'of the address by 127.0.0.1',
      [route(`${VIP}/32`, { flags: 'UH', ...via('127.0.0.1'), ...LOOP })],
      'host - - unknown',
    ],
    [
      'of another address by 127.0.0.1',
      [route('192.0.2.7/32', { flags: 'UH', ...via('127.0.0.1'), ...LOOP })],
      'host - - -',
    ],
    [
      'to a machine by the alias',
      [route('192.0.2.7/32', { flags: 'UH', ...via(VIP), ...LOOP })],
      'host - - -',
    ],
    [
      'of a broadcast',
      [route('192.0.2.255/32', { flags: 'UHb', ...via(VIP), ...LOOP })],
      'broadcast - - loopback',
    ],
    ['that rejects', [route(LAN, { flags: 'UR', ...via(VIP), ...LOOP })], `reject - ${VIP} -`],
    ['that drops', [route(LAN, { flags: 'UB', ...via(VIP), ...LOOP })], `reject - ${VIP} -`],
    [
      'to nowhere',
      [route(LAN, { flags: 'U', gateway: { kind: 'none' }, ...LOOP })],
      'reject - - -',
    ],
    ['of multicast', [route(LAN, { flags: 'Um', ...via(VIP), ...LOOP })], `reserved - ${VIP} -`],
    [
      'of a neighbour',
      [route('192.0.2.7/32', { flags: 'UHL', ...card, interface: 'en0' })],
      'neighbor - - -',
    ],
    [
      'of the loopback network',
      [route('127.0.0.0/8', { flags: 'U', ...via('127.0.0.1'), ...LOOP })],
      'reserved - - -',
    ],
    [
      'to everywhere',
      [route('0.0.0.0/0', { flags: 'UG', ...via('192.0.2.1'), interface: 'en0' })],
      'default 192.0.2.1 - -',
    ],
    [
      'that was cut',
      [route(LAN, { flags: 'U', ...via(VIP), ...LOOP, truncated: true })],
      'unreadable - - -',
    ],
    [
      'that names no network',
      [route('loopnet', { flags: 'U', ...via(VIP), ...LOOP })],
      'unreadable - - -',
    ],
    [
      'that names no network before its length',
      [route('loopnet/8', { flags: 'U', ...via(VIP), ...LOOP })],
      'unreadable - - -',
    ],
    [
      'of an IPv6 alias',
      [route('2001:db8::/64', { flags: 'U', ...via(VIP6), ...LOOP })],
      `network - ${VIP6} loopback`,
      VIP6,
    ],
    [
      'of an IPv6 address by ::1',
      [route(`${VIP6}/128`, { flags: 'UH', ...via('::1'), ...LOOP })],
      'host - - unknown',
      VIP6,
    ],
  ])('%s', (_, routes, said, vip) => expect(meaning('tru64', routes, vip)).toBe(said))
})

describe('a row of a BSD', () => {
  const own = (flags: string, more: Partial<Route>) =>
    route(`${VIP}/32`, { flags, ...LOOP, ...more })
  const loopback = route('127.0.0.1/32', { flags: 'UHS', ...LOOP, ...link('link#2') })
  const em0 = route('198.51.100.0/24', { flags: 'U', interface: 'em0', ...link('link#1') })
  const disc0 = route('203.0.113.0/24', { flags: 'U', interface: 'disc0', ...link('link#3') })

  it.each<Row>([
    ['of lo0 by its link', [own('UHS', link('link#2')), loopback], `host - ${VIP} loopback`],
    ['of lo0 by its link and no other row', [own('UH', link('link#2'))], `host - ${VIP} loopback`],
    ['of an unknown link', [own('UHS', link('link#2'))], `host - ${VIP} unknown`],
    ['of a card by its link', [own('UHS', link('link#1')), em0, loopback], `host - ${VIP} wire`],
    [
      'of a card that lo0 has a row of, too',
      [
        own('UHS', link('link#1')),
        route('127.0.0.1/32', { flags: 'UH', ...LOOP, ...link('link#1') }),
        em0,
      ],
      `host - ${VIP} wire`,
    ],
    ['of disc0 by its link', [own('UHS', link('link#3')), disc0], `host - ${VIP} address-holder`],
    ['that was cloned', [own('UHLW', { interface: 'em0', ...link('link#1') }), em0], 'host - - -'],
    ['that was cloned on lo0', [own('UHLW', link('link#2')), loopback], `host - ${VIP} loopback`],
    ['that names a card', [own('UH', device('em0'))], `host - ${VIP} wire`],
    ['that names lo0', [own('UH', device('lo0'))], `host - ${VIP} loopback`],
    ['of a card’s hardware on lo0', [own('UHLWIi', card)], 'neighbor - - wire'],
    ['of a neighbour', [own('UHLWIi', { ...card, interface: 'em0' })], 'neighbor - - -'],
    ['of the own card', [own('UHLl', { ...card, interface: 'em0' })], 'neighbor - - wire'],
    ['of the alias as gateway', [own('UH', via(VIP))], `host - ${VIP} loopback`],
    [
      'of a network by the alias',
      [route(LAN, { flags: 'U', ...via(VIP), ...LOOP })],
      `network - ${VIP} loopback`,
    ],
    [
      'of a network by its link',
      [route(LAN, { flags: 'U', ...link('link#1'), interface: 'em0' })],
      'network - - -',
    ],
  ])('%s', (_, routes, said) => expect(meaning('freebsd', routes)).toBe(said))

  it.each([
    ['the card of its link', [own('UHS', link('link#1')), em0], 'em0'],
    ['its own interface, where the link is unknown', [own('UHS', link('link#7')), em0], 'lo0'],
    ['its own interface', [own('UH', via(VIP)), em0], 'lo0'],
  ])('is of %s', (_, routes, name) => {
    const view = viewOf('freebsd', { routes })
    const [row] = view.routes
    expect(row && view.system.holder?.(row, view)).toBe(name)
  })

  it.each([
    ['0.0.0.0/0', 'UGScI', 'scope en0'],
    ['0.0.0.0/0', 'UGSc', 'main'],
    [LAN, 'UCSI', 'main'],
    [LAN, 'UCS', 'main'],
  ])('of macOS to %s with %s is in table %s', (destination, flags, table) => {
    const [row] = viewOf('macos', {
      routes: [route(destination, { flags, interface: 'en0' })],
    }).routes
    expect(row?.table).toBe(table)
  })
})

describe('a row of Linux', () => {
  const lo = { interface: 'lo' }
  const local = { type: 'local' }
  const kernel = { protocol: 'kernel', source: VIP }

  it.each<Row>([
    ['that lo made', [route(LAN, { ...local, ...lo })], `network - ${VIP} loopback`],
    [
      'that lo made for the second',
      [route(LAN, { ...local, ...lo, source: VIP2 })],
      `network - ${VIP2} loopback`,
    ],
    ['that lo has without a type', [route(LAN, lo)], `network - ${VIP} -`],
    ['of another network on lo', [route('198.51.100.0/24', { ...local, ...lo })], 'network - - -'],
    ['through lo', [route(LAN, { ...local, ...lo, ...via('192.0.2.1') })], 'network 192.0.2.1 - -'],
    ['that a dummy has', [route(LAN, { interface: 'dummy0' })], `network - ${VIP} -`],
    [
      'that a dummy made',
      [route(LAN, { interface: 'dummy0', ...kernel })],
      `network - ${VIP} address-holder`,
    ],
    [
      'that only accepts, on a dummy',
      [route(LAN, { ...local, interface: 'dummy0' })],
      `network - ${VIP} -`,
    ],
    ['that a card made', [route(LAN, { interface: 'eth0', ...kernel })], 'network - - wire'],
    ['with its source by hand', [route(LAN, { interface: 'eth0', source: VIP })], 'network - - -'],
    [
      'made with another source',
      [route(LAN, { interface: 'eth0', ...kernel, source: VIP2 })],
      'network - - -',
    ],
    ['of the address on lo', [route(`${VIP}/32`, { ...local, ...lo })], `host - ${VIP} loopback`],
    [
      'of the address on a card',
      [route(`${VIP}/32`, { ...local, interface: 'eth0' })],
      'host - - wire',
    ],
    ['to the address', [route(`${VIP}/32`, lo)], `host - ${VIP} -`],
    [
      'to the address through a router',
      [route(`${VIP}/32`, { ...local, ...via('192.0.2.1'), interface: 'eth0' })],
      'host 192.0.2.1 - -',
    ],
    ['with Un', [route(`${VIP}/32`, { flags: 'Un', ...lo })], `host - ${VIP} loopback`],
    ['with U', [route(`${VIP}/32`, { flags: 'U', ...lo })], `host - ${VIP} -`],
    ['with n', [route(`${VIP}/32`, { flags: '!n', ...lo })], `reject - ${VIP} -`],
    ['made to everywhere', [route('0.0.0.0/0', { interface: 'eth0', ...kernel })], 'default - - -'],
    ['of multicast', [route(LAN, { type: 'multicast', ...lo, ...kernel })], `reserved - ${VIP} -`],
    [
      'of anycast',
      [route(`${VIP}/32`, { type: 'anycast', ...lo, flags: 'Un' })],
      `reserved - ${VIP} -`,
    ],
    ['of broadcast', [route('192.0.2.255/32', { type: 'broadcast', ...lo })], 'broadcast - - -'],
    ['that is unreachable', [route(LAN, { type: 'unreachable', ...lo })], `reject - ${VIP} -`],
    [
      'with an exclamation mark',
      [route(LAN, { flags: '!', ...lo, metric: 256 })],
      `reject - ${VIP} -`,
    ],
    ['that was cut', [route(LAN, { ...local, ...lo, truncated: true })], 'unreadable - - -'],
    [
      'of IPv6 that lo made',
      [route('2001:db8::/64', { flags: '!n', ...lo, metric: 256 })],
      `network - ${VIP6} -`,
      VIP6,
    ],
    [
      'of IPv6 that rejects',
      [route('2001:db8::/64', { flags: '!n', ...lo, metric: 1024 })],
      `reject - ${VIP6} -`,
      VIP6,
    ],
    [
      'of IPv6 that rejects on a card',
      [route('2001:db8::/64', { flags: '!n', interface: 'eth0', metric: 256 })],
      'reject - - -',
      VIP6,
    ],
  ])('%s', (_, routes, said, vip) => expect(meaning('linux', routes, vip)).toBe(said))

  it.each<[Partial<Route>, string]>([
    [{}, 'main'],
    [{ type: 'unicast' }, 'main'],
    [{ type: 'local' }, 'local'],
    [{ type: 'broadcast' }, 'local'],
    [{ type: 'local', table: '7' }, '7'],
  ])('with %j is in table %s', (more, table) => {
    const [row] = viewOf('linux', { routes: [route(LAN, { interface: 'lo', ...more })] }).routes
    expect([row?.table, row?.route.table]).toEqual([table, table])
  })

  it.each([
    ['\tnexthop via 192.0.2.1 dev eth0 weight 1', true],
    ['nexthop via 192.0.2.1', true],
    ['  nexthops', false],
    ['default via 192.0.2.1 nexthop', false],
  ])('%j is a next hop of the row above: %s', (text, is) =>
    expect(viewOf('linux', {}).system.isNextHop?.(text)).toBe(is),
  )
})

describe('a row of Windows', () => {
  const host = (address: string, on: string, more: Partial<Route> = {}) =>
    route(`${address}/32`, { interface: on, ...more })
  const self = via('127.0.0.1')

  it.each<Row>([
    [
      'of the alias’s adapter',
      [route(LAN, { interface: VIP }), host(VIP, VIP)],
      `network - ${VIP} -`,
    ],
    [
      'of the adapter by its index',
      [route(LAN, { interface: '14' }), host(VIP, '14')],
      `network - ${VIP} -`,
    ],
    [
      'of an adapter with more addresses',
      [route(LAN, { interface: '14' }), host(VIP, '14'), host('192.0.2.7', '14')],
      `network - ${VIP}? -`,
    ],
    [
      'of an adapter without the address',
      [route(LAN, { interface: '15' }), host(VIP, '14')],
      'network - - -',
    ],
    [
      'of an adapter through which the address is reached',
      [route(LAN, { interface: '14' }), host(VIP, '14', via('192.0.2.1'))],
      'network - - -',
    ],
    [
      'of an adapter with another network of the address',
      [route(LAN, { interface: '14' }), route('192.0.2.96/28', { interface: '14' })],
      'network - - -',
    ],
    [
      'that is saved',
      [route(LAN, { interface: VIP, persistent: true }), host(VIP, VIP)],
      'network - - -',
    ],
    ['elsewhere', [route('198.51.100.0/24', { interface: VIP }), host(VIP, VIP)], 'network - - -'],
    ['of the address', [host(VIP, VIP)], `host - ${VIP} loopback`],
    ['of the address, saved', [host(VIP, VIP, { persistent: true })], 'host - - -'],
    [
      'of the address through a router',
      [host(VIP, '192.0.2.10', via('192.0.2.1'))],
      'host 192.0.2.1 - -',
    ],
    ['of the address by 127.0.0.1', [host(VIP, '127.0.0.1', self)], 'host - - loopback'],
    ['of another address', [host('192.0.2.7', VIP)], 'host - - -'],
    ['of an old alias', [route(LAN, { interface: VIP, ...via(VIP) })], `network - ${VIP} -`],
    [
      'of the second old alias',
      [route(LAN, { interface: VIP2, ...via(VIP2) })],
      `network - ${VIP2} -`,
    ],
    [
      'of an old alias on another name of its adapter',
      [route(LAN, { interface: '192.0.2.7', ...via(VIP) }), host(VIP, '127.0.0.1', self)],
      `network ${VIP} ${VIP}? -`,
    ],
    [
      'through an old alias of another machine',
      [route(LAN, { interface: '192.0.2.7', ...via(VIP) })],
      `network ${VIP} - -`,
    ],
    [
      'of an old card',
      [route(LAN, { interface: '192.0.2.7', ...via('192.0.2.7') })],
      'network - - -',
    ],
    ['of an old broadcast', [host('192.0.2.255', VIP, via(VIP))], 'broadcast - - -'],
    ['of an old address on its own interface', [host(VIP2, VIP2, via(VIP2))], `host - ${VIP2} -`],
    [
      'to everywhere',
      [route('0.0.0.0/0', { interface: '192.0.2.7', ...via('192.0.2.1') })],
      'default 192.0.2.1 - -',
    ],
  ])('%s', (_, routes, said) => expect(meaning('windows', routes)).toBe(said))

  it('of an address that is declared is the first cluster address’s', () => {
    const row = route(LAN, { interface: '192.0.2.7', ...via('192.0.2.7') })
    const facts = { loopbackAddresses: ['192.0.2.7'] }
    expect(meaning('windows', [row], VIP, facts)).toBe(`network - ${VIP} -`)
  })

  it.each<[string, Route, string, string]>([
    ['by 127.0.0.1', host(VIP, '127.0.0.1', self), VIP, 'main'],
    ['on its adapter', host(VIP, '14'), '#14', 'main'],
    ['saved', host(VIP, '14', { persistent: true }), '#14', 'persistent'],
  ])('of the address %s is held by its adapter', (_, row, id, table) => {
    const view = viewOf('windows', { routes: [row] })
    const [fact] = view.routes
    expect([fact && view.system.holder?.(fact, view), fact?.table]).toEqual([id, table])
  })

  const multicast = (length: number, more: Partial<Route>) => [
    route(`224.0.0.0/${length}`, { interface: VIP, ...more }),
    route('127.0.0.0/8', { interface: '127.0.0.1', ...self }),
  ]
  it.each<[string | undefined, readonly Route[], boolean]>([
    ['xp', [], false],
    ['Windows XP', [], false],
    ['Server 2003', [], false],
    ['5.1.2600', [], false],
    ['5.2', [], false],
    ['5.0', [], true],
    ['15.1', [], true],
    ['2019', [], true],
    ['2019', multicast(4, via(VIP)), true],
    [undefined, multicast(4, via(VIP)), false],
    [undefined, multicast(3, via(VIP)), true],
    [undefined, multicast(4, {}), true],
    [undefined, [], true],
  ])('of version %s can be deleted', (version, routes, is) => {
    const view = viewOf('windows', { routes }, version === undefined ? {} : { version })
    expect(view.system.deletable(view)).toBe(is)
  })
})

describe('a network row of an adapter on which the address only passes', () => {
  it.each<[string, readonly Route[], string]>([
    ['by a network of its own', [route(`${VIP}/31`, { interface: '14' })], 'network - - -'],
    [
      'by a row that was cut',
      [route(`${VIP}/32`, { interface: '14', truncated: true })],
      'network - - -',
    ],
    [
      'by an old row',
      [route(`${VIP}/32`, { interface: '14', ...via('127.0.0.1') })],
      'network - - -',
    ],
    ['by its own row', [route(`${VIP}/32`, { interface: '14' })], `network - ${VIP} -`],
  ])('%s', (_, others, said) =>
    expect(meaning('windows', [route(LAN, { interface: '14' }), ...others])).toBe(said),
  )
})

describe('a table without the address', () => {
  const self4 = { interface: 'lo0', ...via('127.0.0.1') }
  it.each<[string, Platform, Route, 4 | 6, boolean]>([
    ['of a BSD with 127.0.0.1', 'freebsd', route('127.0.0.1/32', self4), 4, true],
    ['of a BSD with 127.0.0.1 alone', 'freebsd', route('127.0.0.1/32', self4), 6, false],
    ['of a BSD with ::1', 'freebsd', route('::1/128', { interface: 'lo0' }), 6, true],
    ['of a BSD without the loopback', 'freebsd', route(LAN, { interface: 'em0' }), 4, false],
    [
      'of Linux with table local',
      'linux',
      route('127.0.0.1/32', { interface: 'lo', type: 'local' }),
      4,
      true,
    ],
    [
      'of Linux with the network of table local',
      'linux',
      route('127.0.0.0/8', { interface: 'lo', type: 'local' }),
      4,
      true,
    ],
    [
      'of Linux with an old row of main',
      'linux',
      route('127.0.0.0/8', { interface: 'lo' }),
      4,
      false,
    ],
    [
      'of Linux with a local row',
      'linux',
      route('192.0.2.7/32', { interface: 'eth0', type: 'local' }),
      4,
      false,
    ],
    ['of Linux with ::1', 'linux', route('::1/128', { interface: 'lo', flags: 'Un' }), 6, true],
    [
      'of Linux with ::1 alone',
      'linux',
      route('::1/128', { interface: 'lo', flags: 'Un' }),
      4,
      false,
    ],
    [
      'of Windows with the loopback',
      'windows',
      route('127.0.0.0/8', { interface: '127.0.0.1' }),
      4,
      true,
    ],
    [
      'of Windows with its address',
      'windows',
      route('127.0.0.1/32', { interface: '127.0.0.1' }),
      4,
      true,
    ],
    ['of Windows with ::1', 'windows', route('::1/128', { interface: '1' }), 6, true],
    ['of Windows with ::1 alone', 'windows', route('::1/128', { interface: '1' }), 4, false],
    ['of Windows without the loopback', 'windows', route(LAN, { interface: VIP }), 4, false],
    ['of a plain Unix', 'tru64', route('127.0.0.1/32', self4), 4, false],
  ])('%s proves that it is not there: %5$s', (_, platform, row, family, is) => {
    const view = viewOf(platform, { routes: [row] })
    expect(view.system.provesAbsence(view, family)).toBe(is)
    const broken = view.host.captures.map((one) => ({
      ...one,
      diagnostics: [{ code: 'row-unreadable', level: 'error', span: row.span, args: {} }],
    }))
    const lost = { ...view, routes: view.routes.map((one) => ({ ...one, capture: broken[0] })) }
    // A capture of which a row was lost proves nothing.
    expect(view.system.provesAbsence(lost as unknown as typeof view, family)).toBe(false)
  })
})

describe('what is wanted beside a table', () => {
  const main = route(LAN, { interface: 'eth0' })
  const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }
  const listed = {
    interface: 'lo',
    family: 4,
    address: '127.0.0.1',
    prefixLength: 8,
    span,
  } as const
  it.each([
    ['of Linux’s main table', [main], [], [VIP]],
    [
      'of Linux’s local table',
      [main, route('127.0.0.1/32', { interface: 'lo', type: 'local' })],
      [],
      [],
    ],
    ['of Linux with a listing', [main], [listed], []],
    ['of Linux with a listing of a card', [main], [{ ...listed, address: '192.0.2.7' }], [VIP]],
    ['of Linux without rows', [], [], []],
  ])('%s', (_, routes, addresses, vips) => {
    const view = viewOf('linux', { routes, addresses }, { vips: [VIP, VIP6] })
    expect(view.system.missing(view).map(({ vip }) => vip?.text)).toEqual(vips)
  })

  it.each([
    ['a mask that was guessed', [route('192.0.2.0', { maskUnknown: true, interface: 'lan0' })], 1],
    ['a mask', [route(LAN, { interface: 'lan0' })], 0],
    [
      'a guess at a reserved network',
      [route('127.0.0.0', { maskUnknown: true, interface: 'lo0' })],
      0,
    ],
  ])('for %s', (_, routes, count) => {
    const view = viewOf('solaris', { routes })
    expect(view.system.missing(view)).toHaveLength(count)
  })

  it.each<[Platform, 4 | 6, number | undefined, readonly string[], boolean]>([
    ['linux', 4, 24, [], true],
    ['linux', 4, 0, [], false],
    ['linux', 4, 24, ['noprefixroute'], false],
    ['linux', 6, 64, ['dynamic'], true],
    ['freebsd', 4, 24, [], false],
    ['freebsd', 6, 64, [], true],
    ['dragonfly', 6, 64, [], true],
    ['openbsd', 6, 64, [], false],
    ['solaris', 4, 24, [], false],
    ['windows', 4, 24, [], true],
    ['tru64', 4, 24, [], true],
  ])(
    'a wide mask of %s makes a row: IPv%i /%s %j',
    (platform, family, prefixLength, attributes, is) => {
      const address = {
        interface: 'lo0',
        family,
        address: VIP,
        span,
        attributes,
        ...(prefixLength === undefined ? {} : { prefixLength }),
      }
      expect(viewOf(platform, {}).system.maskMakesRoute(address)).toBe(is)
    },
  )
})
