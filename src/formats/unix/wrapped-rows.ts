import type { Span } from '../../model/span.js'
import { type HeldLine, holdLine, restoreLines } from '../../text/held-line.js'
import type { Row } from '../../text/row.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'

/** What a reader makes of a row, and how it knows the first half of a broken one. */
export interface RowForm {
  /** Reads a whole row; undefined where the line is none. */
  readRow(row: Row): Reading
  /** Reads everything that is no row: titles, headings. */
  readTitle(row: Row): Reading
  /** True where the line can be the first part of a row whose rest stands on the next line. */
  isHalf(row: Row): boolean
  /** What a half row lacks, for people. */
  readonly missing: string
}

/** The first line of a broken row. */
interface Half {
  readonly line: HeldLine
  readonly span: Span
  /** Another half without its rest stands before it. */
  readonly followsHalf: boolean
}

/** Reads rows that a tool or a mail program has broken in two; a half without its other half is a cut row. */
export class WrappedRows {
  private readonly out: Output
  private readonly form: RowForm
  private held: Half | undefined

  constructor(out: Output, form: RowForm) {
    this.out = out
    this.form = form
  }

  read(row: Row): Reading {
    const { form } = this
    const hadHalf = this.held !== undefined
    if (hadHalf && this.completes(row)) return 'record'
    const reading = form.readRow(row) ?? form.readTitle(row)
    if (hadHalf && reading === 'record') this.sayOdd()
    if (reading !== undefined || !isWholeLine(row) || !form.isHalf(row)) return reading
    this.held = { line: holdLine(row), span: this.out.span(), followsHalf: hadHalf }
    return 'unparsed'
  }

  /** A half without its other half stands before the row: one of the two may be the other's. */
  private sayOdd(): void {
    const { row } = this.out
    const why = 'half a row stands before it'
    this.out.diagnose('row-doubtful', { text: row.excerpt(200), why })
  }

  /** Called behind the last row. */
  end(): void {
    if (this.held === undefined) return
    const { line, span } = this.held
    this.held = undefined
    const { missing } = this.form
    this.out.diagnose('cut-row', { text: line.text.slice(0, 200), missing }, span)
  }

  /** Reads the held line and this one as one row; false, with the row as it was, where they are none. */
  private completes(row: Row): boolean {
    const { held } = this
    const first = held?.line
    if (first !== undefined && isWholeLine(row) && row.line === first.line + 1) {
      const second = holdLine(row)
      restoreLines(row, [first, second])
      if (this.form.readRow(row) === 'record') {
        if (held?.followsHalf) this.sayOdd()
        this.held = undefined
        return true
      }
      restoreLines(row, [second])
    }
    this.end()
    return false
  }
}

function isWholeLine(row: Row): boolean {
  return row.count > 0 && row.count === row.total
}
