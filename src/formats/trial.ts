import type { Row } from '../text/row.js'
import type { Candidate } from './detect.js'
import type { Format } from './format.js'
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

/** Reads the next few lines with a format, throws the result away, and says where it began to read and how much. */
export function readAhead(
  format: Format,
  { source, row, at: from, line }: TrialPlace,
): { readonly first: number; readonly second: number; readonly read: number } {
  row.line = line
  const reader = format.reader(new Output(row, line), {})
  let first = Number.POSITIVE_INFINITY
  let second = Number.POSITIVE_INFINITY
  let read = 0
  let at = from
  for (let i = 0; i < LINES && at < source.text.length; i++) {
    const start = at
    at = source.load(row, at)
    if (row.count === 0) continue
    const reading = reader.read(row)
    if (reading !== 'record' && reading !== 'heading') continue
    if (read === 0) first = start
    else if (read === 1) second = start
    read++
  }
  return { first, second, read }
}
