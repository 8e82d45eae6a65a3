import type { AnyRecord } from '../../model/capture.js'
import type { Codes } from '../../text/codes.js'
import type { Row } from '../../text/row.js'
import { Cell, isSame } from './cell.js'
import type { Column } from './column.js'
import { type Copier, copierOf, type Fields } from './copier.js'
import { setField } from './fields.js'

const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32

/** The forms of which a table has a different one in (nearly) each row. */
const KEYS: ReadonlySet<string> = new Set(['ipv4', 'ipv6', 'network', 'parens'])

/** A cell that decides a field. */
interface Varying {
  readonly field: string
  readonly cell: Cell
}

/** A row that was read, and in which of its cells another may differ to be read likewise. */
export class RowPattern {
  private readonly cells: readonly Cell[]
  private readonly varying: readonly Varying[]
  private readonly copy: Copier
  /** The record of the row that was read last. */
  private readonly record: Fields
  private readonly span = { line: 0, column: 0, endColumn: 0 }
  /** Where the first cell of the row that matched begins and its last one ends, in codes. */
  private first = 0
  private last = 0

  private constructor(cells: readonly Cell[], record: AnyRecord) {
    this.cells = cells
    this.varying = cells.flatMap((cell) =>
      cell.column === undefined ? [] : [{ field: cell.column.field, cell }],
    )
    this.record = { ...record }
    this.copy = copierOf(this.record)
  }

  /** The pattern of a row and of what was made of it; undefined where its address may not differ. */
  static of(row: Row, record: AnyRecord, columns: readonly Column[]): RowPattern | undefined {
    const cells: Cell[] = []
    const made = { columns, fields: fieldsOf(record) }
    for (let index = 0; index < row.count; index++) cells.push(Cell.of(row, index, made))
    const hasKey = cells.some(({ column }) => column !== undefined && KEYS.has(column.form))
    return hasKey ? new RowPattern(cells, record) : undefined
  }

  /**
   * Index of the line end behind a row like this one that begins at `from`; -1 where the row is another.
   *
   * Cells are parted by blanks and tabs in any number, and the line ends in LF or CR LF.
   */
  match(codes: Codes, from: number): number {
    const { cells } = this
    let at = from
    // Codes end in a 0, which nothing goes beyond.
    let code = codes[at] as number
    while (code === BLANK || code === TAB) code = codes[++at] as number
    this.first = at
    for (let i = 0; i < cells.length; i++) {
      at = (cells[i] as Cell).match(codes, at)
      if (at < 0) return -1
      this.last = at
      code = codes[at] as number
      // Here the cell goes on, or stands a character that is no part of any.
      if (code !== BLANK && code !== TAB && code !== LF && code !== CR) return -1
      while (code === BLANK || code === TAB) code = codes[++at] as number
    }
    return code === LF || (code === CR && codes[at + 1] === LF) ? at : -1
  }

  /** The record of the row that has just matched; `start` is the index of its line. */
  read(codes: Codes, line: number, start: number): AnyRecord {
    const { varying, record, span } = this
    for (let i = 0; i < varying.length; i++) {
      const { field, cell } = varying[i] as Varying
      setField(record, field, cell.value(codes))
    }
    span.line = line
    span.column = this.first - start + 1
    span.endColumn = this.last - start + 1
    // It has the fields of the record that the pattern was made from.
    return this.copy(record, span) as unknown as AnyRecord
  }

  /**
   * Takes in a row that the format's reader has read. `other` where its cells are not those of this pattern; `stale`
   * where they are, and yet something else was made of them.
   */
  learn(row: Row, record: AnyRecord): 'learned' | 'other' | 'stale' {
    const { cells } = this
    const fields = fieldsOf(record)
    if (cells.length !== row.count) return 'other'
    for (let i = 0; i < cells.length; i++)
      if (!(cells[i] as Cell).learn(row, i, fields)) return 'other'
    return this.agrees(fields) ? 'learned' : 'stale'
  }

  /** True where a record is as this pattern's in all that no cell decides. */
  private agrees(fields: Fields): boolean {
    const own = this.record
    for (const name in fields) if (!this.isAlike(name, own[name], fields[name])) return false
    for (const name in own)
      if (!(name in fields) && !this.isAlike(name, own[name], undefined)) return false
    return true
  }

  /** True for equal values of a field, and for a field that a cell decides or that no two rows share. */
  private isAlike(name: string, own: unknown, other: unknown): boolean {
    if (own === other || name === 'span') return true
    for (const { field } of this.varying) if (field === name) return true
    return isSame(own, other)
  }
}

/** A record as fields that are read and set by name; columns name only fields that their records have. */
function fieldsOf(record: AnyRecord): Fields {
  return record as unknown as Fields
}
