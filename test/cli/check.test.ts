import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cli, ROOT } from '../support/cli.js'

const WEB2 = join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt')
const VIP = '192.0.2.99'
const folder = mkdtempSync(join(tmpdir(), 'routeprint-check-'))
const faulty = readFileSync(WEB2, 'utf8')
const good = faulty
  .split('\n')
  .filter((line) => !line.startsWith('192.0.2/24'))
  .join('\n')

function put(path: string, text: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeAll(() => {
  put('faulty.txt', faulty)
  put('good.txt', good)
  put('servers/a/netstat_-rn', good)
  put('servers/b/netstat_-rn', faulty)
  put('mixed/a/netstat_-rn', good)
  put('mixed/b/notes', 'buy milk\n')
  put('blank.txt', '')
  put(
    'binary',
    new Uint8Array(600).map((_, index) => (index * 7) % 256),
  )
  put('program', `\u007fELF${'\0'.repeat(60)}\nUsage: %s [OPTION]...\n# netstat -rn\n`)
  put('rubbish.txt', 'the quick brown fox\njumps over\n')
  put('damaged.txt', good.replace('192.0.2.127 ', '192.0.2.1279'))
  put('policy.json', JSON.stringify({ vips: [VIP], rules: { 'extra-network-route': 'info' } }))
  put('off.json', JSON.stringify({ vips: [VIP], rules: { 'extra-network-route': 'off' } }))
  put(
    'waived.json',
    JSON.stringify({
      vips: [VIP],
      waivers: [{ rule: 'extra-network-route', reason: 'until May', until: '2026-05-31' }],
    }),
  )
  put('wrong.json', '{\n  "vip": []\n}\n')
  mkdirSync(join(folder, 'empty'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Row {
  readonly args: string
  readonly stdin?: string
  readonly today?: string
  readonly code: number
  readonly out?: RegExp
  readonly err?: RegExp
}

const rows: readonly Row[] = [
  { args: `faulty.txt --vip ${VIP}`, code: 1, out: /remedy: route delete -net 192\.0\.2\.0 192/ },
  { args: `good.txt --vip ${VIP}`, code: 0, out: /^1 host checked: clean\n$/ },
  { args: `- --vip ${VIP}`, stdin: faulty, code: 1, out: /^ --> <stdin>:7:1$/m },
  { args: `servers --vip ${VIP}`, code: 1, out: /--> servers\/b\/netstat_-rn:7:1[\s\S]*2 hosts/ },
  { args: `mixed --vip ${VIP}`, code: 3, out: /2 hosts checked: 1 not fully checked\n$/ },
  { args: `good.txt faulty.txt --vip ${VIP} --host web9`, code: 1, out: /\n1 host checked/ },
  {
    args: `blank.txt --vip ${VIP}`,
    code: 3,
    out: /^unread\[empty-capture\]: the capture is empty/,
  },
  { args: `binary --vip ${VIP}`, code: 3, out: /^unread\[refused-data\]: this is binary data/ },
  {
    args: `program --vip ${VIP}`,
    code: 3,
    out: /^unread\[refused-data\]: this is a program, not a command's output\n --> program:1:1\n\nunch/,
  },
  { args: `rubbish.txt --vip ${VIP}`, code: 3, out: /not recognised: looked for route, ARP/ },
  { args: `damaged.txt --vip ${VIP}`, code: 3, out: /^unread\[unparsed-line\]/ },
  { args: `none.txt --vip ${VIP}`, code: 3, out: /^unread: none\.txt: no such file or folder\n/ },
  { args: `empty --vip ${VIP}`, code: 3, out: /^unread: empty: expected captures in this folder/ },
  { args: `--vip ${VIP}`, code: 2, err: /expected a capture, a snapshot folder, or - for/ },
  {
    args: 'good.txt',
    code: 3,
    out: /no cluster address was given/,
    err: /^routeprint: no cluster/,
  },
  { args: 'good.txt --vip 9.67.133', code: 2, err: /it has 3 of the four numbers\.\n$/ },
  { args: 'good.txt --vip 010.0.0.1', code: 2, err: /leading zero is octal to some programs\.\n$/ },
  { args: 'good.txt --vip 9.67.133.158/8', code: 2, err: /Expected an address without a length/ },
  { args: 'good.txt --vip 0.0.0.0', code: 2, err: /it means no address/ },
  { args: 'good.txt --vip 127.0.0.1', code: 2, err: /it is a loopback address/ },
  { args: 'good.txt --vip 224.0.0.1', code: 2, err: /it is a multicast address/ },
  { args: 'faulty.txt --config policy.json', code: 0, out: /^info\[extra-network-route\]/ },
  { args: 'faulty.txt --config policy.json --fail-on info', code: 1, out: /^info\[/ },
  { args: 'faulty.txt --config off.json', code: 0, out: /^1 host checked: clean\n$/ },
  { args: 'faulty.txt --config waived.json', code: 0, out: /^1 host checked: 1 waived\n$/ },
  {
    args: 'faulty.txt --config waived.json',
    today: '2026-06-01',
    code: 1,
    out: /^error\[/,
    err: /^routeprint: the waiver of extra-network-route on every host ran out on 2026-05-31: until May\n$/,
  },
  {
    args: 'faulty.txt --config waived.json --today 2026-05-31',
    today: '2026-06-01',
    code: 0,
    out: /1 waived/,
  },
  {
    args: 'good.txt --config wrong.json',
    code: 2,
    err: /^routeprint: wrong\.json:2:3: unknown key "vip"\n$/,
  },
  { args: 'good.txt --config none.json', code: 2, err: /--config none\.json: no such file/ },
  {
    args: `good.txt --vip ${VIP} --report pdf`,
    code: 2,
    err: /with a format of .*json.*text\.\n$/,
  },
  {
    args: `good.txt --vip ${VIP} --report json=`,
    code: 2,
    err: /the name of a file behind the "="/,
  },
  {
    args: `good.txt --vip ${VIP} --report json --report text`,
    code: 2,
    err: /only one report can go/,
  },
  {
    args: `good.txt --vip ${VIP} --report json=no/such/x`,
    code: 2,
    err: /cannot write no\/such\/x/,
  },
  { args: `good.txt --vip ${VIP} --fail-on fatal`, code: 2, err: /one of error, warning, info/ },
  { args: `good.txt --vip ${VIP} --role king`, code: 2, err: /Expected one of server, balancer/ },
  { args: `good.txt --vip ${VIP} --step 7`, code: 2, err: /a number from 1 to 6/ },
  { args: `good.txt --vip ${VIP} --today May`, code: 2, err: /Expected a day as YYYY-MM-DD/ },
  { args: `good.txt --vip ${VIP} --server web1`, code: 2, err: /an IPv4 or IPv6 address/ },
  {
    args: `good.txt --vip ${VIP} --server 192.0.2.5=xx`,
    code: 2,
    err: /a hardware address of six/,
  },
  { args: `faulty.txt --vip ${VIP} --role balancer`, code: 0, out: /clean/ },
]

describe('check', () => {
  for (const { args, code, out = /^$/, err = /^$/, ...around } of rows)
    it(`answers "${args}" with ${code}`, async () => {
      const ran = await cli(['check', ...args.split(' ')], { cwd: folder, ...around })
      expect(ran.code, ran.out + ran.err).toBe(code)
      expect(ran.out).toMatch(out)
      expect(ran.err).toMatch(err)
    })

  it('prints the host, its findings and their remedies as JSON', async () => {
    const { out } = await cli(['check', 'servers', '--vip', VIP, '--report', 'json'], {
      cwd: folder,
    })
    const { hosts, summary } = JSON.parse(out)
    expect(hosts.map(({ name }: { name: string }) => name)).toEqual(['a', 'b'])
    expect(hosts[1]).toMatchObject({
      platform: 'aix',
      captures: [{ file: 'servers/b/netstat_-rn', format: 'aix-netstat', diagnostics: [] }],
      findings: [{ rule: 'extra-network-route', vip: VIP }],
    })
    const [remedy] = hosts[1].findings[0].remedies
    expect(remedy.argv).toEqual(['route', 'delete', '-net', '192.0.2.0', VIP])
    expect(summary).toMatchObject({ hosts: 2, clean: 1, findings: { error: 1 } })
  })

  it('writes several reports at once', async () => {
    const args = ['--report', 'text', '--report', 'json=a.json', '--report', 'ndjson=b.ndjson']
    const ran = await cli(['check', 'servers', '--vip', VIP, ...args], { cwd: folder })
    expect(ran.out).toMatch(/^error\[extra-network-route\]/)
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')).hosts).toHaveLength(2)
    expect(readFileSync(join(folder, 'b.ndjson'), 'utf8').trim().split('\n')).toHaveLength(3)
  })

  it('prints the same whatever the machine: no absolute path, no clock', async () => {
    const args = ['check', join(folder, 'servers'), '--vip', VIP, '--report', 'json']
    const outside = await cli(args, { today: '2031-01-01' })
    expect(outside.out).not.toContain(folder)
    expect(outside.out).toBe(
      (await cli(args, { cwd: '/' })).out.replaceAll(`${folder.slice(1)}/`, ''),
    )
  })

  it('colours for a terminal, unless NO_COLOR is set', async () => {
    const args = ['check', 'faulty.txt', '--vip', VIP]
    const around = { cwd: folder, terminal: true }
    expect((await cli(args, around)).out).toContain('\u001b[31m')
    expect((await cli(args, { ...around, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b')
  })

  it('opens no pipe that is named as a capture', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const ran = await cli(['check', 'pipe', '--vip', VIP], { cwd: folder })
    expect(ran.code).toBe(3)
    expect(ran.out).toMatch(/^unread: pipe: expected a plain file\n/)
  })
})
