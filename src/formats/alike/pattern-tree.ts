import type { AnyRecord } from '../../model/capture.js'
import type { CodeBuffer } from '../../text/code-buffer.js'
import type { CodeWindow } from '../../text/code-window.js'
import { KnownCells } from '../../text/known-cells.js'
import type { Row } from '../../text/row.js'
import { Cell } from './cell.js'
import type { Column, MadeOfCell } from './column.js'
import { type Fields, fieldsOf } from './fields.js'
import { isOfCapture, knownOf } from './known-forms.js'
import { type Part, Parts } from './parts.js'
import { RowPattern } from './row-pattern.js'

const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32

/** Patterns that are kept: a table has as many as its masks, flags and states combine to. */
const MOST_PATTERNS = 128
/** Cells that a column remembers; few tables have more interfaces. */
const KNOWN_CELLS = 64

/** What a tree made of a row: it knew what the reader made of it, learned it, or can make no use of it. */
export type Learned = 'known' | 'made' | 'none'

/**
 * The patterns of a table's rows. Those that begin alike share the cells that they begin with, so that a row is read
 * once, however many patterns there are.
 */
export class PatternTree {
  /** Index of the line end behind the row that matched last. */
  end = 0
  private root = new Parts()
  private patterns = 0
  /** Patterns that a row has shown to hold since rows were forgotten. */
  private awake = 0
  private time = 0
  /** A row was taken in since rows were forgotten. */
  private hasLearned = false
  /** What cells mean in one capture, for each column. */
  private readonly known = new Map<string, KnownCells<unknown>>()
  /** Where the first cell of the row that matched begins and its last one ends, in codes. */
  private first = 0
  private last = 0
  private readonly span = { line: 0, column: 0, endColumn: 0 }

  /** True where there is something that rows could be like. */
  get isReady(): boolean {
    return this.awake > 0
  }

  /**
   * The pattern of the row that begins at `from`; undefined where it is like none.
   *
   * Cells are parted by blanks and tabs in any number, and the line ends in LF or CR LF.
   */
  match(buffer: CodeBuffer, from: number): RowPattern | undefined {
    const { codes } = buffer
    let at = buffer.behindBlanks(from)
    this.first = at
    let parts = this.root
    for (;;) {
      const part = parts.at(buffer, at)
      if (part === undefined) return undefined
      parts = part.next
      at = part.cell.to
      this.last = at
      while (codes[at] === BLANK || codes[at] === TAB) at++
      const code = codes[at] as number
      if (code > CR) continue
      if (code !== LF && (code !== CR || codes[at + 1] !== LF)) return undefined
      this.end = at
      const { pattern } = parts
      return pattern?.time === this.time ? pattern : undefined
    }
  }

  /** The record of the row that has just matched; `start` is the index of its line. */
  read(pattern: RowPattern, source: CodeWindow, line: number, start: number): AnyRecord {
    const { span } = this
    span.line = line
    span.column = this.first - start + 1
    span.endColumn = this.last - start + 1
    return pattern.read(source, span)
  }

  /** Takes in a row and what the format's reader made of it; `columns` are undefined where no pattern may be added. */
  learn(row: Row, record: AnyRecord, columns: readonly Column[] | undefined): Learned {
    this.hasLearned = true
    const fields = fieldsOf(record)
    const cells: Cell[] = []
    let parts = this.root
    let branch: { readonly parts: Parts; readonly part: Part } | undefined
    for (let index = 0; index < row.count; ) {
      let part = parts.of(row, index, fields)
      if (part === undefined) {
        const made = { columns: columns ?? [], fields }
        const isOpen = columns !== undefined && this.patterns < MOST_PATTERNS && !parts.isFull
        const cell = isOpen ? this.varying(row, index, made) : undefined
        part = cell === undefined ? parts.remembering(row, index, fields) : parts.partOf(cell)
        if (part === undefined && !isOpen) return 'none'
        part ??= parts.partOf(this.cellAt(row, index, made))
        // What is new hangs together, and is part of the tree only where it proves to be of use.
        if (!parts.has(part)) {
          if (branch === undefined) branch = { parts, part }
          else parts.add(part)
        }
      }
      cells.push(part.cell)
      index += part.cell.count
      parts = part.next
    }
    const { pattern } = parts
    if (pattern?.agrees(record, row.source)) {
      if (pattern.time !== this.time) this.awake++
      pattern.time = this.time
      return 'known'
    }
    if (columns === undefined) return 'none'
    return this.make(row, record, { cells, parts, branch }) ? 'made' : 'none'
  }

  /** Forgets what rows and cells mean: what follows may mean something else. A tree that is large begins anew. */
  renew(): void {
    if (!this.hasLearned) return
    this.hasLearned = false
    this.time++
    this.awake = 0
    for (const cells of this.known.values()) cells.clear()
    if (this.patterns < MOST_PATTERNS / 2) return
    this.root = new Parts()
    this.patterns = 0
    this.known.clear()
  }

  private make(row: Row, record: AnyRecord, { cells, parts, branch }: Made): boolean {
    const pattern = RowPattern.of(cells, record, { source: row.source, time: this.time })
    if (pattern === undefined) return false
    if (parts.pattern === undefined) this.patterns++
    if (parts.pattern?.time !== this.time) this.awake++
    parts.pattern = pattern
    branch?.parts.add(branch.part)
    return true
  }

  /** A cell that its column remembers, or those up to the next that decides a field. */
  private cellAt(row: Row, index: number, made: MadeOfRow): Cell {
    const cell = this.remembered(row, index, made)
    if (cell !== undefined) return cell
    let end = index + 1
    while (end < row.count && !this.isVarying(row, end, made)) end++
    return Cell.same(row, index, end - index)
  }

  private isVarying(row: Row, index: number, made: MadeOfRow): boolean {
    return (this.varying(row, index, made) ?? this.remembered(row, index, made)) !== undefined
  }

  /** The cell of a row that decides a field and has the form of its column. */
  private varying(row: Row, index: number, made: MadeOfRow): Cell | undefined {
    for (const one of this.columnsAt(row, index, made)) {
      const cell = Cell.of(row, index, one)
      if (cell !== undefined) return cell
    }
    return undefined
  }

  /** The cell of a row that decides a field, and that its column has to remember. */
  private remembered(row: Row, index: number, made: MadeOfRow): Cell | undefined {
    for (const one of this.columnsAt(row, index, made)) {
      const cell = Cell.remembered(row, index, one)
      if (cell !== undefined) return cell
    }
    return undefined
  }

  /** What may decide a field at a cell of a row. */
  private columnsAt(row: Row, index: number, { columns, fields }: MadeOfRow): MadeOfCell[] {
    const list: MadeOfCell[] = []
    for (const column of columns) {
      const { at, field } = column
      if (typeof at === 'number' ? at !== index : !row.is(index - 1, at)) continue
      if (fields[field] !== undefined) list.push({ column, fields, known: this.knownOf(column) })
    }
    return list
  }

  /** Where a column remembers its cells; the readers of two captures have columns of their own. */
  private knownOf({ at, field, form }: Column): KnownCells<unknown> {
    if (!isOfCapture(form)) return knownOf(form)
    const key = `${at} ${field}`
    const cells = this.known.get(key) ?? new KnownCells<unknown>(KNOWN_CELLS)
    this.known.set(key, cells)
    return cells
  }
}

/** What the format's reader made of a row, and which of its cells may decide a field. */
interface MadeOfRow {
  readonly columns: readonly Column[]
  readonly fields: Fields
}

/** The cells of a row, what follows them, and where those begin that are new. */
interface Made {
  readonly cells: readonly Cell[]
  readonly parts: Parts
  readonly branch: { readonly parts: Parts; readonly part: Part } | undefined
}
