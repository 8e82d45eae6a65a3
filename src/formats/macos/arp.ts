import {
  anyNeighborReader,
  arpCues,
  arpExpects,
  detectNeighbors,
  listEntry,
  longEntry,
  type NeighborSign,
  startsAnyNeighbor,
} from '../bsd/arp-signs.js'
import { startsNeighborHeading } from '../bsd/neighbor-table.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly NeighborSign[] = [
  { pattern: /\bifscope\b/, weight: 0.6, reason: 'entries have ifscope' },
  {
    pattern: / at (?:[0-9a-f]|[0-9a-f:]*:[0-9a-f])(?::[0-9a-f:]*)? (?:on|\[)/,
    weight: 0.3,
    reason: 'octets of hardware addresses have one digit',
  },
  {
    pattern: / on (?:ap|awdl|bridge1\d\d|en|llw|vmenet|vmnet)\d/,
    weight: 0.25,
    reason: 'interfaces have names of macOS',
  },
  {
    pattern: /\[(?:bridge|ethernet|firewire)\]$/,
    weight: 0.05,
    reason: 'entries end in [ethernet]',
  },
  { pattern: / expires in |\bexpired(?: [a-z]+){0,3} \[/, weight: -0.5, reason: '' },
  {
    pattern: /^Neighbor Linklayer Address Expire\(O\)/,
    weight: 0.5,
    reason: 'the heading has Expire(O)',
  },
  { pattern: longEntry, weight: 0.45, reason: 'rows have two expiries' },
]

const LINES: readonly RegExp[] = [
  listEntry,
  longEntry,
  /^Neighbor Linklayer Address Expire\(O\) Expire\(I\) Netif/,
]

/** `arp -a` of macOS. */
export const macosArp = {
  id: 'macos-arp',
  kind: 'neighbors',
  platform: 'macos',
  title: 'arp -a of macOS',
  commands: ['arp -an', 'arp -a', 'arp -anl', 'arp -al'],
  about: `NAME (ADDR) at MAC on IF, then ifscope, permanent, published (proxy only), published, a type in square brackets; no
expiry. Octets of hardware addresses lack their leading zero; multicast and broadcast entries are listed. -l prints a
table with two expiries, Refs and Prbs, whose interface does not stand under its heading.`,
  cues: [...arpCues, 'Expire(O)', 'Linklayer'],
  fromCommand: /\barp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => anyNeighborReader(out),
  startsRow: startsAnyNeighbor,
  startsHeading: startsNeighborHeading,
  headings: ['Neighbor Linklayer Address Expire(O) Expire(I) Netif Refs Prbs'],
  openings: [
    {
      rows: [
        '<word> (<ipv4>) at <mac> on <word> ifscope …',
        '<word> (<ipv4>) at (incomplete) on <word> ifscope …',
      ],
    },
  ],
  expects: arpExpects,
} as const satisfies Format
