import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/index.js'
import { parse, type Span } from '../../src/index.js'
import { renderings } from '../support/render/index.js'

const RUNS = Number(process.env['RENDER_RUNS'] ?? 40)

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
