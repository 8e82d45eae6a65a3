import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeFleet } from '../../src/analyze/analyze-fleet.js'
import { analyze, analyzeFleet, type HostFacts, type Policy, readHost } from '../../src/index.js'
import type { FleetHost, Sighting } from '../../src/model/sighting.js'

const VIP = '192.0.2.99'
const BALANCER = '00:00:5e:00:53:02'
const WEB1 = '00:00:5e:00:53:0a'

interface Spec extends HostFacts {
  readonly arp?: readonly (readonly [address: string, mac: string])[]
  readonly addresses?: readonly (readonly [name: string, address: string, mac?: string])[]
}

function arpTable(rows: NonNullable<Spec['arp']>): string {
  return rows.map(([address, mac]) => `? (${address}) at ${mac} [ether] on eth0\n`).join('')
}

function addressListing(rows: NonNullable<Spec['addresses']>): string {
  const blocks = rows.map(
    (
      [name, address, mac = WEB1],
      index,
    ) => `${index + 2}: ${name}: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq state UP group default qlen 1000
    link/ether ${mac} brd ff:ff:ff:ff:ff:ff
    inet ${address} brd 192.0.2.255 scope global ${name}
       valid_lft forever preferred_lft forever
`,
  )
  return `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
${rows.some(([name]) => name === 'lo') ? `    inet ${VIP}/32 scope global lo\n       valid_lft forever preferred_lft forever\n` : ''}${blocks.filter((_, index) => rows[index]?.[0] !== 'lo').join('')}`
}

function fleet(specs: readonly Spec[], policy: Partial<Policy> = {}) {
  const full = { vips: [VIP], ...policy }
  const analyses = specs.map(({ arp, addresses, ...facts }) => {
    const captures = [
      ...(arp === undefined ? [] : [{ text: arpTable(arp), file: `${facts.name}/arp` }]),
      ...(addresses === undefined
        ? []
        : [{ text: addressListing(addresses), file: `${facts.name}/addr`, command: 'ip addr' }]),
    ]
    return analyze(readHost({ platform: 'linux', ...facts }, captures), full)
  })
  return analyzeFleet(analyses, full)
}

const client = (name: string, mac: string): Spec => ({ name, role: 'client', arp: [[VIP, mac]] })
const server = (name: string, address: string, mac?: string, alias = true): Spec => ({
  name,
  addresses: [...(alias ? [['lo', VIP] as const] : []), ['eth0', `${address}/24`, mac ?? WEB1]],
})

interface Row {
  readonly name: string
  readonly hosts: readonly Spec[]
  readonly policy?: Partial<Policy>
  readonly finds: readonly (readonly [rule: string, host: string])[]
}

const rows: readonly Row[] = [
  {
    name: 'two clients that disagree',
    hosts: [client('c1', BALANCER), client('c2', '00:00:5e:00:53:77')],
    finds: [['fleet-vip-macs-disagree', 'c1']],
  },
  {
    name: 'two clients that agree',
    hosts: [client('c1', BALANCER), client('c2', BALANCER)],
    finds: [],
  },
  {
    name: 'clients that saw a takeover between balancers',
    hosts: [client('c1', BALANCER), client('c2', '00:00:5e:00:53:03')],
    policy: {
      inventory: {
        balancers: [
          { address: '192.0.2.2', mac: BALANCER },
          { address: '192.0.2.3', mac: '0-0-5e-0-53-3' },
        ],
      },
    },
    finds: [],
  },
  {
    name: 'a client that has the card of a server',
    hosts: [client('c1', WEB1), server('web1', '192.0.2.10')],
    finds: [['fleet-vip-answered-by-server', 'c1']],
  },
  {
    name: 'a client that has the card of the balancer',
    hosts: [
      client('c1', BALANCER),
      server('web1', '192.0.2.10'),
      { ...server('lb1', '192.0.2.2', BALANCER), role: 'balancer' },
    ],
    finds: [],
  },
  {
    name: 'a server’s card that the inventory tells already',
    hosts: [client('c1', WEB1), server('web1', '192.0.2.10')],
    policy: { inventory: { servers: [{ address: '192.0.2.10', mac: WEB1 }] } },
    finds: [],
  },
  {
    name: 'a cluster address on none of its servers',
    hosts: [
      server('web1', '192.0.2.10', WEB1, false),
      server('web2', '192.0.2.11', '00:00:5e:00:53:0b', false),
    ],
    finds: [['fleet-vip-on-no-server', 'web1']],
  },
  {
    name: 'a cluster address on one of its servers',
    hosts: [
      server('web1', '192.0.2.10', WEB1, false),
      server('web2', '192.0.2.11', '00:00:5e:00:53:0b'),
    ],
    finds: [],
  },
  {
    name: 'a cluster address on a server of another service',
    hosts: [server('web1', '192.0.2.10'), server('db1', '192.0.2.12', '00:00:5e:00:53:0c')],
    policy: { backends: [{ vip: VIP, servers: ['web*'] }] },
    finds: [['fleet-vip-on-unexpected-host', 'db1']],
  },
  {
    name: 'a cluster address on a client',
    hosts: [
      { ...server('c1', '192.0.2.10'), role: 'client' },
      server('web2', '192.0.2.11', BALANCER),
    ],
    finds: [['fleet-vip-on-unexpected-host', 'c1']],
  },
  {
    name: 'one address on two cards',
    hosts: [server('web1', '192.0.2.10'), server('web2', '192.0.2.10', '00:00:5e:00:53:0b')],
    finds: [['fleet-duplicate-address', 'web1']],
  },
  {
    name: 'bridges that have one address on every host',
    hosts: ['web1', 'web2'].map((name) => ({
      name,
      addresses: [['lo', VIP] as const, ['docker0', '172.17.0.1/16'] as const],
    })),
    finds: [],
  },
  {
    name: 'two faults of which the policy knows',
    hosts: [server('web1', '192.0.2.10'), server('web2', '192.0.2.10', '00:00:5e:00:53:0b')],
    policy: { rules: { 'fleet-duplicate-address': 'off' } },
    finds: [],
  },
]

describe('analyzeFleet', () => {
  for (const { name, hosts, policy, finds } of rows)
    it(`judges ${name}`, () => {
      const { findings } = fleet(hosts, policy)
      expect(findings.map(({ rule, host }) => [rule, host])).toEqual(finds)
      const turned = fleet([...hosts].reverse(), policy)
      expect(turned.findings).toEqual(findings)
    })

  it('takes the router, of which macOS has a host row like the own, for another machine', () => {
    const path = new URL('../../fixtures/cases/macos-alias.json', import.meta.url)
    const { inputs } = JSON.parse(readFileSync(path, 'utf8'))
    const { sightings } = analyze(readHost({ name: 'mac', platform: 'macos' }, inputs), {
      vips: ['192.0.2.100'],
    })
    const own = sightings.filter(({ kind }) => kind === 'own')
    expect(own.map(({ address }) => address)).toEqual(['192.0.2.10'])
  })

  it('says it in one sentence with its places', () => {
    const { findings } = fleet([client('c1', WEB1), server('web1', '192.0.2.10')])
    expect(findings[0]).toMatchObject({
      level: 'error',
      vip: VIP,
      hosts: ['c1', 'web1'],
      macs: [WEB1],
      message: `the cluster address ${VIP} resolves to ${WEB1}, a card of the server web1`,
      at: [
        { file: 'c1/arp', span: { line: 1 }, note: 'on c1' },
        { file: 'web1/addr', note: 'the card on web1' },
      ],
      remedies: [{ kind: 'advice' }],
    })
  })

  it('warns where the same card may have been captured twice', () => {
    const { findings } = fleet([server('web1', '192.0.2.10'), server('web1-old', '192.0.2.10')])
    expect(findings[0]).toMatchObject({ level: 'warning', certainty: 'likely' })
  })

  it('heeds waivers, whichever of the hosts they name', () => {
    const hosts = [server('web1', '192.0.2.10'), server('web2', '192.0.2.10', BALANCER)]
    const { findings, waived } = fleet(hosts, {
      waivers: [{ rule: 'fleet-duplicate-address', host: 'web2', reason: 'moves' }],
    })
    expect(findings).toEqual([])
    expect(waived.map(({ reason }) => reason)).toEqual(['moves'])
  })
})

describe('sightings of several hosts', () => {
  const seen = (kind: Sighting['kind'], mac?: string, address = VIP): Sighting => ({
    kind,
    address,
    ...(mac === undefined ? {} : { mac }),
  })
  const host = (name: string, role: FleetHost['role'], ...sightings: Sighting[]): FleetHost => ({
    name,
    role,
    findings: [],
    sightings,
  })
  const told = (hosts: readonly FleetHost[], policy: Partial<Policy> = {}) =>
    judgeFleet(hosts, { vips: [VIP], ...policy }).findings.map(
      ({ rule, message }) => `${rule}: ${message}`,
    )
  const OWN = '192.0.2.10'
  const said = `fleet-vip-answered-by-server: the cluster address ${VIP} resolves to ${WEB1}, `
  const c1 = host('c1', 'client', seen('neighbor', WEB1))
  const finding = {
    rule: 'arp-vip-resolves-to-server',
    level: 'error',
    certainty: 'certain',
    host: 'c1',
    message: '',
    at: [],
    fingerprint: '',
    vip: VIP,
    macs: [WEB1],
  } as const

  it.each<[string, readonly FleetHost[], readonly string[]]>([
    [
      'a card',
      [c1, host('w1', 'server', seen('own', WEB1, OWN))],
      [`${said}a card of the server w1`],
    ],
    [
      'a published entry before the card',
      [
        c1,
        host('w1', 'server', seen('own', WEB1, OWN)),
        host('w2', 'server', seen('published', WEB1)),
      ],
      [`${said}which the server w2 publishes`],
    ],
    [
      'the first of two servers',
      [
        c1,
        host('w2', 'server', seen('own', WEB1, OWN)),
        host('w1', 'server', seen('own', WEB1, '192.0.2.11')),
      ],
      [`${said}a card of the server w1`],
    ],
    ['no card of a client', [c1, host('w1', 'client', seen('own', WEB1, OWN))], []],
    ['no entry of a server', [c1, host('w1', 'server', seen('neighbor', WEB1, OWN))], []],
    [
      'no own entry',
      [host('c1', 'router', seen('own', WEB1)), host('w1', 'server', seen('own', WEB1, OWN))],
      [],
    ],
    [
      'no card without hardware',
      [host('c1', 'client', seen('neighbor')), host('w1', 'server', seen('own', undefined, OWN))],
      [],
    ],
    [
      'no server’s entry',
      [host('w2', 'server', seen('neighbor', WEB1)), host('w1', 'server', seen('own', WEB1, OWN))],
      [],
    ],
    [
      'nothing that the host is told already',
      [{ ...c1, findings: [finding] }, host('w1', 'server', seen('own', WEB1, OWN))],
      [],
    ],
    [
      'what it is told of another address',
      [
        { ...c1, findings: [{ ...finding, vip: OWN }] },
        host('w1', 'server', seen('own', WEB1, OWN)),
      ],
      [`${said}a card of the server w1`],
    ],
    [
      'what it is told of another card',
      [
        { ...c1, findings: [{ ...finding, macs: [BALANCER] }] },
        host('w1', 'server', seen('own', WEB1, OWN)),
      ],
      [`${said}a card of the server w1`],
    ],
    [
      'what another rule told',
      [
        { ...c1, findings: [{ ...finding, rule: 'arp-vip-static' }] },
        host('w1', 'server', seen('own', WEB1, OWN)),
      ],
      [`${said}a card of the server w1`],
    ],
  ])('tell of a server that answers by %s', (_, hosts, messages) =>
    expect(told(hosts)).toEqual(messages),
  )

  it('heed the level that the policy sets', () => {
    const hosts = [c1, host('w1', 'server', seen('own', WEB1, OWN))]
    const policy = { vips: [VIP], rules: { 'fleet-vip-answered-by-server': 'info' as const } }
    expect(judgeFleet(hosts, policy).findings).toMatchObject([
      { level: 'info', certainty: 'certain', host: 'c1', remedies: [{ safety: 'review' }] },
    ])
  })
})

describe('analyze of a server to which a cluster address does not belong', () => {
  const { name, addresses } = server('db1', '192.0.2.12', WEB1, false)
  const captures = [{ text: addressListing(addresses ?? []), command: 'ip addr' }]
  const rulesOf = (policy: Policy) =>
    analyze(readHost({ name, platform: 'linux' }, captures), policy).findings.map(
      ({ rule }) => rule,
    )

  it('does not miss it there', () =>
    expect(rulesOf({ vips: [VIP], backends: [{ vip: VIP, servers: ['web*'] }] })).toEqual([]))

  it('misses it where it belongs', () =>
    expect(rulesOf({ vips: [VIP], backends: [{ vip: VIP, servers: ['db*'] }] })).toContain(
      'alias-missing',
    ))
})
