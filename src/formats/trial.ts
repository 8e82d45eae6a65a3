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

/** Of several candidates the one that reads first, then the surer one, then the one that reads most. */
export function chooseByTrial(list: readonly Candidate[], place: TrialPlace): Format | undefined {
  let best: { candidate: Candidate; first: number; read: number } | undefined
  for (const candidate of list) {
    const { first, read } = readAhead(candidate.format, place)
    const better =
      best === undefined ||
      first < best.first ||
      (first === best.first &&
        (candidate.score > best.candidate.score ||
          (candidate.score === best.candidate.score && read > best.read)))
    if (better) best = { candidate, first, read }
  }
  return best?.candidate.format
}

/** Reads the next few lines with a format, throws the result away, and says where it began to read and how much. */
export function readAhead(
  format: Format,
  { source, row, at: from, line }: TrialPlace,
): { readonly first: number; readonly read: number } {
  row.line = line
  const reader = format.reader(new Output(row, line), {})
  let first = Number.POSITIVE_INFINITY
  let read = 0
  let at = from
  for (let i = 0; i < LINES && at < source.text.length; i++) {
    const start = at
    at = source.load(row, at)
    if (row.count === 0) continue
    const reading = reader.read(row)
    if (reading !== 'record' && reading !== 'heading') continue
    first = Math.min(first, start)
    read++
  }
  return { first, read }
}
