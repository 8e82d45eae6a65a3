import { CellMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'

/** Names that are kept to compare with; a host has a few. */
const MOST_NAMES = 1000

/**
 * The interfaces that a capture names.
 *
 * Where a text ends without a line end, its last cell may have been cut: `eth` for `eth0`. A name that is the beginning
 * of another one, and stands nowhere else, is such a cell.
 */
export class InterfaceNames {
  private readonly seen = new Set<string>()
  private readonly memo = new CellMemo<string>((text) => {
    if (this.seen.size < MOST_NAMES) this.seen.add(text)
    return text
  })
  private last = ''
  private lastIsNew = false

  /** The interface that the cell names. */
  at(row: Row, index: number): string {
    const before = this.seen.size
    this.last = this.memo.at(row, index)
    this.lastIsNew = this.seen.size > before
    return this.last
  }

  /** True where the name that was read last looks like the beginning of another one. */
  get lastIsCut(): boolean {
    if (!this.lastIsNew) return false
    for (const name of this.seen)
      if (name.length > this.last.length && name.startsWith(this.last)) return true
    return false
  }
}
