import type { Row } from './row.js'

/** A line that waits for the one behind it, because a tool or a mail program broke a table row in two. */
export interface HeldLine {
  readonly text: string
  /** Place of each character in the text as given. */
  readonly map: Int32Array
  readonly line: number
  readonly lineStart: number
}

/** Keeps the line that a row holds now, so that the next one can be read together with it. */
export function holdLine(row: Row): HeldLine {
  const text = row.excerpt(Number.POSITIVE_INFINITY)
  const map = new Int32Array(text.length)
  const start = row.start(0)
  for (let i = 0; i < text.length; i++) map[i] = row.original(start + i)
  return { text, map, line: row.line, lineStart: row.lineStart }
}

/** Puts held lines that follow each other back into a row, as one line. */
export function restoreLines(row: Row, lines: readonly [HeldLine, ...HeldLine[]]): void {
  const [first] = lines
  const map: number[] = []
  for (const line of lines) {
    // The blank that parts two lines stands where the line before it ends.
    if (map.length > 0) map.push((map.at(-1) ?? 0) + 1)
    for (const place of line.map) map.push(place)
  }
  const text = lines.map((line) => line.text).join(' ')
  row.loadMapped(
    text,
    Int32Array.from(map),
    lines.map((line) => line.lineStart),
  )
  row.line = first.line
  row.lineStart = first.lineStart
}
