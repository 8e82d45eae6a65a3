import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { tarReader } from '../../src/page/archive/tar.js'
import { zipReader } from '../../src/page/archive/zip.js'
import type { ReadArchive } from '../../src/snapshot/archive/entry.js'
import { tarReader as nodeTar } from '../../src/snapshot/archive/tar.js'
import { zipReader as nodeZip } from '../../src/snapshot/archive/zip.js'
import { defaultLimits } from '../../src/snapshot/limits.js'
import { plant, program, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()
const LONG = `${'deep/'.repeat(30)}netstat_-rn`

beforeAll(() =>
  plant(root, {
    'snap/web1/netstat_-rn': 'one',
    [`snap/${LONG}`]: 'far away',
    'snap/empty': '',
    'snap/é.txt': 'not in ASCII',
    'snap/large': 'x'.repeat(100_000),
  }),
)

const KINDS = [
  ['tar', '-cf', 'a.tar', 'snap'],
  ['tar', '-czf', 'a.tgz', './snap'],
  ['tar', '--format=posix', '-cf', 'p.tar', 'snap'],
  ['tar', '--format=ustar', '-cf', 'u.tar', 'snap'],
  ['tar', '--format=v7', '-cf', 'v.tar', '-C', 'snap', 'web1', 'large'],
  ['zip', '-qr', 'a.zip', 'snap'],
  ['zip', '-qr0', 's.zip', 'snap'],
] as const

type Member = readonly [path: string, kind: string, text: string | undefined]

async function members(read: ReadArchive): Promise<Member[]> {
  const found: Member[] = []
  await read(
    ({ size }) => size < 50_000,
    ({ path, kind }, bytes) =>
      found.push([path, kind, bytes && Buffer.from(bytes).toString('utf8')]),
  )
  return found
}

describe('an archive on the page', () => {
  for (const [command, ...args] of KINDS)
    it.skipIf(!program(command))(
      `that "${command} ${args.join(' ')}" made holds what Node finds in it`,
      async () => {
        execFileSync(command, args, { cwd: root, stdio: 'pipe' })
        const name = args.find((one) => /\.(?:t|z)/.test(one)) ?? ''
        const bytes = readFileSync(join(root, name))
        const [own, nodes] = name.endsWith('zip') ? [zipReader, nodeZip] : [tarReader, nodeTar]
        const found = await members(own(bytes, defaultLimits))
        expect(found).toEqual(await members(nodes(bytes, defaultLimits)))
        expect(found.map(([, , text]) => text)).toContain('one')
        expect(found.some(([path, , text]) => path.endsWith('large') && text === undefined)).toBe(
          true,
        )
      },
    )

  it('that was cut gives what came before, and says that it is broken', async () => {
    execFileSync('tar', ['-cf', 'a.tar', 'snap'], { cwd: root })
    const bytes = readFileSync(join(root, 'a.tar'))
    const found: string[] = []
    const read = tarReader(bytes.subarray(0, 2048), defaultLimits)
    await expect(
      read(
        () => true,
        ({ path }) => void found.push(path),
      ),
    ).rejects.toThrow('broken')
    expect(found[0]).toBe('snap/')
  })

  it('that becomes larger than the limit is not unpacked', async () => {
    execFileSync('tar', ['-czf', 'b.tgz', 'snap'], { cwd: root })
    const limits = { ...defaultLimits, unpackedSize: 50_000 }
    const read = tarReader(readFileSync(join(root, 'b.tgz')), limits)
    await expect(
      read(
        () => true,
        () => {},
      ),
    ).rejects.toThrow('limit of 50000 bytes')
  })
})
