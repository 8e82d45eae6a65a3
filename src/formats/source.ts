import { MarkCount } from '../text/marks.js'
import { findPeel, mostUnmarked, type Peel } from '../text/peel.js'
import type { Row } from '../text/row.js'

/** A text to read lines from, without the mark that every line of it carries. */
export class Source {
  /** The text, or as much of it as is at hand. */
  text: string
  /** Offset of the first character behind a byte order mark. */
  readonly start: number
  /** A row to look ahead with; nothing is kept in it between two calls. */
  readonly ahead: Row
  /** A row that is only read with between two captures; the one that they are read with has the text at hand. */
  readonly between: Row
  private mark: Peel | null | undefined = null

  constructor(text: string, ahead: Row, between = ahead) {
    this.text = text
    this.ahead = ahead
    this.between = between
    this.start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  }

  /** The mark that (nearly) all lines carry; looked for on first use. */
  get peel(): Peel | undefined {
    if (this.mark === null)
      this.mark = this.lacksMarks()
        ? undefined
        : findPeel(firstLines(this.ahead, this.text, this.start))
    return this.mark
  }

  /** True where a look at the first cells of a few lines shows that they share no mark. */
  private lacksMarks(): boolean {
    const { between: row, text } = this
    const marks = new MarkCount()
    let at = this.start
    for (let lines = 0; lines < MARKED_LINES; ) {
      if (at >= text.length) return marks.lacking(mostUnmarked(lines))
      at = row.load(text, at)
      if (row.count === 0) continue
      marks.add(row)
      if (marks.lacking(mostUnmarked(MARKED_LINES))) return true
      lines++
    }
    return false
  }

  /** Says that the lines carry no mark: one of the first is a heading as it is printed. */
  expectNoPeel(): void {
    if (this.mark === null) this.mark = undefined
  }

  /** Loads the line at an offset, and returns the offset of the next one. */
  load(row: Row, at: number): number {
    const { text, peel } = this
    if (peel === undefined) return row.load(text, at)
    row.load(text, at)
    return row.load(text, at, peel.prefixOf(text.slice(row.lineStart, row.lineEnd)))
  }
}

/** How many lines are looked at for a mark that all lines share. */
const MARKED_LINES = 30

function firstLines(row: Row, text: string, from: number): string[] {
  const lines: string[] = []
  let at = from
  while (at < text.length && lines.length < MARKED_LINES) {
    at = row.load(text, at)
    if (row.count > 0)
      lines.push(text.slice(row.lineStart, Math.min(row.lineEnd, row.lineStart + 300)))
  }
  return lines
}
