import { isFileHead } from '../text/noise.js'
import type { Row } from '../text/row.js'
import type { Candidate } from './detect.js'
import type { Format, Reading } from './format.js'
import { Output } from './output.js'
import type { Source } from './source.js'

/** Where formats are tried. */
export interface TrialPlace {
  readonly source: Source
  /** A row to read with; it is loaded with other lines afterwards. */
  readonly row: Row
  readonly at: number
  readonly line: number
}

/** Lines that each format may read. */
const LINES = 16

/** What came of trying a candidate. */
interface Tried {
  readonly candidate: Candidate
  readonly first: number
  readonly second: number
  readonly read: number
}

/** Of several candidates the one that reads first, then the surer one, then the one that reads most. */
export function chooseByTrial(list: readonly Candidate[], place: TrialPlace): Format | undefined {
  let best: Tried | undefined
  for (const candidate of list) {
    const tried = { candidate, ...readAhead(candidate.format, place) }
    if (best === undefined || isBetter(tried, best)) best = tried
  }
  return best?.candidate.format
}

function isBetter(one: Tried, best: Tried): boolean {
  if (lacksOne(one, best)) return true
  if (lacksOne(best, one)) return false
  if (one.first !== best.first) return one.first < best.first
  const surer = one.candidate.score - best.candidate.score
  return surer > 0 || (surer === 0 && one.read > best.read)
}

/** Fewest lines that two formats must both read before the surer one may leave a line to the other. */
const FEWEST_SHARED = 3
const MUCH_SURER = 0.15

/**
 * True where a format is much surer of the same lines but leaves out the first: a capture that begins inside a row,
 * of which a format with looser rows makes something.
 */
function lacksOne(one: Tried, other: Tried): boolean {
  return (
    one.read >= FEWEST_SHARED &&
    one.first > other.first &&
    (one.read === other.read - 1 || one.read === other.read) &&
    one.candidate.score >= other.candidate.score + MUCH_SURER &&
    one.first === other.second
  )
}

/** What a format read of the next few lines. */
export interface Ahead {
  /** Where the first and the second of the lines that it read begin; infinite where there is none. */
  readonly first: number
  readonly second: number
  /** How many it read. */
  readonly read: number
  /** What the first of them was. */
  readonly opensWith: Reading
}

/**
 * True where a row that a capture's format refuses is more likely a damaged row of it than the beginning of another
 * output, though the other format reads it: a table of the same kind of another system does not begin without a heading
 * in the middle of this one, and an output of a single row is not followed by more rows of the table before it.
 */
export function isDamage(what: {
  readonly format: Format
  readonly other: Format
  readonly read: Ahead
  readonly ahead: TrialPlace
}): boolean {
  const { format, other, read, ahead } = what
  if (other.kind !== format.kind) return false
  if (other.platform !== format.platform) return true
  const own = readAhead(format, ahead)
  return own.first > ahead.at && own.first < read.second
}

/** Reads the next few lines with a format, throws the result away, and says where it began to read and how much. */
export function readAhead(format: Format, { source, row, at: from, line }: TrialPlace): Ahead {
  row.line = line
  const reader = format.reader(new Output(row, line), {})
  let first = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  let read = 0
  let opensWith: Reading
  let at = from
  for (let i = 0; i < LINES && at < source.text.length; i++) {
    const start = at
    at = source.load(row, at)
    if (row.count === 0) continue
    if (isFileHead(row) && read > 0) break
    const reading = reader.read(row)
    if (reading !== 'record' && reading !== 'heading') continue
    if (read === 0) {
      first = start
      opensWith = reading
    } else if (read === 1) second = start
    read++
  }
  return { first, second, read, opensWith }
}
