import type { Place } from '../model/finding.js'
import type { Span } from '../model/span.js'
import { forTerminal, joinedForTerminal } from './escape.js'

/** A row and the marks below it. */
export interface Excerpt {
  readonly row: string
  readonly carets: string
}

/** Columns of a row that are shown; a pasted table can be one line of a megabyte. */
const WIDTH = 160
/** Columns before the marked part that are shown with it where a row is too long. */
const LEAD = 20
const MORE = '…'

/** The row of a place, escaped, with carets below the part that is meant. */
export function excerpt(place: Pick<Place, 'text' | 'span'>): Excerpt {
  const lines = place.text.split('\n')
  // A row that stood one cell a line is shown as the one row that it is.
  const line = lines.length === 1 ? place.text : lines.map((part) => part.trim()).join(' ')
  const { from, to } = lines.length === 1 ? marks(line, place.span) : { from: 0, to: line.length }
  const start = line.length <= WIDTH ? 0 : Math.max(0, from - LEAD)
  const stop = Math.min(line.length, start + WIDTH)
  const lead = (start > 0 ? MORE : '') + forTerminal(line.slice(start, from))
  const marked = forTerminal(line.slice(from, Math.min(to, stop)))
  const rest = forTerminal(line.slice(Math.min(to, stop), stop)) + (stop < line.length ? MORE : '')
  const blank = lead.replace(/[^\t]/g, ' ')
  return {
    row: joinedForTerminal(lead, marked, rest),
    carets: blank + '^'.repeat(Math.max(1, marked.length)),
  }
}

/** Offsets of the part that is meant. Where rows share a line, the quoted text is that row alone. */
function marks(line: string, { column, endColumn, line: first, endLine }: Span) {
  if (endLine > first) return { from: Math.min(column - 1, line.length), to: line.length }
  if (line.length <= endColumn - column) return { from: 0, to: line.length }
  const from = Math.min(column - 1, line.length)
  const to = endColumn - 1
  return { from, to: Math.min(Math.max(to, from + 1), line.length) }
}
