import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { build, ROOT } from '../support/consumer.js'
import { plant, program, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()
const BIN = join(ROOT, 'dist', 'cli.js')
const TABLE = 'default via 192.0.2.1 dev eth0\n192.0.2.0/24 dev eth0 scope link\n'

beforeAll(() => {
  build()
  plant(root, { 'snap/web1/ip_route': TABLE })
})

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** The built program, its input left open. */
function started(args: string): Child {
  return spawn(process.execPath, [BIN, ...args.split(' ')], { cwd: root, stdio: 'pipe' })
}

/** Everything that comes, and the end. */
async function ended(child: Child, before = '') {
  const chunks: string[] = [before]
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  const [code, signal] = await once(child, 'close')
  return { code, signal, out: chunks.join('') }
}

describe('Ctrl-C', () => {
  it('ends a stream at once, though its input stays open', async () => {
    const child = started('check --ndjson --vip 192.0.2.99')
    const host = { name: 'web1', captures: [{ command: 'ip route', text: TABLE }] }
    child.stdin.write(`${JSON.stringify(host)}\n`)
    const [first] = await once(child.stdout, 'data')
    child.kill('SIGINT')
    const { code, signal, out } = await ended(child, String(first))
    const [answer, last, ...rest] = out.split('\n')
    expect(JSON.parse(answer ?? '').name).toBe('web1')
    expect(JSON.parse(last ?? '')).toEqual({
      problem: { path: '<stdin>', message: 'interrupted after 1 line; the rest was not checked' },
    })
    expect([code, signal, rest]).toEqual([3, null, ['']])
  })

  it('leaves a valid report of what was read, though standard input never ends', async () => {
    const child = started('check snap - --report json')
    // The remark that there is no cluster address: from here on, it is listened to.
    await once(child.stderr, 'data')
    child.kill('SIGINT')
    const { code, signal, out } = await ended(child)
    const { problems } = JSON.parse(out)
    expect([code, signal]).toEqual([3, null])
    expect(problems[0].message).toMatch(/^interrupted after [01] hosts?; the rest was not checked$/)
  })

  it.skipIf(!program('mkfifo'))(
    'a second time ends the program, whatever it waits for',
    async () => {
      // Nobody reads this file, so writing it never ends.
      execFileSync('mkfifo', [join(root, 'unread')])
      const child = started('check snap - --report text --report json=unread')
      await once(child.stderr, 'data')
      child.kill('SIGINT')
      const [report] = await once(child.stdout, 'data')
      expect(String(report)).toContain('interrupted after')
      child.kill('SIGINT')
      expect(await ended(child)).toMatchObject({ code: null, signal: 'SIGINT' })
    },
  )

  it('ends a command at once that has nothing to leave', async () => {
    const child = started('parse -')
    child.stdin.write('x')
    // Nothing tells that it reads: a signal before that ends it as well.
    child.kill('SIGINT')
    expect(await ended(child)).toMatchObject({ signal: 'SIGINT' })
  })
})
