import { formatById } from '../../src/formats/index.js'
import { type Capture, parse, type Span, type UnknownCapture } from '../../src/index.js'
import { overlaps } from '../../src/model/span.js'
import type { Fixture } from './fixtures.js'

/** Something that happens to a text at a place `at` from 0 to 1. */
export type Damage = (text: string, at: number) => string

/** What happens to captures of every kind on their way. */
const CUTS: Readonly<Record<string, Damage>> = {
  'its end cut off': (text, at) => text.slice(0, Math.floor(text.length * at)),
  'its head cut off': (text, at) => text.slice(Math.floor(text.length * at)),
  'a line doubled': (text, at) => edited(text, at, (line) => [line, line]),
  're-encoded from a place on': (text, at) =>
    text.slice(0, Math.floor(text.length * at)) +
    Buffer.from(text.slice(Math.floor(text.length * at)), 'utf16le').toString('latin1'),
}

/** What a table shows by its shape; in a block the next line may say anything. */
const TABLE_DAMAGES: Readonly<Record<string, Damage>> = {
  'a cell blank': (text, at) => edited(text, at, (line) => [withoutCell(line, at)]),
  'a cell lost': (text, at) => edited(text, at, (line) => [withoutCell(line, at, 0)]),
  'two lines swapped': (text, at) => edited(text, at, (line, next) => [next, line], 2),
  'two lines joined the wrong way round': (text, at) =>
    edited(text, at, (line, next) => [`${next} ${line}`], 2),
  'two lines glued the wrong way round': (text, at) =>
    edited(text, at, (line, next) => [next + line], 2),
  'three lines joined': (text, at) =>
    edited(text, at, (line, next, third) => [`${line} ${next} ${third}`], 3),
  'two lines joined': (text, at) => edited(text, at, (line, next) => [`${line} ${next}`], 2),
  'two lines glued': (text, at) => edited(text, at, (line, next) => [line + next], 2),
}

/** The damages that a fixture's records must withstand. */
export function damagesOf({ expected }: Fixture): Readonly<Record<string, Damage>> {
  const kind = formatById(expected.format)?.kind
  return kind === 'routes' || kind === 'neighbors'
    ? { ...CUTS, ...TABLE_DAMAGES }
    : { ...CUTS, 'its head cut off': cutBehindName }
}

/** A block begins with a name, and no text tells that `m0` was `em0`: such a cut is made behind the name. */
function cutBehindName(text: string, at: number): string {
  const place = Math.floor(text.length * at)
  const line = text.lastIndexOf('\n', place - 1) + 1
  const name = line + (/^[^\s<>]*/.exec(text.slice(line, line + 200))?.[0].length ?? 0)
  return text.slice(Math.max(name, place))
}

/** Records of a damaged text that no record of the whole one says and no diagnostic points at. */
export function invented({ text, expected }: Fixture, damaged: string): string[] {
  const options = expected.useCommand ? { command: expected.command } : {}
  const whole = records(parse(text, options)).map(({ record }) => record)
  return records(parse(damaged, options)).flatMap(({ record, diagnosed }) =>
    diagnosed || whole.some((one) => says(one, record))
      ? []
      : [`${JSON.stringify(record)} of ${JSON.stringify(lineOf(damaged, record))}`],
  )
}

type Bare = Readonly<Record<string, unknown>> & { readonly span: Span }

function records(captures: readonly (Capture | UnknownCapture)[]) {
  return captures.flatMap(({ records, diagnostics }) =>
    records.map((record) => ({
      record: { ...record } as Bare,
      diagnosed: diagnostics.some(({ span }) => overlaps(widened(span), widened(record.span))),
    })),
  )
}

/** Whole lines: a diagnostic at one cell of a row speaks of the row. */
function widened(span: Span): Span {
  return { line: span.line, column: 1, endLine: span.endLine, endColumn: Number.MAX_SAFE_INTEGER }
}

/** What is missing stays absent; what is said must be what the whole capture says. */
function says(whole: Bare, part: Bare): boolean {
  return Object.entries(part).every(
    ([key, value]) => key === 'span' || JSON.stringify(whole[key]) === JSON.stringify(value),
  )
}

function lineOf(text: string, { span }: Bare): string {
  return text
    .split('\n')
    .slice(span.line - 1, span.endLine)
    .join('\n')
}

function edited(
  text: string,
  at: number,
  edit: (line: string, next: string, third: string) => readonly string[],
  taken = 1,
): string {
  const lines = text.split('\n')
  const index = Math.floor((lines.length - 1) * at)
  const [line = '', next = '', third = ''] = lines.slice(index, index + 3)
  // The empty line behind the last line end is none that could change places.
  if (taken > 1 && index + taken > lines.length - 1) return text
  return lines.toSpliced(index, taken, ...edit(line, next, third)).join('\n')
}

/** The line with as many blanks for one of its cells, or without its characters. */
function withoutCell(line: string, at: number, blanks?: number): string {
  const cells = [...line.matchAll(/\S+/g)]
  const cell = cells[Math.floor(cells.length * ((at * 7) % 1))]
  if (cell === undefined) return line
  const end = cell.index + cell[0].length
  return line.slice(0, cell.index) + ' '.repeat(blanks ?? cell[0].length) + line.slice(end)
}
