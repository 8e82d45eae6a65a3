import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { answers } from '../../src/cli/answers.js'
import { Crew } from '../../src/cli/crew.js'
import { judgeBatches, type Kind } from '../../src/cli/judging.js'
import type { Line } from '../../src/cli/ndjson.js'
import { pieces } from '../../src/cli/pieces.js'
import type { Piece } from '../../src/snapshot/index.js'
import { build, ROOT } from '../support/consumer.js'

const FILE = join(ROOT, 'dist', 'worker.js')
const FAULTY = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const standards = { policy: { vips: ['192.0.2.99'] }, hosts: [], facts: {} }
const hosts = Array.from({ length: 300 }, (_, index) => ({
  facts: { name: `host${index}` },
  captures: [
    {
      command: 'netstat -rn',
      file: `host${index}/netstat_-rn`,
      text: FAULTY.replaceAll('192.0.2.68', `198.51.100.${index % 250}`),
      encoding: 'utf-8',
      diagnostics: [],
    },
  ],
}))
const found = hosts.map(
  (host, index): Piece =>
    index % 50 === 7
      ? { kind: 'problem', problem: { path: `odd${index}`, message: 'permission denied' } }
      : { kind: 'host', host },
)
const lines = hosts.map(({ facts, captures: [{ command, text } = {}] }, index): Line => {
  const line = JSON.stringify({ ...facts, captures: [{ command, text }] })
  if (index % 50 === 9) return { number: index }
  return { number: index, text: index % 50 === 7 ? '{"name" 1}' : line }
})

beforeAll(build)

async function* batched<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < items.length; at += 10) yield items.slice(at, at + 10)
}

/** What this thread answers alone, and what workers do that were there before the first batch. */
async function both<T, R>(items: readonly T[], kind: Kind<T, R>) {
  const run = async (crew: Crew) => {
    const parts: R[] = []
    for await (const part of judgeBatches(batched(items), kind, { crew })) parts.push(part)
    return kind.joined(parts)
  }
  const crew = new Crew({ standards, jobs: 2, worker: { file: FILE, long: 0 } })
  crew.done(1, 1)
  await crew.up()
  return {
    alone: await run(new Crew({ standards, jobs: 1 })),
    together: await run(crew),
  }
}

describe('worker threads', () => {
  it('leave the hosts of a snapshot as they are', async () => {
    const { alone, together } = await both(found, pieces)
    expect(together).toEqual(alone)
    expect(together).toHaveLength(300)
  })

  it('leave the answers to lines as they are, bad lines among them', async () => {
    const { alone, together } = await both(lines, answers)
    expect(together).toEqual(alone)
    expect(together).toMatchObject({ count: 300, code: 1 })
    expect(together.remarks).toHaveLength(12)
  })

  it('lose one host alone where one cannot be judged', async () => {
    const [first, ...rest] = hosts.slice(0, 10)
    // What no snapshot gives: a host that breaks the judge, and one that cannot be sent.
    const broken = { facts: { name: 'broken' }, captures: [{ text: '', format: 'morse' }] }
    const unsent = { facts: { name: 'unsent', version: () => '' }, captures: [] }
    const items = [first, broken, unsent, ...rest].map((host) => ({ kind: 'host', host }) as Piece)
    const { together } = await both(items, pieces)
    const names = together.map((one) => ('problem' in one ? one.problem : one.name))
    expect(names).toEqual([
      'host0',
      { path: 'broken', message: expect.stringMatching(/^internal error.*RangeError/) },
      { path: 'unsent', message: expect.stringMatching(/^internal error.*DataCloneError/) },
      ...Array.from({ length: 9 }, (_, index) => `host${index + 1}`),
    ])
  })

  it('are none where the work is short', async () => {
    const crew = new Crew({ standards, jobs: 2, expected: 1000, worker: { file: FILE, long: 1e7 } })
    crew.done(1, 1)
    expect(crew.isStarted).toBe(false)
    crew.done(1, 1e6)
    expect(crew.isStarted).toBe(true)
    await crew.dismissed()
  })
})
