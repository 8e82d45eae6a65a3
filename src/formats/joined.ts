import { cleanLine } from '../text/clean.js'
import { Row } from '../text/row.js'

/** A text whose line ends have become blanks, with the way back to the text as given. */
export interface Joined {
  readonly text: string
  readonly map: Int32Array
  /** Offset of each line's first character in the text as given. */
  readonly lineStarts: readonly number[]
}

/** The whole text as one line: for tables that were pasted with one cell a line. */
export function joinLines(text: string): Joined {
  const row = new Row()
  const lineStarts: number[] = []
  const parts: string[] = []
  const places: number[] = []
  let at = 0
  while (at < text.length) {
    lineStarts.push(at)
    const next = row.load(text, at)
    const clean = cleanLine(text, row.lineStart, row.lineEnd)
    parts.push(clean.text)
    for (const place of clean.map) places.push(place)
    at = next
  }
  return { text: parts.join(' '), map: Int32Array.from(places), lineStarts }
}
