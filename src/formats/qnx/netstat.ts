import type { Dialect } from '../bsd/dialect.js'
import { BsdNetstatReader } from '../bsd/netstat.js'
import { startsRoute, startsTitle } from '../bsd/row-shape.js'
import {
  detectNetstat,
  headingSign,
  type NetstatSign,
  netstatCommand,
  netstatCues,
  netstatExpects,
} from '../bsd/survey.js'
import { qnxFlags } from '../flags/qnx.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const DIALECT: Dialect = {
  platform: 'qnx',
  flags: qnxFlags,
  printsLengths: true,
  dropsClassMasks: false,
  hasWidePairs: false,
  printsZones: true,
}

/** Weaker than NetBSD's own signs: the text is NetBSD's, so QNX is read where the caller names it. */
const SIGNS: readonly NetstatSign[] = [
  headingSign(/\bMtu +Interface\b/, 0.1, 'the heading ends in Mtu and Interface'),
  headingSign(/\b(?:Iface|Netif)\b/, -0.3, ''),
]

/** `netstat -rn` of QNX Neutrino 6.4 and later. */
export const qnxNetstat = {
  id: 'qnx-netstat',
  kind: 'routes',
  platform: 'qnx',
  title: 'netstat -rn of QNX Neutrino',
  commands: ['netstat -rn', 'netstat -nr', 'netstat -rn -f inet'],
  about: `Since 6.4 the network stack is io-pkt, a port of NetBSD 4, and its netstat prints what NetBSD 4 printed: Internet: and
Internet6: with a heading each, then Refs, Use, Mtu and Interface, the first two as numbers, the Mtu a dash where none
is set. Networks have their length and as many octets as it needs (127/8); hosts are bare. No word tells it from NetBSD,
so the platform must be given.`,
  cues: netstatCues,
  fromCommand: netstatCommand,
  detect: (sample: Sample) => detectNetstat(sample, qnxFlags, SIGNS),
  reader: (out: Output) => new BsdNetstatReader(out, DIALECT),
  startsRow: startsRoute,
  startsHeading: startsTitle,
  headed: true,
  expects: netstatExpects,
} as const satisfies Format
