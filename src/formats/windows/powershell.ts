import type { AnyRecord } from '../../model/capture.js'
import type { Span } from '../../model/span.js'
import { hasPrompt, isFileHead } from '../../text/noise.js'
import type { Row } from '../../text/row.js'
import type { Reader, Reading, Verdict } from '../format.js'
import { beginsJson } from '../json-reader.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { csvCells } from './powershell-csv.js'
import { JsonObjects } from './powershell-json.js'
import { alignCells, type Shape } from './powershell-table.js'
import { isRule } from './route-row.js'

/** An object's properties by lower-case name, as text. */
export type Properties = ReadonlyMap<string, string>

/** What a cmdlet prints: its properties with the shape of their values, and what becomes of an object. */
export interface Cmdlet {
  /** Property names as printed; they are never translated. */
  readonly shapes: Readonly<Record<string, Shape>>
  /** The properties without which an object is of another cmdlet. */
  readonly key: readonly string[]
  /** The record of an object; undefined where it has said what is wrong. */
  build(out: Output, properties: Properties, span: Span): AnyRecord | undefined
}

/** Which of the four forms the output has: Format-Table, Format-List, ConvertTo-Csv, ConvertTo-Json. */
type Form = 'csv' | 'json' | 'list' | 'table'

/** Reads what a networking cmdlet of PowerShell prints, in any of its forms. */
export class PowerShellReader implements Reader {
  private readonly out: Output
  private readonly cmdlet: Cmdlet
  private readonly names: ReadonlyMap<string, Shape>
  private readonly json: JsonObjects
  private form: Form | undefined
  private columns: readonly string[] = []
  private object = new Map<string, string>()
  private first: Span | undefined
  private last: Span | undefined

  constructor(out: Output, cmdlet: Cmdlet) {
    this.out = out
    this.cmdlet = cmdlet
    this.names = propertyNames(cmdlet)
    this.json = new JsonObjects(out, (properties, span) => this.keep(properties, span))
  }

  read(row: Row): Reading {
    if (this.json.open || (this.form === undefined && beginsJson(row.cell(0)))) {
      this.form = 'json'
      return this.json.read(row)
    }
    return this.readHeading(row) ?? this.readProperty(row) ?? this.readRow(row)
  }

  end(): void {
    this.flush()
    this.json.end()
  }

  /** Column titles of a table or of CSV. */
  private readHeading(row: Row): Reading {
    const titles = csvCells(row.between(0))
    const names = titles.length > 1 ? titles : cellsOf(row)
    if (!names.every((name) => /^[A-Za-z]\w*$/.test(name))) return undefined
    const known = names.filter((name) => this.names.has(name.toLowerCase())).length
    if (known < 2 || known * 2 < names.length) return undefined
    this.flush()
    this.form = titles.length > 1 ? 'csv' : 'table'
    this.columns = names.map((name) => name.toLowerCase())
    return 'heading'
  }

  /**
   * ```
   * ifIndex            : 12
   * DestinationPrefix  : 192.0.2.0/24
   * ```
   */
  private readProperty(row: Row): Reading {
    const glued = row.code(0, -1) === COLON
    if (!glued && !row.is(1, ':')) return undefined
    const name = (glued ? row.cell(0).slice(0, -1) : row.cell(0)).toLowerCase()
    if (!/^[a-z]\w*$/.test(name)) return undefined
    if (this.form !== 'list' && !this.names.has(name)) return undefined
    if (this.object.has(name) || this.isApart(row)) this.flush()
    this.form = 'list'
    this.object.set(name, row.between(glued ? 1 : 2))
    this.last = this.out.span()
    this.first ??= this.last
    if (row.isUnended) this.out.diagnose('no-line-end', { text: row.excerpt() })
    return 'outside'
  }

  /** A blank line parts objects: what stands above it belongs to another one. */
  private isApart(row: Row): boolean {
    return this.last !== undefined && row.line > this.last.endLine + 1
  }

  private readRow(row: Row): Reading {
    if (this.columns.length === 0) return undefined
    if (this.form === 'csv') return this.readCsv(row)
    if (this.form !== 'table') return undefined
    const shapes = this.columns.map((name) => this.names.get(name) ?? 'text')
    const cells = alignCells(row, shapes)
    if (cells === undefined) return this.sayMisfit(row)
    const properties = new Map(this.columns.map((name, i) => [name, cells[i] ?? '']))
    return this.keep(properties, this.out.span()) ? 'record' : 'unparsed'
  }

  private readCsv(row: Row): Reading {
    const cells = csvCells(row.between(0))
    if (cells.length < 2) return undefined
    if (cells.length !== this.columns.length) return this.sayMisfit(row)
    const properties = new Map(this.columns.map((name, i) => [name, cells[i] ?? '']))
    return this.keep(properties, this.out.span()) ? 'record' : 'unparsed'
  }

  /** A row of data that does not fit the columns; undefined where it is none. */
  private sayMisfit(row: Row): Reading {
    if (hasPrompt(row.excerpt()) || isFileHead(row)) return undefined
    const kind = row.kind(0)
    if (kind === 'word' && row.cell(0).length > 0 && !/\d/.test(row.excerpt())) return undefined
    const missing = `a cell for each of the ${this.columns.length} columns`
    this.out.diagnose('cut-row', { text: row.excerpt(), missing })
    return 'unparsed'
  }

  /** Closes the object of a list: the first property comes again, or the text ends. */
  private flush(): void {
    const { object, first, last } = this
    if (first === undefined || last === undefined) return
    this.object = new Map()
    this.first = this.last = undefined
    const span = { ...first, endLine: last.endLine, endColumn: last.endColumn }
    this.out.mark(this.keep(object, span) ? 'record' : 'unparsed', span)
  }

  /** Keeps an object as a record; false where it is none of this cmdlet or damaged. */
  private keep(properties: Properties, span: Span): boolean {
    const missing = this.cmdlet.key.find((name) => !properties.has(name.toLowerCase()))
    if (missing !== undefined) {
      const text = [...properties].map(([name, value]) => `${name} ${value}`).join(', ')
      this.out.diagnose('cut-row', { text: text.slice(0, 200), missing }, span)
      return false
    }
    const record = this.cmdlet.build(this.out, properties, span)
    if (record === undefined) return false
    this.out.add(record)
    return true
  }
}

const COLON = 58

function propertyNames(cmdlet: Cmdlet): ReadonlyMap<string, Shape> {
  return new Map(Object.entries(cmdlet.shapes).map(([name, shape]) => [name.toLowerCase(), shape]))
}

function cellsOf(row: Row): string[] {
  const cells: string[] = []
  // In a paste the rule below the titles stands behind them.
  for (let i = 0; i < row.count && i < MOST_COLUMNS && !isRule(row, i); i++) cells.push(row.cell(i))
  return cells
}

const MOST_COLUMNS = 40

/** How sure a cmdlet may be that a text is its output: its property names stand in a heading, a list or JSON. */
export function detectCmdlet(sample: Sample, cmdlet: Cmdlet): Verdict | undefined {
  if (!cmdlet.key.every((name) => mentions(sample, name))) return undefined
  const seen = new Set<string>()
  const names = propertyNames(cmdlet)
  let hasForm = false
  for (const { text } of sample.lines) {
    const known = text
      .slice(0, LONGEST)
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((name) => names.has(name))
    for (const name of known) seen.add(name)
    hasForm ||= known.length > 1 || (known.length === 1 && /^"?\w+"?\s*:/.test(text))
  }
  if (!hasForm || seen.size < 3 || !cmdlet.key.every((name) => seen.has(name.toLowerCase())))
    return undefined
  return { score: 0.95, reasons: [`it has the properties ${cmdlet.key.join(' and ')}`] }
}

function mentions(sample: Sample, name: string): boolean {
  const lower = name.toLowerCase()
  return sample.lines.some(
    ({ text }) => text.includes(name) || text.slice(0, LONGEST).toLowerCase().includes(lower),
  )
}

/** JSON may stand on one long line. */
const LONGEST = 4000
