import type { AnyRecord } from '../../model/capture.js'
import type { CodeBuffer } from '../../text/code-buffer.js'
import type { Row } from '../../text/row.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Column } from './column.js'
import { keepPatterns, takePatterns } from './pattern-store.js'
import { RowPattern } from './row-pattern.js'

/** Patterns that are kept at once: a table mixes few kinds of rows. */
const MOST_PATTERNS = 4
/** Rows of a capture before patterns are made: a short one does not pay for them. */
const FIRST_ROWS = 6
/** Most cells of a row that becomes a pattern. */
const MOST_CELLS = 24
/** Longest row, in characters, that a pattern is looked for in. */
const LONGEST = 512
/** How many patterns may be made without a row that they read, and what each such row adds to that. */
const CREDIT = 8
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
  private readonly patterns: RowPattern[] = []
  /** Patterns of which no row since the last heading has shown that they hold. */
  private asleep: RowPattern[]
  private readonly firstRows: number
  private credit = CREDIT

  /** Where `firstRows` is not given, a pattern of an earlier capture is tried from the first row on. */
  constructor(out: Output, format: Format, firstRows?: number) {
    this.out = out
    this.format = format
    this.firstRows = firstRows ?? FIRST_ROWS
    this.asleep = firstRows === undefined ? takePatterns(format) : []
  }

  /** True where there is something that rows could be like. */
  get isReady(): boolean {
    return this.patterns.length > 0
  }

  /** Forgets all rows: what follows may mean something else. */
  forget(): void {
    const { patterns } = this
    if (patterns.length === 0) return
    for (const pattern of patterns) pattern.renew()
    this.asleep = [...patterns, ...this.asleep].slice(0, MOST_PATTERNS)
    patterns.length = 0
  }

  /** Leaves the patterns to the next capture of this format. */
  end(): void {
    this.forget()
    keepPatterns(this.format, this.asleep)
  }

  /** Index of the line end behind a row that is like one of the other patterns, which comes to the front; -1 where none fits. */
  private matchOther(buffer: CodeBuffer, start: number): number {
    const { patterns } = this
    for (let i = 1; i < patterns.length; i++) {
      const pattern = patterns[i]
      const end = pattern?.match(buffer, start) ?? -1
      if (pattern === undefined || end < 0) continue
      patterns.splice(i, 1)
      patterns.unshift(pattern)
      return end
    }
    return -1
  }

  /** Takes in a row and the record that the format's reader made of it alone, without a word of doubt. */
  learn(row: Row, record: AnyRecord, columns: readonly Column[]): void {
    const { patterns, out } = this
    if (row.count > MOST_CELLS) return
    if (this.credit < 1) {
      this.credit += REGAINED
      return
    }
    for (let i = 0; i < patterns.length; i++) {
      const learned = patterns[i]?.learn(row, record)
      if (learned === 'learned') return
      if (learned === 'stale') patterns.splice(i--, 1)
    }
    if (this.wake(row, record) || out.recordCount < this.firstRows) return
    if (--this.credit < 1) {
      this.forget()
      return
    }
    const pattern = RowPattern.of(row, record, columns)
    if (pattern !== undefined) this.use(pattern)
  }

  /** Wakes a pattern that makes of a row what the format's reader made of it; false where none does. */
  private wake(row: Row, record: AnyRecord): boolean {
    const { asleep } = this
    for (let i = 0; i < asleep.length; i++) {
      const pattern = asleep[i]
      const learned = pattern?.learn(row, record)
      if (pattern === undefined || learned === 'other') continue
      asleep.splice(i--, 1)
      if (learned === 'stale') continue
      this.use(pattern)
      return true
    }
    return false
  }

  private use(pattern: RowPattern): void {
    const { patterns } = this
    if (patterns.length === MOST_PATTERNS) patterns.pop()
    patterns.unshift(pattern)
  }

  /** Reads the rows from a place on for as long as they are like one before. */
  read(row: Row, text: string, place: RunPlace): void {
    const { out } = this
    const { records } = out
    const { limit, line } = place
    const { source } = row
    let { at } = place
    let lines = 0
    let last = at
    let start = source.seek(text, at, LONGEST)
    let pattern = this.patterns[0]
    while (pattern !== undefined && at < limit) {
      const { buffer, codes } = source
      let end = pattern.match(buffer, start)
      if (end < 0) {
        end = this.matchOther(buffer, start)
        pattern = this.patterns[0]
        if (end < 0 || pattern === undefined) break
      }
      records.push(pattern.read(source, line + lines, start))
      lines++
      last = at
      const next = end + (codes[end] === LF ? 1 : 2)
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
