import { MOST_STEP } from './peel.js'
import type { Row } from './row.js'

/** The marks that `findPeel` looks for, one bit each. */
const QUOTE = 1
const HOST = 2
const STAMP = 4
const NUMBER = 8
const PLUS = 16
const ALL = 31
const KINDS = [QUOTE, HOST, STAMP, NUMBER, PLUS] as const

const COLON = 58
const BAR = 124
const ARROW = 0x2192

/**
 * Tells lines that share no mark from their first two cells, so that few texts need the patterns of `findPeel`.
 *
 * A line may be said to carry a mark that it lacks, never the other way round.
 */
export class MarkCount {
  private lines = 0
  private readonly carrying = [0, 0, 0, 0, 0]
  private number: number | undefined

  add(row: Row): void {
    this.lines++
    let marks = marksOf(row)
    const { number: previous } = this
    this.number = (marks & NUMBER) !== 0 && !row.cleaned ? numberOf(row) : undefined
    if (isNoStep(previous, this.number)) marks ^= NUMBER
    if (marks === 0) return
    const { carrying } = this
    for (let i = 0; i < KINDS.length; i++)
      if ((marks & (KINDS[i] ?? 0)) !== 0) carrying[i] = (carrying[i] ?? 0) + 1
  }

  /** True where more than `most` of the lines lack each of the marks. */
  lacking(most: number): boolean {
    for (const lines of this.carrying) if (this.lines - lines <= most) return false
    return true
  }
}

function marksOf(row: Row): number {
  // Offsets and characters are those of a cleaned line.
  if (row.cleaned) return ALL
  const code = row.code(0)
  if (code === 62 || code === BAR) return QUOTE
  if (code === 43) return PLUS
  const isFront = row.start(0) === row.lineStart
  if (isDigit(code)) return (isFront && isStamp(row, 0) ? STAMP : 0) | (isNumber(row) ? NUMBER : 0)
  if (!isFront || !(code === 91 || isLetter(code))) return 0
  const stamp = code === 91 && isStamp(row, 1) ? STAMP : 0
  return stamp | (row.code(1) === BAR || holdsColon(row) ? HOST : 0)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}

/** `2024-01-01`, `12:30:00`. */
function isStamp(row: Row, offset: number): boolean {
  if (!isDigit(row.code(0, offset)) || !isDigit(row.code(0, offset + 1))) return false
  return row.code(0, offset + 2) === COLON || row.code(0, offset + 4) === 45
}

/** Digits alone, or with a colon or an arrow behind them. */
function isNumber(row: Row): boolean {
  let at = 1
  while (isDigit(row.code(0, at))) at++
  const behind = row.code(0, at)
  return behind === 0 || behind === COLON || behind === ARROW
}

/** The number that the row begins with. */
function numberOf(row: Row): number {
  let value = 0
  for (let at = 0; isDigit(row.code(0, at)); at++) value = value * 10 + row.code(0, at) - 48
  return value
}

/** True for numbers of two lines that do not rise as numbers of lines do: `2001:db8::1` and the like. */
function isNoStep(previous: number | undefined, number: number | undefined): boolean {
  if (previous === undefined || number === undefined) return false
  return number <= previous || number >= previous + MOST_STEP
}

function holdsColon(row: Row): boolean {
  const { codes } = row
  const end = row.to(0)
  for (let at = row.from(0); at < end; at++) if (codes[at] === COLON) return true
  return false
}
