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
const PROMPT_RUNS = Number(process.env['PROMPT_RUNS'] ?? 40)

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

/** What stands before a command, or around it where a file is named. */
const PROMPTS: Readonly<Record<string, readonly [string, string?]>> = {
  'a head of tail': ['==> ', ' <=='],
  bash: ['[root@web01 ~]# '],
  'bash of a user': ['alice@web01:/etc$ '],
  busybox: ['~ # '],
  cmd: ['C:\\Windows\\system32>'],
  csh: ['web01% '],
  'csh with numbers': ['IRIS 12# '],
  ESXi: ['[root@esx1:~] '],
  fish: ['alice@web01 ~> '],
  'HP-UX': ['root@hp1[/home] '],
  ksh: ['# '],
  'ksh with a path': ['root@aix1:/ # '],
  PowerShell: ['PS C:\\Users\\a> '],
  'PowerShell of another host': ['[web01]: PS C:\\Users\\a> '],
  'the Bourne shell and DCL': ['$ '],
  zsh: ['alice@mac ~ % '],
  'zsh with a theme': ['\u279c  ~ '],
}

describe('captures one behind the other in one text', () => {
  const some = fc.array(fc.constantFrom(...clean), { minLength: 2, maxLength: 5 })
  for (const [name, [before, behind = '']] of Object.entries(PROMPTS))
    it(`give the records of each, behind a prompt: ${name}`, () => {
      fc.assert(
        fc.property(some, (captures) => {
          const texts = captures.map(({ text, expected }) => {
            const body = text.replace(/^\ufeff/, '')
            const ended = /[\r\n]$/.test(body) ? body : `${body}\n`
            return `${before}${expected.command}${behind}\n${ended}`
          })
          const all = bare(parse(texts.join('')))
          expect(all).toEqual(texts.flatMap((text) => bare(parse(text))))
        }),
        { numRuns: PROMPT_RUNS },
      )
    })

  it('give the records of each below the head of a file that stands for no command', () => {
    fc.assert(
      fc.property(some, (captures) => {
        const texts = captures.map(({ text, expected }, i) => {
          const body = text.replace(/^\ufeff/, '')
          const ended = /[\r\n]$/.test(body) ? body : `${body}\n`
          return `==> web01/${i}-${expected.command.replace(/\W+/g, '_')}.txt <==\n${ended}\n`
        })
        const all = bare(parse(texts.join('')))
        expect(all).toEqual(texts.flatMap((text) => bare(parse(text))))
      }),
      { numRuns: PROMPT_RUNS },
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
