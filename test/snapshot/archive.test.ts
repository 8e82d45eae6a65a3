import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSnapshot, type Snapshot, type SnapshotOptions } from '../../src/snapshot/index.js'
import { plant, program, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: root, stdio: 'pipe' })
const read = (path: string, options: SnapshotOptions = {}) =>
  readSnapshot(path, { cwd: root, ...options })

function names({ hosts }: Snapshot): unknown {
  return hosts.map(({ facts, captures }) => [facts.name, ...captures.map(({ file }) => file)])
}

beforeAll(() => {
  plant(root, {
    'snap/web1/netstat_-rn': 'one',
    'snap/web1/host.json': '{"role": "client"}',
    'snap/web2/arp_-an': 'two',
    'sos/hostname': 'web9\n',
    'sos/sos_commands/networking/route_-n': 'three',
    'sos/var/log/messages': 'x'.repeat(100_000),
  })
  symlinkSync('sos_commands/networking/route_-n', join(root, 'sos/route'))
})

const KINDS = [
  ['tar', 'tar', '-cf', 'a.tar', 'snap'],
  ['tar.gz', 'tar', '-czf', 'a.tar.gz', 'snap'],
  ['tgz', 'tar', '-czf', 'a.tgz', './snap'],
  ['tar.xz', 'tar', '-cJf', 'a.tar.xz', 'snap'],
  ['tar', 'tar', '--format=posix', '-cf', 'a.tar', 'snap'],
  ['tar', 'tar', '--format=v7', '-cf', 'a.tar', '-C', 'snap', '.'],
  ['zip', 'zip', '-qr', 'a.zip', 'snap'],
] as const

describe('readSnapshot of an archive', () => {
  for (const [ending, command, ...args] of KINDS)
    it.skipIf(!program(command) || (ending === 'tar.xz' && !program('xz')))(
      `reads what "${command} ${args.join(' ')}" made`,
      async () => {
        run('rm', '-f', `a.${ending}`)
        run(command, ...args)
        const found = await read(`a.${ending}`)
        expect(found.problems).toEqual([])
        const within = args.some((one) => one === '-C') ? '' : 'snap/'
        expect(names(found)).toEqual([
          ['web1', `a.${ending}/${within}web1/netstat_-rn`],
          ['web2', `a.${ending}/${within}web2/arp_-an`],
        ])
        expect(found.hosts[0]?.facts.role).toBe('client')
        expect(found.hosts[0]?.captures[0]?.text).toBe('one')
      },
    )

  it('reads of a known tree what it has a use for, in a folder of archives', async () => {
    mkdirSync(join(root, 'many'), { recursive: true })
    run('tar', '-czf', 'many/sosreport-web9.tar.gz', 'sos')
    run('tar', '-cf', 'many/b.tar', 'snap')
    const found = await read('many')
    expect(found.problems).toEqual([])
    expect(names(found)).toEqual([
      ['web1', 'many/b.tar/snap/web1/netstat_-rn'],
      ['web2', 'many/b.tar/snap/web2/arp_-an'],
      ['web9', 'many/sosreport-web9.tar.gz/sos/sos_commands/networking/route_-n'],
    ])
  })

  it('is known by its bytes, whatever its name', async () => {
    run('tar', '-cf', 'nameless', 'snap')
    expect((await read('nameless')).hosts).toHaveLength(2)
  })
})

/** A tar archive of members that no honest program writes. */
async function hostile(members: readonly { name: string; type?: 'symlink' | 'fifo' | 'link' }[]) {
  const made = pack()
  for (const { name, type } of members)
    if (type === undefined) made.entry({ name }, 'text')
    else made.entry({ name, type, linkname: '/etc/passwd' })
  made.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of made as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const members = [
  [{ name: '../../arp_-an' }, 'bad.tar/../../arp_-an', 'a name that leads out of the archive'],
  [{ name: '/etc/arp_-an' }, 'bad.tar//etc/arp_-an', 'a name that is no relative path'],
  [{ name: 'C:\\arp_-an' }, 'bad.tar/C:\\arp_-an', 'a name that is no relative path'],
  [{ name: '..\\arp_-an' }, 'bad.tar/..\\arp_-an', 'a name that leads out of the archive'],
  [
    { name: 'web1/arp_-an', type: 'symlink' as const },
    'bad.tar/web1/arp_-an',
    'a link inside of an archive, which is not followed',
  ],
  [
    { name: 'web1/arp_-an', type: 'link' as const },
    'bad.tar/web1/arp_-an',
    'a link inside of an archive, which is not followed',
  ],
  [
    { name: 'web1/arp_-an', type: 'fifo' as const },
    'bad.tar/web1/arp_-an',
    'expected a plain file, not encrypted',
  ],
  [
    { name: 'good/arp_-an' },
    'bad.tar/good/arp_-an',
    'a second file of this name; the first is read',
  ],
  [
    { name: `${'d/'.repeat(40)}arp_-an` },
    `bad.tar/${'d/'.repeat(40)}arp_-an`,
    'deeper than the limit of 16 folders',
  ],
  [{ name: 'x/inner.zip' }, 'bad.tar/x/inner.zip', /archive inside of an archive/],
] as const

describe('readSnapshot of a hostile archive', () => {
  for (const [member, path, message] of members)
    it(`names ${JSON.stringify(member).slice(0, 50)}, and reads the rest`, async () => {
      writeFileSync(join(root, 'bad.tar'), await hostile([{ name: 'good/arp_-an' }, member]))
      const found = await read('bad.tar')
      expect(found.hosts.map(({ facts }) => facts.name)).toEqual(['good'])
      expect(found.problems.map((one) => one.path)).toEqual([path])
      expect(found.problems[0]?.message).toMatch(message)
    })

  for (const [ending, make] of [
    ['tar', () => run('tar', '-cf', 'cut.tar', 'snap')],
    ['tar.gz', () => run('tar', '-czf', 'cut.tar.gz', 'snap', 'sos')],
    ['zip', () => program('zip') && run('zip', '-qr', 'cut.zip', 'snap')],
    ['tar.xz', () => program('xz') && run('tar', '-cJf', 'cut.tar.xz', 'snap')],
  ] as const)
    it(`names a ${ending} that was cut`, async () => {
      run('rm', '-f', `cut.${ending}`)
      if (make() === false) return
      truncateSync(
        join(root, `cut.${ending}`),
        (readFileSync(join(root, `cut.${ending}`)).length * 0.3) | 0,
      )
      const { problems } = await read(`cut.${ending}`)
      expect(problems).toContainEqual({ path: `cut.${ending}`, message: 'a broken archive' })
    })

  it('notices that a tar ends between two members', async () => {
    run('tar', '-cf', 'half.tar', 'snap')
    truncateSync(join(root, 'half.tar'), 512 * 3)
    const { problems } = await read('half.tar')
    expect(problems).toEqual([{ path: 'half.tar', message: 'a broken archive' }])
  })

  it('names what is no archive', async () => {
    writeFileSync(join(root, 'no.zip'), 'text')
    expect((await read('no.zip')).problems).toEqual([
      { path: 'no.zip', message: 'a broken archive' },
    ])
  })

  it('names the empty folder of a host in an archive', async () => {
    plant(root, { 'gaps/web1/netstat_-rn': 'one', 'gaps/web2/host.json': '{}' })
    mkdirSync(join(root, 'gaps/web3'), { recursive: true })
    run('tar', '-czf', 'gaps.tgz', 'gaps')
    const { problems } = await read('gaps.tgz')
    expect(problems).toEqual(
      ['web2', 'web3'].map((name) => ({
        path: `gaps.tgz/gaps/${name}`,
        message: 'expected captures in this folder, found no file',
      })),
    )
  })

  it('tells a compressed text from a broken archive', async () => {
    writeFileSync(join(root, 'netstat_-rn.gz'), gzipSync('a row\n'.repeat(500)))
    expect((await read('netstat_-rn.gz')).problems).toEqual([
      {
        path: 'netstat_-rn.gz',
        message: 'a compressed file that is no tar archive: unpack it first',
      },
    ])
  })

  it('refuses an archive that becomes too large, and one too large as it is', async () => {
    writeFileSync(join(root, 'zeros'), new Uint8Array(100_000_000))
    run('tar', '-czf', 'bomb.tgz', 'zeros')
    const grown = await read('bomb.tgz', { limits: { fileSize: 200_000_000 } })
    expect(grown.problems.map(({ message }) => message)).toEqual([
      'it becomes more than 500 times as large as it is',
    ])
    const full = await read('bomb.tgz', { limits: { unpackedSize: 1000 } })
    expect(full.problems[0]?.message).toBe('it holds more than the limit of 1000 bytes')
    const large = await read('bomb.tgz', { limits: { archiveSize: 10 } })
    expect(large.problems[0]?.message).toBe('larger than the limit of 10 bytes for an archive')
  })

  it('refuses a file over the limit, and more files than the limit', async () => {
    run('tar', '-cf', 'two.tar', 'snap')
    const long = await read('two.tar', { limits: { fileSize: 2 } })
    expect(long.problems.map(({ message }) => message)).toContain(
      'larger than the limit of 2 bytes for a file',
    )
    const many = await read('two.tar', { limits: { files: 2 } })
    expect(many.problems[0]?.message).toBe('beyond the limit of 2 files')
  })
})
