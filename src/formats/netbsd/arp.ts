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
  { pattern: /\) at \S+ on \S+$/, weight: 0.15, reason: 'nothing stands behind the interface' },
  {
    pattern: / on (?:awge|bwfm|ena|mue|usmsc|vioif|wm)\d/,
    weight: 0.2,
    reason: 'interfaces have names of NetBSD',
  },
  {
    pattern: / on \S+ (?:\d+[dhm])*\d+s [DINPRSUW?]$/,
    weight: 0.4,
    reason: 'entries end in a time and a state',
  },
  { pattern: /\[[a-z-]+\]|\bifscope\b/, weight: -0.3, reason: '' },
]

const LINES: readonly RegExp[] = [listEntry]

/** `arp -a` of NetBSD. */
export const netbsdArp = {
  id: 'netbsd-arp',
  kind: 'neighbors',
  platform: 'netbsd',
  title: 'arp -a of NetBSD',
  commands: ['arp -an', 'arp -a'],
  about: `NAME (ADDR) at MAC on IF, then permanent, published (proxy only), published; from 10 on the time left and a letter for
the state. No type in brackets.`,
  cues: arpCues,
  fromCommand: /\barp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => new ArpListReader(out),
  startsRow: startsEntry,
  expects: arpExpects,
} as const satisfies Format
