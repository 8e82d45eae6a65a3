import { type CellKind, cellKind } from './cell-kind.js'
import { cleanLine } from './clean.js'
import { CodeBuffer } from './code-buffer.js'
import { CodeWindow } from './code-window.js'
import { lastNotAfter } from './last-not-after.js'
import { LineCells, nextLine } from './line-cells.js'
import { SHARED_FROM, textOfCodes } from './text-of-codes.js'

/**
 * One line of a capture, cut into cells at its blanks.
 *
 * A single `Row` is loaded with line after line, so that reading a table allocates no array and no string that a
 * record does not keep. Cells are addressed by position; a cell that does not exist is an empty one. A *window*
 * narrows the row to some of its cells: readers see one table row where a paste has put many on one line.
 */
export class Row {
  /** The text that cell offsets refer to: the capture itself, or a cleaned copy of one line. */
  text = ''
  /** 1-based number of the line in the text as given. */
  line = 0
  /** Offset of the line's first character in the text as given. */
  lineStart = 0
  /** Offset just behind the line's last character, its line end not included. */
  lineEnd = 0
  /** How many cells the window has. */
  count = 0
  /** Cells of the whole line, whatever the window. */
  total = 0
  /** True where control or invisible characters were dropped from this line. */
  cleaned = false
  /** True where the text ends with this line and has no line end behind it. */
  isUnended = false
  readonly source = new CodeWindow()
  /** The characters of `text`, or of a part of it; `from` and `to` say where a cell lies. */
  codes = this.source.codes
  /** The same codes, to be compared. */
  buffer = this.source.buffer
  private base = 0
  private first = 0
  private readonly cells = new LineCells()
  private map: Int32Array | null = null
  private lineStarts: readonly number[] | null = null

  /**
   * Loads the line that starts at `from` and returns the offset of the next line.
   *
   * LF, CRLF, CR, VT, FF, U+2028 and U+2029 end a line; several CR before an LF are one line end (a file written
   * twice in text mode). `prefix` is skipped where the line begins with it.
   */
  load(text: string, from: number, prefix = ''): number {
    this.text = text
    this.map = null
    this.lineStarts = null
    this.cleaned = false
    this.lineStart = from
    const start = prefix !== '' && text.startsWith(prefix, from) ? from + prefix.length : from
    const { source, cells } = this
    const first = source.open(text, start)
    let at = cells.cut(source.codes, first, source.size)
    // Where the codes end in the middle of the line, it is cut again from a window that holds more of it.
    while (at >= source.size && source.hasMore) {
      source.advance(start)
      at = cells.cut(source.codes, 0, source.size)
    }
    this.useCells(source.buffer, source.base)
    this.lineEnd = source.base + at
    this.isUnended = this.lineEnd >= text.length
    if (cells.odd) this.loadCleaned(text, start, this.lineEnd)
    return nextLine(text, this.lineEnd)
  }

  /** Loads a text of its own making, with the place of each character in the text as given. */
  loadMapped(text: string, map: Int32Array, lineStarts: readonly number[]): void {
    this.lineStarts = lineStarts
    this.line = 1
    this.lineStart = 0
    this.lineEnd = map[map.length - 1] ?? 0
    this.cleaned = false
    this.cutCopy(text, map)
  }

  /** Narrows the row to the cells from `from` up to but not including `to`, counted in the whole line. */
  window(from: number, to: number): void {
    this.first = from
    this.count = to - from
  }

  /** Narrows the row further: forgets the first `cells` cells. */
  drop(cells: number): void {
    this.first += cells
    this.count -= cells
  }

  /** True where the text begins with this line. */
  get isTextStart(): boolean {
    return this.line === 1
  }

  /** True where offsets are those of the text as given and the row stands on one line. */
  get isPlain(): boolean {
    return this.map === null
  }

  /** Where the window starts, in cells of the whole line. */
  get windowStart(): number {
    return this.first
  }

  /** Index in `codes` of the cell's first character. */
  from(index: number): number {
    return this.cells.starts[this.first + index] ?? 0
  }

  /** Index in `codes` just behind the cell's last character. */
  to(index: number): number {
    return this.cells.ends[this.first + index] ?? 0
  }

  /** Offset of the cell's first character in `text`. */
  start(index: number): number {
    return this.from(index) + this.base
  }

  /** Offset just behind the cell's last character in `text`. */
  end(index: number): number {
    return this.to(index) + this.base
  }

  /** The cell's text, to look at; '' where the row has no such cell. What a record keeps comes from `flat`. */
  cell(index: number): string {
    if (index < 0 || index >= this.count) return ''
    return this.text.slice(this.start(index), this.end(index))
  }

  /** The cell's text as a string of its own, for records: it does not keep the capture alive. */
  flat(index: number): string {
    if (this.size(index) < SHARED_FROM) return this.cell(index)
    return textOfCodes(this.codes, this.from(index), this.to(index))
  }

  /** How many characters the cell has; 0 where the row has no such cell. */
  size(index: number): number {
    return index < 0 || index >= this.count ? 0 : this.to(index) - this.from(index)
  }

  /** Character code at `offset` of the cell (negative: from its end); 0 where there is none. */
  code(index: number, offset = 0): number {
    const size = this.size(index)
    const at = offset < 0 ? size + offset : offset
    return at < 0 || at >= size ? 0 : (this.codes[this.from(index) + at] ?? 0)
  }

  /** True where the cell is exactly `word`. */
  is(index: number, word: string): boolean {
    if (this.size(index) !== word.length) return false
    const { codes } = this
    const from = this.from(index)
    for (let i = 0; i < word.length; i++) if (codes[from + i] !== word.charCodeAt(i)) return false
    return true
  }

  /** What the cell looks like. */
  kind(index: number): CellKind {
    if (index < 0 || index >= this.count) return 'none'
    return cellKind(this.codes, this.from(index), this.to(index))
  }

  /** Plain decimal number of the cell, -1 where it is none or too large to be exact. */
  uint(index: number): number {
    const size = this.size(index)
    if (size === 0 || size > 15) return -1
    const from = this.from(index)
    let value = 0
    for (let at = from; at < from + size; at++) {
      const digit = (this.codes[at] ?? 0) - 48
      if (digit < 0 || digit > 9) return -1
      value = value * 10 + digit
    }
    return value
  }

  /** The first cell from `from` on that is `word`; -1 where none is. */
  find(word: string, from = 0): number {
    for (let i = from; i < this.count; i++) if (this.is(i, word)) return i
    return -1
  }

  /** The cells from `from` on joined by single blanks. */
  rest(from: number, to = this.count): string {
    let text = this.cell(from)
    for (let i = from + 1; i < to; i++) text += ` ${this.cell(i)}`
    return text
  }

  /** The line as printed between two cells, blanks kept; for columns that hold free text. */
  between(from: number, to = this.count): string {
    return from >= to ? '' : this.text.slice(this.start(from), this.end(to - 1))
  }

  /** The window as text, at most `limit` characters of it. */
  excerpt(limit = 200): string {
    if (this.count === 0) return ''
    const start = this.start(0)
    return this.text.slice(start, Math.min(this.end(this.count - 1), start + limit))
  }

  /** 0-based column, in the line, of the cell's first character: the width of what stands before it. */
  column(index: number): number {
    return this.original(this.start(index)) - this.lineStart
  }

  /** Offset in the text as given of an offset in `text`. */
  original(offset: number): number {
    return this.map === null ? offset : (this.map[offset] ?? this.lineEnd)
  }

  /** 1-based line and column of an offset in `text`. */
  place(offset: number): { line: number; column: number } {
    const at = this.original(offset)
    const starts = this.lineStarts
    if (starts === null) return { line: this.line, column: at - this.lineStart + 1 }
    const index = lastNotAfter(starts, at)
    return { line: this.line + index, column: at - (starts[index] ?? 0) + 1 }
  }

  private loadCleaned(text: string, start: number, end: number): void {
    const clean = cleanLine(text, start, end)
    this.cleaned = true
    this.cutCopy(clean.text, clean.map)
  }

  private cutCopy(text: string, map: Int32Array): void {
    const buffer = CodeBuffer.of(text)
    this.text = text
    this.map = map
    this.cells.cut(buffer.codes, 0, text.length)
    this.useCells(buffer, 0)
  }

  private useCells(buffer: CodeBuffer, base: number): void {
    this.buffer = buffer
    this.codes = buffer.codes
    this.base = base
    this.first = 0
    this.count = this.total = this.cells.count
  }
}
