import type { FlagTable } from '../flags/table.js'
import type { Verdict } from '../format.js'
import type { Sample, SampleLine } from '../sample.js'

/** One row of the sample, by the parts that tell the systems apart. */
export interface SurveyRow {
  readonly destination: string
  readonly gateway: string
  readonly flags: string
  /** How many numbers stand between flags and interface. */
  readonly numbers: number
  readonly hasDash: boolean
  readonly interface: string
  readonly text: string
}

/** What the first lines of a route table of the family show. */
export interface Survey {
  /** The column names behind Gateway, of the first heading; '' where none stands there. */
  readonly heading: string
  readonly rows: readonly SurveyRow[]
  readonly text: string
}

/** Something that one of the systems prints and the others do not. */
export interface NetstatSign {
  readonly weight: number
  readonly reason: string
  readonly test: (survey: Survey) => boolean
}

const FLAGS = /^[UGHRDMSCBLWX][UGHRDMSCBLWXYITPF123bcdhilmnrgp]{0,9}$/
const INTERFACE = /^[A-Za-z][\w.@:-]*$/
/** Words of headings and titles of other systems' tables. */
const FOREIGN = /Genmask|Groups|Route [Tt]ree|\bRef\b|Pmtu|PMTU|Netmask|\bMSS\b|Refcnt|Iface\s*$/
const ADDRESS =
  /^(?:default|Default|link#\d+|[\d.]+(?:\/\d+)?|[0-9a-f.]*:[0-9a-f:.]*(?:%[\w.]+)?(?:\/\d+)?)$/i

/** A network behind the card's own address: Solaris and System V; the BSDs say C, or print a link. */
function isOwnGateway({ flags, gateway }: SurveyRow): boolean {
  return flags === 'U' && /^\d+\.\d+\.\d+\.\d+$/.test(gateway)
}

/** Looks over the first lines; undefined where they are no route table of the family. */
export function survey(sample: Sample): Survey | undefined {
  const heading = sample.heading('Destination', 'Gateway', 'Flags')
  const words = heading === undefined ? '' : heading.cells.slice(2).join(' ')
  if (sample.match(FOREIGN) && !/\bPrio\b/.test(words)) return undefined
  const at = /^RT_IFA\b/.test(words) ? 3 : 2
  const rows: SurveyRow[] = []
  for (const line of sample.lines) {
    const row = surveyRow(line, at)
    if (row !== undefined) rows.push(row)
  }
  if (rows.length === 0 && !/^(?:RT_IFA )?Flags\b/.test(words)) return undefined
  return { heading: words, rows, text: sample.lines.map((line) => line.text).join('\n') }
}

function surveyRow({ cells, text }: SampleLine, at: number): SurveyRow | undefined {
  const [destination = '', gateway = ''] = cells
  const flags = cells[at] ?? ''
  // Linux and z/OS print it where there is no gateway.
  if (gateway === '::') return undefined
  if (!FLAGS.test(flags) || (!ADDRESS.test(destination) && !ADDRESS.test(gateway))) return undefined
  let device = at + 1
  while (/^(?:\d+L?|-|L)$/.test(cells[device] ?? '')) device++
  const name = cells[device] ?? ''
  const numbers = cells.slice(at + 1, device).filter((cell) => cell !== 'L')
  if (!INTERFACE.test(name) || numbers.length > 6) return undefined
  const behind = cells[device + 1] ?? ''
  if (numbers.length < 4 && !/^(?:\d+|!|=>|)$/.test(behind)) return undefined
  return {
    destination,
    gateway,
    flags,
    numbers: numbers.length,
    hasDash: numbers.includes('-'),
    interface: name,
    text,
  }
}

/** Worth of a table of the family without a sign of a system's own. */
const BASE = 0.35
const MOST = 0.97
/** What a flag letter takes away that the system does not print, or a row of another kind of system. */
const FOREIGN_LETTER = 0.3

function isKnown(flags: string, table: FlagTable): boolean {
  for (const letter of flags) if (!Object.hasOwn(table, letter)) return false
  return true
}

/** How sure one system may be that a route table is its own. */
export function detectNetstat(
  sample: Sample,
  flags: FlagTable,
  signs: readonly NetstatSign[],
): Verdict | undefined {
  const seen = survey(sample)
  if (seen === undefined) return undefined
  let score = BASE
  const reasons = ['a destination, a gateway, flags and an interface stand in each row']
  for (const { test, weight, reason } of signs)
    if (test(seen)) {
      score += weight
      if (weight > 0) reasons.push(reason)
    }
  if (seen.rows.some((row) => !isKnown(row.flags, flags))) score -= FOREIGN_LETTER
  if (seen.rows.some(isOwnGateway)) score -= FOREIGN_LETTER
  return { score: Math.max(BASE, Math.min(MOST, score)), reasons }
}

/** A sign in the heading. */
export function headingSign(pattern: RegExp, weight: number, reason: string): NetstatSign {
  return { weight, reason, test: ({ heading }) => pattern.test(heading) }
}

/** A sign in one of the rows. */
export function rowSign(
  weight: number,
  reason: string,
  test: (row: SurveyRow) => boolean,
): NetstatSign {
  return { weight, reason, test: ({ rows }) => rows.some(test) }
}

/** Flags of ten characters in the heading above Refs: macOS since 10.5.6; the others have six. */
export function wideFlagsSign(weight: number): NetstatSign {
  const reason = 'the column of the flags is ten wide'
  return { weight, reason, test: ({ text }) => /^Destination .*\bFlags {7,}Refs\b/m.test(text) }
}

/** Dashes between flags and interface: OpenBSD and NetBSD print one where a number is 0 or unknown. */
export const dashSign: NetstatSign = rowSign(-0.3, '', ({ hasDash }) => hasDash)
/** Four numbers between flags and interface: OpenBSD. */
export const fourNumbers: NetstatSign = rowSign(-0.3, '', ({ numbers }) => numbers === 4)

/** True for 224/4 as OpenBSD's netstart rejects it, and for the mtu of its lo0 before 5.x; NetBSD has 33192, 33220, 33624. */
export function isOpenbsdLoopback({ destination, flags, text }: SurveyRow): boolean {
  if (destination === '224/4' && flags === 'URS') return true
  return /\b33(?:196|200|208|224)\s.*\blo0/.test(text)
}

/** True for a network whose octets another system would leave out: `10.0.7.0/24`. */
export function isFullNetwork({ destination }: SurveyRow): boolean {
  const octets = /^\d+\.\d+\.\d+\.0\/(\d+)$/.exec(destination)
  return octets !== null && Number(octets[1]) < 25
}

/** True for a network with octets left out: `10.0.7/24`, `127`. */
export function isShortNetwork({ destination }: SurveyRow): boolean {
  return /^\d+(?:\.\d+){0,2}(?:\/\d+)?$/.test(destination)
}

/** A hardware address with an octet of one digit, as macOS and the old systems print it. */
export const UNPADDED = /(?:^|:)[0-9a-f](?::|$)/i
/** A whole hardware address. */
export const MAC = /^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/i

/** True where the gateway is a hardware address with octets of one digit. */
export function isUnpaddedMac({ gateway }: SurveyRow): boolean {
  return MAC.test(gateway) && UNPADDED.test(gateway)
}

/** Cells that stand in the route tables of all systems of the family. */
export const netstatCues = [
  'Destination',
  'Encap:',
  'Internet6:',
  'Internet:',
  'Netif',
  'cidr4 ipv4',
  'cidr4 word',
  'cidr6 ipv6',
  'cidr6 word',
  'default',
  'ipv4 ipv4',
  'ipv4 mac',
  'ipv4 word',
  'ipv6 ipv6',
  'ipv6 word',
  'number ipv4',
  'short4 ipv4',
  'short4 word',
] as const

/** What a row of a route table holds. */
export const netstatExpects = 'a destination, a gateway, flags and an interface'

/** True where a command line prints such a table. */
export const netstatCommand = /\bnetstat\s.*-\w*r|\broute\s.*\bshow\b/
