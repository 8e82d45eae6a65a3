import type { Row } from '../text/row.js'
import { CaptureReader, rowStarts } from './capture-reader.js'
import { type Candidate, type Hints, MOST_PASTED, pastedCandidates } from './detect.js'
import { Sample, SampleLine } from './sample.js'

/**
 * The formats whose rows stand side by side in a row of very many cells, the one that reads them best first.
 *
 * Where rows begin says little: cells of one table begin rows of a looser one. So each candidate reads the first cells,
 * and the one that understands most of what it finds comes first. Siblings read alike: there the rows, each taken for
 * a line, are judged as the lines of a text are.
 */
export function pastedFormats(row: Row, hints: Hints): Candidate[] {
  const list = pastedCandidates(row, hints)
  if (list.length < 2) return list
  const tried = list.map((candidate) => ({
    candidate,
    misread: misread(candidate, row),
    verdict: verdict(candidate, row),
  }))
  tried.sort(
    (a, b) =>
      a.misread - b.misread || b.verdict - a.verdict || b.candidate.score - a.candidate.score,
  )
  return tried.map(({ candidate }) => candidate)
}

/** The part of the rows, in tenths, that a format complains of; 10 where it reads none. */
function misread({ format }: Candidate, row: Row): number {
  const { count } = row
  row.window(0, Math.min(count, MOST_PASTED))
  const reader = new CaptureReader(format, row, { elsewhere: () => false })
  reader.stepJoined()
  row.window(0, count)
  const { diagnostics, recordCount } = reader.out
  const errors = diagnostics.filter(({ level }) => level === 'error').length
  return recordCount === 0 ? 10 : Math.round((10 * errors) / (errors + recordCount))
}

/** Rows of a paste that are looked at as if they were lines. */
const MOST_ROWS = 40

/** How sure a format is of the rows of a paste; 0 where it does not take them for its own. */
function verdict({ format }: Candidate, row: Row): number {
  const { count } = row
  row.window(0, Math.min(count, MOST_PASTED))
  const { at } = rowStarts(row, format)
  const lines: SampleLine[] = []
  let from = 0
  for (const to of [...at.slice(0, MOST_ROWS), Math.min(count, MOST_PASTED)]) {
    if (to > from) {
      row.window(from, to)
      lines.push(new SampleLine(row))
    }
    from = to
  }
  row.window(0, count)
  return format.detect(new Sample(lines))?.score ?? 0
}
