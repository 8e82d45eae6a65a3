import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSnapshot, type Snapshot } from '../../src/snapshot/index.js'
import { plant } from '../support/trees.js'

const root = mkdtempSync(join(tmpdir(), 'routeprint-'))
const snap = join(root, 'snap')

beforeAll(() => {
  mkdirSync(join(snap, 'web2'), { recursive: true })
  mkdirSync(join(snap, 'web1'))
  mkdirSync(join(root, 'empty'))
  writeFileSync(join(snap, 'web1', 'netstat_-rn'), 'one')
  writeFileSync(join(snap, 'web1', 'arp_-an'), 'two')
  writeFileSync(join(snap, 'web2', 'route_print.txt'), '\ufeffthree', 'utf16le')
  writeFileSync(join(root, 'secret'), 'secret')
})
afterAll(() => rmSync(root, { recursive: true }))

function names({ hosts }: Snapshot): unknown {
  return hosts.map(({ facts, captures }) => [facts.name, ...captures.map(({ file }) => file)])
}

describe('readSnapshot', () => {
  it('takes a folder as a host', async () =>
    expect(names(await readSnapshot(join(snap, 'web1')))).toEqual([
      ['web1', 'web1/arp_-an', 'web1/netstat_-rn'],
    ]))

  it('takes the folders of a folder as hosts', async () =>
    expect(names(await readSnapshot(snap, { cwd: root }))).toEqual([
      ['web1', 'snap/web1/arp_-an', 'snap/web1/netstat_-rn'],
      ['web2', 'snap/web2/route_print.txt'],
    ]))

  it('takes a file as a host, named after it', async () => {
    const { hosts } = await readSnapshot(join(snap, 'web2', 'route_print.txt'))
    expect(hosts).toEqual([
      {
        facts: { name: 'route_print' },
        captures: [
          {
            file: 'route_print.txt',
            command: 'route print',
            text: 'three',
            encoding: 'utf-16le',
            diagnostics: [],
          },
        ],
      },
    ])
  })

  it('names an empty folder: the host that it is for was not captured', async () => {
    const message = 'expected captures in this folder, found no file'
    expect(await readSnapshot(join(root, 'empty'))).toEqual({
      hosts: [],
      problems: [{ path: 'empty', message }],
    })
    plant(root, {
      'some/web1/netstat_-rn.txt': 'one',
      'some/web2/host.json': '{}',
      'some/web3/.gitkeep': '',
      'some/docs/README.md': 'about these',
      'some/.git/HEAD': 'ref',
      'some/deep/er/host.json': '{}',
    })
    mkdirSync(join(root, 'some/web4'))
    const { hosts, problems } = await readSnapshot(join(root, 'some'))
    expect(hosts.map(({ facts }) => facts.name)).toEqual(['web1'])
    expect(problems).toEqual(
      ['deep/er', 'web2', 'web3', 'web4'].map((path) => ({ path: `some/${path}`, message })),
    )
  })

  it('says that there is no such file', async () =>
    expect(await readSnapshot(join(root, 'none'))).toEqual({
      hosts: [],
      problems: [{ path: 'none', message: 'no such file or folder' }],
    }))

  it('refuses a file over the limit, and reads the rest', async () => {
    const found = await readSnapshot(snap, { limits: { fileSize: 6 }, cwd: root })
    expect(found.problems).toEqual([
      {
        path: 'snap/web2/route_print.txt',
        message: 'larger than the limit of 6 bytes for a file',
      },
    ])
    expect(found.hosts).toHaveLength(1)
  })

  it('stops at the limit of files', async () => {
    const { problems } = await readSnapshot(snap, { limits: { files: 2 } })
    expect(problems.map(({ message }) => message)).toEqual(['beyond the limit of 2 files'])
  })

  it('stops at the limit of depth', async () => {
    const { problems } = await readSnapshot(snap, { limits: { depth: 0 } })
    expect(problems).toHaveLength(2)
  })
})

describe.skipIf(process.platform === 'win32')('readSnapshot of odd files', () => {
  const odd = join(root, 'odd')

  beforeAll(() => {
    mkdirSync(odd)
    symlinkSync(join(root, 'secret'), join(odd, 'link'))
    symlinkSync(odd, join(odd, 'loop'))
    execFileSync('mkfifo', [join(odd, 'pipe')])
    writeFileSync(join(odd, 'route'), 'fine')
  })

  it('follows no link, opens no pipe, and reads the rest', async () => {
    const { hosts, problems } = await readSnapshot(odd)
    expect(hosts.map(({ captures }) => captures.map(({ text }) => text))).toEqual([['fine']])
    expect(problems).toEqual([
      { path: 'odd/link', message: 'a symbolic link, which is not followed' },
      { path: 'odd/loop', message: 'a symbolic link, which is not followed' },
      { path: 'odd/pipe', message: 'expected a plain file' },
    ])
  })
})
