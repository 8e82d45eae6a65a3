import { CodeBuffer } from '../../text/code-buffer.js'
import type { Row } from '../../text/row.js'

/** Cells of a row pattern that stand side by side and are the same in every row, blanks between them included. */
export class SameCells {
  /** How many cells they are. */
  readonly count: number
  private readonly text: CodeBuffer
  private readonly size: number

  constructor(row: Row, first: number, count: number) {
    const text = row.between(first, first + count)
    this.count = count
    this.text = CodeBuffer.of(text)
    this.size = text.length
  }

  /** Index behind the cells that begin at `from`; -1 where others stand there. */
  match(buffer: CodeBuffer, from: number): number {
    const { text, size } = this
    return buffer.matches(from, text, 0, size) ? from + size : -1
  }

  /** True where these cells stand in a row from one of its cells on. */
  standIn(row: Row, first: number): boolean {
    const last = first + this.count - 1
    return last < row.count && this.match(row.buffer, row.from(first)) === row.to(last)
  }
}
