import type { Place } from '../model/finding.js'
import type { Host, HostCapture } from '../model/host.js'
import type { Span } from '../model/span.js'
import { linesFrom } from './lines.js'
import { once } from './once.js'
import type { Evidence } from './rule.js'

/** The place of a piece of evidence, with the row as it was printed. */
export function placeOf(evidence: Evidence, host: Host): Place {
  const { capture, span, note } = evidence
  return {
    ...(capture.file === undefined ? {} : { file: capture.file }),
    span,
    text: quote(capture, span, host),
    ...(note === undefined ? {} : { note }),
  }
}

/**
 * The line that a row begins on, trailing blanks cut: what follows on further lines only adds to it. Where rows share
 * a line it is the row itself, and where each cell has its own line all of them.
 */
function quote(capture: HostCapture, span: Span, host: Host): string {
  const [first = '', ...more] = linesFrom(host, capture.text, span)
  if (more.length === 0 && sharedLines(capture).has(span.line))
    return first.slice(span.column - 1, span.endColumn - 1).trimEnd()
  const isOneCell = !/\S\s+\S/.test(first)
  return (isOneCell ? [first, ...more] : [first]).map((line) => line.trimEnd()).join('\n')
}

/** Lines on which several rows begin. */
const sharedLines = /* @__PURE__ */ once((capture: HostCapture): ReadonlySet<number> => {
  const lines = new Set<number>()
  const shared = new Set<number>()
  for (const { span } of capture.records) {
    if (lines.has(span.line)) shared.add(span.line)
    lines.add(span.line)
  }
  return shared
})
