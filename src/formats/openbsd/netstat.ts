import type { Dialect } from '../bsd/dialect.js'
import { BsdNetstatReader } from '../bsd/netstat.js'
import { startsRoute, startsTitle } from '../bsd/row-shape.js'
import {
  detectNetstat,
  headingSign,
  isOpenbsdLoopback,
  type NetstatSign,
  netstatCommand,
  netstatCues,
  netstatExpects,
  rowSign,
} from '../bsd/survey.js'
import { openbsdFlags } from '../flags/openbsd.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const DIALECT: Dialect = {
  platform: 'openbsd',
  flags: openbsdFlags,
  printsLengths: true,
  dropsClassMasks: false,
  hasWidePairs: false,
  printsZones: true,
}

const CARDS = /^(?:bnx|carp|enc|iwm|iwx|pflog|pfsync|pppoe|trunk|tun|vether|vio|vmx|wg|xnf)\d+$/

const SIGNS: readonly NetstatSign[] = [
  headingSign(/\bPrio Iface\b/, 0.6, 'the heading ends in Prio and Iface'),
  headingSign(/\bNetif\b/, -0.3, ''),
  headingSign(/\bMtu Interface\b/, 0.1, 'the heading ends in Mtu and Interface'),
  rowSign(0.35, 'four numbers stand before the interface', ({ numbers }) => numbers === 4),
  rowSign(0.15, 'interfaces have names of OpenBSD', (row) => CARDS.test(row.interface)),
  rowSign(0.45, '224/4 is rejected, or lo0 has an mtu of OpenBSD', isOpenbsdLoopback),
  rowSign(0.1, 'flags have letters of OpenBSD', ({ flags }) => /[hnPT]/.test(flags)),
]

const FLOWS = /^Source\s+Port\s+Destination\s+Port\s+Proto\s+SA\(/

function detect(sample: Sample): Verdict | undefined {
  const verdict = detectNetstat(sample, openbsdFlags, SIGNS)
  if (!sample.match(FLOWS)) return verdict
  const reasons = [...(verdict?.reasons ?? []), 'the heading is that of the IPsec flows']
  return { score: 0.95, reasons }
}

/** `netstat -rn` and `route -n show` of OpenBSD. */
export const openbsdNetstat = {
  id: 'openbsd-netstat',
  kind: 'routes',
  platform: 'openbsd',
  title: 'netstat -rn and route -n show of OpenBSD',
  commands: ['netstat -rn', 'route -n show', 'netstat -nr', 'route -n show -inet'],
  about: `Internet: and Internet6: with a heading each: Refs, Use, Mtu, Prio, Iface; -v adds a Label that may hold blanks.
"L" behind the Mtu says that it is locked. Networks always have their length and as many octets as it needs: 127/8,
10.0.2/24; hosts are bare. Encap: (IPsec flows) and MPLS: hold no routes. Before 4.x Prio was missing.`,
  cues: netstatCues,
  fromCommand: netstatCommand,
  detect,
  reader: (out: Output) => new BsdNetstatReader(out, DIALECT),
  startsRow: startsRoute,
  startsHeading: startsTitle,
  headed: true,
  headings: [
    'Destination Gateway Flags Refs Use Mtu Prio Iface',
    'Destination Gateway Flags Refs Use Mtu Prio Iface Label',
  ],
  expects: netstatExpects,
} as const satisfies Format
