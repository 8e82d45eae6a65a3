import { findPeel, type Peel } from '../text/peel.js'
import { Row } from '../text/row.js'

/** A text to read lines from, without the mark that every line of it carries. */
export class Source {
  /** The text, or as much of it as is at hand. */
  text: string
  /** Offset of the first character behind a byte order mark. */
  readonly start: number
  readonly peel: Peel | undefined

  constructor(text: string) {
    this.text = text
    this.start = text.charCodeAt(0) === 0xfeff ? 1 : 0
    this.peel = findPeel(firstLines(text, this.start))
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

function firstLines(text: string, from: number): string[] {
  const lines: string[] = []
  const row = new Row()
  let at = from
  while (at < text.length && lines.length < MARKED_LINES) {
    at = row.load(text, at)
    if (row.count > 0)
      lines.push(text.slice(row.lineStart, Math.min(row.lineEnd, row.lineStart + 300)))
  }
  return lines
}
