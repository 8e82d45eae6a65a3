import type { Dialect } from '../bsd/dialect.js'
import { BsdNetstatReader } from '../bsd/netstat.js'
import { startsRoute, startsTitle } from '../bsd/row-shape.js'
import {
  detectNetstat,
  fourNumbers,
  headingSign,
  isOpenbsdLoopback,
  type NetstatSign,
  netstatCommand,
  netstatCues,
  netstatExpects,
  rowSign,
} from '../bsd/survey.js'
import { netbsdFlags } from '../flags/netbsd.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const DIALECT: Dialect = {
  platform: 'netbsd',
  flags: netbsdFlags,
  printsLengths: true,
  dropsClassMasks: false,
  hasWidePairs: false,
  printsZones: false,
}

const SIGNS: readonly NetstatSign[] = [
  fourNumbers,
  rowSign(-0.3, '', isOpenbsdLoopback),
  headingSign(/\bMtu Interface\b/, 0.45, 'the heading ends in Mtu and Interface'),
  headingSign(/\b(?:Iface|Netif)\b/, -0.3, ''),
  headingSign(/\bUse Interface\b/, 0.05, 'the heading ends in Interface'),
  headingSign(/^Flags$/, 0.1, 'the heading ends in Flags'),
  rowSign(
    0.3,
    'Refs and Use are dashes',
    ({ numbers, text }) => numbers === 3 && /\s-\s+-\s/.test(text),
  ),
  rowSign(0.1, 'an interface is a gateway', (row) => row.gateway === 'lo0'),
  rowSign(0.1, 'an interface is called wm0 or ena0', (row) =>
    /^(?:awge|bwfm|ena|mue|usmsc|vioif|wm)\d$/.test(row.interface),
  ),
  rowSign(0.1, 'flags have letters of NetBSD', ({ flags }) => /^UHl$|^UG?R?S$|p/.test(flags)),
]

/** `netstat -rn` and `route -n show` of NetBSD. */
export const netbsdNetstat = {
  id: 'netbsd-netstat',
  kind: 'routes',
  platform: 'netbsd',
  title: 'netstat -rn and route -n show of NetBSD',
  commands: ['netstat -rn', 'route -n show', 'netstat -nr', 'netstat -rn -f inet'],
  about: `Internet: and Internet6: with a heading each: Refs, Use, Mtu, Interface; Refs and Use are dashes from about 7 on, and
"L" touches an Mtu that is locked. Networks always have their length and as many octets as it needs; hosts are bare. A
gateway may be an interface (lo0). Link-local hosts have no zone. Old releases of route show print Destination,
Gateway and Flags only. -v prints metrics on indented lines.`,
  cues: netstatCues,
  fromCommand: netstatCommand,
  detect: (sample: Sample) => detectNetstat(sample, netbsdFlags, SIGNS),
  reader: (out: Output) => new BsdNetstatReader(out, DIALECT),
  startsRow: startsRoute,
  startsHeading: startsTitle,
  headed: true,
  expects: netstatExpects,
} as const satisfies Format
