import type { CodeBuffer } from '../../text/code-buffer.js'
import type { Row } from '../../text/row.js'
import type { Cell } from './cell.js'
import type { Fields } from './fields.js'
import type { RowPattern } from './row-pattern.js'

/** Parts that may follow one other. */
const MOST_PARTS = 32
const BLANK = 32

/** A part of rows, and what may follow it. */
export interface Part {
  readonly cell: Cell
  readonly next: Parts
}

/** The parts of rows that may follow one other. */
export class Parts {
  /** What a row means that ends here. */
  pattern: RowPattern | undefined
  private readonly list: Part[] = []
  /** The one that stood here last. */
  private recent: Part | undefined

  get isFull(): boolean {
    return this.list.length === MOST_PARTS
  }

  has(part: Part): boolean {
    return this.list.includes(part)
  }

  partOf(cell: Cell): Part {
    return { cell, next: new Parts() }
  }

  /** Adds a part; words stand before the forms that they may have, too. */
  add(part: Part): void {
    if (part.cell.column === undefined) this.list.unshift(part)
    else this.list.push(part)
    this.recent = part
  }

  /** The part that stands at an index of the codes; undefined where it is none of these. */
  at(buffer: CodeBuffer, at: number): Part | undefined {
    const { recent } = this
    if (recent !== undefined && stands(recent.cell, buffer, at)) return recent
    return this.search(buffer, at)
  }

  private search(buffer: CodeBuffer, at: number): Part | undefined {
    const { list } = this
    for (let i = 0; i < list.length; i++) {
      const part = list[i] as Part
      if (!stands(part.cell, buffer, at)) continue
      this.recent = part
      return part
    }
    return undefined
  }

  /** The part that a row has from one of its cells on, of which `fields` were made. */
  of(row: Row, index: number, fields: Fields): Part | undefined {
    for (const part of this.list)
      if (decides(part, fields) && part.cell.holds(row, index, fields)) return part
    return undefined
  }

  /** The part that takes in the cell of a row, which it did not know. */
  remembering(row: Row, index: number, fields: Fields): Part | undefined {
    for (const part of this.list) if (part.cell.remember(row, index, fields)) return part
    return undefined
  }
}

/** True where a part decides nothing, or a field that there is. */
function decides({ cell }: Part, fields: Fields): boolean {
  return cell.column === undefined || fields[cell.column.field] !== undefined
}

/** True where the cell stands there and does not go on. */
function stands(cell: Cell, buffer: CodeBuffer, at: number): boolean {
  const end = cell.match(buffer, at)
  return end >= 0 && (buffer.codes[end] as number) <= BLANK
}
