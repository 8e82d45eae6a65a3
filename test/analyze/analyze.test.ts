import { describe, expect, it } from 'vitest'
import { analyze, type Finding, type Policy, rules } from '../../src/index.js'
import { hostOf, type Records } from '../support/hosts.js'
import { route, via } from '../support/routes.js'

const VIP = '192.0.2.100'
const wide = route('192.0.2.0/24', { interface: 'lo', type: 'local', source: VIP })
const alias = route(`${VIP}/32`, { interface: 'lo', type: 'local', source: VIP })
const loopback = route('127.0.0.0/8', { interface: 'lo', type: 'local' })
const lan = route('198.51.100.0/24', { interface: 'eth0' })
const whole = route('0.0.0.0/0', { ...via('198.51.100.1'), interface: 'eth0' })
const faulty: Records = { routes: [whole, lan, loopback, wide, alias] }

function found(records: Records, policy: Partial<Policy> = {}, facts = {}): readonly Finding[] {
  return analyze(hostOf(facts, records), { vips: [VIP], ...policy }).findings
}

function names(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, level }) => `${level} ${rule}`)
}

describe('analyze', () => {
  it('gives plain data', () => {
    const analysis = analyze(hostOf({}, faulty), { vips: [VIP] })
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
  })

  it('points at the row first, then at its witnesses', () => {
    const [finding] = found(faulty)
    expect(finding?.at.map(({ file, span, note }) => [file, span.line, note])).toEqual([
      ['routes.txt', 4, undefined],
      ['routes.txt', 5, 'the alias itself'],
    ])
  })

  it('names a finding the same whatever the order of rows', () => {
    const turned = { routes: [...(faulty.routes ?? [])].reverse() }
    expect(found(turned).map(({ fingerprint }) => fingerprint)).toEqual(
      found(faulty).map(({ fingerprint }) => fingerprint),
    )
  })

  it('says that policy rules make it worse', () => {
    const rule = (priority: number, table: string) => ({
      family: 4 as const,
      priority,
      selector: 'from all',
      action: `lookup ${table}`,
      table,
    })
    const kernel = [rule(0, 'local'), rule(32766, 'main'), rule(32767, 'default')]
    expect(found({ ...faulty, rules: kernel })[0]?.policyRules).toBeUndefined()
    const [finding] = found({ ...faulty, rules: [...kernel, rule(100, 'vpn')] })
    expect(finding?.policyRules).toBe(true)
  })

  it('lists rules that lack what they need as skipped, not as passed', () => {
    const { ran, skipped } = analyze(hostOf({}, faulty), { vips: [VIP] })
    expect(ran).toContain('extra-network-route')
    expect(skipped).toContainEqual({ rule: 'arp-published-vip', needs: ['neighbors'] })
    expect(skipped).toContainEqual({ rule: 'wide-alias-mask', needs: ['addresses'] })
    expect(ran.filter((id) => skipped.some(({ rule }) => rule === id))).toEqual([])
  })

  it('does not call the extra route looked for where table local was not captured', () => {
    const { ran, skipped } = analyze(hostOf({}, { routes: [whole, lan] }), { vips: [VIP] })
    expect(ran).not.toContain('extra-network-route')
    expect(skipped.find(({ rule }) => rule === 'extra-network-route')?.needs).toContain(
      'ip route show table all',
    )
  })

  it('leaves rules about other roles out of both lists', () => {
    const { ran, skipped } = analyze(hostOf({ role: 'client' }, faulty), { vips: [VIP] })
    expect([...ran, ...skipped.map(({ rule }) => rule)]).not.toContain('extra-network-route')
  })

  it('heeds the levels of a policy', () => {
    expect(names(found(faulty))).toEqual(['error extra-network-route'])
    expect(names(found(faulty, { rules: { 'extra-network-route': 'info' } }))).toEqual([
      'info extra-network-route',
    ])
    expect(found(faulty, { rules: { 'extra-network-route': 'off' } })).toEqual([])
  })

  it.each<[string, Partial<Policy>, number]>([
    ['of that host', { waivers: [{ rule: 'extra-network-route', host: 'web*', reason: 'r' }] }, 0],
    [
      'of another host',
      { waivers: [{ rule: 'extra-network-route', host: 'db*', reason: 'r' }] },
      1,
    ],
    ['of that address', { waivers: [{ rule: 'extra-network-route', vip: VIP, reason: 'r' }] }, 0],
    [
      'of another address',
      { waivers: [{ rule: 'extra-network-route', vip: '192.0.2.1', reason: 'r' }] },
      1,
    ],
    [
      'on its last day',
      {
        today: '2030-01-31',
        waivers: [{ rule: 'extra-network-route', until: '2030-01-31', reason: 'r' }],
      },
      0,
    ],
    [
      'on the day after',
      {
        today: '2030-02-01',
        waivers: [{ rule: 'extra-network-route', until: '2030-01-31', reason: 'r' }],
      },
      1,
    ],
  ])('waives a finding %s', (_, policy, left) => {
    const { findings, waived } = analyze(hostOf({}, faulty), { vips: [VIP], ...policy })
    expect([findings.length, waived.length]).toEqual([left, 1 - left])
  })

  it.each([
    ['a cluster address that is none', { vips: ['192.0.2'] }, /expected a cluster address/],
    ['one with a length', { vips: ['192.0.2.1/24'] }, /expected a cluster address/],
    ['a rule that is none', { vips: [], rules: { nonsense: 'off' as const } }, /unknown rule/],
    ['a waiver of none', { vips: [], waivers: [{ rule: 'no', reason: 'r' }] }, /unknown rule "no"/],
  ])('refuses %s', (_, policy, message) => {
    expect(() => analyze(hostOf({}, {}), policy)).toThrow(message)
  })

  it('compares IPv6 addresses by value', () => {
    const six = route('2001:db8:1::/64', { interface: 'lo', metric: 256 })
    const findings = found({ routes: [six] }, { vips: ['2001:0DB8:1:0::0064'] })
    expect(findings.map(({ vip }) => vip)).toEqual(['2001:db8:1::64'])
  })
})

describe('what a broken capture proves', () => {
  it('is no absence', () => {
    const host = hostOf({}, { routes: [whole, lan, loopback] })
    const broken = host.captures.map((capture) => ({
      ...capture,
      diagnostics: [
        {
          code: 'cut-row' as const,
          level: 'error' as const,
          span: capture.span,
          args: { text: '', missing: '' },
        },
      ],
    }))
    const judge = (captures: typeof host.captures) =>
      names(analyze({ ...host, captures }, { vips: [VIP] }).findings)
    expect(judge(host.captures)).toEqual(['error alias-missing'])
    expect(judge(broken)).not.toContain('error alias-missing')
  })
})

describe('the ARP settings of Linux', () => {
  const setting = (name: string, value: number) => ({
    name: `net.ipv4.conf.${name}`,
    value: String(value),
  })
  const values = (all: number, eth0: number, key: string) => [
    setting(`all.${key}`, all),
    setting(`default.${key}`, 0),
    setting(`eth0.${key}`, eth0),
    setting(`lo.${key}`, 0),
  ]
  const carried = { routes: [loopback, alias] }

  it.each<[string, number, number, string[]]>([
    ['0 everywhere', 0, 0, ['error arp-ignore-unset']],
    ['1 for all', 1, 0, []],
    ['1 on the card', 0, 1, []],
    ['2', 2, 0, []],
    ['8', 8, 0, []],
    ['a value without a meaning', 5, 0, ['error arp-ignore-unset']],
  ])('arp_ignore %s', (_, all, eth0, expected) => {
    const records = { ...carried, settings: values(all, eth0, 'arp_ignore') }
    expect(names(found(records))).toEqual(expected)
  })

  it.each<[string, number, number, string[]]>([
    ['0 everywhere', 0, 0, ['warning arp-announce-unset']],
    ['1 for all', 1, 0, ['warning arp-announce-unset']],
    ['2 for all', 2, 0, []],
    ['2 on the card', 0, 2, []],
  ])('arp_announce %s', (_, all, eth0, expected) => {
    const records = { ...carried, settings: values(all, eth0, 'arp_announce') }
    expect(names(found(records))).toEqual(expected)
  })

  it('heeds lo alone for nothing', () => {
    const settings = [setting('all.arp_ignore', 0), setting('lo.arp_ignore', 1)]
    expect(names(found({ ...carried, settings }))).toEqual(['error arp-ignore-unset'])
  })

  it.each([
    ['host', []],
    ['global', ['error arp-ignore-unset']],
  ])('take arp_ignore 3 for an alias of scope %s', (scope, expected) => {
    const listed = { family: 4 as const, interface: 'lo', address: VIP, prefixLength: 32, scope }
    const records = { addresses: [listed], settings: values(3, 0, 'arp_ignore') }
    expect(names(found(records))).toEqual(expected)
  })

  it('ask nothing of a host without the alias', () => {
    const settings = values(0, 0, 'arp_ignore')
    expect(names(found({ routes: [whole, lan], settings }))).toEqual(['info evidence-incomplete'])
  })
})

describe('the list of addresses', () => {
  const own = (rest: object) => ({
    family: 4 as const,
    interface: 'lo',
    address: VIP,
    prefixLength: 32,
    ...rest,
  })
  const lo = own({ address: '127.0.0.1', prefixLength: 8, flags: 'LOOPBACK,UP' })

  it.each<[string, object, string[]]>([
    ['a host mask on lo', {}, []],
    ['a wide mask on lo', { prefixLength: 8 }, ['warning wide-alias-mask']],
    ['/0, which makes no row', { prefixLength: 0 }, ['info wide-alias-mask']],
    [
      'a wide mask without its row',
      { prefixLength: 8, attributes: ['noprefixroute'] },
      ['info wide-alias-mask'],
    ],
    ['a device of its own kind', { interface: 'vip0', flags: 'BROADCAST,NOARP,UP' }, []],
    ['a card', { interface: 'eth0', flags: 'BROADCAST,UP' }, ['error vip-on-wire-interface']],
    [
      'a tunnel with a peer',
      { interface: 'wg0', flags: 'POINTOPOINT,NOARP,UP' },
      ['error vip-on-wire-interface'],
    ],
    ['nothing', { address: '192.0.2.101' }, ['error alias-missing']],
  ])('shows %s', (_, rest, expected) => {
    expect(names(found({ addresses: [lo, own(rest)] }))).toEqual(expected)
  })

  it('is no proof where it leaves the loopback out', () => {
    const card = own({ interface: 'eth0', address: '198.51.100.10', prefixLength: 24 })
    expect(names(found({ addresses: [card] }))).toEqual([])
  })
})

describe('a neighbour table', () => {
  const entry = (rest: object) => ({ address: VIP, mac: '00:00:5e:00:53:20', ...rest })

  it.each<[string, object, object, string[]]>([
    ['a learned entry', {}, { interface: 'eth0' }, ['warning arp-vip-learned-on-server']],
    ['an unanswered one', {}, { interface: 'eth0', mac: null }, ['info arp-vip-unresolved']],
    ['what lo lists of itself', {}, { interface: 'lo', mac: null }, []],
    ['an own address of lo0', { platform: 'freebsd' }, { interface: 'lo0', permanent: true }, []],
    [
      'an own address of a card',
      { platform: 'freebsd' },
      { interface: 'em0', permanent: true },
      ['error vip-on-wire-interface'],
    ],
    [
      'the same on a client',
      { platform: 'freebsd', role: 'client' },
      { interface: 'em0', permanent: true },
      ['warning arp-vip-static'],
    ],
    ['a static entry of a server', {}, { interface: 'eth0', permanent: true }, []],
    [
      'a published one',
      { role: 'router' },
      { interface: 'eth0', mac: null, published: true },
      ['error arp-published-vip'],
    ],
    [
      'a published one of the balancer',
      { role: 'balancer' },
      { interface: 'eth0', mac: null, published: true },
      ['info arp-published-vip'],
    ],
  ])('with %s', (_, facts, rest, expected) => {
    expect(names(found({ neighbors: [entry(rest)] }, {}, facts))).toEqual(expected)
  })

  it('takes a server’s address for the balancer’s where both are one machine', () => {
    const inventory = {
      servers: [{ address: '192.0.2.20' }],
      balancers: [{ address: '192.0.2.20', mac: '0-0-5E-0-53-20' }],
    }
    const neighbors = [entry({}), entry({ address: '192.0.2.20' })]
    expect(names(found({ neighbors }, { inventory }, { role: 'client' }))).toEqual([])
  })
})

describe('every rule', () => {
  const sections = ['What it finds', 'Why it matters', 'Example', 'What to do']

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s explains itself', (_, rule) => {
    const headings = [...rule.docs.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(sections)
    expect(rule.summary).toMatch(/^[A-Z].+\.$/)
  })
})
