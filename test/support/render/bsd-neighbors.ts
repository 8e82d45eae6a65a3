import fc from 'fast-check'
import type { Neighbor } from '../../../src/index.js'
import { type Bare, defined, left, lines, type NeighborRendering, right } from './rendering.js'
import { ipv4, ipv6, mac, maybe, shortMac, some } from './values.js'

const yes = maybe(fc.constant(true as const))
const none = fc.constant(undefined)

interface Draw {
  readonly names?: true
  readonly interfaces?: readonly string[]
  readonly hwtype?: string
  readonly expire?: true
  readonly short?: true
}

/** Entries that are complete, with what may stand behind them, and incomplete ones. */
function entries({
  names,
  interfaces,
  hwtype,
  expire,
}: Draw): fc.Arbitrary<readonly Bare<Neighbor>[]> {
  const common = {
    address: ipv4,
    hostname: names ? maybe(fc.constantFrom('gw', 'db1.example', 'web-2')) : none,
    interface: interfaces === undefined ? none : fc.constantFrom(...interfaces),
  }
  const complete = fc
    .record({
      ...common,
      mac,
      permanent: yes,
      published: yes,
      expire: expire ? maybe(fc.integer({ min: 1, max: 1200 })) : none,
    })
    .map((one) => ({ ...one, hwtype, expire: one.permanent ? undefined : one.expire }))
  const incomplete = fc.record({
    ...common,
    mac: fc.constant(null),
    incomplete: fc.constant(true as const),
  })
  return some(
    fc
      .oneof({ weight: 3, arbitrary: complete }, incomplete)
      .map((one) => defined<Bare<Neighbor>>(one as Bare<Neighbor>)),
  )
}

function hardware({ mac: text }: Bare<Neighbor>, short: true | undefined): string {
  if (text === null) return '(incomplete)'
  return short ? shortMac(text) : text
}

const marks = (one: Bare<Neighbor>) =>
  `${one.permanent ? ' permanent' : ''}${one.published ? ' published' : ''}`

function rendering(
  draw: Draw,
  tail: (one: Bare<Neighbor>) => string,
  name = '?',
): NeighborRendering {
  return {
    records: entries(draw),
    print: (records) =>
      lines(
        records.map(
          (one) =>
            `${one.hostname ?? name} (${one.address}) at ${hardware(one, draw.short)}${tail(one)}`,
        ),
      ),
  }
}

const freebsd = (one: Bare<Neighbor>) =>
  ` on ${one.interface}${one.incomplete ? ' expired' : ''}${one.expire === undefined ? '' : ` expires in ${one.expire} seconds`}${marks(one)} [ethernet]`
const on = (one: Bare<Neighbor>) => ` on ${one.interface}${marks(one)}`

function ndp(interfaces: readonly string[], local: boolean): NeighborRendering {
  const entry = fc.record({
    address: ipv6,
    mac,
    interface: fc.constantFrom(...interfaces),
    permanent: yes,
    expire: fc.integer({ min: 1, max: 59 }),
    state: fc.constantFrom('R', 'S', 'D', 'P'),
    flags: maybe(fc.constant('R')),
  })
  return {
    records: some(
      entry.map((one) =>
        defined<Bare<Neighbor>>({ ...one, expire: one.permanent ? undefined : one.expire }),
      ),
    ),
    print: (records) =>
      lines(
        local
          ? 'Neighbor                                Linklayer Address   Netif Expire    S Flags'
          : 'Neighbor                             Linklayer Address  Netif Expire    S Flags',
        records.map(
          (one) =>
            `${left(one.address ?? '', local ? 39 : 36)} ${left(one.mac ?? '', local ? 18 : 17)} ${right(one.interface ?? '', 7)} ${left(one.permanent ? 'permanent' : `${one.expire}s`, 9)} ${one.state} ${one.flags ?? ''}`,
        ),
      ),
  }
}

export const bsdNeighborRenderings: Readonly<Record<string, NeighborRendering>> = {
  'aix-arp': {
    records: entries({ names: true, hwtype: 'ethernet' }),
    print: (records) =>
      lines(
        records.flatMap((one) => [
          `  ${one.hostname ?? '?'} (${one.address}) at ${hardware(one, true)}${one.mac === null ? '' : ` [ethernet]${marks(one)} stored in bucket 7`}`,
          '',
        ]),
        `There are ${records.length} entries in the arp table.`,
      ),
  },
  'dragonfly-arp': rendering({ interfaces: ['vtnet0'] }, (one) => `${on(one)} [ethernet]`),
  'dragonfly-ndp': ndp(['vtnet0', 'em0'], false),
  'freebsd-arp': rendering({ names: true, interfaces: ['em0', 'igc0.20'], expire: true }, freebsd),
  'freebsd-ndp': ndp(['em0', 'igc0'], false),
  'hpux-arp': rendering(
    { hwtype: 'ether', short: true },
    (one) => (one.mac === null ? '' : ` ether${marks(one)}`),
    '',
  ),
  'irix-arp': rendering({ names: true, short: true }, marks),
  'macos-arp': rendering(
    { names: true, interfaces: ['en0', 'bridge100'], short: true },
    (one) => ` on ${one.interface} ifscope${marks(one)} [ethernet]`,
  ),
  'macos-ndp': ndp(['en0', 'en1'], false),
  'netbsd-arp': rendering({ names: true, interfaces: ['wm0'] }, on),
  'netbsd-ndp': ndp(['wm0'], false),
  'openbsd-arp': rendering({ names: true, interfaces: ['vio0'] }, on),
  'openbsd-ndp': ndp(['vio0'], true),
  'tru64-arp': {
    records: entries({}),
    print: (records) =>
      lines(records.map((one) => `${one.address} at ${hardware(one, undefined)}${marks(one)}`)),
  },
}
