import type { AnyRecord } from '../../model/capture.js'
import type { CodeWindow } from '../../text/code-window.js'
import type { Cell } from './cell.js'
import { type Copier, copierOf, type RowSpan } from './copier.js'
import { type Fields, fieldsOf, isSame } from './fields.js'

/** The fields of which a table has a different one in (nearly) each row. */
const KEYS: ReadonlySet<string> = new Set(['address', 'destination'])

/** A cell that decides a field, which of the record's fields this is, and what it has behind an address. */
interface Varying {
  readonly field: string
  readonly position: number
  readonly cell: Cell
  readonly suffix: string
}

/** What was made of a row, and which of its cells decide what is made of another. */
export class RowPattern {
  /** The last of the tree's times at which a row has shown that the pattern holds. */
  time: number
  private readonly varying: readonly Varying[]
  private readonly record: Fields
  private readonly copy: Copier
  /** The fields of the row that was read last, in the order of the record. */
  private readonly values: unknown[]

  private constructor(varying: readonly Varying[], record: Fields, time: number) {
    this.varying = varying
    this.record = { ...record }
    this.time = time
    this.values = Object.values(record)
    this.copy = copierOf(this.record)
  }

  /** The pattern of a row whose cells have just matched; undefined where its address may not differ. */
  static of(
    cells: readonly Cell[],
    record: AnyRecord,
    { source, time }: { source: CodeWindow; time: number },
  ): RowPattern | undefined {
    const fields = fieldsOf(record)
    const names = Object.keys(record)
    const varying: Varying[] = []
    for (const cell of cells) {
      if (cell.column === undefined) continue
      const { field } = cell.column
      const position = names.indexOf(field)
      if (position < 0) return undefined
      varying.push({ field, position, cell, suffix: cell.suffixOf(fields[field]) })
    }
    if (!varying.some(({ field }) => KEYS.has(field))) return undefined
    const pattern = new RowPattern(varying, fields, time)
    return pattern.agrees(record, source) ? pattern : undefined
  }

  /** The record of a row whose cells have just matched. */
  read(source: CodeWindow, span: RowSpan): AnyRecord {
    const { varying, values } = this
    for (let i = 0; i < varying.length; i++) {
      const { position, cell, suffix } = varying[i] as Varying
      values[position] = cell.value(source, suffix)
    }
    // It has the fields of the record that the pattern was made from.
    return this.copy(values, span) as unknown as AnyRecord
  }

  /** True where this makes of the row whose cells have just matched what the format's reader has made. */
  agrees(record: AnyRecord, source: CodeWindow): boolean {
    const fields = fieldsOf(record)
    const own = this.record
    for (const name in own) if (!(name in fields)) return false
    for (const name in fields) if (!(name in own)) return false
    for (const { field, cell, suffix } of this.varying)
      if (!isSame(cell.value(source, suffix), fields[field])) return false
    return this.varies(fields)
  }

  /** True where a record is as this pattern's in all that no cell decides. */
  private varies(fields: Fields): boolean {
    const own = this.record
    for (const name in own) {
      if (name === 'span' || isSame(own[name], fields[name])) continue
      if (!this.varying.some(({ field }) => field === name)) return false
    }
    return true
  }
}
