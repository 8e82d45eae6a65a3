import { describe, expect, it } from 'vitest'
import { formatById } from '../../src/formats/index.js'
import {
  type Capture,
  type Interface,
  parse,
  type Span,
  type UnknownCapture,
} from '../../src/index.js'
import { type Fixture, loadFixtures } from '../support/fixtures.js'

/** What terminals, mail, fleet tools and editors do to a capture, and must not change in its records. */
const SURROUNDINGS: Readonly<Record<string, (text: string) => string>> = {
  'CRLF line ends': (text) => lines(text).join('\r\n'),
  'CR line ends': (text) => lines(text).join('\r'),
  'line ends written twice in text mode': (text) => lines(text).join('\r\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'mail quoting': (text) => prefixed(text, '> '),
  'a fleet tool’s host prefix': (text) => prefixed(text, 'web01: '),
  'an ad-hoc run’s head line': (text) => `web01 | CHANGED | rc=0 >>\n${text}`,
  indentation: (text) => prefixed(text, '    '),
  'blanks at the ends of lines': (text) => lines(text).join('   \n'),
  'a prompt behind it': (text) => `${text.trimEnd()}\n[root@web01 ~]# \n`,
  'a pager’s mark behind it': (text) => `${text.trimEnd()}\n--More--\n`,
  'a Markdown fence': (text) => `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`,
}

/** What happens to the blanks of a table on its way through chat, mail and the web. */
const SPACING: Readonly<Record<string, (text: string) => string>> = {
  'tabs for blanks': (text) => text.replace(/(?<=\S) {2,}(?=\S)/g, '\t'),
  'single blanks': (text) => text.replace(/(?<=\S) {2,}(?=\S)/g, ' '),
  'no-break spaces': (text) => text.replace(/(?<=\S) {2,}(?=\S)/g, '\u00a0\u00a0'),
}

/** Pastes of web pages: only tables can be put together again. */
const PASTES: Readonly<Record<string, (text: string) => string>> = {
  'all on one line': (text) => lines(text).join(' '),
  'one cell a line': (text) => text.trim().split(/\s+/).join('\n'),
}

const fixtures = loadFixtures().filter(
  ({ expected }) => expected.detectable !== false && expected.diagnostics.length === 0,
)

describe('what surrounds a capture changes nothing in its records', () => {
  for (const fixture of fixtures) {
    each(fixture, SURROUNDINGS)
    if (!isData(fixture)) each(fixture, SPACING)
    if (isTable(fixture) && !isData(fixture) && !isList(fixture)) each(fixture, PASTES)
  }
})

function each(fixture: Fixture, changes: Readonly<Record<string, (text: string) => string>>): void {
  const { name, text, expected } = fixture
  const options = expected.useCommand ? { command: expected.command } : {}
  for (const [what, change] of Object.entries(changes))
    it(`${name} with ${what}`, () => {
      const changed = parse(change(text), options)
      expect(bare(changed)).toEqual(bare(parse(text, options)))
    })
}

function isTable({ expected }: Fixture): boolean {
  const format = formatById(expected.format)
  return (
    format?.startsRow !== undefined && (format.kind === 'routes' || format.kind === 'neighbors')
  )
}

/** A property on each line: no table. */
function isList({ text }: Fixture): boolean {
  return /^\s*\w+ +: /.test(text)
}

/** JSON and CSV: their blanks are data. */
function isData({ text }: Fixture): boolean {
  return /^\s*(?:[[{"]|#TYPE|PS [^>]*>.*(?:Json|Csv))/.test(text)
}

/** Records and interfaces without their places. */
function bare(captures: readonly (Capture | UnknownCapture)[]): unknown {
  return captures
    .filter(({ format }) => format !== null)
    .map(({ format, records, interfaces }) => ({
      format,
      records: records.map(withoutSpan),
      interfaces: interfaces?.map(unwrapped),
    }))
}

function withoutSpan(record: { readonly span: Span }): unknown {
  return { ...record, span: undefined }
}

/** Where a name was wrapped, a paste cannot tell whether a blank stood there. */
function unwrapped(item: Interface): unknown {
  return { ...item, span: undefined, name: item.name.replace(/\s/g, '') }
}

function lines(text: string): string[] {
  return text.trimEnd().split(/\r\r\n|\r\n|\n|\r/)
}

function prefixed(text: string, prefix: string): string {
  return lines(text)
    .map((line) => prefix + line)
    .join('\n')
}
