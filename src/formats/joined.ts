import { cleanLine } from '../text/clean.js'
import { Row } from '../text/row.js'

/** A text whose line ends have become blanks, with the way back to the text as given. */
interface Joined {
  readonly text: string
  readonly map: Int32Array
  /** Offset of each line's first character in the text as given. */
  readonly lineStarts: readonly number[]
}

/** Longest text, in characters, that is tried as one cell a line. */
const LONGEST_JOINED = 1 << 23

/** Loads the whole text as one line, for tables that were pasted with one cell a line; false where it is too long. */
export function loadJoined(row: Row, text: string): boolean {
  if (text.length > LONGEST_JOINED) return false
  const joined = joinLines(text)
  row.loadMapped(joined.text, joined.map, joined.lineStarts)
  return true
}

/** The whole text as one line. */
function joinLines(text: string): Joined {
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
