import type { Dialect } from '../bsd/dialect.js'
import { BsdNetstatReader } from '../bsd/netstat.js'
import { startsRoute, startsTitle } from '../bsd/row-shape.js'
import {
  dashSign,
  detectNetstat,
  fourNumbers,
  headingSign,
  isShortNetwork,
  isUnpaddedMac,
  MAC,
  type NetstatSign,
  netstatCommand,
  netstatCues,
  netstatExpects,
  rowSign,
  wideFlagsSign,
} from '../bsd/survey.js'
import { dragonflyFlags } from '../flags/dragonfly.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const DIALECT: Dialect = {
  platform: 'dragonfly',
  flags: dragonflyFlags,
  printsLengths: false,
  dropsClassMasks: false,
  hasWidePairs: false,
  printsZones: true,
}

const SIGNS: readonly NetstatSign[] = [
  dashSign,
  fourNumbers,
  wideFlagsSign(-0.3),
  headingSign(/\b(?:Iface|Nhop#|Prio)|\bInterface/, -0.3, ''),
  {
    weight: -0.3,
    reason: '',
    test: ({ heading, rows }) =>
      heading === 'Flags Netif Expire' &&
      rows.some((row) => /^\d+(?:\.\d+)*(?:\/|$)/.test(row.destination)),
  },
  headingSign(/\bRefs Use Netif\b/, 0.05, 'the heading has Refs, Use and Netif'),
  headingSign(/^Flags$/, 0.15, 'the heading ends in Flags'),
  headingSign(/\bLabelops\b/, 0.5, 'the heading has Labelops'),
  rowSign(
    0.35,
    'networks are cut and cloning without being static',
    (row) => isShortNetwork(row) && row.flags === 'UC',
  ),
  rowSign(
    0.15,
    'hardware addresses have two digits an octet, and networks are cut',
    (row) => MAC.test(row.gateway) && !isUnpaddedMac(row),
  ),
  rowSign(-0.3, '', isUnpaddedMac),
  rowSign(-0.1, '', ({ flags }) => /[IYgir]/.test(flags)),
  rowSign(0.2, 'ff01::/32 has no zone', (row) => row.destination === 'ff01::/32'),
]

/** `netstat -rn` and `route show` of DragonFly BSD. */
export const dragonflyNetstat = {
  id: 'dragonfly-netstat',
  kind: 'routes',
  platform: 'dragonfly',
  title: 'netstat -rn of DragonFly BSD',
  commands: ['netstat -rn', 'netstat -nr', 'netstat -rn -f inet', 'route -n show'],
  about: `Internet: with Refs, Use, Netif, Expire and Internet6: with Netif and Expire. A network loses its zero octets where
the mask is short enough (192.168.122, 10.0.0/24); the class mask is left out. Rows without an expiry end in blanks. -W
adds Mtu and, behind Expire, Labelops, Msl, IWmax and IW. route show prints Destination, Gateway and Flags and no mask.`,
  cues: netstatCues,
  fromCommand: netstatCommand,
  detect: (sample: Sample) => detectNetstat(sample, dragonflyFlags, SIGNS),
  reader: (out: Output) => new BsdNetstatReader(out, DIALECT),
  startsRow: startsRoute,
  startsHeading: startsTitle,
  headed: true,
  expects: netstatExpects,
} as const satisfies Format
