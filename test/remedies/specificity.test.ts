import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Platform } from '../../src/model/platform.js'
import type { Route } from '../../src/model/route.js'
import { readAddress } from '../../src/net/address.js'
import { readMask } from '../../src/net/cidr.js'
import { classLength, readIPv4 } from '../../src/net/ipv4.js'
import { formatPrefix, networkOf, toPrefix } from '../../src/net/prefix.js'
import { addressValue } from '../../src/net/value.js'
import { dialects } from '../../src/remedies/dialects/index.js'
import { remedies } from '../../src/remedies/index.js'
import { runs } from '../support/runs.js'
import { findingOf, hostOf, row } from './support.js'

/**
 * A second, plainer reading of delete commands than the one of the dialects: it takes the words apart by what they look
 * like, and where something is left out it assumes the widest match that the system's manual allows.
 */
function selected(command: string, rows: readonly Route[], index: number): readonly Route[] {
  const words = command.split(' ')
  const after = (...keys: string[]): string | undefined =>
    words[words.findIndex((word) => keys.includes(word)) + 1 || words.length]
  const addresses = words
    .map((word) => word.replace(/^(?:prefix|nexthop)=/, ''))
    .filter(
      (word) => readAddress(spelled(word).split('/')[0] ?? '') !== undefined && /[.:/]/.test(word),
    )
  const [first = words.includes('default') ? defaultOf(command) : ''] = addresses
  const [network = '', slash] = spelled(first).split('/')
  const maskWord = after('mask', 'netmask', '-netmask')
  const others = addresses.slice(1).filter((word) => word !== maskWord)
  const trailing = /-n delete|route delete \S+ \S+ 255/.test(command) ? others[1] : undefined
  const length =
    slash ??
    after('-prefixlen') ??
    ((maskWord ?? trailing) ? readMask(maskWord ?? trailing ?? '') : undefined)
  const numbered =
    after('if', '-InterfaceIndex') ??
    /interface=(\d+)/.exec(command)?.[1] ??
    /route \S+\/\d+ (\d+)$/.exec(command)?.[1]
  return rows.filter((one) => {
    const at = toPrefix(one.destination)
    const bare = at === undefined ? one.destination : formatPrefix(at).split('/')[0]
    if (bare !== network) return false
    const wanted =
      length ?? (/-net \S+ \S+( -@ \S+)?$/.test(command) ? natural(network) : undefined)
    if (at !== undefined && wanted !== undefined && at.length !== Number(wanted)) return false
    if (numbered !== undefined && !isOn(one, Number(numbered), index)) return false
    return (
      throughGateway(one, others[0] === trailing ? undefined : others[0]) &&
      inPlace(one, words, after)
    )
  })
}

const defaultOf = (command: string): string => (/inet6|-6/.test(command) ? '::/0' : '0.0.0.0/0')

/** `9/8` and `9.27.176` with the octets that were left out. */
function spelled(word: string): string {
  const [head = '', length] = word.split('/')
  if (!/^\d+(?:\.\d+){0,2}$/.test(head) || (length === undefined && !head.includes('.')))
    return word
  const whole = head + '.0'.repeat(4 - head.split('.').length)
  return length === undefined ? `${whole}/${head.split('.').length * 8}` : `${whole}/${length}`
}

const natural = (network: string): number => classLength(readIPv4(network))

const isOn = (one: Route, number: number, index: number): boolean =>
  one.family === 6 ? one.interface === String(number) : number === index && one.interface === VIP

function throughGateway(one: Route, gateway: string | undefined): boolean {
  if (gateway === undefined) return true
  if (gateway === '0.0.0.0' || gateway === '::') return one.gateway.kind === 'onlink'
  if (one.gateway.kind === 'onlink') return one.interface === gateway
  return one.gateway.kind === 'address' && one.gateway.address === gateway
}

function inPlace(
  one: Route,
  words: readonly string[],
  after: (...keys: string[]) => string | undefined,
): boolean {
  const dev = after('dev')
  if (dev !== undefined && one.interface !== dev) return false
  const metric = after('metric')
  if (metric !== undefined && one.metric !== Number(metric)) return false
  const scope = after('-ifscope')
  if (scope !== undefined && one.interface !== scope) return false
  if (words.includes('-ifscope') !== (one.flags?.includes('I') ?? false)) return false
  if (words[0] !== 'ip' && dev === undefined) return true
  if ((after('table') ?? 'main') !== (one.table ?? 'main')) return false
  return (
    !words.includes('local') ||
    !words.includes('table') ||
    one.type === 'local' ||
    words.indexOf('local') === words.indexOf('table') + 1
  )
}

const VIP = '192.0.2.158'
const VIP6 = '2001:db8:1::158'
const OWN = '192.0.2.67'
const OWN6 = '2001:db8:1::67'

/** How rows of a system differ from one another. */
interface Variety {
  readonly gateways: readonly string[]
  readonly interfaces: readonly string[]
  readonly more: readonly Partial<Route>[]
}

const unix = (loopback: string, card: string): Record<4 | 6, Variety> => ({
  4: {
    gateways: [VIP, OWN, '192.0.2.1'],
    interfaces: [loopback, card],
    more: [{ flags: 'U' }, { flags: 'UGS' }],
  },
  6: { gateways: [VIP6, OWN6], interfaces: [loopback, card], more: [{ flags: 'U' }] },
})

const linuxMore: readonly Partial<Route>[] = [
  {},
  { metric: 100 },
  { metric: 50 },
  { table: '100' },
  { table: 'local', type: 'local' },
]

const varieties: Readonly<Partial<Record<Platform, Record<4 | 6, Variety>>>> = {
  aix: unix('lo0', 'en0'),
  dragonfly: unix('lo0', 'em0'),
  freebsd: unix('lo0', 'em0'),
  hpux: unix('lo0:1', 'lan0'),
  linux: {
    4: {
      gateways: ['on-link', '192.0.2.1'],
      interfaces: ['lo', 'dummy0', 'eth0'],
      more: linuxMore,
    },
    6: { gateways: ['on-link'], interfaces: ['lo', 'dummy0', 'eth0'], more: linuxMore },
  },
  macos: {
    ...unix('lo0', 'en0'),
    4: { ...unix('lo0', 'en0')[4], more: [{ flags: 'U' }, { flags: 'UI' }] },
  },
  netbsd: unix('lo0', 'wm0'),
  openbsd: unix('lo0', 'em0'),
  solaris: unix('lo0:1', 'e1000g0'),
  windows: {
    4: {
      gateways: ['on-link', '192.0.2.1'],
      interfaces: [VIP, OWN],
      more: [{ metric: 286 }, { metric: 10 }],
    },
    6: { gateways: ['on-link'], interfaces: ['14', '11'], more: [{ metric: 286 }] },
  },
}

const around = (address: string, length: number): string =>
  formatPrefix(networkOf(addressValue(address), length))

function tables(family: 4 | 6, { gateways, interfaces, more }: Variety): fc.Arbitrary<Route[]> {
  const vip = family === 4 ? VIP : VIP6
  const lengths = family === 4 ? [8, 16, 21, 24, 25] : [32, 48, 64, 96]
  // Networks whose last octets are zero share their number with longer ones, as twins do.
  const destination = fc.constantFrom(...lengths).map((length) => around(vip, length))
  const zeros = fc
    .constantFrom(...lengths)
    .map((length) => `${around(vip, lengths[0] ?? 8).split('/')[0]}/${length}`)
  const anyRow = fc
    .record({
      to: fc.oneof(destination, zeros),
      gateway: fc.constantFrom(...gateways),
      on: fc.constantFrom(...interfaces),
      more: fc.constantFrom(...more),
    })
    .map((one) => row(one.to, one.gateway, one.on, one.more))
  const others = fc.constantFrom(
    row(
      family === 4 ? '0.0.0.0/0' : '::/0',
      family === 4 ? '192.0.2.1' : '2001:db8:1::1',
      interfaces[1] ?? '',
    ),
    row(`${vip}/${family === 4 ? 32 : 128}`, vip, interfaces[0] ?? ''),
    row(
      family === 4 ? '127.0.0.0/8' : '::1/128',
      family === 4 ? '127.0.0.1' : '::1',
      interfaces[0] ?? '',
    ),
  )
  return fc.array(fc.oneof({ weight: 4, arbitrary: anyRow }, { weight: 1, arbitrary: others }), {
    minLength: 1,
    maxLength: 12,
  })
}

const keyOf = ({ span: _, ...one }: Route): string => JSON.stringify(one)

describe('a delete command takes away the flagged row and no other', () => {
  for (const { platform } of dialects)
    for (const family of [4, 6] as const)
      it(`on ${platform}, IPv${family}`, () => {
        const variety = varieties[platform]?.[family]
        if (variety === undefined) throw new Error(`no rows to try on ${platform}`)
        let commands = 0
        const versions = platform === 'windows' ? ['nt4', '2019'] : ['']
        fc.assert(
          fc.property(tables(family, variety), fc.constantFrom(...versions), (routes, version) => {
            const index = 14
            const host = hostOf(platform, { routes, loopbackIndex: index }, { version })
            const vip = family === 4 ? VIP : VIP6
            const finding = findingOf(host, 'extra-network-route', vip)
            const flagged = finding.route
            if (flagged === undefined) throw new Error('no row')
            for (const remedy of remedies(finding, host)) {
              const { command, argv } = remedy
              if (command === undefined || !/route.* del|Remove-NetRoute/.test(command)) continue
              commands++
              expect(argv?.join(' ')).toBe(command)
              const hit = selected(command, records(host), index)
              expect(hit.length, command).toBeGreaterThan(0)
              for (const one of hit) expect(keyOf(one), command).toBe(keyOf(flagged))
            }
          }),
          { numRuns: runs(300) },
        )
        // A property about commands says nothing where none was given.
        expect(commands).toBeGreaterThanOrEqual(runs(300) / 6)
      })
})

function records(host: ReturnType<typeof hostOf>): readonly Route[] {
  const [first] = host.captures
  return first?.kind === 'routes' ? first.records : []
}
