import {
  detectNeighbors,
  type NeighborSign,
  ndpCues,
  ndpEntry,
  ndpHeading,
  tableExpects,
} from '../bsd/arp-signs.js'
import {
  NeighborTableReader,
  startsNeighbor,
  startsNeighborHeading,
} from '../bsd/neighbor-table.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly NeighborSign[] = [
  { pattern: /^Neighbor .*\bS Flags$/, weight: 0.1, reason: 'the heading ends in S and Flags' },
]

const LINES: readonly RegExp[] = [ndpEntry, ndpHeading]

/** `ndp -an` of DragonFly BSD. */
export const dragonflyNdp = {
  id: 'dragonfly-ndp',
  kind: 'neighbors',
  platform: 'dragonfly',
  title: 'ndp -an of DragonFly BSD',
  commands: ['ndp -an', 'ndp -a'],
  about: `Neighbor, Linklayer Address, Netif, Expire (a time, permanent, expired), S (one letter, may be missing), Flags (R router,
p proxy). A long address takes the room of the cells behind it; the text does not tell the BSDs apart.`,
  cues: ndpCues,
  fromCommand: /\bndp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => new NeighborTableReader(out, { p: 'proxy' }),
  startsRow: startsNeighbor,
  startsHeading: startsNeighborHeading,
  headed: true,
  expects: tableExpects,
} as const satisfies Format
