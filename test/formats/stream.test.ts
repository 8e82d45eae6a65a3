import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Batch,
  type ChunkSource,
  type LineAccount,
  parseArp,
  parseRoutes,
  readArp,
  readRoutes,
} from '../../src/index.js'
import { loadFixtures } from '../support/fixtures.js'

async function gathered<R>(batches: AsyncIterable<Batch<R>>) {
  const records: R[] = []
  const diagnostics: unknown[] = []
  const lines: Record<string, number> = {}
  for await (const batch of batches) {
    records.push(...batch.records)
    diagnostics.push(...batch.diagnostics)
    for (const [role, count] of Object.entries(batch.lines))
      lines[role] = (lines[role] ?? 0) + count
  }
  return { records, diagnostics, lines }
}

function plain<R>(result: {
  readonly records: readonly R[]
  readonly diagnostics: readonly unknown[]
  readonly lines: LineAccount
}) {
  const { records, diagnostics, lines } = result
  return { records, diagnostics, lines }
}

/** The bytes of a text cut at the given places. */
function cut(text: string, places: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length]
  ends.sort((a, b) => a - b)
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end))
}

const HEAD = 'Destination        Gateway           Flags   Refs     Use  If   Exp  Groups\n'

describe('reading a stream', () => {
  for (const { name, text, expected } of loadFixtures()) {
    if (expected.useCommand || expected.detectable === false || text.startsWith('\ufeff')) continue
    it(`gives what parsing ${name} as a whole gives, wherever it is cut`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(), { maxLength: 4 }), async (places) => {
          const chunks = cut(text, places)
          expect(await gathered(readRoutes(chunks))).toEqual(plain(parseRoutes(text)))
          expect(await gathered(readArp(chunks))).toEqual(plain(parseArp(text)))
        }),
        { numRuns: 5 },
      )
    })
  }

  it.each([
    ['a text', (text: string) => text],
    ['bytes', (text: string) => new TextEncoder().encode(text)],
  ])('lets go of records while %s of one large chunk is read', async (_, chunkOf) => {
    const rows = 20_000
    const text = Array.from(
      { length: rows },
      (_, i) => `10.${i >> 8}.${i & 255}.0/24 via 192.0.2.1 dev eth0\n`,
    )
    let most = 0
    let all = 0
    for await (const { records } of readRoutes([chunkOf(text.join(''))])) {
      most = Math.max(most, records.length)
      all += records.length
    }
    expect(all).toBe(rows)
    // What stays unread to look ahead comes with the last batch.
    expect(most).toBeLessThan(rows / 5)
  })

  it('reads a table of several blocks as one', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, i) =>
        `10.${i >> 8}.${i % 256}/24   192.0.2.${i % 254}   UG   0   ${i} en${i % 7}   -   -`,
    )
    const text = `${HEAD}${rows.join('\n')}\n`
    const half = text.length / 2 + 7
    const pieces: ChunkSource = [text.slice(0, half), text.slice(half)]
    const streamed = await gathered(readRoutes(pieces))
    expect(streamed.records).toHaveLength(20_000)
    expect(streamed).toEqual(plain(parseRoutes(text)))
  })
})
