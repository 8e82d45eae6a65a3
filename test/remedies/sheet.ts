import type { Finding, Remedy } from '../../src/model/finding.js'
import type { Host } from '../../src/model/host.js'
import type { Neighbor } from '../../src/model/neighbor.js'
import type { Platform } from '../../src/model/platform.js'
import type { Route } from '../../src/model/route.js'
import { answeredRules } from '../../src/remedies/answers/index.js'
import { remedies } from '../../src/remedies/index.js'
import { verifyPlan } from '../../src/remedies/verify-plan.js'
import { findingOf, hostOf, row, type Sight, spanOf } from './support.js'

/** A system in one of its versions, and how its tables name things. */
export interface Variety {
  readonly name: string
  readonly platform: Platform
  readonly facts?: Pick<Host, 'version' | 'wpar'>
  readonly loopback: string
  readonly card: string
  /** What stands in the gateway column of the row that an alias makes. */
  readonly gateway?: string
}

const unix = (platform: Platform, card: string, version?: string): Variety => ({
  name: version === undefined ? platform : `${platform}-${version}`,
  platform,
  ...(version === undefined ? {} : { facts: { version } }),
  loopback: 'lo0',
  card,
})

const windows = (version: string): Variety => ({
  name: `windows-${version}`,
  platform: 'windows',
  facts: { version },
  loopback: 'Loopback',
  card: 'Net',
  ...(version < '2008' ? { gateway: 'on-link' } : {}),
})

export const varieties: readonly Variety[] = [
  unix('aix', 'en0'),
  { ...unix('aix', 'en0'), name: 'aix-wpar', facts: { wpar: 'web1' } },
  unix('dragonfly', 'em0'),
  unix('freebsd', 'em0', '12.4'),
  unix('freebsd', 'em0', '15.0'),
  { ...unix('hpux', 'lan0'), loopback: 'lo0:1' },
  { ...unix('linux', 'eth0'), loopback: 'lo', gateway: 'on-link' },
  { ...unix('linux', 'eth0'), name: 'linux-dummy', loopback: 'dummy0', gateway: 'on-link' },
  unix('macos', 'en0'),
  unix('netbsd', 'wm0'),
  unix('openbsd', 'em0'),
  { ...unix('solaris', 'net0', '10'), loopback: 'lo0:1' },
  { ...unix('solaris', 'net0', '11.4'), loopback: 'lo0:1' },
  windows('2000'),
  windows('2003'),
  { ...windows('2019'), gateway: 'on-link' },
  { ...unix('zos', 'OSA1'), loopback: 'LOOPBACK' },
]

const PLACES = {
  4: {
    vip: '192.0.2.158',
    own: '192.0.2.67',
    router: '192.0.2.1',
    all: '0.0.0.0/0',
    lan: '192.0.2.0/24',
    wide: '192.0.0.0/8',
    odd: '192.0.0.0/21',
    host: '192.0.2.158/32',
  },
  6: {
    vip: '2001:db8:1::158',
    own: '2001:db8:1::67',
    router: '2001:db8:1::1',
    all: '::/0',
    lan: '2001:db8:1::/64',
    wide: '2001:db8:1::/48',
    odd: '2001:db8::/45',
    host: '2001:db8:1::158/128',
  },
} as const

const MAC = '00:00:5e:00:53:67'

interface Scene {
  readonly title: string
  readonly rule: string
  /** The flagged row. */
  readonly row?: Route
  readonly more?: Partial<Finding>
  readonly sight?: Sight
}

/** How the interface column names an interface. */
function columnOf({ platform, loopback, card }: Variety, family: 4 | 6, on: 'loopback' | 'card') {
  if (platform !== 'windows') return on === 'loopback' ? loopback : card
  if (family === 6) return on === 'loopback' ? '14' : '11'
  return on === 'loopback' ? PLACES[4].vip : PLACES[4].own
}

function rowsOf(variety: Variety, family: 4 | 6) {
  const { vip, router, all, lan, wide, odd, host } = PLACES[family]
  const gateway = variety.gateway ?? vip
  const loopback = columnOf(variety, family, 'loopback')
  const card = columnOf(variety, family, 'card')
  // The kernel keeps the network of an address on lo in its local table.
  const local = loopback === 'lo' && family === 4 ? { table: 'local', type: 'local' } : {}
  const flags = (letters: string) => (variety.platform === 'windows' ? {} : { flags: letters })
  return {
    wide: row(wide, gateway, loopback, { ...flags('U'), ...local }),
    odd: row(odd, gateway, loopback, { ...flags('U'), ...local }),
    all: row(all, vip, loopback, flags('UGS')),
    host: row(host, router, card, flags('UGHS')),
    saved: row(wide, gateway, loopback, { ...flags('U'), persistent: true }),
    broadcast: row('192.255.255.255/32', gateway, loopback, {
      ...flags('UHSb'),
      type: 'broadcast',
    }),
    via: row(family === 4 ? '198.51.100.0/24' : '2001:db8:2::/48', vip, card, flags('UGS')),
    others: [
      row(all, router, card, flags('UG')),
      row(lan, 'on-link', card, flags('U')),
      row(host, gateway, loopback, flags('UH')),
    ],
  }
}

function entryOf(variety: Variety, family: 4 | 6, more: Partial<Neighbor> = {}): Partial<Finding> {
  const { vip } = PLACES[family]
  const on = variety.platform === 'windows' ? PLACES[4].own : variety.card
  return { neighbor: { address: vip, mac: MAC, interface: on, span: spanOf(1), ...more } }
}

function scenes(variety: Variety, family: 4 | 6): readonly Scene[] {
  const rows = rowsOf(variety, family)
  const { vip } = PLACES[family]
  const entry = (more?: Partial<Neighbor>) => entryOf(variety, family, more)
  const alias = (on: string, prefixLength: number): Sight => ({
    addresses: [
      { interface: on.split(':')[0] ?? on, address: vip, prefixLength, ...labelOf(on) },
      { interface: variety.card, address: PLACES[family].own, index: 11 },
    ],
  })
  const settings = (own: string): Sight => ({
    settings: {
      'net.ipv4.conf.all.arp_ignore': '0',
      [`net.ipv4.conf.${variety.card}.arp_ignore`]: own,
    },
  })
  const tooHigh = { name: `net.ipv4.conf.${variety.card}.arp_ignore`, value: '8', span: spanOf(2) }
  const special: readonly Scene[] = [
    { title: 'the mask of the class', rule: 'extra-network-route', row: rows.wide },
    { title: 'another mask', rule: 'extra-network-route', row: rows.odd },
    { title: 'by the loopback', rule: 'default-route-via-alias', row: rows.all },
    { title: 'to a machine', rule: 'host-route-elsewhere', row: rows.host },
    { title: 'saved', rule: 'persistent-extra-route', row: rows.saved },
    { title: 'left', rule: 'leftover-broadcast-route', row: rows.broadcast },
    { title: 'through it', rule: 'route-via-cluster-address', row: rows.via },
    {
      title: 'listed',
      rule: 'wide-alias-mask',
      sight: alias(variety.loopback, family === 4 ? 8 : 48),
    },
    {
      title: 'right already',
      rule: 'wide-alias-mask',
      sight: alias(variety.loopback, family === 4 ? 32 : 128),
    },
    {
      title: 'on a card',
      rule: 'vip-on-wire-interface',
      sight: alias(variety.card, family === 4 ? 24 : 64),
    },
    {
      title: 'on a unit',
      rule: 'vip-on-wire-interface',
      sight: alias(`${variety.card}:1`, family === 4 ? 24 : 64),
    },
    { title: 'learned', rule: 'arp-vip-static', more: entry() },
    { title: 'by hand', rule: 'arp-vip-static', more: entry({ permanent: true }) },
    { title: 'published', rule: 'arp-published-vip', more: entry({ published: true }) },
    { title: 'without a hardware address', rule: 'arp-published-vip', more: entry({ mac: null }) },
    { title: 'two', rule: 'arp-vip-multiple-macs', more: entry() },
    {
      title: 'named',
      rule: 'arp-vip-resolves-to-server',
      more: { ...entry(), server: '192.0.2.67' },
    },
    { title: 'not named', rule: 'arp-vip-resolves-to-server', more: entry() },
    { title: 'learned', rule: 'arp-vip-learned-on-server', more: entry() },
    { title: 'answered', rule: 'verification-step', more: entry() },
    { title: 'lacking', rule: 'evidence-incomplete', more: { missing: ['ip addr', 'ip rule'] } },
    { title: 'too low', rule: 'arp-ignore-unset', sight: settings('0') },
    {
      title: 'the card too high',
      rule: 'arp-ignore-unset',
      sight: settings('8'),
      more: { setting: tooHigh },
    },
    { title: 'nothing known', rule: 'alias-missing' },
  ]
  const plain = answeredRules()
    .filter((rule) => !special.some((scene) => scene.rule === rule))
    .map((rule) => ({ title: 'as it is', rule }))
  return [...special, ...plain].filter(({ rule, title }) =>
    happens(variety, family, { rule, title }),
  )
}

const WITH_UNITS: readonly Platform[] = ['hpux', 'linux', 'solaris']
/** IPv6 has no broadcast, and no ARP. */
const IPV4_ALONE = /^(?:leftover-broadcast-route|arp-(?:announce|ignore)-unset)$/
/** Rules whose answer is the same advice everywhere; one sheet shows it. */
const SAME_ADVICE =
  /^(?:arp-vip-unresolved|cluster-address-is-a-host|duplicate-default-route|suspect-loopback-network)$/

function happens(
  { name, platform }: Variety,
  family: 4 | 6,
  { rule, title }: { readonly rule: string; readonly title: string },
): boolean {
  if (title === 'on a unit' && !WITH_UNITS.includes(platform)) return false
  if (family === 6 && (IPV4_ALONE.test(rule) || title.includes('named'))) return false
  return !SAME_ADVICE.test(rule) || (name === 'linux' && family === 4)
}

const labelOf = (on: string) => (on.includes(':') ? { label: on } : {})

/** What is printed of one remedy. */
function linesOf(remedy: Remedy): string[] {
  const { kind, title, command, shell, undo, lasts, rights, documented, safety, note, instead } =
    remedy
  const head = [safety, lasts, rights].filter((word) => word !== undefined).join(', ')
  if (kind === 'advice')
    return [
      `  - ${title} (${head})`,
      ...(note === undefined ? [] : [`      note: ${note}`]),
      ...(documented === undefined ? [] : [`      documented: ${documented}`]),
    ]
  if (instead) return [`      or ${shell}> ${command}`]
  return [
    `  - ${title} (${head})`,
    `      ${shell}> ${command}`,
    ...(undo === null || undo === undefined ? [] : [`      undo> ${undo}`]),
    ...(documented === undefined ? [] : [`      documented: ${documented}`]),
    ...(note === undefined ? [] : [`      note: ${note}`]),
  ]
}

function linesOfScene(variety: Variety, family: 4 | 6, scene: Scene): string[] {
  const { title, rule, row: flagged, more, sight } = scene
  const { others } = rowsOf(variety, family)
  const routes = flagged === undefined ? others : [flagged, ...others]
  const windowsOnly = variety.platform === 'windows' ? { loopbackIndex: 14 } : {}
  const host = hostOf(variety.platform, { routes, ...windowsOnly, ...sight }, variety.facts)
  const { route, ...finding } = findingOf(host, rule, PLACES[family].vip, more)
  const given = remedies(
    flagged === undefined ? finding : { ...finding, ...(route && { route }) },
    host,
  )
  return [`${rule}: ${title}`, ...given.map((remedy) => linesOf(remedy).join('\n'))]
}

function planOf({ platform, facts, card }: Variety, family: 4 | 6): string[] {
  const { vip, own } = PLACES[family]
  const servers = [{ address: own, mac: MAC }]
  const version = facts?.version
  const plan = verifyPlan({
    platform,
    vip,
    servers,
    interface: card,
    ...(version === undefined ? {} : { version }),
  })
  return [
    `verification (${plan.shell}, ${plan.rights})`,
    ...plan.steps.flatMap(({ step, title, server, commands, expect, note }) => [
      `  ${step}. ${title}${server === undefined ? '' : ` [${server}]`}: ${expect}`,
      ...commands.map(({ command }) => `      ${command}`),
      ...(note === undefined ? [] : [`      note: ${note}`]),
    ]),
  ]
}

/** What the sheet has shown in full already by its first line alone. */
function briefly(text: string, shown: Set<string>): string {
  const [first = '', ...rest] = text.split('\n')
  if (rest.length === 0 || !shown.has(text)) {
    shown.add(text)
    return text
  }
  return `${first} …`
}

/** Everything that a system's person is told to type, in every case that a rule finds. */
export function sheetOf(variety: Variety): string {
  const shown = new Set<string>()
  const parts = ([4, 6] as const).flatMap((family) => [
    `== IPv${family}`,
    ...scenes(variety, family).map((scene) =>
      linesOfScene(variety, family, scene)
        .map((text) => briefly(text, shown))
        .join('\n'),
    ),
    ...(variety.platform === 'zos' ? [] : [planOf(variety, family).join('\n')]),
  ])
  return `${parts.join('\n\n')}\n`
}
