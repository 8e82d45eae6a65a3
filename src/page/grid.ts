import type { AnyRecord } from '../model/capture.js'
import type { HostCapture } from '../model/host.js'
import type { Platform } from '../model/platform.js'
import { forTerminal } from '../report/escape.js'
import { type Column, columnsOf } from './columns.js'
import { placeKey } from './marks.js'
import type { Mark, RowQuery, Rows, RowView } from './protocol.js'

/** Rows that a column's width is taken from, and its most. */
const SAMPLE = 400
const WIDEST = 48

/** The table of one capture: keeps the records and makes the cells of the rows that are looked at. */
export class Grid {
  readonly size: number
  /** Rows that a finding is about or rests on. */
  readonly marked: number
  private readonly columnList: readonly Column[]
  private readonly platform: Platform | null
  private readonly records: readonly AnyRecord[]
  private readonly file: string | undefined
  private readonly marks: ReadonlyMap<string, readonly Mark[]>
  private filter = ''
  private filtered: readonly number[] | undefined

  constructor(capture: HostCapture, marks: ReadonlyMap<string, readonly Mark[]>) {
    const { kind, records, platform, file } = capture
    this.records = records
    this.platform = platform
    this.file = file
    this.marks = marks
    this.columnList = kind === 'unknown' ? [] : columnsOf(kind, records, platform)
    this.size = records.length
    this.marked = marks.size === 0 ? 0 : this.matching((row) => row.marks.length > 0).length
  }

  get columns(): readonly string[] {
    return this.columnList.map(({ title }) => title)
  }

  /** Characters that the cells of each column need, from a sample of the rows. */
  widths(): readonly number[] {
    const step = Math.max(1, Math.floor(this.size / SAMPLE))
    const widths = this.columns.map((title) => title.length)
    for (let i = 0; i < this.size; i += step)
      for (const [column, cell] of (this.row(i)?.cells ?? []).entries())
        widths[column] = Math.min(WIDEST, Math.max(widths[column] ?? 0, cell.length))
    return widths
  }

  /** The rows of a window, after the filter. */
  rows({ start, end, text, flagged }: RowQuery): Rows {
    const indexes = this.select(text.trim().toLowerCase(), flagged)
    const total = indexes?.length ?? this.size
    const rows: RowView[] = []
    for (let i = start; i < Math.min(end, total); i++) {
      const row = this.row(indexes?.[i] ?? i)
      if (row !== undefined) rows.push(row)
    }
    return { total, start, rows }
  }

  private row(index: number): RowView | undefined {
    const record = this.records[index]
    if (record === undefined) return undefined
    return { line: record.span.line, cells: this.cells(record), marks: this.marksAt(record) }
  }

  private cells(record: AnyRecord): string[] {
    return this.columnList.map(({ cell }) => forTerminal(cell(record, this.platform) ?? ''))
  }

  private marksAt(record: AnyRecord): readonly Mark[] {
    return this.marks.get(placeKey(this.file, record.span)) ?? []
  }

  /** Indexes of the rows that fit; undefined where all do. The last answer is kept: scrolling asks it again. */
  private select(text: string, flagged: boolean): readonly number[] | undefined {
    if (text === '' && !flagged) return undefined
    const filter = `${flagged} ${text}`
    if (filter !== this.filter) {
      this.filter = filter
      this.filtered = this.matching(
        (row) => (!flagged || row.marks.length > 0) && (text === '' || holds(row, text)),
      )
    }
    return this.filtered
  }

  private matching(test: (row: RowView) => boolean): number[] {
    const found: number[] = []
    for (let i = 0; i < this.size; i++) {
      const record = this.records[i]
      if (record === undefined) continue
      const marks = this.marksAt(record)
      // Cells are made on demand: a test on marks alone never needs them.
      const row = { line: record.span.line, marks, cells: [] as readonly string[] }
      Object.defineProperty(row, 'cells', { get: () => this.cells(record) })
      if (test(row)) found.push(i)
    }
    return found
  }
}

function holds({ cells }: RowView, text: string): boolean {
  return cells.some((cell) => cell.toLowerCase().includes(text))
}
