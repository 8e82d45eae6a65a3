import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { ArpAtReader, startsArpAtRow } from '../unix/arp-at.js'
import { arpAtLine } from '../unix/arp-at-detect.js'

const MARKS: ReadonlySet<string> = new Set(['permanent', 'published', 'stale', 'trailers'])

function detect(sample: Sample): Verdict | undefined {
  let rows = 0
  let own = 0
  for (const line of sample.lines) {
    const entry = arpAtLine(line)
    if (entry === undefined || entry.tail.some((word) => !MARKS.has(word))) continue
    rows++
    if (entry.bare || entry.tail.includes('stale')) own++
  }
  if (rows === 0) return undefined
  return own > 0
    ? { score: 0.8, reasons: ['addresses stand without parentheses, or entries are stale'] }
    : { score: 0.4, reasons: ['entries name no interface and no type'] }
}

/** `arp -a` of Tru64 UNIX. */
export const tru64Arp = {
  id: 'tru64-arp',
  kind: 'neighbors',
  platform: 'tru64',
  title: 'arp -a of Tru64 UNIX',
  commands: ['arp -an', 'arp -a', 'arp -anu'],
  about: `"name (address) at mac", with -n the address alone; "stale" behind old entries, "permanent", "published" or
"trailers" behind others. No interface is printed.`,
  cues: ['at', 'stale'],
  fromCommand: /\barp\s+-\w*a/,
  detect,
  reader: (out: Output) => new ArpAtReader(out),
  startsRow: (row, index) =>
    startsArpAtRow(row, index) ||
    (row.kind(index) === 'ipv4' &&
      row.is(index + 1, 'at') &&
      (row.kind(index + 2) === 'mac' || row.is(index + 2, '(incomplete)'))),
  expects: 'an address and a hardware address',
} as const satisfies Format
