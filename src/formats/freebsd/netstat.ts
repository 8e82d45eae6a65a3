import type { Dialect } from '../bsd/dialect.js'
import { BsdNetstatReader } from '../bsd/netstat.js'
import { startsRoute, startsTitle } from '../bsd/row-shape.js'
import {
  dashSign,
  detectNetstat,
  fourNumbers,
  headingSign,
  isFullNetwork,
  isShortNetwork,
  isUnpaddedMac,
  type NetstatSign,
  netstatCommand,
  netstatCues,
  netstatExpects,
  rowSign,
  wideFlagsSign,
} from '../bsd/survey.js'
import { freebsdFlags } from '../flags/freebsd.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const DIALECT: Dialect = {
  platform: 'freebsd',
  flags: freebsdFlags,
  printsLengths: false,
  dropsClassMasks: true,
  hasWidePairs: true,
  printsZones: true,
}

const CARDS =
  /^(?:ale|bce|bge|bxe|cxgbe?|cxl|dc|em|epair|fxp|hn|igb|igc|ix|ixl|lagg|msk|mxge|nfe|ovpn[cs]|pppoe|re|rl|sis|tap|tun|ue|vlan|vmx|vr|vtnet|xl|xn)\d/

const SIGNS: readonly NetstatSign[] = [
  dashSign,
  fourNumbers,
  wideFlagsSign(-0.3),
  headingSign(/\bNhop#/, 0.6, 'the heading has Nhop#'),
  headingSign(/\b(?:Iface|Prio)|\bMtu Interface/, -0.3, ''),
  headingSign(/\bNetif\b/, 0.04, 'the heading has Netif'),
  headingSign(/\bUse Interface/, 0.06, 'the heading ends in Interface'),
  {
    weight: 0.4,
    reason: 'the title names a fib',
    test: ({ text }) => /^Routing tables \(fib: /m.test(text),
  },
  rowSign(0.3, 'networks have all their octets', isFullNetwork),
  rowSign(0.25, 'four octets are a network', isClassNetwork),
  rowSign(
    0.25,
    'hosts of its own have link gateways',
    (row) => /^link#/.test(row.gateway) && /^UHS?$/.test(row.flags),
  ),
  rowSign(0.1, 'interfaces have names of FreeBSD', (row) => CARDS.test(row.interface)),
  rowSign(
    0.2,
    'networks are cut as in FreeBSD 4',
    (row) => isShortNetwork(row) && row.flags === 'UC',
  ),
  rowSign(0.1, 'octets of hardware addresses have one digit', isUnpaddedMac),
]

function isClassNetwork({ destination, flags }: { destination: string; flags: string }): boolean {
  return /^\d+\.\d+\.\d+\.0$/.test(destination) && !flags.includes('H')
}

/** `netstat -rn` of FreeBSD. */
export const freebsdNetstat = {
  id: 'freebsd-netstat',
  kind: 'routes',
  platform: 'freebsd',
  title: 'netstat -rn of FreeBSD',
  commands: ['netstat -rn', 'netstat -nr', 'netstat -rn -f inet', 'netstat -rnW'],
  about: `Internet: and Internet6: with a heading each; the title names the fib where it is not 0. Networks have four octets
and a length; up to 10 and without -n a length of 8, 16 or 24 is left out, so four octets without H are a network then.
Up to 9 IPv4 has Refs and Use; -W adds Use and Mtu, from 13 on Nhop# and Mtu; Nhop# is no metric. "=>" behind the
interface says that the next row has the same key. FreeBSD 4 prints networks as 4.4BSD did.`,
  cues: netstatCues,
  fromCommand: netstatCommand,
  detect: (sample: Sample) => detectNetstat(sample, freebsdFlags, SIGNS),
  reader: (out: Output) => new BsdNetstatReader(out, DIALECT),
  startsRow: startsRoute,
  startsHeading: startsTitle,
  headed: true,
  headings: ['Destination Gateway Flags Nhop# Mtu Netif Expire'],
  openings: [
    {
      // DragonFly prints Refs and Use there, macOS has other cards.
      heading: 'Destination Gateway Flags Netif Expire',
      rows: [
        'default|<cidr4> <ipv4> UG|UGS bge#|em#|hn#|igb#|ix#|ixl#|re#|vmx#|vtnet#|xn#',
        '<cidr4> <word> U bge#|em#|hn#|igb#|ix#|ixl#|re#|vmx#|vtnet#|xn#',
      ],
    },
  ],
  expects: netstatExpects,
} as const satisfies Format
