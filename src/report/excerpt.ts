import type { Place } from '../model/finding.js'
import { forTerminal } from './escape.js'

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
export function excerpt({ text, span }: Pick<Place, 'text' | 'span'>): Excerpt {
  const line = text.split('\n', 1)[0] ?? ''
  const end = span.endLine === span.line ? span.endColumn - 1 : line.length
  const from = Math.min(Math.max(span.column - 1, 0), line.length)
  const to = Math.min(Math.max(end, from + 1), line.length)
  const start = line.length <= WIDTH ? 0 : Math.max(0, from - LEAD)
  const stop = Math.min(line.length, start + WIDTH)
  const lead = (start > 0 ? MORE : '') + forTerminal(line.slice(start, from))
  const marked = forTerminal(line.slice(from, Math.min(to, stop)))
  const rest = forTerminal(line.slice(Math.min(to, stop), stop)) + (stop < line.length ? MORE : '')
  const blank = lead.replace(/[^\t]/g, ' ')
  return { row: lead + marked + rest, carets: blank + '^'.repeat(Math.max(1, marked.length)) }
}
