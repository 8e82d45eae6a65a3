import type { Place } from '../model/finding.js'
import type { HostCapture } from '../model/host.js'
import type { Span } from '../model/span.js'
import type { Evidence } from './rule.js'

/** The place of a piece of evidence, with the row as it was printed. */
export function placeOf(evidence: Evidence): Place {
  const { capture, span, note } = evidence
  return {
    ...(capture.file === undefined ? {} : { file: capture.file }),
    span,
    text: quote(capture, span),
    ...(note === undefined ? {} : { note }),
  }
}

/**
 * The line that a row begins on, trailing blanks cut: what follows on further lines only adds to it. Where rows share
 * a line it is the row itself, and where each cell has its own line all of them.
 */
function quote(capture: HostCapture, span: Span): string {
  const [first = '', ...more] = linesFrom(capture.text, span)
  if (more.length === 0 && sharesLine(capture, span))
    return first.slice(span.column - 1, span.endColumn - 1).trimEnd()
  const isOneCell = !/\S\s+\S/.test(first)
  return (isOneCell ? [first, ...more] : [first]).map((line) => line.trimEnd()).join('\n')
}

function sharesLine(capture: HostCapture, span: Span): boolean {
  let count = 0
  for (const one of capture.records) {
    if (one.span.line === span.line) count++
    if (count > 1) return true
  }
  return false
}

/** Lines of a text from the first to the last given, by the line ends that the readers know. */
export function linesFrom(text: string, { line: first, endLine: last }: Span): string[] {
  let start = 0
  for (let line = 1; line < first; line++) start = endOfLine(text, start).next
  const lines: string[] = []
  for (let line = first; line <= last; line++) {
    const { end, next } = endOfLine(text, start)
    lines.push(text.slice(start, end))
    start = next
  }
  return lines
}

const LF = 10
const CR = 13

/** The end of the line that starts at `start`, and where the next begins: the line ends that the readers know. */
function endOfLine(text: string, start: number): { end: number; next: number } {
  let end = start
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
  if (text.charCodeAt(end) !== CR) return { end, next: end + 1 }
  let next = end + 1
  while (text.charCodeAt(next) === CR) next++
  return { end, next: text.charCodeAt(next) === LF ? next + 1 : end + 1 }
}

function isLineEnd(code: number): boolean {
  return (code >= LF && code <= CR) || code === 0x2028 || code === 0x2029
}
