import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, ROOT } from '../support/cli.js'
import { build } from '../support/consumer.js'
import { cliInterrupted } from '../support/interrupted.js'
import { plant, program, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()
const VIP = '192.0.2.99'
const FAULTY = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const GOOD = FAULTY.split('\n')
  .filter((line) => !line.startsWith('192.0.2/24'))
  .join('\n')
const arp = (mac: string) => `? (${VIP}) at ${mac} [ether] on eth0\n`

/** A host a line: every tenth has the fault, two clients disagree. */
function hostLine(index: number): string {
  const name = `host${String(index).padStart(5, '0')}`
  if (index % 5000 === 7) {
    const text = arp(`00:00:5e:00:53:${index === 7 ? '01' : '02'}`)
    return JSON.stringify({ name, role: 'client', captures: [{ command: 'arp -an', text }] })
  }
  const text = (index % 10 === 3 ? FAULTY : GOOD).replaceAll(
    '192.0.2.68',
    `198.51.${index >> 8}.${index & 255}`,
  )
  return JSON.stringify({ name, captures: [{ command: 'netstat -rn', text }] })
}

beforeAll(() => {
  plant(root, {
    'snap/routeprint.json': JSON.stringify({
      vips: [{ address: VIP, servers: ['a', 'b'] }],
      hosts: [{ name: 'c*', role: 'client' }],
    }),
    'snap/a/netstat_-rn': GOOD,
    'snap/b/netstat_-rn': FAULTY,
    'snap/c1/arp_-an': arp('00:00:5e:00:53:01'),
    'snap/c2/arp_-an': arp('00:00:5e:00:53:02'),
  })
})

const run = (args: string, around = {}) => cli(args.split(' '), { cwd: root, ...around })

describe('check of a snapshot with a routeprint.json in its root', () => {
  it('takes the policy from there, and finds what only several hosts show', async () => {
    const { out, code, err } = await run('check snap --report json')
    expect([code, err]).toEqual([1, ''])
    const { hosts } = JSON.parse(out)
    const found = hosts.map(
      (host: { name: string; role: string; findings: { rule: string }[] }) => [
        host.name,
        host.role,
        ...host.findings.map(({ rule }) => rule),
      ],
    )
    expect(found).toEqual([
      ['a', 'server'],
      ['b', 'server', 'extra-network-route'],
      ['c1', 'client', 'fleet-vip-macs-disagree'],
      ['c2', 'client'],
    ])
  })

  it('refuses a configuration that is wrong, at its line', async () => {
    plant(root, { 'bad/routeprint.json': '{\n "vip": []\n}', 'bad/a/netstat_-rn': GOOD })
    const { code, err } = await run('check bad')
    expect([code, err]).toEqual([2, 'routeprint: bad/routeprint.json:2:2: unknown key "vip"\n'])
  })

  it('names hosts that have one name', async () => {
    const { code, out } = await run(`check snap/a snap/a --vip ${VIP}`)
    expect(code).toBe(3)
    expect(out).toContain('unread: a: 2 hosts have this name; each was checked')
  })

  it('says what a baseline has not, and what is gone', async () => {
    writeFileSync(join(root, 'before.json'), (await run('check snap --report json')).out)
    const args = 'check snap --baseline before.json --report json'
    const same = await run(args)
    expect(JSON.parse(same.out).drift).toEqual({ new: 0, unchanged: 2, gone: [] })
    expect([same.code, (await run(`${args} --new-only`)).code]).toEqual([1, 0])
    const other = await run(
      `check snap/a snap/c1 --vip ${VIP} --baseline before.json --report json`,
    )
    const { gone } = JSON.parse(other.out).drift
    expect(gone.map(({ rule }: { rule: string }) => rule)).toEqual([
      'extra-network-route',
      'fleet-vip-macs-disagree',
    ])
  })

  const HOST = {
    name: 'x',
    platform: null,
    role: 'server',
    forwarding: 'mac',
    captures: [],
    findings: [],
    waived: [],
    ran: [],
    skipped: [],
    unchecked: [],
  }
  const FINDING = {
    rule: 'extra-network-route',
    level: 'error',
    certainty: 'certain',
    host: 'x',
    message: 'it is there',
    at: [],
    remedies: [],
    fingerprint: 'f',
  }
  const broken: readonly (readonly [string, object])[] = [
    ['findings.0.rule', { findings: [{}] }],
    ['findings.0', { findings: [null] }],
    ['findings.0.level', { findings: [{ ...FINDING, level: 'fatal' }] }],
    ['findings.0.at.0.span', { findings: [{ ...FINDING, at: [{ span: 1, text: '' }] }] }],
    ['findings.0.remedies.0.kind', { findings: [{ ...FINDING, remedies: [{}] }] }],
    ['findings.0.stolen.parts', { findings: [{ ...FINDING, stolen: {} }] }],
    ['captures.0', { captures: [null] }],
    ['captures.0.kind', { captures: [{}] }],
    ['waived.0', { waived: [null] }],
    ['skipped.0', { skipped: [1] }],
    ['sightings.0', { sightings: [null] }],
    ['unchecked.0', { unchecked: [1] }],
    ['platform', { platform: 'plan9' }],
  ]
  for (const [place, part] of broken)
    it(`names a result that is broken at ${place}, and reports the others`, async () => {
      const lines = [
        { ...HOST, ...part },
        { ...HOST, name: 'y', findings: [FINDING] },
      ]
      writeFileSync(join(root, 'bad.ndjson'), lines.map((one) => JSON.stringify(one)).join('\n'))
      for (const report of ['text', 'html', 'junit', 'sarif', 'markdown', 'github']) {
        const { code, out, err } = await run(`merge bad.ndjson --report ${report}`)
        expect([code, err]).toEqual([1, ''])
        expect(out).toContain('it is there')
        expect(out).toContain('a line that is no result of routeprint')
      }
      const { out } = await run('merge bad.ndjson --report json')
      const [problem] = JSON.parse(out).problems
      expect(problem.message).toMatch(
        new RegExp(`^a line that is no result of routeprint: ${place}(?:: expected| is missing)`),
      )
      const held = await run('check snap --baseline bad.ndjson')
      expect([held.code, held.err]).toEqual([
        2,
        expect.stringMatching(/--baseline bad\.ndjson: expected a report as json or ndjson: /),
      ])
    })

  it('refuses to look for what is new without a baseline, before anything is read', async () => {
    const { code, out, err } = await run('check snap --new-only')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('give it with --baseline')
  })

  it('ends early with a valid report', async () => {
    const { code, out } = await cliInterrupted(['check', 'snap', '--report', 'json'], root)
    expect(code).toBe(3)
    expect(JSON.parse(out).problems).toEqual([
      { path: '.', message: 'interrupted after 0 hosts; the rest was not checked' },
    ])
  })
})

describe('check --ndjson', () => {
  const bad = [
    ['{"name": "x"', '<stdin>', /^expected a host as JSON, found/],
    ['[]', '<stdin>', 'expected an object, found an array'],
    ['{"captures": []}', '<stdin>', /^name: |unknown key|expected/],
    ['{"name": "x", "captures": [], "vips": []}', 'x', 'unknown key "vips"'],
    ['{"name": "x", "captures": [{"text": 1}]}', 'x', 'captures.0.text: expected string, found 1'],
    ['{"name": "x", "captures": [{"text": "", "format": "no"}]}', 'x', 'unknown format "no"'],
    [`{"name": "x", "captures": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'x', /captures/],
  ] as const
  for (const [line, path, message] of bad)
    it(`answers a bad line with a problem, and the next with a result: ${line.slice(0, 50)}`, async () => {
      const ran = await run(`check --ndjson --vip ${VIP}`, { stdin: `${line}\n${hostLine(1)}\n` })
      const [problem, host] = ran.out
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one))
      expect(ran.code).toBe(3)
      expect(problem.problem.path).toBe(path)
      expect(problem.problem.message).toMatch(message)
      expect(host.name).toBe('host00001')
    })

  it('answers in order, with 1 where a host has a fault', async () => {
    const ran = await run(`check --ndjson --vip ${VIP}`, {
      stdin: [hostLine(3), hostLine(2)].join('\n'),
    })
    const names = ran.out
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one).name)
    expect([ran.code, names]).toEqual([1, ['host00003', 'host00002']])
  })

  it('says that it makes no reports', async () =>
    expect((await run(`check --ndjson --report json --vip ${VIP}`)).code).toBe(2))
})

describe('merge', () => {
  it('makes of shards what one run makes of all, fleet rules included', async () => {
    const all = Array.from({ length: 60 }, (_, index) => hostLine(index + (index > 50 ? 4950 : 0)))
    const answer = async (lines: readonly string[]) =>
      (await run(`check --ndjson --vip ${VIP}`, { stdin: `${lines.join('\n')}\n` })).out
    writeFileSync(join(root, 'all.ndjson'), await answer(all))
    writeFileSync(join(root, 's1.ndjson'), await answer(all.filter((_, index) => index % 2 === 0)))
    writeFileSync(join(root, 's2.ndjson'), await answer(all.filter((_, index) => index % 2 === 1)))
    const whole = await run(`merge all.ndjson --vip ${VIP} --report json`)
    const parts = await run(`merge s2.ndjson s1.ndjson --vip ${VIP} --report json`)
    expect(parts).toEqual(whole)
    expect(whole.out).toContain('fleet-vip-macs-disagree')
  })

  it('makes of the report of a snapshot the same again', async () => {
    const { out } = await run('check snap --report ndjson=r.ndjson --report json')
    const again = await run('merge r.ndjson --config snap/routeprint.json --report json')
    expect(again.out).toBe(out)
  })

  it('names what is no result', async () => {
    writeFileSync(join(root, 'odd.ndjson'), 'hello\n{"name": "x"}\n')
    const { code, out } = await run(`merge odd.ndjson --vip ${VIP}`)
    expect(code).toBe(3)
    expect(out).toContain('unread: odd.ndjson: a line that is no result of routeprint')
  })

  it.skipIf(!program('parallel'))(
    'agrees on 10,000 hosts under GNU parallel',
    () => {
      build()
      const bin = join(ROOT, 'dist', 'cli.js')
      const lines = Array.from({ length: 10_000 }, (_, index) => hostLine(index))
      writeFileSync(join(root, 'fleet.ndjson'), `${lines.join('\n')}\n`)
      const sh = (command: string) =>
        execFileSync('sh', ['-c', command], { cwd: root, maxBuffer: 1 << 28, encoding: 'utf8' })
      const check = `node ${bin} check --ndjson --vip ${VIP}`
      sh(`${check} --jobs 1 < fleet.ndjson > whole.ndjson || true`)
      sh(
        `parallel --will-cite -k --pipe --block 4M -j 2 -N 2500 '${check} --jobs 2' < fleet.ndjson > parts.ndjson || true`,
      )
      expect(sh('cmp whole.ndjson parts.ndjson')).toBe('')
      const merged = (file: string) =>
        sh(`node ${bin} merge ${file} --vip ${VIP} --report json || true`)
      const whole = merged('whole.ndjson')
      expect(merged('parts.ndjson')).toBe(whole)
      expect(JSON.parse(whole).summary).toMatchObject({ hosts: 10_000, findings: { error: 1001 } })
    },
    300_000,
  )
})
