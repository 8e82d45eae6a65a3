import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cli, ROOT } from '../support/cli.js'
import { plant, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()
const VIP = '192.0.2.99'
const FAULTY = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')

interface Shown {
  readonly hosts: { name: string; captures: { file: string }[]; findings: { rule: string }[] }[]
  readonly problems: { path: string; message: string }[]
}

async function checked(args: string): Promise<Shown & { code: number }> {
  const { out, code } = await cli([...args.split(' '), '--report', 'json'], { cwd: root })
  return { ...JSON.parse(out), code }
}

/** Names of hosts, each with the rules of its findings. */
const found = ({ hosts }: Shown) =>
  hosts.map(({ name, findings }) => [name, ...findings.map(({ rule }) => rule)])

describe('servers of a cluster address, by patterns of names', () => {
  beforeAll(() =>
    plant(root, {
      'fleet/routeprint.json': JSON.stringify({
        vips: [{ address: VIP, servers: ['web*', '*-spare.example'] }],
      }),
      ...Object.fromEntries(
        ['db1', 'web1', 'xweb1', '7-spare.example'].map((name) => [
          `fleet/${name}/netstat_-rn`,
          FAULTY,
        ]),
      ),
    }),
  )

  it('say on which hosts it is expected', async () =>
    expect(found(await checked('check fleet'))).toEqual([
      ['7-spare.example', 'extra-network-route'],
      ['db1', 'extra-network-route', 'fleet-vip-on-unexpected-host'],
      ['web1', 'extra-network-route'],
      ['xweb1', 'extra-network-route', 'fleet-vip-on-unexpected-host'],
    ]))

  it('hold when shards are merged as well', async () => {
    const whole = await checked('check fleet')
    for (const name of ['db1', 'web1', 'xweb1', '7-spare.example']) {
      const args = `check fleet/${name} --config fleet/routeprint.json --report ndjson=${name}.ndjson`
      await cli(args.split(' '), { cwd: root })
    }
    const shards = 'xweb1.ndjson web1.ndjson db1.ndjson 7-spare.example.ndjson'
    expect(found(await checked(`merge ${shards} --config fleet/routeprint.json`))).toEqual(
      found(whole),
    )
  })
})

describe('limits of the configuration', () => {
  const limited = async (limits: object) => {
    plant(root, { 'limited/routeprint.json': JSON.stringify({ vips: [VIP], limits }) })
    return checked('check limited')
  }
  beforeAll(() =>
    plant(root, {
      'limited/a/netstat_-rn': FAULTY,
      'limited/b/arp_-an': 'x'.repeat(3000),
      'limited/b/netstat_-rn': FAULTY,
      'limited/c/deep/netstat_-rn': FAULTY,
    }),
  )

  it('are not reached by what is usual', async () =>
    expect((await limited({})).hosts.map(({ name }) => name)).toEqual(['a', 'b', 'deep']))

  it('of a file name the file, and the rest is checked', async () => {
    const { problems, hosts, code } = await limited({ fileSize: 2000 })
    const message = 'larger than the limit of 2000 bytes for a file'
    expect(problems).toEqual([{ path: 'limited/b/arp_-an', message }])
    expect(hosts.map(({ captures }) => captures.length)).toEqual([1, 1, 1])
    // A finding outweighs what could not be checked.
    expect(code).toBe(1)
  })

  it('of the number of files name what was left out', async () => {
    const { problems, hosts } = await limited({ files: 2 })
    expect(hosts.map(({ name }) => name)).toEqual(['a', 'b'])
    const message = 'beyond the limit of 2 files'
    expect(problems).toEqual([
      { path: 'limited/b/netstat_-rn', message },
      { path: 'limited/c/deep/netstat_-rn', message },
    ])
  })

  it('of the depth name the folder', async () =>
    expect((await limited({ depth: 1 })).problems).toEqual([
      { path: 'limited/c/deep', message: 'deeper than the limit of 1 folders' },
    ]))

  it('of a line leave the other lines', async () => {
    const line = (text: string) =>
      JSON.stringify({ name: 'web1', captures: [{ command: 'netstat -rn', text }] })
    plant(root, { 'lines.json': JSON.stringify({ vips: [VIP], limits: { fileSize: 5000 } }) })
    const stdin = [line('x'.repeat(5000)), line(FAULTY), ''].join('\n')
    const args = ['check', '--ndjson', '--config', 'lines.json']
    const { code, out, err } = await cli(args, { cwd: root, stdin })
    const [first = '', second = ''] = out.split('\n')
    const message = 'a line longer than the limit of 5000 characters'
    expect(JSON.parse(first)).toEqual({ problem: { path: '<stdin>', message } })
    expect(JSON.parse(second).name).toBe('web1')
    expect([code, err]).toEqual([1, `routeprint: <stdin>:1: ${message}\n`])
  })
})

describe('names that are no UTF-8', () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((one) => (typeof one === 'number' ? Buffer.of(one) : Buffer.from(one))))
  // Not every file system takes them.
  const isTaken = (() => {
    try {
      mkdirSync(bytes(root, '/odd/web-', 0xfc, '1'), { recursive: true })
      return true
    } catch {
      return false
    }
  })()

  it.skipIf(!isTaken)('are read, and shown with their bytes', async () => {
    const folder = bytes(root, '/odd/web-', 0xfc, '1')
    writeFileSync(Buffer.concat([folder, bytes('/netstat_-rn')]), FAULTY)
    writeFileSync(Buffer.concat([folder, bytes('/arp_-an_', 0xe9)]), 'no table\n')
    mkdirSync(bytes(root, '/odd/web-', 0xfd, '1'))
    writeFileSync(bytes(root, '/odd/web-', 0xfd, '1/netstat_-rn'), FAULTY)
    const { hosts, problems } = await checked(`check odd --vip ${VIP}`)
    expect(problems).toEqual([])
    // Two names that differ in such a byte alone stay two hosts.
    expect(hosts.map(({ name }) => name)).toEqual(['web-\\xfc1', 'web-\\xfd1'])
    expect(hosts[0]?.captures.map(({ file }) => file)).toEqual([
      'odd/web-\\xfc1/arp_-an_\\xe9',
      'odd/web-\\xfc1/netstat_-rn',
    ])
  })
})
