import { describe, expect, it } from 'vitest'
import type { Known } from '../../src/analyze/facts.js'
import { balancerMacs, named, placed } from '../../src/analyze/fleet/fleet-rule.js'
import { systemOf } from '../../src/analyze/systems/index.js'
import { analyze, type Host, type Neighbor, type Platform, type Policy } from '../../src/index.js'
import type { Interface, InterfaceAddress } from '../../src/model/interface.js'
import { hostOf, type Records } from '../support/hosts.js'
import { route, via } from '../support/routes.js'

const VIP = '192.0.2.100'
const MAC = '00:00:5e:00:53:01'
const LOOP = '02:00:4c:4f:4f:50'
const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }

describe('what an entry of a neighbour table says', () => {
  it.each<[Platform | null, Host['role'], Partial<Neighbor>, string, boolean]>([
    ['aix', 'server', {}, 'dynamic', false],
    ['aix', 'server', { permanent: true }, 'static', false],
    ['aix', 'server', { static: true }, 'static', false],
    ['aix', 'server', { published: true }, 'dynamic', true],
    ['aix', 'server', { proxy: true, mac: null }, 'dynamic', true],
    ['aix', 'server', { mac: null }, 'incomplete', false],
    ['aix', 'server', { incomplete: true, published: true }, 'incomplete', true],
    ['aix', 'server', { local: true }, 'own', false],
    ['hpux', 'server', { permanent: true }, 'own', false],
    ['hpux', 'client', { permanent: true }, 'static', false],
    ['hpux', 'server', { permanent: true, published: true }, 'static', true],
    ['hpux', 'server', {}, 'dynamic', false],
    ['freebsd', 'server', { permanent: true }, 'own', false],
    ['freebsd', 'client', { permanent: true }, 'static', false],
    ['freebsd', 'server', { permanent: true, published: true }, 'static', true],
    ['freebsd', 'server', {}, 'dynamic', false],
    ['macos', 'server', { permanent: true }, 'own', false],
    ['openbsd', 'server', { permanent: true }, 'static', false],
    ['openbsd', 'server', { local: true }, 'own', false],
    ['solaris', 'server', { flags: 'SPLA' }, 'own', true],
    ['solaris', 'server', { flags: 'SP' }, 'dynamic', true],
    ['solaris', 'server', { flags: 'o' }, 'dynamic', false],
    ['solaris', 'server', {}, 'dynamic', false],
    ['solaris', 'server', { published: true }, 'dynamic', true],
    ['solaris', 'server', { local: true }, 'own', false],
    ['linux', 'server', { state: 'REACHABLE' }, 'dynamic', false],
    ['linux', 'server', { state: 'permanent' }, 'static', false],
    ['linux', 'server', { state: 'NOARP' }, 'other', false],
    ['linux', 'server', { state: 'FAILED' }, 'incomplete', false],
    ['linux', 'server', { state: 'incomplete' }, 'incomplete', false],
    ['linux', 'server', { incomplete: true }, 'incomplete', false],
    ['linux', 'server', { permanent: true }, 'static', false],
    ['linux', 'server', { static: true, published: true }, 'static', true],
    ['linux', 'server', { proxy: true, mac: null }, 'other', true],
    ['linux', 'server', { published: true }, 'other', true],
    ['linux', 'server', { mac: null }, 'incomplete', false],
    ['linux', 'server', {}, 'dynamic', false],
    ['windows', 'server', { type: 'dynamic' }, 'dynamic', false],
    ['windows', 'server', { type: 'static' }, 'static', false],
    ['windows', 'server', { type: 'invalid' }, 'incomplete', false],
    ['windows', 'server', { type: 'other', mac: null }, 'other', false],
    ['windows', 'server', { incomplete: true }, 'incomplete', false],
    ['windows', 'server', { permanent: true }, 'static', false],
    ['windows', 'server', { static: true }, 'static', false],
    [null, 'server', { permanent: true }, 'static', false],
  ])('%s, %s: %j is %s, published %s', (platform, role, more, state, published) => {
    const host = hostOf({ platform, role }, {})
    const one = { address: VIP, mac: MAC, span, ...more }
    expect(systemOf(platform).neighbor(one, host)).toEqual({ state, published })
  })
})

interface Things {
  readonly addresses?: readonly Partial<InterfaceAddress>[]
  readonly interfaces?: readonly Partial<Interface>[]
  readonly neighbors?: readonly Partial<Neighbor>[]
  readonly routes?: readonly ReturnType<typeof route>[]
  readonly loopbackAddresses?: readonly string[]
  readonly gateways?: readonly string[]
}

function interfacesOf(platform: Platform, things: Things) {
  const { addresses = [], interfaces = [], neighbors = [], routes = [], gateways = [] } = things
  const host = hostOf({ platform, loopbackAddresses: [...(things.loopbackAddresses ?? [])] }, {})
  const seen = <T>(record: object) => ({ record: { span, ...record } as T, capture: undefined })
  const known = {
    host,
    vips: [],
    isVip: (address: string) => address === VIP,
    addresses: addresses.map((one) => seen(one)),
    interfaces,
    neighbors: neighbors.map((one) => seen(one)),
    rows: routes.map((one) => seen(one)),
    gatewayInterfaces: new Set(gateways),
  }
  // Only the fields that the systems read.
  return systemOf(platform).interfaces(known as unknown as Known)
}

describe('an interface that has a name', () => {
  it.each<[Platform, string | undefined, string, string]>([
    ['linux', 'lo', 'loopback', 'lo'],
    ['linux', 'lo:1', 'loopback', 'lo'],
    ['linux', 'eth0', 'wire', 'eth0'],
    ['linux', 'eth0:1', 'wire', 'eth0'],
    ['linux', 'dummy0', 'address-holder', 'dummy0'],
    ['linux', 'dummy', 'address-holder', 'dummy'],
    ['linux', 'mydummy0', 'wire', 'mydummy0'],
    ['linux', 'dummy0x', 'wire', 'dummy0x'],
    ['linux', 'kube-ipvs0', 'address-holder', 'kube-ipvs0'],
    ['linux', 'tunl0', 'address-holder', 'tunl0'],
    ['linux', 'ip6tnl12', 'address-holder', 'ip6tnl12'],
    ['linux', 'local0', 'wire', 'local0'],
    ['linux', 'xlo0', 'wire', 'xlo0'],
    ['linux', '', 'unknown', ''],
    ['linux', undefined, 'unknown', ''],
    ['aix', 'vi12', 'address-holder', 'vi12'],
    ['aix', 'vi', 'wire', 'vi'],
    ['aix', 'xvi1', 'wire', 'xvi1'],
    ['aix', 'vi1x', 'wire', 'vi1x'],
    ['hpux', 'vni10', 'address-holder', 'vni10'],
    ['hpux', 'vnix', 'wire', 'vnix'],
    ['hpux', 'xvni1', 'wire', 'xvni1'],
    ['hpux', 'vni1x', 'wire', 'vni1x'],
    ['solaris', 'vni10', 'address-holder', 'vni10'],
    ['solaris', 'vnix', 'wire', 'vnix'],
    ['solaris', 'xvni1', 'wire', 'xvni1'],
    ['solaris', 'vni1x', 'wire', 'vni1x'],
    ['zos', 'XLOOPBACK', 'wire', 'XLOOPBACK'],
    ['zos', 'vni12', 'address-holder', 'vni12'],
    ['freebsd', 'disc10', 'address-holder', 'disc10'],
    ['openbsd', 'vether0', 'address-holder', 'vether0'],
    ['freebsd', 'dummy12', 'address-holder', 'dummy12'],
    ['zos', 'LOOPBACK', 'address-holder', 'LOOPBACK'],
    ['zos', 'LOOPBACK6', 'address-holder', 'LOOPBACK6'],
    ['zos', 'LOOPBACKX', 'wire', 'LOOPBACKX'],
  ])('of %s: %s is of class %s, id "%s"', (platform, name, found, id) => {
    const interfaces = interfacesOf(platform, {})
    expect([interfaces.classOf(name), interfaces.id(name)]).toEqual([found, id])
  })

  it.each<[string, Things, string, string]>([
    ['a flag', { interfaces: [{ name: 'x0', flags: 'UP,LOOPBACK' }] }, 'x0', 'loopback'],
    ['a mark', { interfaces: [{ name: 'x0', loopback: true }] }, 'x0', 'loopback'],
    ['NOARP', { interfaces: [{ name: 'x0', flags: '<UP,NOARP>' }] }, 'x0:1', 'address-holder'],
    ['a tunnel', { interfaces: [{ name: 'x0', flags: 'NOARP POINTOPOINT' }] }, 'x0', 'wire'],
    ['a bond', { interfaces: [{ name: 'x0', flags: 'NOARP,MASTER' }] }, 'x0', 'wire'],
    ['a slave', { interfaces: [{ name: 'x0', flags: 'NOARP,SLAVE' }] }, 'x0', 'wire'],
    ['no flag', { interfaces: [{ name: 'x0' }] }, 'x0', 'wire'],
    [
      'a listed address',
      { addresses: [{ interface: 'x0:2', address: VIP, flags: 'LOOPBACK' }] },
      'x0',
      'loopback',
    ],
    [
      'the caller',
      { addresses: [{ interface: 'x0:2', address: VIP }], loopbackAddresses: [VIP] },
      'x0',
      'address-holder',
    ],
    [
      'the caller, of another',
      { addresses: [{ interface: 'x0', address: '192.0.2.7' }], loopbackAddresses: [VIP] },
      'x0',
      'wire',
    ],
  ])('is known by %s', (_, things, name, found) =>
    expect(interfacesOf('linux', things).classOf(name)).toBe(found),
  )

  it('is that of a listed address', () => {
    const { idOfListed, classOfListed } = interfacesOf('linux', {})
    const listed = { interface: 'lo:1', address: VIP, family: 4, span } as const
    expect([idOfListed(listed), classOfListed(listed)]).toEqual(['lo', 'loopback'])
  })
})

describe('an adapter of Windows', () => {
  const host = (address: string, on: string, more = {}) =>
    route(`${address}/${address.includes(':') ? 128 : 32}`, {
      family: address.includes(':') ? 6 : 4,
      interface: on,
      gateway: { kind: 'onlink' },
      ...more,
    })

  it.each<[string, Things, string | undefined, string, string]>([
    ['nothing', {}, '192.0.2.7', 'unknown', '192.0.2.7'],
    ['no name', {}, undefined, 'unknown', ''],
    ['its index', {}, '14', 'unknown', '#14'],
    ['the built-in loopback', {}, '127.0.0.1', 'loopback', '#1'],
    ['the built-in index', {}, '1', 'loopback', '#1'],
    ['the cluster address', {}, VIP, 'loopback', VIP],
    ['a gateway', { gateways: ['192.0.2.7'] }, '192.0.2.7', 'wire', '192.0.2.7'],
    [
      'a gateway under another name',
      { gateways: ['11'], addresses: [{ address: '192.0.2.7', index: 11 }] },
      '192.0.2.7',
      'wire',
      '#11',
    ],
    [
      'the card in the Interface List',
      { interfaces: [{ index: 11, mac: MAC }] },
      '11',
      'wire',
      '#11',
    ],
    [
      'the loopback in the Interface List',
      { interfaces: [{ index: 14, mac: LOOP }] },
      '14',
      'loopback',
      '#14',
    ],
    ['an Interface List without a number', { interfaces: [{ mac: LOOP }] }, '14', 'unknown', '#14'],
    ['an Interface List without hardware', { interfaces: [{ index: 14 }] }, '14', 'unknown', '#14'],
    [
      'a listed loopback',
      { addresses: [{ address: '192.0.2.7', mac: LOOP }] },
      '192.0.2.7',
      'loopback',
      '192.0.2.7',
    ],
    [
      'a listed mark',
      { addresses: [{ address: '192.0.2.7', loopback: true }] },
      '192.0.2.7',
      'loopback',
      '192.0.2.7',
    ],
    [
      'a listed card',
      { addresses: [{ address: '192.0.2.7', mac: MAC }] },
      '192.0.2.7',
      'wire',
      '192.0.2.7',
    ],
    ['the caller', { loopbackAddresses: ['192.0.2.7'] }, '192.0.2.7', 'loopback', '192.0.2.7'],
    [
      'the head of an ARP section',
      { neighbors: [{ interface: '192.0.2.7', index: 11 }], interfaces: [{ index: 11, mac: MAC }] },
      '192.0.2.7',
      'wire',
      '#11',
    ],
    [
      'a section without a number',
      { neighbors: [{ interface: '192.0.2.7' }] },
      '192.0.2.7',
      'unknown',
      '192.0.2.7',
    ],
    ['a row of netsh', { routes: [host('192.0.2.7', '11')] }, '192.0.2.7', 'unknown', '#11'],
    [
      'a row through a gateway',
      { routes: [host('192.0.2.7', '11', via('192.0.2.1'))] },
      '192.0.2.7',
      'unknown',
      '192.0.2.7',
    ],
    ['a multicast row', { routes: [host('224.0.0.5', '11')] }, '224.0.0.5', 'unknown', '224.0.0.5'],
    ['only cluster addresses', { routes: [host(VIP, '14')] }, '14', 'loopback', '#14'],
    [
      'another address beside it',
      { routes: [host(VIP, '14'), host('192.0.2.7', '14')] },
      '14',
      'unknown',
      '#14',
    ],
    [
      'a broadcast row beside it',
      { routes: [host(VIP, '14'), host('192.0.2.255', '14')] },
      '14',
      'loopback',
      '#14',
    ],
    ['IPv6 alone', { routes: [host('2001:db8::7', '14')] }, '14', 'unknown', '#14'],
  ])('is known by %s', (_, things, name, found, id) => {
    const interfaces = interfacesOf('windows', things)
    expect([interfaces.classOf(name), interfaces.id(name)]).toEqual([found, id])
  })

  it('has the class that one of its listed addresses proves', () => {
    const listed = (address: string, on: string) =>
      ({ interface: on, address, family: 4, span }) as const
    const { classOfListed, idOfListed } = interfacesOf('windows', {
      addresses: [listed('192.0.2.7', 'Net'), listed('192.0.2.8', 'Net'), listed('192.0.2.9', 'x')],
      loopbackAddresses: ['192.0.2.8'],
      gateways: ['192.0.2.9'],
    })
    expect(classOfListed(listed('192.0.2.7', 'Net'))).toBe('loopback')
    expect(classOfListed(listed('192.0.2.9', 'x'))).toBe('wire')
    expect(classOfListed(listed('192.0.2.5', 'y'))).toBe('unknown')
    expect(idOfListed(listed('192.0.2.7', 'Net'))).toBe('192.0.2.7')
  })
})

describe('hosts in a sentence', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and 1 more'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('%j', (names, text) => expect(named(names)).toBe(text))

  it('stand in the note of a place', () => {
    const host = { name: 'web1', role: 'server', findings: [] } as const
    const at = { span, text: 'row' }
    expect(placed({ host, sighting: { kind: 'own', at } })).toEqual([{ ...at, note: 'on web1' }])
    expect(placed({ host, sighting: { kind: 'own', at } }, 'the card')).toEqual([
      { ...at, note: 'the card on web1' },
    ])
    expect(placed({ host, sighting: { kind: 'own' } })).toEqual([])
  })

  it('of balancers have their cards', () => {
    const card = (mac: string) => [
      { kind: 'own', mac } as const,
      { kind: 'own' } as const,
      { kind: 'neighbor', mac: `${mac}f` } as const,
    ]
    const hosts = [
      { name: 'a', role: 'balancer', findings: [], sightings: card('1') },
      { name: 'b', role: 'standby', findings: [], sightings: card('2') },
      { name: 'c', role: 'server', findings: [], sightings: card('3') },
      { name: 'd', role: 'balancer', findings: [] },
    ] as const
    const inventory = {
      balancers: [{ address: '192.0.2.2', mac: '0-0-5e-0-53-1' }, { address: '192.0.2.3' }],
    }
    expect([...balancerMacs(hosts, { vips: [], inventory })].sort()).toEqual([
      '00:00:5e:00:53:01',
      '1',
      '2',
    ])
    expect([...balancerMacs([], { vips: [] })]).toEqual([])
  })
})

describe('ARP', () => {
  const OTHER = '00:00:5e:00:53:02'
  const inventory = {
    servers: [{ address: '192.0.2.10' }, { address: '192.0.2.11', mac: '0-0-5E-0-53-11' }],
    balancers: [{ address: '192.0.2.2' }],
  }
  const found = (neighbors: Records['neighbors'], policy: Partial<Policy> = {}, facts = {}) =>
    analyze(hostOf({ role: 'client', ...facts }, { neighbors: neighbors ?? [] }), {
      vips: [VIP],
      ...policy,
    }).findings.map(({ rule, server }) =>
      [rule, ...(server === undefined ? [] : [server])].join(' '),
    )
  const entry = (address: string, mac: string | null, more: Partial<Neighbor> = {}) => ({
    address,
    mac,
    ...more,
  })

  it.each<[string, readonly Omit<Neighbor, 'span'>[], readonly string[]]>([
    ['the balancer’s card', [entry(VIP, MAC), entry('192.0.2.2', MAC)], []],
    [
      'a card of a server',
      [entry(VIP, MAC), entry('192.0.2.10', MAC)],
      ['arp-vip-resolves-to-server 192.0.2.10'],
    ],
    [
      'a card of a server in the inventory',
      [entry(VIP, '00:00:5e:00:53:11')],
      ['arp-vip-resolves-to-server 192.0.2.11'],
    ],
    ['a card of nobody', [entry(VIP, MAC), entry('192.0.2.10', OTHER)], []],
    [
      'a card that server and balancer have',
      [entry(VIP, MAC), entry('192.0.2.10', MAC), entry('192.0.2.2', MAC)],
      [],
    ],
    [
      'an incomplete entry of a server',
      [entry(VIP, MAC), entry('192.0.2.10', MAC, { incomplete: true })],
      [],
    ],
    [
      'a published entry of a server',
      [entry(VIP, MAC), entry('192.0.2.10', MAC, { published: true })],
      [],
    ],
    ['a name for a server', [entry(VIP, MAC), { ...entry('', MAC), address: null }], []],
    ['two cards', [entry(VIP, MAC), entry(VIP, OTHER)], ['arp-vip-multiple-macs']],
    ['one card twice', [entry(VIP, MAC), entry(VIP, MAC)], []],
    ['a card and no answer', [entry(VIP, MAC), entry(VIP, null)], ['arp-vip-unresolved']],
    ['zeros', [entry(VIP, '00:00:00:00:00:00')], []],
    ['a group address', [entry(VIP, '01:00:5e:00:53:01'), entry(VIP, '03:00:5e:00:53:01')], []],
    ['no answer', [entry(VIP, null)], ['arp-vip-unresolved']],
    ['by hand', [entry(VIP, MAC, { permanent: true })], ['arp-vip-static']],
    ['published', [entry(VIP, MAC, { published: true })], ['arp-published-vip']],
    [
      'published for the network',
      [entry('192.0.2.0', MAC, { published: true, mask: '255.255.255.0' })],
      ['arp-published-vip'],
    ],
    [
      'published for another network',
      [entry('198.51.100.0', MAC, { published: true, mask: '255.255.255.0' })],
      [],
    ],
    [
      'published for another host',
      [entry('192.0.2.7', MAC, { published: true, mask: '255.255.255.255' })],
      [],
    ],
    [
      'published with a broken mask',
      [entry('192.0.2.0', MAC, { published: true, mask: '255.0.255.0' })],
      [],
    ],
    ['published for everybody', [entry('0.0.0.0', MAC, { published: true, mask: '0.0.0.0' })], []],
    ['published without a mask', [entry('192.0.2.0', MAC, { published: true })], []],
    ['not published', [entry('192.0.2.0', MAC, { mask: '255.255.255.0' })], []],
  ])('%s', (_, neighbors, rules) => expect(found(neighbors, { inventory })).toEqual(rules))
})

describe('the ARP settings of Linux', () => {
  const lo = {
    family: 4,
    interface: 'lo',
    address: VIP,
    prefixLength: 32,
    flags: 'LOOPBACK',
  } as const
  const judged = (values: Readonly<Record<string, string>>, more: Partial<Records> = {}) =>
    analyze(
      hostOf(
        {},
        {
          addresses: [lo],
          settings: Object.entries(values).map(([name, value]) => ({
            name: `net.ipv4.conf.${name}`,
            value,
          })),
          ...more,
        },
      ),
      { vips: [VIP] },
    )
      .findings.filter(({ rule }) => /^arp-(?:ignore|announce)/.test(rule))
      .map(({ rule, message, setting }) => {
        const [, value, card] = / is (\d+) on ([^,]+),/.exec(message) ?? []
        return [rule, value, card, setting?.name.split('.')[3]].join(' ')
      })

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['all is right', { 'all.arp_ignore': '1', 'all.arp_announce': '2' }, []],
    [
      'all is unset',
      { 'all.arp_ignore': '0', 'all.arp_announce': '0' },
      ['arp-ignore-unset 0 every card all', 'arp-announce-unset 0 every card all'],
    ],
    ['the card is right', { 'all.arp_ignore': '0', 'eth0.arp_ignore': '1' }, []],
    ['all is more than the card', { 'all.arp_ignore': '1', 'eth0.arp_ignore': '0' }, []],
    [
      'one of two cards is too low',
      { 'all.arp_ignore': '0', 'eth0.arp_ignore': '0', 'eth1.arp_ignore': '1' },
      ['arp-ignore-unset 0 eth0 all'],
    ],
    [
      'the card is more, and too low',
      { 'all.arp_announce': '0', 'eth0.arp_announce': '1' },
      ['arp-announce-unset 1 eth0 eth0'],
    ],
    [
      'both are equal',
      { 'all.arp_announce': '1', 'eth0.arp_announce': '1' },
      ['arp-announce-unset 1 eth0 all'],
    ],
    ['all is not known', { 'eth0.arp_ignore': '0' }, []],
    [
      'only what is no card',
      { 'default.arp_ignore': '0', 'lo.arp_ignore': '0', 'dummy0.arp_ignore': '0' },
      [],
    ],
    [
      'a VLAN',
      { 'all.arp_ignore': '0', 'eth0/100.arp_ignore': '0' },
      ['arp-ignore-unset 0 eth0.100 all'],
    ],
    ['other settings', { 'all.rp_filter': '0', 'eth0.arp_filter': '0' }, []],
    ['words', { 'all.arp_ignore': 'yes' }, []],
  ])('%s', (_, values, findings) => expect(judged(values)).toEqual(findings))

  it('do not matter where no loopback has the address', () => {
    const zero = { 'all.arp_ignore': '0' }
    const on = (interface_: string, flags: string) => ({
      addresses: [{ family: 4 as const, interface: interface_, address: VIP, flags }],
    })
    expect(judged(zero, on('eth0', 'UP'))).toEqual([])
    expect(judged(zero, on('dummy0', 'UP'))).toEqual(['arp-ignore-unset 0 every card all'])
  })
})
