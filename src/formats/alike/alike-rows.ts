import type { AnyRecord } from '../../model/capture.js'
import type { Row } from '../../text/row.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Column } from './column.js'
import { keepPatterns, takePatterns } from './pattern-store.js'
import { PatternTree } from './pattern-tree.js'

/** Rows of a capture before patterns are made: a short one does not pay for them. */
const FIRST_ROWS = 6
/** Most cells of a row that becomes a pattern. */
const MOST_CELLS = 24
/** Longest row, in characters, that a pattern is looked for in. */
const LONGEST = 512
/** How many patterns may be made without a row that they read, and what each such row adds to that. */
const CREDIT = 16
const EARNED = 0.25
/** What each row adds while none may be made. */
const REGAINED = 0.02

const LF = 10

/** Where a run of rows begins. */
export interface RunPlace {
  /** Offset in the text, and of where it must end at the latest. */
  readonly at: number
  readonly limit: number
  readonly line: number
}

/** Reads rows that are like one read before, without asking the format's reader. */
export class AlikeRows {
  /** Offset behind the last run, and the number of its lines. */
  at = 0
  lines = 0
  private readonly out: Output
  private readonly format: Format
  private readonly tree: PatternTree
  private readonly firstRows: number
  private credit = CREDIT

  /** Where `firstRows` is not given, a pattern of an earlier capture is tried from the first row on. */
  constructor(out: Output, format: Format, firstRows?: number) {
    this.out = out
    this.format = format
    this.firstRows = firstRows ?? FIRST_ROWS
    this.tree = firstRows === undefined ? takePatterns(format) : new PatternTree()
  }

  /** True where there is something that rows could be like. */
  get isReady(): boolean {
    return this.tree.isReady
  }

  /** Forgets all rows: what follows may mean something else. */
  forget(): void {
    this.tree.renew()
  }

  /** Leaves the patterns to the next capture of this format. */
  end(): void {
    this.tree.renew()
    keepPatterns(this.format, this.tree)
  }

  /** Takes in a row and the record that the format's reader made of it alone, without a word of doubt. */
  learn(row: Row, record: AnyRecord, columns: readonly Column[]): void {
    if (row.count > MOST_CELLS) return
    if (this.credit < 1) {
      this.credit += REGAINED
      return
    }
    const mayMake = this.out.recordCount >= this.firstRows
    const learned = this.tree.learn(row, record, mayMake ? columns : undefined)
    if (mayMake && learned !== 'known') this.credit--
  }

  /** Reads the rows from a place on for as long as they are like one before. */
  read(row: Row, text: string, place: RunPlace): void {
    const { out, tree } = this
    const { records } = out
    const { limit, line } = place
    const { source } = row
    let { at } = place
    let lines = 0
    let last = at
    let start = source.seek(text, at, LONGEST)
    while (at < limit) {
      const pattern = tree.match(source.buffer, start)
      if (pattern === undefined) break
      records.push(tree.read(pattern, source, line + lines, start))
      lines++
      last = at
      const { end } = tree
      const next = end + (source.codes[end] === LF ? 1 : 2)
      at += next - start
      start = source.size - next >= LONGEST ? next : source.seek(text, at, LONGEST)
    }
    this.at = at
    this.lines = lines
    if (lines > 0) {
      // What is said behind a run is said of its last row.
      row.load(text, last)
      row.line = line + lines - 1
      out.keepRun(line, lines)
    }
    this.credit = Math.min(CREDIT, this.credit + lines * EARNED)
  }
}
