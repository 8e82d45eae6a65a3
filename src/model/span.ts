/** A part of a text: lines and columns count from 1, the end is exclusive, columns are UTF-16 units. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** True where the two parts share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return (
    before(a.line, a.column, b.endLine, b.endColumn) &&
    before(b.line, b.column, a.endLine, a.endColumn)
  )
}

function before(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn)
}
