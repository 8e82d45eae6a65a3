import { describe, expect, it } from 'vitest'
import type { Platform } from '../../src/model/platform.js'
import type { Route } from '../../src/model/route.js'
import { toPrefix } from '../../src/net/prefix.js'
import { commandsOf } from '../../src/remedies/dialects/index.js'
import { hostOf, row } from './support.js'

const VIP = '192.0.2.158'
const onLoopback = row('9.0.0.0/8', VIP, 'lo0', { flags: 'U' })
const onCard = row('9.0.0.0/8', '192.0.2.67', 'en0', { flags: 'U' })
const longer = row('9.0.0.0/16', VIP, 'lo0', { flags: 'U' })
const odd = row('192.0.128.0/21', VIP, 'lo0', { flags: 'U' })
const own = row(`${VIP}/32`, VIP, 'lo0', { flags: 'UH' })
const maskless = row('9.0.0.0', VIP, 'lo0', { flags: 'U', maskUnknown: true })
const link = row('9.0.0.0/8', 'link#1', 'lo0', { flags: 'U' })
const unsure: Route = { ...onCard, gateway: { kind: 'unknown', text: '192.0' } }
const scoped = row('9.0.0.0/8', VIP, 'en0', { flags: 'UI' })
const whole = row('0.0.0.0/0', '192.0.2.1', 'en0', { flags: 'UG' })
const named = row('default.example', VIP, 'lo0')
const whole6 = row('::/0', '2001:db8::1', 'en0', { flags: 'UG' })
const six = row('2001:db8:1::/64', VIP6(), 'lo0', { flags: 'U' })
const six48 = row('2001:db8:1::/48', VIP6(), 'lo0', { flags: 'U' })

function VIP6(): string {
  return '2001:db8:1::158'
}

const rows: Readonly<Record<string, Route>> = {
  onLoopback,
  onCard,
  longer,
  odd,
  own,
  maskless,
  link,
  unsure,
  scoped,
  whole,
  named,
  whole6,
  six,
  six48,
}

/** The names of the rows that a command takes away; undefined where it is no delete command. */
function hits(platform: Platform, command: string, among = rows, index?: number) {
  const commands = commandsOf(
    hostOf(platform, {}, platform === 'windows' ? { version: '2019' } : {}),
  )
  const flagged = Object.values(among)[0] ?? onLoopback
  const prefix = toPrefix('9.0.0.0/8')
  if (prefix === undefined) throw new Error('no prefix')
  const selects = commands?.reads(command.split(' '), {
    row: flagged,
    prefix,
    shape: 'network',
    adapter: index === undefined ? {} : { index },
    saved: false,
  })
  if (selects === undefined) return undefined
  return Object.keys(among).filter((name) => {
    const one = among[name]
    return one !== undefined && selects(one)
  })
}

describe('what a delete command of the BSD kind takes', () => {
  it.each<[Platform, string, readonly string[]]>([
    [
      'freebsd',
      'route delete -net 9.0.0.0/8 192.0.2.158',
      ['onLoopback', 'maskless', 'unsure', 'scoped'],
    ],
    ['freebsd', 'route delete -net 9.0.0.0 -netmask 255.0.0.0 192.0.2.67', ['onCard', 'unsure']],
    ['freebsd', 'route -n delete -net 9.0.0.0 192.0.2.158 255.255.0.0', ['longer', 'maskless']],
    [
      'freebsd',
      'route delete -net 9.0.0.0 192.0.2.158',
      ['onLoopback', 'maskless', 'unsure', 'scoped'],
    ],
    ['freebsd', 'route delete 9/16', ['longer', 'maskless']],
    [
      'freebsd',
      'route delete 9.0.0.0',
      ['onLoopback', 'onCard', 'maskless', 'link', 'unsure', 'scoped'],
    ],
    ['freebsd', 'route delete 192.0.2.158', ['own']],
    ['freebsd', 'route delete -host 192.0.2.158 192.0.2.158', ['own']],
    ['freebsd', 'route delete -host 9.0.0.0 192.0.2.158', ['maskless']],
    ['freebsd', 'route delete -net 192.0.128.0 192.0.2.158', []],
    ['freebsd', 'route delete -net 192.0.128.0/21 192.0.2.158', ['odd']],
    ['freebsd', 'route delete -net 9.0.0.0/8 -interface lo0', ['link']],
    ['freebsd', 'route delete -net 9.0.0.0/8 -iface en0', ['unsure']],
    ['freebsd', 'route delete default', ['whole']],
    ['freebsd', 'route delete -inet6 default', ['whole6']],
    ['freebsd', 'route delete -inet6 2001:db8:1:: -prefixlen 64 2001:db8:1::158', ['six']],
    ['freebsd', 'route delete -inet6 2001:db8:1::/48', ['six48']],
    ['freebsd', 'route del default 192.0.2.2', []],
    ['macos', 'route delete -net 9.0.0.0/8 192.0.2.158', ['onLoopback', 'maskless', 'unsure']],
    ['macos', 'route delete -net 9.0.0.0/8 192.0.2.158 -ifscope en0', ['scoped']],
    ['macos', 'route delete -net 9.0.0.0/8 192.0.2.158 -ifscope en1', []],
    [
      'hpux',
      'route delete net 9.0.0.0 netmask 255.0.0.0 192.0.2.158',
      ['onLoopback', 'maskless', 'unsure', 'scoped'],
    ],
    [
      'hpux',
      'route delete net 9.0.0.0 192.0.2.158',
      ['onLoopback', 'longer', 'maskless', 'unsure', 'scoped'],
    ],
    ['hpux', 'route delete host 192.0.2.158 192.0.2.158', ['own']],
    ['hpux', 'route delete default 192.0.2.1', ['whole']],
    ['hpux', 'route inet6 delete default', ['whole6']],
    ['solaris', 'route -p delete -net 9.0.0.0 -netmask 255.0.0.0 192.0.2.67', ['onCard', 'unsure']],
    [
      'aix',
      'route delete -net 9.0.0.0 192.0.2.158 -@ web1',
      ['onLoopback', 'maskless', 'unsure', 'scoped'],
    ],
  ])('%s: %s', (platform, command, names) => expect(hits(platform, command)).toEqual(names))

  it.each<[Platform, string]>([
    ['freebsd', 'route add -net 9.0.0.0/8 192.0.2.158'],
    ['freebsd', 'route delete'],
    ['freebsd', 'netstat delete 9.0.0.0'],
    ['freebsd', 'route delete -x 9.0.0.0'],
    ['freebsd', 'route delete nowhere'],
    ['freebsd', 'route delete 9.0.0.0/33'],
    ['hpux', 'route delete -x 9.0.0.0'],
  ])('%s: %s is none', (platform, command) => expect(hits(platform, command)).toBeUndefined())
})

const linux: Readonly<Record<string, Route>> = {
  local: row('9.0.0.0/8', 'on-link', 'lo', { table: 'local', type: 'local' }),
  untabled: row('9.0.0.0/8', 'on-link', 'lo', { type: 'local' }),
  broadcast: row('9.255.255.255/32', 'on-link', 'lo', { type: 'broadcast' }),
  dummy: row('9.0.0.0/8', 'on-link', 'dummy0', { metric: 50 }),
  label: row('9.0.0.0/8', 'on-link', 'eth0:1', {}),
  via: row('9.0.0.0/8', '192.0.2.1', 'eth0', { metric: 100 }),
  numbered: row('9.0.0.0/8', 'on-link', 'eth1', { table: '254' }),
  other: row('9.0.0.0/8', 'on-link', 'eth1', { table: '100' }),
  prohibit: row('9.0.0.0/8', 'none', 'eth2', { type: 'prohibit' }),
  plain: row('9.0.0.0/8', 'on-link', 'eth3', { type: 'unicast' }),
  whole: row('0.0.0.0/0', '192.0.2.1', 'eth0'),
  host: row('9.0.0.0/32', 'on-link', 'eth0'),
  whole6: row('::/0', '2001:db8::1', 'eth0', { metric: 1024 }),
  six: row('2001:db8:1::/64', 'on-link', 'lo'),
  local6: row('2001:db8:1::/64', 'on-link', 'lo', { type: 'anycast' }),
}

describe('what a delete command of Linux takes', () => {
  it.each<[string, readonly string[]]>([
    ['ip route del local 9.0.0.0/8 dev lo table local', ['local', 'untabled']],
    ['ip route del local 9.0.0.0/8', ['local', 'untabled']],
    ['ip route del broadcast 9.255.255.255 dev lo', ['broadcast']],
    ['ip route del 9.0.0.0/8 dev dummy0', ['dummy']],
    ['ip route del 9.0.0.0/8', ['dummy', 'label', 'via', 'numbered', 'prohibit', 'plain']],
    ['ip route delete 9.0.0.0/8 dev eth0', ['label', 'via']],
    ['ip route del 9.0.0.0/8 via 192.0.2.1 dev eth0', ['via']],
    ['ip route del 9.0.0.0/8 metric 50', ['dummy']],
    ['ip route del 9.0.0.0/8 table 100', ['other']],
    ['ip route del 9.0.0.0/8 table main dev eth1', ['numbered']],
    ['ip route del prohibit 9.0.0.0/8', ['prohibit']],
    ['ip route del unicast 9.0.0.0/8 dev eth3', ['plain']],
    ['ip route del unicast 9.0.0.0/8 dev eth0', ['label', 'via']],
    ['ip route del default', ['whole']],
    ['ip route del default via 192.0.2.9', []],
    ['ip route del 9.0.0.0', ['host']],
    ['ip -6 route del default', ['whole6']],
    ['ip -6 route del 2001:db8:1::/64 dev lo', ['six', 'local6']],
    ['ip -6 route del anycast 2001:db8:1::/64 table main', ['local6']],
    ['ip -6 route del default via inet6 2001:db8::1 dev eth0', ['whole6']],
    ['route del -net 9.0.0.0 netmask 255.0.0.0 dev dummy0', ['dummy']],
    ['route del -net 9.0.0.0 netmask 255.0.0.0', ['dummy', 'label', 'via', 'numbered', 'plain']],
    ['route del -net 9.0.0.0 netmask 255.0.0.0 gw 192.0.2.1 dev eth0', ['via']],
    ['route del -net 9.0.0.0 netmask 255.0.0.0 metric 100', ['via']],
    ['route del -net 9.0.0.0/8 dev eth0', ['label', 'via']],
    ['route -6 del 2001:db8:1::/64 dev lo', ['six']],
    ['route -6 del ::/0 metric 1024', ['whole6']],
  ])('%s', (command, names) => expect(hits('linux', command, linux)).toEqual(names))

  it.each([
    'ip route add 9.0.0.0/8',
    'ip addr del 9.0.0.0/8',
    'ip route del nowhere',
    'ip route del',
    'route add -net 9.0.0.0/8',
    'route del -net 9.0.0.0',
    'route del -net 9.0.0.0 netmask 255.0.255.0',
    'route del dev eth0',
  ])('%s is none', (command) => expect(hits('linux', command, linux)).toBeUndefined())
})

const windows: Readonly<Record<string, Route>> = {
  alias: row('9.0.0.0/8', 'on-link', VIP),
  card: row('9.0.0.0/8', 'on-link', '192.0.2.67'),
  saved: row('9.0.0.0/8', VIP, '', { persistent: true }),
  longer: row('9.0.0.0/16', 'on-link', VIP),
  via: row('9.0.0.0/8', '192.0.2.1', '192.0.2.67'),
  self: row('9.0.0.0/8', VIP, VIP),
  unsure: { ...row('9.0.0.0/8', 'on-link', VIP), gateway: { kind: 'unknown', text: '192' } },
  six: row('2001:db8:1::/64', 'on-link', '14'),
  six11: row('2001:db8:1::/64', 'on-link', '11'),
}

describe('what a delete command of Windows takes', () => {
  it.each<[string, readonly string[]]>([
    ['route delete 9.0.0.0 mask 255.0.0.0 192.0.2.158', ['alias', 'saved', 'self', 'unsure']],
    ['route delete 9.0.0.0 192.0.2.158', ['alias', 'saved', 'longer', 'self', 'unsure']],
    ['route delete 9.0.0.0', ['alias', 'card', 'saved', 'longer', 'via', 'self', 'unsure']],
    ['route delete 9.0.0.0 mask 255.0.0.0 192.0.2.1', ['via', 'unsure']],
    ['route delete 9.0.0.0 mask 255.0.0.0 0.0.0.0 if 14', ['alias', 'self']],
    ['route delete 9.0.0.0 mask 255.0.0.0 0.0.0.0', ['alias', 'card', 'self']],
    ['route delete 9.0.0.0 if 14', ['alias', 'saved', 'longer', 'self', 'unsure']],
    ['route delete 9.0.0.0 if 15', []],
    ['route -6 delete 2001:db8:1::/64 if 14', ['six']],
    ['route -6 delete 2001:db8:1::/64', ['six', 'six11']],
    [
      'netsh interface ipv4 delete route prefix=9.0.0.0/8 interface=14 nexthop=0.0.0.0',
      ['alias', 'self'],
    ],
    [
      'netsh interface ipv4 delete route prefix=9.0.0.0/8 interface=Loopback nexthop=0.0.0.0',
      ['alias', 'self'],
    ],
    ['netsh interface ipv4 delete route 9.0.0.0/16 14', ['longer']],
    ['netsh interface ipv6 delete route 2001:db8:1::/64 11', ['six11']],
    [
      'Remove-NetRoute -DestinationPrefix 9.0.0.0/8 -InterfaceIndex 14 -Confirm:$false',
      ['alias', 'saved', 'self', 'unsure'],
    ],
    [
      'Remove-NetRoute -DestinationPrefix 9.0.0.0/8 -InterfaceIndex 14 -NextHop 0.0.0.0 -Confirm:$false',
      ['alias', 'self'],
    ],
  ])('%s', (command, names) => expect(hits('windows', command, windows, 14)).toEqual(names))

  it('an adapter that is not known is not hit by its name', () =>
    expect(
      hits('windows', 'netsh interface ipv4 delete route 9.0.0.0/8 Loopback', windows),
    ).toEqual([]))

  it.each([
    'route add 9.0.0.0',
    'route delete nowhere',
    'route delete',
    'netsh interface ipv4 add route prefix=9.0.0.0/8 interface=14',
    'netsh interface ipv4 delete address 14 9.0.0.0',
    'netsh interface ipv4 delete route',
    'Remove-NetRoute -InterfaceIndex 14',
    'arp -d 9.0.0.0',
  ])('%s is none', (command) => expect(hits('windows', command, windows, 14)).toBeUndefined())
})
