import { Row } from './row.js'

/** Rows that are kept for the next text; a parse needs two. */
const MOST = 4

const spare: Row[] = []

/** A row to load lines into; give it back when nothing reads from it any more. */
export function takeRow(): Row {
  return spare.pop() ?? new Row()
}

/** Keeps a row, whose buffers cost more to make than a short capture costs to read. */
export function giveRow(row: Row): void {
  // Loading nothing lets go of the text.
  row.load('', 0)
  if (spare.length < MOST) spare.push(row)
}
