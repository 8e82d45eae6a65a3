import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/index.js'
import {
  type Capture,
  detect,
  lineRoles,
  message,
  type ParseOptions,
  parse,
  parseAddresses,
  parseArp,
  parseRoutes,
  type Span,
  type UnknownCapture,
} from '../../src/index.js'
import { loadFixtures } from '../support/fixtures.js'
import { hostileText, mutations } from '../support/hostile-text.js'
import { brokenPromises } from '../support/promises.js'

const RUNS = 25

const fixtures = loadFixtures()
const clean = fixtures.filter(
  ({ expected }) =>
    expected.detectable !== false && !expected.useCommand && expected.diagnostics.length === 0,
)

function byFormat(id: string): string[] {
  const own = fixtures.filter(({ expected }) => expected.format === id).map(({ text }) => text)
  return own.length > 0 ? own : ['']
}

describe('any text at all keeps every promise', () => {
  for (const { id } of formats)
    it(`read as ${id}`, () => {
      const mutated = mutations(byFormat(id))
      fc.assert(
        fc.property(fc.oneof(hostileText, mutated, mutated), (text) => {
          expect(brokenPromises(text, { format: id })).toEqual([])
        }),
        { numRuns: RUNS },
      )
    })

  it('recognised from the text alone', () => {
    const mutated = mutations(fixtures.map(({ text }) => text))
    fc.assert(
      fc.property(fc.oneof(hostileText, mutated, mutated, mutated), (text) => {
        expect(brokenPromises(text, {})).toEqual([])
        expect(() => detect(text)).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })

  for (const [name, read] of Object.entries({ parseRoutes, parseArp, parseAddresses }))
    it(`${name} accounts for every line that lineRoles names`, () => {
      fc.assert(
        fc.property(mutations(fixtures.map(({ text }) => text)), (text) => {
          const { lines } = read(text)
          expect(lines.total).toBe(lineRoles(text).length)
          expect(lines.record + lines.heading + lines.blank + lines.outside + lines.unparsed).toBe(
            lines.total,
          )
        }),
        { numRuns: 100 },
      )
    })
})

const PROMPT = (command: string) => `[root@web01 ~]# ${command}\n`

describe('two captures in one text', () => {
  it('give the records of both, each behind its prompt', () => {
    const one = fc.constantFrom(...clean)
    fc.assert(
      fc.property(one, one, (a, b) => {
        const texts = [a, b].map(({ text, expected }) => {
          const body = text.replace(/^\ufeff/, '')
          const ended = /[\r\n]$/.test(body) ? body : `${body}\n`
          return `${PROMPT(expected.command)}${ended}`
        })
        const both = bare(parse(texts.join('')))
        expect(both).toEqual(texts.flatMap((text) => bare(parse(text))))
      }),
      { numRuns: 300 },
    )
  })
})

function bare(captures: readonly (Capture | UnknownCapture)[]): unknown[] {
  return captures.flatMap(({ records }) =>
    records.map((record: { readonly span: Span }) => ({ ...record, span: undefined })),
  )
}

describe('messages', () => {
  it('are one sentence without a line end, whatever the text', () => {
    const options: readonly ParseOptions[] = [{}, ...formats.map(({ id }) => ({ format: id }))]
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...options), (text, option) => {
        for (const { diagnostics } of parse(text, option))
          for (const one of diagnostics) {
            const sentence = message(one)
            expect(sentence).not.toMatch(/[\n\r]/)
            expect(sentence.trim()).not.toBe('')
          }
      }),
      { numRuns: 300 },
    )
  })
})
