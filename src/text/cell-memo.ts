import { KnownCells } from './known-cells.js'
import type { Row } from './row.js'

/**
 * Remembers what cells mean that repeat from row to row: gateways, masks, interfaces, flags.
 *
 * One memo serves all captures, as making one costs more than reading a short capture; `read` must therefore look at
 * nothing but the text.
 */
export class CellMemo<T> {
  private readonly known = new KnownCells<T>()
  private readonly read: (text: string) => T

  constructor(read: (text: string) => T) {
    this.read = read
  }

  /** What the cell means; a cell that does not exist is ''. */
  at(row: Row, index: number): T {
    if (index < 0 || index >= row.count) return this.read('')
    const { known } = this
    if (known.has(row.buffer, row.from(index), row.to(index))) return known.value
    const cell = row.flat(index)
    const value = frozen(this.read(cell))
    // What was read may have looked into this memo, too.
    known.has(row.buffer, row.from(index), row.to(index))
    known.add(cell, value)
    return value
  }
}

/** Records of many captures share what a memo holds: a change to one must not reach the others. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

const words = /* @__PURE__ */ new CellMemo((text) => text)

/** The memo for cells that are kept as they are. */
export function textMemo(): CellMemo<string> {
  return words
}
