import { describe, expect, it } from 'vitest'
import { type LookupOptions, type PolicyRule, type Route, stolen } from '../../src/index.js'
import { route, via } from '../support/routes.js'

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }
const whole = route('0.0.0.0/0', { ...via('192.0.2.1'), interface: 'eth0' })
const lan = route('192.0.2.0/24', { interface: 'eth0' })
const wide = route('192.0.0.0/8', { interface: 'lo', type: 'local' })
const own = route('192.0.2.9/32', { interface: 'eth0', type: 'local' })
const added: PolicyRule[] = [
  { family: 4, priority: 0, selector: 'from all', action: 'lookup local', span },
  { family: 4, priority: 5, selector: 'from all fwmark 0x1', action: 'lookup 5', span },
  { family: 4, priority: 32766, selector: 'from all', action: 'lookup main', span },
]

describe('stolen', () => {
  it.each<[string, readonly Route[], Route, LookupOptions, string]>([
    [
      'a network wider than the LAN',
      [whole, lan, wide, own],
      wide,
      { platform: 'linux' },
      '192.0.0.0/8 except 192.0.2.0/24: 16,776,960 addresses that the default route via 192.0.2.1 would carry',
    ],
    [
      'the LAN itself once a rule was added',
      [whole, lan, wide, own],
      wide,
      { platform: 'linux', policyRules: added },
      '192.0.0.0/8 except 192.0.2.0/24: 16,776,960 addresses that the default route via 192.0.2.1 would carry; ' +
        '192.0.2.0/24 except 192.0.2.9/32: 255 addresses that the route to 192.0.2.0/24 on eth0 would carry',
    ],
    [
      'neighbouring exceptions as one',
      [wide, route('192.0.2.0/25'), route('192.0.2.128/25')],
      wide,
      {},
      '192.0.0.0/8 except 192.0.2.0/24: 16,776,960 addresses that no other route would carry',
    ],
    [
      'nothing where a lower metric wins',
      [
        route('192.0.2.0/24', { interface: '192.0.2.11', metric: 266 }),
        route('192.0.2.0/24', { interface: '192.0.2.200', metric: 286 }),
      ],
      { ...lan },
      { platform: 'windows' },
      'no address: the route to 192.0.2.0/24 on 192.0.2.11 is preferred',
    ],
    [
      'what an undecided tie may take',
      [route('192.0.2.0/24', { interface: 'en0' }), route('192.0.2.0/24', { interface: 'lo0' })],
      { ...lan },
      { platform: 'aix' },
      '192.0.2.0/24: 256 addresses that the route to 192.0.2.0/24 on en0 would carry, unless the system prefers that equal row',
    ],
  ])('says %s', (_, routes, row, options, summary) => {
    const taken = routes.includes(row) ? row : (routes[1] ?? row)
    expect(stolen(routes, taken, options).summary).toBe(summary)
  })

  it('counts IPv6 addresses beyond what a number holds', () => {
    const row = route('2001:db8:1::/64', { interface: 'lo' })
    const { addresses, parts } = stolen([row], row)
    expect(addresses).toBe('18446744073709551616')
    expect(parts).toEqual([{ prefix: '2001:db8:1::/64', except: [], addresses }])
  })

  it('refuses a row that is none of the routes', () => {
    expect(() => stolen([lan], whole)).toThrow(/none of the routes/)
  })
})
