import type { Open } from '../model/open.js'
import type { Span } from '../model/span.js'
import type { Row } from '../text/row.js'
import type { Reader, Reading } from './format.js'
import type { Output } from './output.js'
import type { Sample } from './sample.js'

/** The fields of an object as they stand in a JSON text. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Keeps what an object says; false where it is no object of this format. */
export type ReadObject = (value: JsonObject, span: Span) => boolean

/** First two kinds of cells with which a JSON text may begin. */
export const jsonCues = ['[', 'word none', 'word word'] as const

/** Cells of a mark that a mail program or a fleet tool may have put before a text of one line. */
const MOST_MARKS = 2

const EXCERPT = 200
const QUOTE = 34
const BACKSLASH = 92
const BRACKET = 91
const BRACKET_END = 93
const BRACE = 123
const BRACE_END = 125

/**
 * Reads a JSON list object by object, however it is laid out: on one line (`ip -j`), one field a line (`ip -j -p`), or
 * wrapped. Nothing but the object at hand is kept, and an object is read only when its end was seen, so a cut text
 * gives no half record.
 */
export class JsonReader implements Reader {
  private readonly out: Output
  private readonly readObject: ReadObject
  private depth = 0
  private inString = false
  private escaped = false
  /** Depth around the object at hand; -1 between objects. */
  private around = -1
  /** What earlier lines hold of the object at hand. */
  private earlier = ''
  private place: Open<Span> = { line: 1, column: 1, endLine: 1, endColumn: 1 }

  constructor(out: Output, readObject: ReadObject) {
    this.out = out
    this.readObject = readObject
  }

  read(row: Row): Reading {
    const begins = this.depth === 0
    const start = begins ? jsonStart((at) => row.cell(at)) : 0
    if (start < 0) return undefined
    if (!begins && !this.inString && !goesOnAsJson(row)) {
      this.cut()
      return undefined
    }
    const before = this.out.recordCount
    const fits = this.scan(row.between(start), row.start(start))
    if (!fits) return 'unparsed'
    if (this.out.recordCount > before) return 'record'
    return begins || row.count === 1 ? 'heading' : 'outside'
  }

  end(): void {
    if (this.depth > 0) this.cut()
  }

  /** Reads the characters of a line; false where an object on it was not understood. */
  private scan(text: string, offset: number): boolean {
    let fits = true
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.skipString(code)) continue
      if (code === BRACE || code === BRACKET) {
        if (code === BRACE && this.around < 0 && this.depth < 2) {
          from = at
          this.begin(offset + at)
        }
        this.depth++
      } else if ((code === BRACE_END || code === BRACKET_END) && this.depth > 0) {
        this.depth--
        if (this.depth !== this.around) continue
        fits = this.finish(text.slice(from, at + 1), offset + at + 1) && fits
      }
    }
    if (this.depth === 0 && this.out.recordCount === 0) this.out.saidEmpty = true
    if (this.around >= 0) this.earlier += `${text.slice(from)}\n`
    return fits
  }

  /** True for a character of a string, its quotes included. */
  private skipString(code: number): boolean {
    if (!this.inString) {
      this.inString = code === QUOTE
      return this.inString
    }
    if (this.escaped) this.escaped = false
    else if (code === BACKSLASH) this.escaped = true
    else if (code === QUOTE) this.inString = false
    return true
  }

  private begin(offset: number): void {
    this.around = this.depth
    const { line, column } = this.out.row.place(offset)
    this.place = { line, column, endLine: line, endColumn: column }
  }

  private finish(rest: string, offset: number): boolean {
    const text = this.earlier + rest
    this.earlier = ''
    this.around = -1
    const { line, column } = this.out.row.place(offset)
    const span: Span = { ...this.place, endLine: line, endColumn: column }
    const value = parseObject(text)
    if (value !== undefined && Object.keys(value).length === 0) return true
    const fits = value !== undefined && this.readObject(value, span)
    if (fits) this.out.mark('record', span)
    else {
      this.out.diagnose(
        'unparsed-line',
        { text: excerpt(text), expected: 'an object of this command' },
        span,
      )
    }
    return fits
  }

  /** The list was left before its end. */
  private cut(): void {
    const { out } = this
    const text = excerpt(this.earlier)
    if (this.around >= 0)
      out.diagnose('cut-row', { text, missing: 'the end of the object' }, this.place)
    else if (out.recordCount > 0)
      out.diagnose('cut-row', { text: '[', missing: 'the end of the list' }, this.place)
    this.depth = 0
    this.around = -1
    this.inString = this.escaped = false
    this.earlier = ''
  }
}

/** The beginning of an object on one line, for messages. */
function excerpt(text: string): string {
  return text.slice(0, EXCERPT).replaceAll('\n', ' ').trimEnd()
}

/** The cell with which a list begins; -1 where none does. */
function jsonStart(cell: (index: number) => string): number {
  for (let at = 0; at <= MOST_MARKS; at++) if (beginsJson(cell(at))) return at
  return -1
}

/** True for a cell with which a JSON text may begin; a prompt in brackets is none. */
export function beginsJson(cell: string): boolean {
  return BEGINNING.test(cell)
}

/** True where a line can stand inside a JSON text: a bracket, a field, or a bare value of a list. */
export function goesOnAsJson(row: Row): boolean {
  const first = row.cell(0)
  return GOING_ON.test(first) || beginsJson(first) || (row.count === 1 && BARE_VALUE.test(first))
}

const BEGINNING = /^[[{](?:$|["[\]{}])/

const GOING_ON = /^[\]}",:]/

const BARE_VALUE = /^(?:-?\d[\d.eE+-]*|true|false|null),?$/

/** Up to iproute2 5.0 the type of a route stands without its key: `{"broadcast","dst":"192.0.2.255"}`. */
const BARE_TYPE = /^\{\s*("\w+")\s*,/

function parseObject(text: string): JsonObject | undefined {
  try {
    // Callers give an object's text, from its brace to its brace.
    return JSON.parse(text.replace(BARE_TYPE, '{"type":$1,')) as JsonObject
  } catch {
    return undefined
  }
}

/** The text under a key; undefined where there is none or something else. */
export function textUnder(value: JsonObject, key: string): string | undefined {
  const found = Object.hasOwn(value, key) ? value[key] : undefined
  return typeof found === 'string' ? found : undefined
}

/** The whole number, 0 or more, under a key; undefined where there is none or something else. */
export function numberUnder(value: JsonObject, key: string): number | undefined {
  const found = Object.hasOwn(value, key) ? value[key] : undefined
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined
}

/** The texts in the list under a key; other members of the list are left out. */
export function textsUnder(value: JsonObject, key: string): string[] {
  const found = Object.hasOwn(value, key) ? value[key] : undefined
  return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
}

/** The objects in the list under a key; other members of the list are left out. */
export function objectsUnder(value: JsonObject, key: string): JsonObject[] {
  const found = Object.hasOwn(value, key) ? value[key] : undefined
  return Array.isArray(found)
    ? found.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
    : []
}

/** Characters of a JSON text that are looked at to tell what it lists. */
const HEAD = 4000

/** The keys in the first lines of a JSON text; undefined where the text is none. */
export function jsonKeys(sample: Sample): ReadonlySet<string> | undefined {
  const [first] = sample.lines
  if (first === undefined || jsonStart((at) => first.cells[at] ?? '') < 0) return undefined
  const head = sample.lines.map((line) => line.text.slice(0, HEAD)).join('\n')
  const keys = new Set<string>()
  for (const match of head.slice(0, HEAD).matchAll(/"(\w+)"\s{0,2}:/g)) keys.add(match[1] ?? '')
  return keys
}
