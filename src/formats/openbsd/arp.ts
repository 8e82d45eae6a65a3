import {
  anyNeighborReader,
  arpCues,
  arpExpects,
  detectNeighbors,
  listEntry,
  type NeighborSign,
  startsAnyNeighbor,
  tableEntry,
} from '../bsd/arp-signs.js'
import { startsNeighborHeading } from '../bsd/neighbor-table.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly NeighborSign[] = [
  { pattern: /^Host Ethernet Address/, weight: 0.55, reason: 'the heading has Ethernet Address' },
  { pattern: tableEntry, weight: 0.5, reason: 'rows have an interface and an expiry' },
  { pattern: / on \S+(?: permanent)? static\b/, weight: 0.4, reason: 'entries are static' },
  { pattern: /\[[a-z-]+\]/, weight: -0.3, reason: '' },
  {
    pattern: / on (?:trunk|vether|vio)\d/,
    weight: 0.2,
    reason: 'interfaces have names of OpenBSD',
  },
]

const LINES: readonly RegExp[] = [listEntry, tableEntry, /^Host Ethernet Address Netif Expire/]

/** `arp -a` of OpenBSD. */
export const openbsdArp = {
  id: 'openbsd-arp',
  kind: 'neighbors',
  platform: 'openbsd',
  title: 'arp -a of OpenBSD',
  commands: ['arp -an', 'arp -a'],
  about: `From 5.5 on a table: Host, Ethernet Address, Netif, Expire (a time, permanent, static, expired) and Flags (l the
host's own, p published). Before: NAME (ADDR) at MAC on IF, then permanent, static, published.`,
  cues: [...arpCues, 'Ethernet', 'Host'],
  fromCommand: /\barp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => anyNeighborReader(out),
  startsRow: startsAnyNeighbor,
  startsHeading: startsNeighborHeading,
  headings: ['Host Ethernet Address Netif Expire Flags'],
  expects: arpExpects,
} as const satisfies Format
