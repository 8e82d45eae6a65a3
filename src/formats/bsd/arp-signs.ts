import type { Row } from '../../text/row.js'
import type { Reader, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { ArpListReader, startsEntry } from './arp-list.js'
import { NeighborTableReader, startsNeighbor } from './neighbor-table.js'

/** Something in a list or table of neighbours that one of the systems prints and the others do not. */
export interface NeighborSign {
  /** Looked for in each line, its blanks squeezed. */
  readonly pattern: RegExp
  readonly weight: number
  readonly reason: string
}

const MAC = '(?:[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5,19}|\\(incomplete\\))'
const EXPIRE = '(?:permanent|static|expired|never|\\(none\\)|[0-9dhm]{1,9}s?)'
/** An interface: a word that is no expiry. */
const DEVICE = '(?!expired|never|permanent|static)[a-z]\\S*'
const V4 = '\\d+\\.\\d+\\.\\d+\\.\\d+'
const V6 = '[0-9a-f]*:[0-9a-f:.]*(?:%\\S+)?'

/** `NAME (ADDR) at MAC on IF …`, and nothing that only Linux, AIX and HP-UX print. */
export const listEntry = new RegExp(
  `^(?:\\S+ )?\\([0-9a-f.:]+\\) at ${MAC}(?: (?:on|permanent|published|static|\\[[a-z-]+\\])(?: .*)?)?$`,
  'i',
)
/** A row of `ndp -an`. */
export const ndpEntry = new RegExp(`^${V6} ${MAC} ${DEVICE} ${EXPIRE}(?: |$)`, 'i')
/** A row of OpenBSD's `arp -an`. */
export const tableEntry = new RegExp(`^${V4} ${MAC} ${DEVICE} ${EXPIRE}(?: |$)`, 'i')
/** A row of macOS' `arp -anl`. */
export const longEntry = new RegExp(`^${V4} ${MAC} ${EXPIRE} ${EXPIRE} [a-z]\\S*(?: |$)`, 'i')

const FOREIGN = /\[ether\]|stored in bucket|<incomplete>/
const BASE = 0.35
const MOST = 0.97

/** How sure one system may be that a text is its own; one line at least must match one of `lines`. */
export function detectNeighbors(
  sample: Sample,
  lines: readonly RegExp[],
  signs: readonly NeighborSign[],
): Verdict | undefined {
  const tidy = sample.lines.map((line) => line.squeezed)
  const has = (pattern: RegExp) => tidy.some((text) => pattern.test(text))
  if (!lines.some(has) || has(FOREIGN)) return undefined
  let score = BASE
  const reasons = ['rows have an address, a hardware address and an interface']
  for (const { pattern, weight, reason } of signs) {
    if (!has(pattern)) continue
    score += weight
    if (weight > 0) reasons.push(reason)
  }
  return { score: Math.max(BASE, Math.min(MOST, score)), reasons }
}

/** True where an entry of either layout begins at cell `index`. */
export function startsAnyNeighbor(row: Row, index: number): boolean {
  return startsEntry(row, index) || startsNeighbor(row, index)
}

/** Reads a list or a table, for systems that print one with an option or in another release. */
export function anyNeighborReader(out: Output): Reader {
  const table = new NeighborTableReader(out, { p: 'published' })
  const list = new ArpListReader(out)
  return {
    alike: list.alike,
    read: (row) => {
      const reading = table.read(row)
      // A table begins with a heading, a list does not.
      if (reading === 'record' && row.isTextStart && row.isPlain)
        out.diagnose('head-missing', { text: row.excerpt() })
      return reading ?? list.read(row)
    },
  }
}

/** Cells of such lists and tables. */
export const arpCues = ['(incomplete)', '?', 'at', 'ipv4 mac', 'ipv4 word', 'permanent'] as const
export const ndpCues = ['Linklayer', 'Neighbor', 'ipv6 mac', 'ipv6 word'] as const

export const arpExpects = 'a name, an address in brackets, "at" and a hardware address'
export const tableExpects = 'an address, a hardware address, an interface and an expiry'

/** The heading of `ndp -an`. */
export const ndpHeading = /^Neighbor Linklayer Address Netif Expire\b/
