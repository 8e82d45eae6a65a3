import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { lines } from '../../src/cli/ndjson.js'
import { ordered } from '../../src/cli/ordered.js'
import { progressOn } from '../../src/cli/progress.js'
import { reports } from '../../src/report/index.js'
import { cli } from '../support/cli.js'
import { plant, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** The program with Ctrl-C pressed when that many hosts are judged, and what its bar was told. */
async function interruptedAt(count: number, args: string) {
  const controller = new AbortController()
  const told = { steps: 0, stops: 0 }
  const progress = {
    step: () => void (++told.steps === count && controller.abort()),
    stop: () => void told.stops++,
  }
  const io = { interruption: () => controller.signal, progress: () => progress }
  return { ...(await cli(args.split(' '), { cwd: root, io })), told }
}

describe('Ctrl-C', () => {
  beforeAll(() => {
    const table = 'default via 192.0.2.1 dev eth0\n'
    const names = Array.from({ length: 200 }, (_, index) => `web${String(index).padStart(3, '0')}`)
    plant(root, Object.fromEntries(names.map((name) => [`snap/${name}/ip_route`, table])))
  })

  const said = 'interrupted after 64 hosts; the rest was not checked'
  for (const { id } of reports)
    it(`leaves a report in part, and says so: ${id}`, async () => {
      const { code, out, told } = await interruptedAt(
        10,
        `check snap --vip 192.0.2.99 --report ${id}`,
      )
      expect([code, told]).toEqual([3, { steps: 64, stops: 1 }])
      expect(out).toContain(said)
      const whole = await cli(`check snap --vip 192.0.2.99 --report ${id}`.split(' '), {
        cwd: root,
      })
      expect(whole.out).not.toContain('interrupted')
    })

  it('leaves documents that can be read', async () => {
    const { out } = await interruptedAt(1, 'check snap --vip 192.0.2.99 --report json')
    const { hosts, summary, problems } = JSON.parse(out)
    expect([hosts.length, summary.hosts, problems]).toEqual([
      64,
      64,
      [{ path: '.', message: said }],
    ])
  })

  it('calls no finding of a baseline gone that was not looked for', async () => {
    const args = 'check snap --vip 192.0.2.99 --report json'
    const faults = (out: string) =>
      JSON.parse(out).hosts.flatMap(({ findings }: { findings: unknown[] }) => findings)
    const { out } = await cli(args.split(' '), { cwd: root })
    expect(faults(out)).toHaveLength(200)
    writeFileSync(join(root, 'before.json'), out)
    const drift = async (run: { readonly out: string } | Promise<{ readonly out: string }>) =>
      JSON.parse((await run).out).drift
    const held = `${args} --baseline before.json`
    expect(await drift(cli(held.split(' '), { cwd: root }))).toEqual({
      new: 0,
      unchanged: 200,
      gone: [],
    })
    expect(await drift(interruptedAt(1, held))).toEqual({ new: 0, unchanged: 64, gone: [] })
  })

  it('judges nothing that needs all hosts', async () => {
    const absent = '1: lo: <LOOPBACK,UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n'
    plant(root, { 'pair/a/ip_addr': absent, 'pair/b/ip_addr': absent })
    const args = 'check pair --vip 192.0.2.99 --report json'
    const whole = await cli(args.split(' '), { cwd: root })
    expect(whole.out).toContain('fleet-vip-on-no-server')
    expect((await interruptedAt(1, args)).out).not.toContain('fleet-vip-on-no-server')
  })
})

it('stops the bar where the run fails', async () => {
  const told = { stops: 0 }
  const progress = {
    step: () => {
      throw new Error('broken')
    },
    stop: () => void told.stops++,
  }
  const args = ['check', 'snap', '--vip', '192.0.2.99']
  const { code } = await cli(args, { cwd: root, io: { progress: () => progress } })
  expect([code, told.stops]).toEqual([3, 1])
})

/** A stream as the process has for standard error. */
function terminal(isTTY: boolean) {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 })
  // Of a stream of the process, the bar uses no more than this.
  return stream as unknown as NodeJS.WriteStream & PassThrough
}

describe('the bar', () => {
  it('is shown on a terminal alone', () => {
    const log = terminal(false)
    expect(progressOn(log)).toBeUndefined()
    expect(log.read()).toBeNull()
  })

  it('counts hosts, and leaves an empty line', () => {
    const stream = terminal(true)
    const bar = progressOn(stream)
    for (let count = 0; count < 3; count++) bar?.step()
    bar?.stop()
    const shown = String(stream.read())
    expect(shown).toContain('routeprint: 0 hosts')
    // The line is cleared from its beginning.
    expect(shown.endsWith('\u001b[1G\u001b[2K')).toBe(true)
  })
})

it('keeps no line that is too long', async () => {
  const bytes = ['ab', 'cdef\nxy', '\n', 'abcdefg'].map((text) => new TextEncoder().encode(text))
  const found = await all(lines(each(bytes), 5))
  expect(found).toEqual([[undefined], ['xy'], [undefined]])
})

it('answers in order, with few at work', async () => {
  let now = 0
  let most = 0
  const work = async (item: number) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setTimeout(done, (item * 7) % 5))
    now--
    return item
  }
  const items = Array.from({ length: 50 }, (_, index) => index)
  expect(await all(ordered(each(items), work, { most: 4 }))).toEqual(items)
  expect(most).toBe(4)
})

it('answers before more comes', async () => {
  async function* slow(): AsyncGenerator<number> {
    yield 1
    await new Promise(() => undefined)
  }
  const { value } = await ordered(slow(), async (item) => item, { most: 8 }).next()
  expect(value).toBe(1)
})

it('reads no configuration that is too large, or no file', async () => {
  plant(root, { 'large.json': ' '.repeat(2 ** 20 + 1), 'folder/x': '' })
  const said = async (path: string) =>
    (await cli(['check', 'x', '--config', path], { cwd: root })).err
  expect(await said('large.json')).toContain('larger than the limit of 1048576 bytes')
  expect(await said('folder')).toContain('expected a plain file')
})
