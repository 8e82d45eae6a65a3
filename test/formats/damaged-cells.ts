import { formats } from '../../src/formats/index.js'
import { type Diagnostic, parse, type Span } from '../../src/index.js'
import type { Fixture } from '../support/fixtures.js'

/** What a lost cell becomes, and a foreign one. */
const DAMAGES = {
  without: () => '',
  'not as': () => '?#',
} as const

/** Most kinds of rows of one format that are looked at. */
const MOST_ROWS = 3

type Reading = Readonly<Record<string, unknown>> & { readonly span: Span }

/** How the rows of each format of a platform are read where a cell of theirs was lost or is another. */
export function damagedCells(platform: string, fixtures: readonly Fixture[]): string {
  return formats
    .filter((format) => format.platform === platform)
    .map(({ id }) => {
      const own = fixtures.filter(({ expected }) => expected.format === id)
      const rows = own.flatMap((fixture) => rowsOf(fixture)).filter(isFirstOfKind())
      return [`== ${id}`, ...rows.slice(0, MOST_ROWS).flatMap(sheetOf), ''].join('\n')
    })
    .join('\n')
}

interface DamagedRow {
  readonly fixture: Fixture
  readonly line: number
  /** Which fields the record has: rows of one kind have the same. */
  readonly kind: string
}

function rowsOf(fixture: Fixture): DamagedRow[] {
  const seen = read(fixture.text, fixture)
  return seen.records.map((record) => ({
    fixture,
    line: record.span.line,
    kind: `${Object.keys(record).sort().join()} ${JSON.stringify(record['gateway'])?.slice(0, 12)}`,
  }))
}

function isFirstOfKind(): (row: DamagedRow) => boolean {
  const kinds = new Set<string>()
  return ({ kind }) => kinds.size < kinds.add(kind).size
}

function read(text: string, { expected: { format } }: Fixture) {
  // A fixture names an id of the list, or the call throws.
  const captures = parse(text, { format: format as (typeof formats)[number]['id'] })
  return {
    // Records of any kind are plain fields.
    records: captures.flatMap(({ records }) => records as unknown as readonly Reading[]),
    diagnostics: captures.flatMap(({ diagnostics }) => diagnostics),
  }
}

function sheetOf({ fixture, line }: DamagedRow): string[] {
  const lines = fixture.text.split('\n')
  const cells = (lines[line - 1] ?? '').split(/(\S+)/)
  const before = read(fixture.text, fixture)
  const told = cells.flatMap((cell, at) =>
    at % 2 === 0
      ? []
      : Object.entries(DAMAGES).map(([what, damage]) => {
          const row = cells.map((one, i) => (i === at ? damage() : one)).join('')
          const text = [...lines.slice(0, line - 1), row, ...lines.slice(line)].join('\n')
          return `  ${what} ${cell}: ${changes(before, read(text, fixture), line)}`
        }),
  )
  return [(lines[line - 1] ?? '').trim(), ...told]
}

/** What differs at a line, and how many records elsewhere. */
function changes(
  before: ReturnType<typeof read>,
  after: ReturnType<typeof read>,
  line: number,
): string {
  const at = (one: Reading) => one.span.line === line
  const [old, now] = [before.records.find(at), after.records.find(at)]
  const others = new Set(before.records.filter((one) => !at(one)).map(bare))
  const foreign = after.records.filter((one) => !at(one) && !others.has(bare(one))).length
  const known = new Set(before.diagnostics.map((one) => `${one.code} ${one.span.line}`))
  const fresh = after.diagnostics.filter((one) => !known.has(`${one.code} ${one.span.line}`))
  const parts = [
    ...(now === undefined ? ['no record'] : fieldsOf(old, now)),
    ...fresh.map((one) => said(one, line)),
    ...(foreign === 0 ? [] : [`${foreign} other records`]),
  ]
  return parts.length === 0 ? 'the same' : parts.join('; ')
}

function bare(record: Reading): string {
  return JSON.stringify({ ...record, span: record.span.line })
}

function fieldsOf(old: Reading | undefined, now: Reading): string[] {
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now)])
  names.delete('span')
  return [...names].flatMap((name) => {
    const value = JSON.stringify(now[name])
    return value === JSON.stringify(old?.[name]) ? [] : [`${name} ${value ?? 'gone'}`]
  })
}

function said({ code, span }: Diagnostic, line: number): string {
  return `${code} ${span.line === line ? `${span.column}-${span.endColumn}` : `line ${span.line}`}`
}
