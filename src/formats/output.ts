import type { AnyRecord, LineAccount, LineRole } from '../model/capture.js'
import {
  type Diagnostic,
  type DiagnosticArgs,
  type DiagnosticCode,
  diagnosticLevels,
} from '../model/diagnostic.js'
import type { Interface } from '../model/interface.js'
import type { Open } from '../model/open.js'
import type { Span } from '../model/span.js'
import type { Row } from '../text/row.js'
import { Crowd } from './crowd.js'
import { LineRoles } from './line-roles.js'

/** After so many lines that were not understood they are only counted: rubbish must not fill memory. */
const MOST_UNPARSED = 200

/** What a capture has given since it was last asked. */
export interface Drained {
  readonly records: readonly AnyRecord[]
  readonly diagnostics: readonly Diagnostic[]
  readonly lines: LineAccount
}

/** Collects what is read from one capture: records, interfaces, diagnostics, and a role for every line. */
export class Output {
  records: AnyRecord[] = []
  interfaces: Interface[] = []
  diagnostics: Diagnostic[] = []
  /** The text says that there is nothing to list ("No ARP Entries Found"): no rows are no fault then. */
  saidEmpty = false
  /** The row that is being read. */
  readonly row: Row
  private readonly roles: LineRoles
  private unparsed = 0
  private crowd: Crowd | undefined
  private drained = 0
  private lastSpan: Open<Span> | undefined
  private beyond: Open<Span> | undefined

  constructor(row: Row, firstLine: number) {
    this.row = row
    this.roles = new LineRoles(firstLine)
  }

  /** The place of the current row, from its first to its last cell. */
  span(from = 0, behind = this.row.count): Span {
    const row = this.row
    // Behind the last cell lies what an earlier line has left.
    const to = Math.min(behind, row.count)
    if (row.isPlain && to > from) {
      const { line } = row
      const before = row.lineStart - 1
      const column = row.start(from) - before
      return { line, column, endLine: line, endColumn: row.end(to - 1) - before }
    }
    if (to <= from) return this.pointAt(from)
    const start = row.place(row.start(from))
    const end = row.place(row.end(to - 1))
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
  }

  /** The empty place before a cell, behind the last one where there is no such cell, or where an empty line begins. */
  private pointAt(index: number): Span {
    const { row } = this
    const { line, column } =
      row.count === 0
        ? { line: row.line, column: 1 }
        : row.place(index < row.count ? row.start(index) : row.end(row.count - 1))
    return { line, column, endLine: line, endColumn: column }
  }

  /** The place of a part of one cell: `length` characters from its `offset` on. */
  spanIn(index: number, offset: number, length: number): Span {
    const { line, column } = this.row.place(this.row.start(index) + offset)
    return { line, column, endLine: line, endColumn: column + length }
  }

  /** Keeps a record of the current row; its `span` comes from `span()`. */
  add(record: AnyRecord): void {
    this.records.push(record)
    this.lastSpan = record.span
  }

  /** Accounts for `lines` lines from `line` on, each of which has given one of the records kept last. */
  keepRun(line: number, lines: number): void {
    this.lastSpan = this.records.at(-1)?.span
    this.roles.mark('record', line, line + lines - 1)
  }

  /** Keeps an interface that the capture describes. */
  addInterface(item: Interface): void {
    this.interfaces.push(item)
    this.lastSpan = item.span
  }

  /** Adds fields to the last record and lets its span reach to the end of the current row. */
  amend(fields: Partial<AnyRecord>): void {
    const last = this.records.at(-1)
    if (last === undefined) return
    Object.assign(last, fields)
    this.extend()
  }

  /** Lets the span of the record or interface that was kept last reach to the end of the current row. */
  extend(): void {
    if (this.lastSpan === undefined) return
    const { endLine, endColumn } = this.span()
    this.lastSpan.endLine = endLine
    this.lastSpan.endColumn = endColumn
  }

  /** Says something about a part of the text; the current row where no span is given. */
  diagnose<C extends DiagnosticCode>(
    code: C,
    args: DiagnosticArgs[C],
    span: Span = this.span(),
  ): void {
    if (code === 'unparsed-line' && ++this.unparsed > MOST_UNPARSED) {
      this.countBeyond(span)
      return
    }
    this.crowd ??= new Crowd()
    if (this.crowd.holds(code, span, this.diagnostics)) return
    const level = diagnosticLevels[code]
    // `code` and `args` belong together by the signature; the union cannot express it.
    this.diagnostics.push({ code, level, span, args } as Diagnostic)
  }

  /** Says of another part of the text what was said of one that it depends on. */
  repeat(diagnostic: Diagnostic, span: Span): void {
    this.diagnostics.push({ ...diagnostic, span })
  }

  /** Gives the lines of the current row a role, unless they already have a weightier one. */
  mark(role: LineRole, span?: Span): void {
    if (span === undefined && this.row.isPlain) {
      this.roles.mark(role, this.row.line)
      return
    }
    const { line, endLine } = span ?? this.lineSpan()
    this.roles.mark(role, line, endLine)
  }

  /** The role of a line; undefined where it has none yet. */
  roleAt(line: number): LineRole | undefined {
    return this.roles.at(line)
  }

  /** Records and interfaces kept so far, drained ones included. */
  get recordCount(): number {
    return this.drained + this.records.length + this.interfaces.length
  }

  /**
   * Hands over what was collected since the last call. The last record stays, as the next line may belong to it,
   * unless the capture has ended.
   */
  drain(ended: boolean): Drained {
    const { records, interfaces, diagnostics } = this
    const lines = this.account()
    this.records = ended ? [] : records.splice(-1)
    this.interfaces = []
    this.diagnostics = []
    this.drained += records.length + interfaces.length
    this.roles.drain()
    return { records, diagnostics, lines }
  }

  lineRoles(): LineRole[] {
    return this.roles.list()
  }

  account(): LineAccount {
    return this.roles.account()
  }

  /** Reports what was only counted. */
  close(): void {
    if (this.beyond === undefined) return
    const lines = this.unparsed - MOST_UNPARSED
    this.diagnostics.push({
      code: 'more-unparsed',
      level: diagnosticLevels['more-unparsed'],
      span: this.beyond,
      args: { lines },
    })
  }

  private countBeyond(span: Span): void {
    if (this.beyond === undefined) this.beyond = { ...span }
    else {
      this.beyond.endLine = span.endLine
      this.beyond.endColumn = span.endColumn
    }
  }

  private lineSpan(): Span {
    if (this.row.count > 0) return this.span()
    return { line: this.row.line, column: 1, endLine: this.row.line, endColumn: 1 }
  }
}
