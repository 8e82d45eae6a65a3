import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/index.js'
import { type ParseOptions, parse, type Span } from '../../src/index.js'
import { renderings } from '../support/render/index.js'

const RUNS = Number(process.env['RENDER_RUNS'] ?? 40)

/** Systems that print the same text, so that the platform must be named: what is found instead, and why. */
const SAME_TEXT: Readonly<Record<string, { readonly like: string | null; readonly why: string }>> =
  {
    'dragonfly-arp': { like: 'freebsd-arp', why: 'FreeBSD up to 7 printed no expiry either' },
    'dragonfly-ifconfig': { like: 'freebsd-ifconfig', why: 'without options both print the same' },
    'dragonfly-ndp': { like: 'freebsd-ndp', why: 'both print what KAME wrote' },
    'dragonfly-netstat': {
      like: 'freebsd-netstat',
      why: 'only networks tell the two apart, and hosts alone may stand there',
    },
    'dragonfly-route-get': { like: 'freebsd-route-get', why: 'both print what FreeBSD 4 printed' },
    'irix-arp': { like: 'tru64-arp', why: 'only the octets of hardware addresses tell the two' },
    'linux-ip-neigh-brief': { like: null, why: 'an address and a word are no table' },
    'macos-ifconfig': {
      like: 'freebsd-ifconfig',
      why: 'of lo0 alone both printed the same before FreeBSD named the metric',
    },
    'qnx-netstat': { like: 'netbsd-netstat', why: 'QNX has NetBSD’s stack and netstat' },
  }

type Records = readonly unknown[]

function readBack(text: string, options: ParseOptions): { ids: unknown[]; records: Records } {
  const captures = parse(text, options)
  const read = captures.flatMap((one) => one.records as readonly { readonly span: Span }[])
  return {
    ids: captures.map(({ format }) => format),
    records: read.map(({ span, ...rest }) => rest),
  }
}

describe('records that a tool prints are read back from the text alone', () => {
  for (const { id, platform } of formats)
    it(id, () => {
      const rendering = renderings.get(id)
      const likes = [id, SAME_TEXT[id]?.like ?? id, ...(SAME_TEXT[id]?.like === null ? [null] : [])]
      fc.assert(
        fc.property(rendering?.records ?? fc.constant([]), (records) => {
          const text = rendering?.print(records) ?? ''
          const { ids, records: read } = readBack(text, {})
          expect(ids).toHaveLength(1)
          expect(likes).toContain(ids[0])
          if (ids[0] === id) expect(read).toEqual(records)
          if (ids[0] !== null) expect(readBack(text, { platform }).ids).toEqual([id])
        }),
        { numRuns: RUNS },
      )
    })

  it('where two systems are said to print the same, they do', () => {
    for (const [id, { like }] of Object.entries(SAME_TEXT)) {
      const rendering = renderings.get(id)
      const found = fc
        .sample(rendering?.records ?? fc.constant([]), { seed: 7, numRuns: 200 })
        .map((records) => parse(rendering?.print(records) ?? '')[0]?.format)
      expect(found, id).toContain(like)
    }
  })
})

describe('records that a tool prints are read back', () => {
  // What the first row tells of its front, and several systems of their likes, is nothing that a record says.
  for (const { id } of formats) {
    it(id, () => {
      const rendering = renderings.get(id)
      if (rendering === undefined) throw new Error('nothing prints records of this format')
      fc.assert(
        fc.property(rendering.records, (records) => {
          const captures = parse(rendering.print(records), { format: id })
          expect(captures.map(({ format }) => format)).toEqual([id])
          const read = captures.flatMap((one) => one.records as readonly { readonly span: Span }[])
          expect(read.map(({ span, ...rest }) => rest)).toEqual(records)
          const doubts = captures.flatMap(({ diagnostics }) =>
            diagnostics.filter(({ code, level }) => level !== 'info' && code !== 'head-missing'),
          )
          expect(doubts).toEqual([])
        }),
        { numRuns: RUNS },
      )
    })
  }
})
