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
  { pattern: /\[(?:ethernet|vlan)\]$/, weight: 0.05, reason: 'entries end in [ethernet]' },
  { pattern: /\bifscope\b| on en\d| expire[ds]\b/, weight: -0.3, reason: '' },
]

const LINES: readonly RegExp[] = [listEntry]

/** `arp -a` of DragonFly BSD. */
export const dragonflyArp = {
  id: 'dragonfly-arp',
  kind: 'neighbors',
  platform: 'dragonfly',
  title: 'arp -a of DragonFly BSD',
  commands: ['arp -an', 'arp -a'],
  about: `NAME (ADDR) at MAC on IF, then permanent, published (proxy only), published, a type in square brackets; no expiry, as
FreeBSD up to 7.`,
  cues: arpCues,
  fromCommand: /\barp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => new ArpListReader(out),
  startsRow: startsEntry,
  expects: arpExpects,
} as const satisfies Format
