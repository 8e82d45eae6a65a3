import type { AnyRecord } from '../../model/capture.js'
import type { CodeBuffer } from '../../text/code-buffer.js'
import type { CodeWindow } from '../../text/code-window.js'
import type { Row } from '../../text/row.js'
import { Cell } from './cell.js'
import type { Column } from './column.js'
import { type Copier, copierOf } from './copier.js'
import { type Fields, isSame } from './fields.js'

const TAB = 9
const LF = 10
const CR = 13
const BLANK = 32

/** The forms of which a table has a different one in (nearly) each row. */
const KEYS: ReadonlySet<string> = new Set(['ipv4', 'ipv6', 'network', 'parens'])

/** A cell that decides a field, and which of the record's fields this is. */
interface Varying {
  readonly field: string
  readonly position: number
  readonly cell: Cell
}

/** A row that was read, and in which of its cells another may differ to be read likewise. */
export class RowPattern {
  private readonly parts: readonly Cell[]
  private readonly count: number
  private readonly varying: readonly Varying[]
  private readonly record: Fields
  private readonly copy: Copier
  /** The fields of the row that was read last, in the order of the record. */
  private readonly values: unknown[]
  private readonly span = { line: 0, column: 0, endColumn: 0 }
  /** Where the first cell of the row that matched begins and its last one ends, in codes. */
  private first = 0
  private last = 0

  private constructor(parts: readonly Cell[], count: number, record: AnyRecord) {
    this.parts = parts
    this.count = count
    this.record = { ...record }
    const names = Object.keys(record)
    this.varying = parts.flatMap((cell) => {
      if (cell.column === undefined) return []
      const { field } = cell.column
      return [{ field, position: names.indexOf(field), cell }]
    })
    this.values = Object.values(record)
    this.copy = copierOf(this.record)
  }

  /** The pattern of a row and of what was made of it; undefined where its address may not differ. */
  static of(row: Row, record: AnyRecord, columns: readonly Column[]): RowPattern | undefined {
    const parts: Cell[] = []
    const made = { columns, fields: fieldsOf(record) }
    let hasKey = false
    let first = 0
    for (let index = 0; index <= row.count; index++) {
      const cell = index < row.count ? Cell.of(row, index, made) : undefined
      if (cell === undefined && index < row.count) continue
      if (index > first) parts.push(Cell.same(row, first, index - first))
      first = index + 1
      if (cell === undefined) continue
      parts.push(cell)
      hasKey ||= cell.column !== undefined && KEYS.has(cell.column.form)
    }
    return hasKey ? new RowPattern(parts, row.count, record) : undefined
  }

  /**
   * Index of the line end behind a row like this one that begins at `from`; -1 where the row is another.
   *
   * Cells are parted by blanks and tabs in any number, and the line ends in LF or CR LF.
   */
  match(buffer: CodeBuffer, from: number): number {
    const { parts } = this
    const { codes } = buffer
    let at = buffer.behindBlanks(from)
    this.first = at
    for (let i = 0; i < parts.length; i++) {
      at = (parts[i] as Cell).match(buffer, at)
      // Where the cell goes on it is another.
      if (at < 0 || (codes[at] as number) > BLANK) return -1
      this.last = at
      while (codes[at] === BLANK || codes[at] === TAB) at++
    }
    const code = codes[at]
    return code === LF || (code === CR && codes[at + 1] === LF) ? at : -1
  }

  /** The record of the row that has just matched; `start` is the index of its line. */
  read(source: CodeWindow, line: number, start: number): AnyRecord {
    const { varying, values, span } = this
    for (let i = 0; i < varying.length; i++) {
      const { position, cell } = varying[i] as Varying
      values[position] = cell.value(source)
    }
    span.line = line
    span.column = this.first - start + 1
    span.endColumn = this.last - start + 1
    // It has the fields of the record that the pattern was made from.
    return this.copy(values, span) as unknown as AnyRecord
  }

  /**
   * Takes in a row that the format's reader has read. `other` where its cells are not those of this pattern; `stale`
   * where they are, and yet something else was made of them.
   */
  learn(row: Row, record: AnyRecord): 'learned' | 'other' | 'stale' {
    const fields = fieldsOf(record)
    if (this.count !== row.count) return 'other'
    let index = 0
    for (const part of this.parts) {
      if (!part.learn(row, index, fields)) return 'other'
      index += part.count
    }
    return this.agrees(fields) ? 'learned' : 'stale'
  }

  /** Forgets what cells mean in one capture. */
  renew(): void {
    for (const { cell } of this.varying) cell.renew()
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
