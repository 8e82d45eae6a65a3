import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { ArpAtReader, startsArpAtRow } from '../unix/arp-at.js'
import { arpAtLine } from '../unix/arp-at-detect.js'

const MARKS: ReadonlySet<string> = new Set(['permanent', 'published', 'trailers'])
const UNPADDED = /(?:^|:)[0-9a-f](?::|$)/i

function detect(sample: Sample): Verdict | undefined {
  const entries = sample.lines.map(arpAtLine).filter((one) => one !== undefined)
  const own = entries.filter((one) => !one.bare && one.tail.every((word) => MARKS.has(word)))
  if (own.some(({ mac }) => UNPADDED.test(mac)))
    return {
      score: 0.45,
      reasons: ['octets lack leading zeros, and entries name no interface and no type'],
    }
  return own.length > 0
    ? { score: 0.35, reasons: ['entries name no interface and no type'] }
    : undefined
}

/** `arp -a` of IRIX. */
export const irixArp = {
  id: 'irix-arp',
  kind: 'neighbors',
  platform: 'irix',
  title: 'arp -a of IRIX',
  commands: ['arp -a', 'arp -an'],
  about: `"name (address) at mac" in the form of 4.3BSD: octets without leading zeros, "permanent", "published" or "trailers"
behind them. No interface and no type is printed, so other systems of that age cannot be told from it.`,
  cues: ['at'],
  fromCommand: /\barp\s+-\w*a/,
  detect,
  reader: (out: Output) => new ArpAtReader(out),
  startsRow: startsArpAtRow,
  expects: 'a name, an address in parentheses and a hardware address',
} as const satisfies Format
