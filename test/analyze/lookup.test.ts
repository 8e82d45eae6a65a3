import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookup, type Platform, type PolicyRule, type Route, stolen } from '../../src/index.js'
import { address6, dotted, route, tables, via } from '../support/routes.js'
import { runs } from '../support/runs.js'

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }
const rule = (priority: number, table: string, selector = 'from all'): PolicyRule => ({
  family: 4,
  priority,
  selector,
  action: `lookup ${table}`,
  table,
  span,
})
const kernel = [rule(0, 'local'), rule(32766, 'main'), rule(32767, 'default')]

describe('lookup', () => {
  const lan = route('192.0.2.0/24', { interface: 'eth0', table: 'main' })
  const wide = route('192.0.0.0/8', { interface: 'lo', table: 'local', type: 'local' })
  const whole = route('0.0.0.0/0', { ...via('192.0.2.1'), interface: 'eth0', table: 'main' })
  const linux = [whole, lan, wide]

  it.each<[string, readonly Route[], string, Route | undefined, object]>([
    ['the longest match', linux, '192.0.2.9', lan, { platform: 'linux' }],
    ['the next longer where that has none', linux, '192.9.9.9', wide, { platform: 'linux' }],
    ['the default route at last', linux, '198.51.100.1', whole, { platform: 'linux' }],
    ['nothing where no row holds it', [lan], '198.51.100.1', undefined, {}],
    [
      'the same while only the rules of the kernel stand',
      linux,
      '192.0.2.9',
      lan,
      { platform: 'linux', policyRules: kernel },
    ],
    [
      'table local before all others once a rule was added',
      linux,
      '192.0.2.9',
      wide,
      { platform: 'linux', policyRules: [...kernel, rule(100, 'vpn', 'from all fwmark 0x1')] },
    ],
    [
      'a table that a rule for all packets asks first',
      [...linux, route('192.0.2.0/24', { interface: 'tun0', table: 'vpn' })],
      '192.0.2.9',
      wide,
      { platform: 'linux', policyRules: [...kernel, rule(100, 'vpn')] },
    ],
    ['no saved row', [route('192.0.2.0/24', { persistent: true })], '192.0.2.9', undefined, {}],
    ['no cut row', [route('192.0.2.0/24', { truncated: true })], '192.0.2.9', undefined, {}],
    [
      'no row without a mask',
      [route('192.0.2.0', { maskUnknown: true })],
      '192.0.2.9',
      undefined,
      {},
    ],
  ])('finds %s', (_, routes, address, found, options) => {
    expect(lookup(routes, address, options)).toBe(found)
  })

  it('takes the lower metric among equals on Windows', () => {
    const high = route('192.0.2.0/24', { metric: 286, interface: '192.0.2.200' })
    const low = route('192.0.2.0/24', { metric: 266, interface: '192.0.2.11' })
    expect(lookup([high, low], '192.0.2.9', { platform: 'windows' })).toBe(low)
  })

  it('takes the local row of an equal prefix on Linux', () => {
    const twin = route('192.0.2.0/24', { interface: 'lo', type: 'local' })
    expect(lookup([lan, twin], '192.0.2.9', { platform: 'linux' })).toBe(twin)
  })

  it('keeps table local apart for IPv6, as Linux does', () => {
    const short = route('2001:db8::/32', { interface: 'lo', type: 'local' })
    const long = route('2001:db8:1::/64', { interface: 'eth0' })
    expect(lookup([long, short], '2001:db8:1::9', { platform: 'linux' })).toBe(short)
  })

  it('refuses what is no address', () => {
    expect(() => lookup([lan], '192.0.2')).toThrow(/expected an address, got "192.0.2"/)
  })
})

describe('properties of lookup and stolen', () => {
  const platforms: readonly Platform[] = ['aix', 'freebsd', 'linux', 'windows']

  it('lookup agrees with a slow obvious twin', () => {
    fc.assert(
      fc.property(
        tables(4),
        fc.nat(0x3ff),
        fc.constantFrom(...platforms),
        (routes, low, platform) => {
          const found = lookup(routes, dotted(0x0a000000 + low), { platform })
          expect(found).toBe(slowLookup(routes, 0x0a000000 + low, platform))
        },
      ),
      { numRuns: runs(300) },
    )
  })

  it.each([4, 6] as const)('what is stolen is what lookup gives to the row (IPv%i)', (family) => {
    fc.assert(
      fc.property(tables(family), fc.nat(0x3ff), fc.nat(11), (routes, low, pick) => {
        const row = routes[pick % routes.length]
        if (row === undefined) return
        const address = family === 4 ? dotted(0x0a000000 + low) : address6(BigInt(low))
        const options = { platform: 'linux' as const }
        const { parts } = stolen(routes, row, options)
        const hit = parts.filter(
          (part) =>
            holds(part.prefix, address) && !part.except.some((inner) => holds(inner, address)),
        )
        const isTaken = lookup(routes, address, options) === row
        expect(hit.length).toBe(isTaken ? 1 : 0)
        if (isTaken)
          expect(hit[0]?.from).toBe(
            lookup(
              routes.filter((one) => one !== row),
              address,
              options,
            ),
          )
      }),
      { numRuns: runs(500) },
    )
  })
})

/** Filters and sorts, as the manual says it. */
function slowLookup(routes: readonly Route[], address: number, platform: Platform) {
  const tableRank = ({ table }: Route) => (platform === 'linux' && table !== 'local' ? 1 : 0)
  return routes
    .filter(({ destination }) => holds(destination, dotted(address)))
    .map((one, index) => ({ one, index, length: Number(one.destination.split('/')[1]) }))
    .sort(
      (a, b) =>
        b.length - a.length ||
        tableRank(a.one) - tableRank(b.one) ||
        (platform === 'freebsd' ? 0 : (a.one.metric ?? 0) - (b.one.metric ?? 0)) ||
        a.index - b.index,
    )[0]?.one
}

function holds(cidr: string, address: string): boolean {
  const [network = '', length = '0'] = cidr.split('/')
  return bits(network).slice(0, Number(length)) === bits(address).slice(0, Number(length))
}

function bits(address: string): string {
  if (!address.includes(':'))
    return address
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('')
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter((group) => group !== '')
  const right = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = new Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...zeros, ...right]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('')
}
