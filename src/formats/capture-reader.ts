import type { Open } from '../model/open.js'
import type { Span } from '../model/span.js'
import {
  commandOf,
  isFailure,
  isFileHead,
  isNoise,
  isRuleRow,
  type PromptLine,
} from '../text/noise.js'
import type { Row } from '../text/row.js'
import { AlikeRows, type RunPlace } from './alike/alike-rows.js'
import { BrokenLines } from './broken-lines.js'
import { CutColumns } from './cut-columns.js'
import { hasCue, programs } from './detect.js'
import type { Format, Reader } from './format.js'
import { Output } from './output.js'
import { PASTED_CELLS } from './pasted-cells.js'
import { holdsData, isPrompt, mayHoldRow } from './row-looks.js'
import { TornRows } from './torn-rows.js'

/** What happened with a row: read, or left because another command's output begins with it. */
export type Step = 'read' | 'boundary'

/** What surrounds a capture in its text. */
export interface CaptureContext {
  readonly prompt?: PromptLine | undefined
  /** Says whether the row that the format refuses begins the output of another command. */
  readonly elsewhere: (begun: boolean) => boolean
  /** As `ScanOptions` have it. */
  readonly firstRows?: number | undefined
}

const EXCERPT = 200
/** Fewest rows side by side that make a line a paste. */
const FEWEST_PASTED = 2

/** Reads the rows of one capture with one format; everything that no format should care about happens here. */
export class CaptureReader {
  readonly format: Format
  readonly out: Output
  command: string | undefined
  host: string | undefined
  private readonly reader: Reader
  private readonly elsewhere: CaptureContext['elsewhere']
  private readonly row: Row
  private readonly alike: AlikeRows
  private readonly torn: TornRows
  private readonly broken: BrokenLines
  private readonly columns: CutColumns
  private heading: string | undefined
  private cleanedLines = 0
  private cleaned: Open<Span> | undefined
  private pastedRows = 0

  constructor(format: Format, row: Row, { prompt, elsewhere, firstRows }: CaptureContext) {
    this.elsewhere = elsewhere
    this.format = format
    this.row = row
    this.command = prompt?.command
    this.host = prompt?.host
    this.out = new Output(row, row.line)
    this.alike = new AlikeRows(this.out, format, firstRows)
    this.torn = new TornRows(this.out)
    this.broken = new BrokenLines(this.out)
    this.columns = new CutColumns(this.out)
    this.reader = format.reader(this.out, prompt === undefined ? {} : { command: prompt.command })
  }

  /** True once a row or a heading of the format was read. */
  get begun(): boolean {
    return this.out.recordCount > 0 || this.heading !== undefined
  }

  /** Reads the loaded row. */
  step(): Step {
    const { row, out, broken } = this
    if (row.cleaned) this.noteCleaned()
    const kept = out.recordCount
    let step: Step = 'read'
    if (row.count === 0) out.mark('blank')
    else {
      this.columns.see(row)
      step = this.readRow()
    }
    broken.see(row, out.recordCount > kept)
    if (broken.isBroken) this.reader.doubt?.('a CR breaks the line')
    return step
  }

  private readRow(): Step {
    const { row, out } = this
    if (row.count > PASTED_CELLS && this.readPasted(FEWEST_PASTED)) return 'read'
    const said = out.diagnostics.length
    const kept = out.records.length
    const read = this.reader.read(row)
    const reading = isPrompt(row, read) ? undefined : read
    if (reading !== 'record') this.alike.forget()
    else if (out.diagnostics.length === said && out.records.length === kept + 1) this.learn()
    if (reading === undefined) return this.refused()
    if (reading === 'heading' && mayHoldRow(row) && this.readPasted(1)) return 'read'
    if (reading === 'heading') this.heading ??= row.excerpt(EXCERPT)
    out.mark(reading)
    if (reading === 'record') this.torn.record(row)
    else if (reading === 'unparsed') this.torn.refused(row)
    if (row.isTextStart && reading === 'record' && this.format.headed)
      out.diagnose('head-missing', { text: row.excerpt(EXCERPT) })
    if (row.isUnended && reading === 'record')
      out.diagnose('no-line-end', { text: row.excerpt(EXCERPT) })
    return 'read'
  }

  /** Reads the rows from a place on that are like one before; `at` and `lines` of what is returned say how far. */
  readAlike(text: string, place: RunPlace): AlikeRows | undefined {
    const { alike, reader } = this
    if (!alike.isReady || reader.alike === undefined) return undefined
    alike.read(this.row, text, place)
    const last = alike.lines > 0 ? this.out.records.at(-1) : undefined
    if (last !== undefined) reader.follow?.(last)
    return alike
  }

  /** Remembers the row that was just read, where it is as plain as they come. */
  private learn(): void {
    const { row, out, reader } = this
    const { alike: columns } = reader
    const record = out.records.at(-1)
    if (columns === undefined || record === undefined) return
    if (!row.isPlain || row.isTextStart || row.isUnended || row.count < row.total) return
    const { line, column, endLine, endColumn } = record.span
    const own = out.span()
    if (line !== own.line || endLine !== own.line) return
    if (column === own.column && endColumn === own.endColumn) this.alike.learn(row, record, columns)
  }

  private noteCleaned(): void {
    const { line, endLine, endColumn, column } = this.out.span()
    this.cleanedLines++
    if (this.cleaned === undefined) this.cleaned = { line, column, endLine, endColumn }
    else Object.assign(this.cleaned, { endLine, endColumn })
  }

  /** Reads a row that holds the cells of many lines. */
  stepJoined(): void {
    if (!this.readPasted(1)) this.unparsed()
  }

  /** Called behind the last row. */
  end(): void {
    const { out } = this
    this.reader.end?.()
    this.alike.end()
    this.columns.end()
    this.broken.end()
    if (this.pastedRows > 0) out.diagnose('flattened', { rows: this.pastedRows })
    if (this.cleaned !== undefined)
      out.diagnose('control-characters', { lines: this.cleanedLines }, this.cleaned)
    out.close()
    const failed = out.diagnostics.some(({ level }) => level === 'error')
    if (out.recordCount === 0 && !out.saidEmpty && !failed)
      out.diagnose('heading-without-rows', { heading: this.heading ?? this.format.title })
  }

  private refused(): Step {
    const { row, out } = this
    if (isRuleRow(row)) {
      out.mark('outside')
      return 'read'
    }
    if (isFileHead(row) && this.begun) return 'boundary'
    const text = row.excerpt(1000)
    const prompt = commandOf(row, programs())
    if (prompt !== undefined) {
      if (this.begun) return 'boundary'
      this.command ??= prompt.command
      out.mark('outside')
    } else if (isFailure(text)) {
      out.diagnose('failed-command', { text: row.excerpt(EXCERPT) })
      out.mark('outside')
    } else if (isNoise(text)) out.mark('outside')
    else if (this.readPasted(FEWEST_PASTED) || this.readPasted(1, 1)) return 'read'
    else if (hasCue(row) && this.elsewhere(this.begun)) return 'boundary'
    else this.unparsed()
    return 'read'
  }

  private unparsed(): void {
    const { row, out, torn } = this
    const text = row.excerpt(EXCERPT)
    torn.refused(row)
    this.reader.refused?.(row)
    if (holdsData(row)) {
      out.diagnose('unparsed-line', { text, expected: this.format.expects })
      out.mark('unparsed')
      return
    }
    if (out.recordCount > 0) out.diagnose('stray-text', { text }, torn.spanOf(row))
    out.mark('outside')
  }

  /** Takes a line apart that holds several rows, or rows and titles; false where it does not. */
  private readPasted(fewest: number, fewestTitles = 0): boolean {
    const { row, format } = this
    const starts = rowStarts(row, format)
    if (starts.rows < fewest || starts.at.length - starts.rows < fewestTitles) return false
    const { windowStart: first, count } = row
    starts.at.push(count)
    let from = 0
    for (const to of starts.at) {
      if (to === from) continue
      row.window(first + from, first + to)
      this.readWindow()
      from = to
    }
    row.window(first, first + count)
    return true
  }

  private readWindow(): void {
    const { out, row } = this
    const before = out.recordCount
    const reading = this.reader.read(row)
    this.pastedRows += out.recordCount - before
    if (reading === undefined) this.unparsed()
    else {
      if (reading === 'heading') this.heading ??= row.excerpt(EXCERPT)
      out.mark(reading)
    }
  }
}

/** Where the rows and headings of a pasted line begin, and how many of them are rows. */
export function rowStarts(row: Row, format: Format): { at: number[]; rows: number } {
  const at: number[] = []
  let rows = 0
  if (format.startsRow === undefined) return { at, rows }
  for (let i = 0; i < row.count; i++)
    if (format.startsRow(row, i)) {
      at.push(i)
      rows++
    } else if (format.startsHeading?.(row, i)) at.push(i)
  return { at, rows }
}
