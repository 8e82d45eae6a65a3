import { describe, expect, it } from 'vitest'
import type { Host } from '../../src/model/host.js'
import type { InterfaceAddress } from '../../src/model/interface.js'
import { linuxAlias, linuxUnalias } from '../../src/remedies/dialects/linux-alias.js'
import { aliasUnit, isUnit } from '../../src/remedies/dialects/loopback-unit.js'
import {
  findAdapter,
  loopbackAdapter,
  wireAdapter,
} from '../../src/remedies/dialects/windows-adapter.js'
import { hostOf, row, type Sight } from './support.js'

const VIP = '192.0.2.158'
const LOOP = '02:00:4c:4f:4f:50'
const CARD = '00:00:5e:00:53:01'

type Listed = Omit<InterfaceAddress, 'span' | 'family'>

const windows = (sight: Sight) => hostOf('windows', sight)
const listing = (...addresses: Listed[]) => windows({ addresses })

describe('an adapter of Windows', () => {
  it.each<[string, Host, Parameters<typeof findAdapter>[1], object]>([
    ['is not known from nothing', windows({}), { addresses: [VIP], loopback: false }, {}],
    [
      'is known by a listing',
      listing({ interface: 'Net', address: '192.0.2.7', index: 11, mac: CARD }),
      { addresses: [undefined, '192.0.2.7'], loopback: false },
      { name: 'Net', index: 11 },
    ],
    [
      'is known by a listing without a number',
      listing({ interface: 'Net', address: '192.0.2.7' }),
      { addresses: ['192.0.2.7'], loopback: false },
      { name: 'Net' },
    ],
    [
      'is not that of another address',
      listing({ interface: 'Net', address: '192.0.2.8', index: 11 }),
      { addresses: ['192.0.2.7'], loopback: false },
      {},
    ],
    [
      'is the loopback where it is known to be',
      windows({ loopbackIndex: 14, routes: [row(`${VIP}/32`, 'on-link', VIP)] }),
      { addresses: [VIP], loopback: true },
      { index: 14 },
    ],
    [
      'is not the loopback where it is not known to be',
      windows({ loopbackIndex: 14, routes: [] }),
      { addresses: [VIP], loopback: false },
      {},
    ],
    [
      'is the loopback that has the cluster address in the same column',
      windows({ loopbackIndex: 14, routes: [row(`${VIP}/32`, 'on-link', '192.0.2.200')] }),
      {
        addresses: [],
        loopback: true,
        vip: VIP,
        row: row('192.0.0.0/8', 'on-link', '192.0.2.200'),
      },
      { index: 14 },
    ],
    [
      'is not the loopback where the cluster address stands in another',
      windows({ loopbackIndex: 14, routes: [row(`${VIP}/32`, 'on-link', '192.0.2.200')] }),
      { addresses: [], loopback: true, vip: VIP, row: row('192.0.0.0/8', 'on-link', '192.0.2.7') },
      {},
    ],
    [
      'is not the loopback where only another host row stands there',
      windows({ loopbackIndex: 14, routes: [row('192.0.2.9/32', 'on-link', '192.0.2.7')] }),
      { addresses: [], loopback: true, vip: VIP, row: row('192.0.0.0/8', 'on-link', '192.0.2.7') },
      {},
    ],
    [
      'is the loopback that the listing shows too',
      hostOf('windows', {
        loopbackIndex: 14,
        routes: [],
        addresses: [{ interface: 'Loop', address: VIP, mac: LOOP }],
      }),
      { addresses: [VIP], loopback: true },
      { index: 14, name: 'Loop' },
    ],
    [
      'is the card that the listing shows instead',
      hostOf('windows', {
        loopbackIndex: 14,
        routes: [],
        addresses: [{ interface: 'Net', address: VIP, mac: CARD }],
      }),
      { addresses: [VIP], loopback: true },
      { name: 'Net' },
    ],
    [
      'of an IPv6 row has its number there',
      windows({}),
      { addresses: [], loopback: false, row: row('2001:db8::/32', 'on-link', '12') },
      { index: 12 },
    ],
    [
      'of an IPv6 row is the loopback by that number',
      windows({ loopbackIndex: 14, routes: [] }),
      { addresses: [], loopback: true, vip: VIP, row: row('2001:db8::/32', 'on-link', '12') },
      { index: 12 },
    ],
  ])('%s', (_, host, query, adapter) => expect(findAdapter(host, query)).toEqual(adapter))

  it('is taken from the heads of the listing', () => {
    const host = listing({ interface: 'Net', address: '192.0.2.7' })
    const [first] = host.captures
    if (first === undefined || first.kind !== 'addresses') throw new Error('no listing')
    const span = first.span
    const interfaces = [
      { name: 'Other', index: 9, mac: CARD, span },
      { name: 'Net', index: 14, mac: LOOP, span },
    ]
    const with_: Host = { ...host, captures: [{ ...first, interfaces }] }
    const query = { addresses: ['192.0.2.7'], loopback: false }
    expect(findAdapter(with_, query)).toEqual({ name: 'Net', index: 14 })
    expect(loopbackAdapter(with_)).toEqual({ index: 14 })
    const twice = [...interfaces, { name: 'Second', index: 15, mac: LOOP, span }]
    expect(loopbackAdapter({ ...host, captures: [{ ...first, interfaces: twice }] })).toEqual({})
    const bare = [{ name: 'Loop', mac: LOOP, span }]
    expect(loopbackAdapter({ ...host, captures: [{ ...first, interfaces: bare }] })).toEqual({})
  })

  it('on the wire is the one of the default route', () => {
    const addresses = [{ interface: 'Net', address: '192.0.2.7', index: 11 }]
    const routes = [
      row('192.0.2.0/24', '192.0.2.1', '192.0.2.9'),
      row('0.0.0.0/0', 'on-link', '192.0.2.8'),
      row('0.0.0.0/0', '192.0.2.1', '192.0.2.7'),
    ]
    expect(wireAdapter(hostOf('windows', { addresses, routes }))).toEqual({
      name: 'Net',
      index: 11,
    })
    expect(wireAdapter(hostOf('windows', { addresses, routes: routes.slice(0, 2) }))).toEqual({})
    expect(wireAdapter(hostOf('windows', { addresses }))).toEqual({})
  })
})

describe('a unit of the loopback', () => {
  const unit = (carrier: string | undefined, sight: Sight) =>
    aliasUnit({
      vip: VIP,
      family: 4,
      ...(carrier === undefined ? {} : { interface: carrier }),
      adapter: {},
      host: hostOf('hpux', sight),
    })

  it.each([
    ['lo0:1', true],
    ['lan0:12', true],
    ['lo0', false],
    ['lo0:', false],
    ['lo0:12345', false],
    ['0lo:1', false],
    [undefined, false],
  ])('%s is one: %s', (name, is) => expect(isUnit(name)).toBe(is))

  it.each<[string | undefined, Sight, string]>([
    [undefined, {}, 'lo0:1'],
    ['lo0', {}, 'lo0:1'],
    ['lo0:7', {}, 'lo0:7'],
    ['lan0:1', {}, 'lo0:1'],
    [undefined, { routes: [row(`${VIP}/32`, VIP, 'lo0:1')] }, 'lo0:2'],
    [undefined, { addresses: [{ interface: 'lo0', label: 'lo0:1', address: VIP }] }, 'lo0:2'],
    [undefined, { addresses: [{ interface: 'lo0:1', address: VIP }] }, 'lo0:2'],
    [
      undefined,
      {
        routes: [row(`${VIP}/32`, VIP, 'lo0:2')],
        addresses: [{ interface: 'lo0:1', address: VIP }],
      },
      'lo0:3',
    ],
  ])('for %s with %j is %s', (carrier, sight, name) => expect(unit(carrier, sight)).toBe(name))
})

describe('an alias of Linux', () => {
  const alias = (carrier: string | undefined, sight: Sight, prefixLength?: number) => ({
    vip: VIP,
    family: 4 as const,
    ...(carrier === undefined ? {} : { interface: carrier }),
    ...(prefixLength === undefined ? {} : { prefixLength }),
    adapter: {},
    host: hostOf('linux', sight),
  })
  const settings = (ignore: string | undefined, announce: string | undefined): Sight => ({
    routes: [],
    settings: {
      'net.ipv4.conf.eth0.arp_ignore': '1',
      ...(ignore === undefined ? {} : { 'net.ipv4.conf.all.arp_ignore': ignore }),
      ...(announce === undefined ? {} : { 'net.ipv4.conf.all.arp_announce': announce }),
    },
  })

  it.each([
    ['1', '2', 1],
    ['2', '2', 1],
    ['3', '2', 2],
    ['0', '2', 2],
    ['8', '2', 2],
    ['1', '1', 2],
    ['1', undefined, 2],
    [undefined, '2', 2],
  ])('with arp_ignore %s and arp_announce %s takes %i steps', (ignore, announce, count) =>
    expect(linuxAlias(alias(undefined, settings(ignore, announce)))).toHaveLength(count),
  )

  it('stays on a device that only holds addresses', () => {
    const [, step] = linuxAlias(alias('dummy0', {}))
    expect(step).toMatchObject({
      title: `Put ${VIP} on dummy0 with a host mask`,
      built: { text: `ip addr add ${VIP}/32 dev dummy0` },
    })
    const [, onLo] = linuxAlias(alias('lo:1', {}))
    expect(onLo).toMatchObject({ built: { text: `ip addr add ${VIP}/32 scope host dev lo` } })
  })

  it('names the addresses that go with it', () => {
    const second = (address: string, more: object = {}) => ({
      interface: 'lo',
      address,
      prefixLength: 24,
      attributes: ['secondary'],
      ...more,
    })
    const note = (...addresses: Listed[]) => linuxUnalias(alias('lo', { addresses }, 24)).note
    const first = { interface: 'lo', address: VIP, prefixLength: 24 }
    expect(note(first)).toBeUndefined()
    expect(note(first, second('192.0.2.7'), second('192.0.2.8'))).toBe(
      'this takes the addresses with it that are secondary to it: 192.0.2.7, 192.0.2.8',
    )
    expect(note(first, second('192.0.2.7', { interface: 'eth0' }))).toBeUndefined()
    expect(note(first, second('192.0.2.7', { prefixLength: 32 }))).toBeUndefined()
    expect(note(first, second('192.0.2.7', { attributes: ['dynamic'] }))).toBeUndefined()
  })
})
