import { otherOutput } from './other-outputs.js'
import type { Output } from './output.js'
import { refusedData } from './refused-data.js'

/** Lines of which nothing is known. */
export interface UnknownLines {
  readonly firstLine: number
  readonly lastLine: number
  /** How many of them are neither blank nor noise. */
  readonly content: number
  /** Other captures were found before them. */
  readonly isRest: boolean
  /** Offset in the text at which they begin. */
  readonly start: number
}

/** Says what lines are of which nothing is known: nothing, a kind of data that is refused, or something else. */
export function sayUnknown(out: Output, text: string, lines: UnknownLines): void {
  const { firstLine } = lines
  const endLine = Math.max(firstLine, lines.lastLine)
  const span = { line: firstLine, column: 1, endLine, endColumn: 1 }
  if (lines.content === 0) {
    if (!lines.isRest) out.diagnose('empty-capture', {}, span)
    return
  }
  const other = otherOutput(text, lines.start)
  const what = refusedData(text)
  if (other !== undefined) {
    const { what: name, instead } = other
    out.diagnose('other-output', { what: name, instead }, span)
  } else if (what !== undefined) out.diagnose('refused-data', { what }, span)
  else out.diagnose('not-recognised', { lookedFor: LOOKED_FOR }, span)
}

const LOOKED_FOR = 'route, ARP and address tables of any system'
