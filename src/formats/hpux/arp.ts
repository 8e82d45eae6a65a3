import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { ArpAtReader, startsArpAtRow } from '../unix/arp-at.js'
import { arpAtLine } from '../unix/arp-at-detect.js'

const TYPES: ReadonlySet<string> = new Set(['atm', 'ether', 'fc', 'fddi', 'ieee', 'token'])

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count((line) => {
    const [type] = arpAtLine(line)?.tail ?? []
    return type !== undefined && TYPES.has(type)
  })
  if (rows > 0)
    return {
      score: 0.85,
      reasons: ['the type stands bare behind the hardware address, without an interface'],
    }
  return sample.count(isNameless) > 0
    ? { score: 0.5, reasons: ['an entry without an answer has no name either'] }
    : undefined
}

/** With -n HP-UX leaves the name empty, where others print a question mark. */
function isNameless({ cells }: SampleLine): boolean {
  return cells.length === 3 && /^\([\d.]+\) at \(incomplete\)$/.test(cells.join(' '))
}

/** `arp -a` of HP-UX. */
export const hpuxArp = {
  id: 'hpux-arp',
  kind: 'neighbors',
  platform: 'hpux',
  title: 'arp -a of HP-UX',
  commands: ['arp -an', 'arp -a'],
  about: `"name (address) at mac ether", the name left empty with -n, octets without leading zeros, then permanent, published
or trailers. No interface is printed. Addresses of the machine's own cards are permanent entries.`,
  cues: ['ether', 'fddi', 'ieee', '(incomplete)'],
  fromCommand: /\barp\s+-\w*a/,
  detect,
  reader: (out: Output) => new ArpAtReader(out),
  startsRow: startsArpAtRow,
  openings: [{ rows: ['(<ipv4>) at <mac> ether', '<word> (<ipv4>) at <mac> ether'] }],
  expects: 'an address in parentheses and a hardware address',
} as const satisfies Format
