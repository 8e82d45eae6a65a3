import { isFailure } from '../../text/noise.js'
import type { Row } from '../../text/row.js'
import type { Output } from '../output.js'

/** Which numbers stand between flags and interface. */
export type Layout = 'metric' | 'mss' | 'both'

/**
 * What net-tools and busybox call the columns Metric, Ref and Use, in their languages: a hint where a heading has them.
 * MSS and irtt stay as they are in every language.
 */
const METRIC_WORDS: ReadonlySet<string> = new Set([
  'Meetr',
  'Metr',
  'Metric',
  'Metrica',
  'Metrik',
  'Métric',
  'Métrica',
  'Métrique',
  'Mitu',
  'Odkazy',
  'Odkazů',
  'Ref',
  'Réf',
  '引用',
  '跃点',
])

/** Words that stand in the title of a table in one language or another. */
const KERNEL =
  /kernel|kern\b|kärnan|kjerne|noyau|nucli|núcleo|jádr|tuuma|rdzen|jądr|ядр|カーネル|内核|核心|ბირთვ|커널|çekirdek/i

/** True for the line above a table of routes: `Kernel IP routing table`, in any language known. */
export function isTitle(row: Row, protocol: RegExp): boolean {
  if (row.count > 9) return false
  const text = row.excerpt(100)
  return protocol.test(text) && KERNEL.test(text) && !PROMPT_MARKS.test(text) && !isFailure(text)
}

const PROMPT_MARKS = /[@#$%>/]/

/** Says that the last row is glued to the first word of a heading behind it, where that word is missing there. */
export function checkFirstWord(out: Output, words: number): void {
  const { row } = out
  const last = out.records.at(-1)
  if (row.windowStart === 0 || row.count !== words - 1 || last === undefined) return
  out.diagnose('cells-glued', { text: row.excerpt() }, last.span)
}

/** True for a line of words alone, as many as a heading has. */
export function isWordLine(row: Row, fewest: number, most: number): boolean {
  if (row.count < fewest || row.count > most) return false
  return !/[\d@#$%>/|:=]/.test(row.excerpt(200))
}

/** The layout that a heading of the IPv4 table names; undefined where it has no word that tells. */
export function headingLayout(row: Row): Layout | undefined {
  const hasMss = row.find('MSS') > 0 || row.find('irtt') > 0
  let hasMetric = false
  for (let i = 3; i < row.count && !hasMetric; i++) hasMetric = METRIC_WORDS.has(row.cell(i))
  // With -ee the numbers of the other layout stand behind the interface.
  if (hasMss) return hasMetric || row.is(row.count - 1, 'irtt') ? 'both' : 'mss'
  return hasMetric ? 'metric' : undefined
}

/** The layout that a command line asks for: `-e` means opposite things in the two programs. */
export function commandLayout(command: string | undefined): Layout | undefined {
  const match = /\b(netstat|route)\b(.*)/.exec(command ?? '')
  if (match === null) return undefined
  const extended = (match[2]?.match(/(?<=\s-\w*)e/g) ?? []).length
  if (extended > 1) return 'both'
  return (match[1] === 'netstat') === (extended === 0) ? 'mss' : 'metric'
}
