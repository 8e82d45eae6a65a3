import { ArpListReader, startsEntry } from '../bsd/arp-list.js'
import {
  arpCues,
  arpExpects,
  detectNeighbors,
  listEntry,
  type NeighborSign,
} from '../bsd/arp-signs.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly NeighborSign[] = [
  { pattern: / expires in \d/, weight: 0.55, reason: 'entries expire in seconds' },
  { pattern: / expired(?: |$)/, weight: 0.5, reason: 'entries have expired' },
  {
    pattern: /\[(?:bridge|ethernet|infiniband|vlan)\]$/,
    weight: 0.1,
    reason: 'entries end in [ethernet]',
  },
  { pattern: /\bifscope\b| on en\d/, weight: -0.3, reason: '' },
]

const LINES: readonly RegExp[] = [listEntry]

/** `arp -a` of FreeBSD. */
export const freebsdArp = {
  id: 'freebsd-arp',
  kind: 'neighbors',
  platform: 'freebsd',
  title: 'arp -a of FreeBSD',
  commands: ['arp -an', 'arp -a'],
  about: `NAME (ADDR) at MAC on IF, then permanent, expires in N seconds or expired, published, a type in square brackets. The
card's own addresses are permanent, published ones are proxied. Releases up to 7 print no expiry, as DragonFly does.`,
  cues: arpCues,
  fromCommand: /\barp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => new ArpListReader(out),
  startsRow: startsEntry,
  openings: [
    { rows: ['<word> (<ipv4>) at <mac> on <word> expires in <number> seconds [ethernet]'] },
  ],
  expects: arpExpects,
} as const satisfies Format
