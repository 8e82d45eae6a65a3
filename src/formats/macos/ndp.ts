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
  {
    pattern: /^Neighbor .*\bSt Flgs Prbs\b/,
    weight: 0.3,
    reason: 'the heading has St, Flgs and Prbs',
  },
  {
    pattern: / (?:ap|awdl|bridge1\d\d|en|llw|utun)\d+ /,
    weight: 0.3,
    reason: 'interfaces have names of macOS',
  },
  {
    pattern: / (?:[0-9a-f]|[0-9a-f:]*:[0-9a-f])(?::[0-9a-f:]*)? [a-z]+\d/,
    weight: 0.1,
    reason: 'octets of hardware addresses have one digit',
  },
]

const LINES: readonly RegExp[] = [ndpEntry, ndpHeading]

/** `ndp -an` of macOS. */
export const macosNdp = {
  id: 'macos-ndp',
  kind: 'neighbors',
  platform: 'macos',
  title: 'ndp -an of macOS',
  commands: ['ndp -an', 'ndp -a'],
  about: `Neighbor, Linklayer Address (octets without leading zeros), Netif, Expire (a time, permanent, expired), St (one letter,
may be missing), Flgs (R router, p proxy), Prbs. A long address takes the room of the cells behind it.`,
  cues: ndpCues,
  fromCommand: /\bndp\b/,
  detect: (sample: Sample) => detectNeighbors(sample, LINES, SIGNS),
  reader: (out: Output) => new NeighborTableReader(out, { p: 'proxy' }),
  startsRow: startsNeighbor,
  startsHeading: startsNeighborHeading,
  headed: true,
  expects: tableExpects,
} as const satisfies Format
