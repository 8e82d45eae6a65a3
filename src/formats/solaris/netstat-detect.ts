import type { Verdict } from '../format.js'
import type { Sample, SampleLine } from '../sample.js'

/** U comes first: the tool lists no route that is down. */
export const SOLARIS_FLAGS = /^U[A-Za-z]{0,9}$/

export const solarisNetstatCues = [
  'Table:',
  'Ref',
  'Rtt',
  'default ipv4',
  'ipv4 ipv4',
  'ipv6 ipv6',
  'cidr6 ipv6',
  'word ipv4',
  'word ipv6',
]

const TITLE = /(?:^|\s)(?:Routing|IRE) Table(?:: IPv[46]|:$)/

/** Words of the title and the heading, or a rule of dashes above rows of this shape. */
export function detectSolarisNetstat(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.match(TITLE)) {
    score = 0.95
    reasons.push('the title is that of Solaris’ tables')
  }
  if (
    sample.heading('Gateway', 'Flags', 'Ref', 'Use') ||
    sample.heading('Gateway', 'Ref', 'Flg', 'Out') ||
    sample.heading('Gateway', 'MTU', 'Ref', 'Flags', 'Out')
  ) {
    score = Math.max(score, 0.85)
    reasons.push('the heading has Ref')
  }
  const rows = sample.count(isRow)
  if (rows > 0) {
    score = Math.max(score, 0.35) + 0.03
    reasons.push('rows have a bare destination, a gateway, flags and two counters')
  }
  return score === 0 ? undefined : { score: Math.min(1, score), reasons }
}

/** A row that ends with its counters or with one interface behind them. */
function isRow(line: SampleLine): boolean {
  const { cells } = line
  if (cells.length < 5 || cells.length > 10) return false
  const gateway = line.kind(1)
  if (gateway !== 'ipv4' && gateway !== 'ipv6') return false
  if (line.kind(0) === 'cidr4' && cells.length < 8) return false
  if (SOLARIS_FLAGS.test(cells[2] ?? ''))
    return cells.length <= 6 && isNumber(cells[3]) && isNumber(cells[4]) && isEnd(cells[5])
  const last = cells.length - 1
  return (
    SOLARIS_FLAGS.test(cells[last - 2] ?? '') && isNumber(cells[last]) && isNumber(cells[last - 1])
  )
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && /^\d+$/.test(cell)
}

function isEnd(cell: string | undefined): boolean {
  return cell === undefined || /^[a-z][\w.:]*\d$/i.test(cell)
}
