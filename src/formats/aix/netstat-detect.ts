import type { Verdict } from '../format.js'
import type { Sample, SampleLine } from '../sample.js'

/** What a flags cell of AIX looks like; U first, unless a route is down. */
export const AIX_FLAGS = /^[A-Za-z123]{1,10}$/

/** Words of the section lines and the heading, or rows that end in the dashes of Exp and Groups. */
export function detectAixNetstat(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.match(/Route [Tt]ree for Protocol Family \d+ \(Internet|\d \(Internet(?: v6)?\):/)) {
    score += 0.8
    reasons.push('a section line names the protocol family and (Internet)')
  }
  if (sample.heading('If', 'Exp', 'Groups')) {
    score += 0.6
    reasons.push('the heading has If, Exp and Groups')
  }
  if (sample.heading('Wt', 'Policy', 'If', 'Cost')) {
    score += 0.8
    reasons.push('the heading has Wt, Policy and Cost')
  }
  if (sample.count(isRow) > 0) {
    score += 0.5
    reasons.push('rows end in the dashes of Exp and Groups')
  }
  return score === 0 ? undefined : { score: Math.min(1, score), reasons }
}

/** `… U 3 120041 en0 - - =>` */
function isRow(line: SampleLine): boolean {
  const { cells } = line
  if (!/^(?:\d|default$|loopback|[0-9a-f:]+)/i.test(cells[0] ?? '')) return false
  const use = cells.findIndex(
    (cell, i) =>
      i > 2 && /^\d+$/.test(cell) && /^\d+$/.test(cells[i - 1] ?? '') && isFlags(cells[i - 2]),
  )
  if (use < 0 || !/^[a-z]+\d+$/.test(cells[use + 1] ?? '')) return false
  const tail = cells.slice(use + 2)
  return tail.length > 0 && tail.length < 5 && tail.includes('-')
}

function isFlags(cell: string | undefined): boolean {
  return cell !== undefined && /^U[A-Za-z123]*$/.test(cell)
}
