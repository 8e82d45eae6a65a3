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
  { pattern: /^Neighbor .*\bS Flags$/, weight: 0.15, reason: 'the heading ends in S and Flags' },
  { pattern: / [NIRSDP?] R?p?l$/, weight: 0.4, reason: 'entries of its own have the flag l' },
  {
    pattern: / (?:trunk|vether|vio|wg)\d/,
    weight: 0.25,
    reason: 'interfaces have names of OpenBSD',
  },
  {
    pattern: /^Neighbor .*\bSt Flgs Prbs\b/,
    weight: 0.05,
    reason: 'the heading has St, Flgs and Prbs',
  },
]

const LINES: readonly RegExp[] = [ndpEntry, ndpHeading]

/** `ndp -an` of OpenBSD. */
export const openbsdNdp = {
  id: 'openbsd-ndp',
  kind: 'neighbors',
  platform: 'openbsd',
  title: 'ndp -an of OpenBSD',
  commands: ['ndp -an', 'ndp -a'],
  about: `Neighbor, Linklayer Address, Netif, Expire, S (one letter), Flags (R router, p proxy, l the host's own). Releases
before 3 had St, Flgs and Prbs.`,
  cues: ndpCues,
  fromCommand: /\bndp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => new NeighborTableReader(out, { p: 'proxy' }),
  startsRow: startsNeighbor,
  startsHeading: startsNeighborHeading,
  headed: true,
  expects: tableExpects,
} as const satisfies Format
