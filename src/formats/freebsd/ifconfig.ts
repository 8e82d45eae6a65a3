import type { BlockOrder } from '../block-watch.js'
import {
  detectIfconfig,
  type IfconfigSign,
  ifconfigCues,
  ifconfigExpects,
} from '../bsd/ifconfig.js'
import type { Format } from '../format.js'
import { IfconfigReader, startsIfconfigDetail, startsIfconfigRow } from '../ifconfig.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const SIGNS: readonly IfconfigSign[] = [
  { pattern: /> metric \d+ mtu \d/, weight: 0.2, reason: 'the head has metric and mtu' },
  { pattern: /\bAUTO_LINKLOCAL\b/, weight: 0.15, reason: 'nd6 options name AUTO_LINKLOCAL' },
  { pattern: /\bLOWER_UP>/, weight: 0.3, reason: 'the flag LOWER_UP (FreeBSD 14)' },
  {
    pattern: /\b(?:LINKSTATE|VLAN_HWTAGGING)\b/,
    weight: 0.15,
    reason: 'the options are those of FreeBSD',
  },
  {
    pattern: /^media: Ethernet .*\(\S+ <[a-z,-]+>/,
    weight: 0.12,
    reason: 'a medium of the kind Ethernet has its options in angle brackets',
  },
  { pattern: /^groups: /, weight: 0.05, reason: 'interfaces have groups' },
  {
    pattern: /^(?:ipfw|plip|usbus)\d+: flags=/,
    weight: 0.2,
    reason: 'interfaces have names of FreeBSD',
  },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { behind: ['groups:', 'media:', 'nd6', 'status:'] }

/** `ifconfig -a` of FreeBSD. */
export const freebsdIfconfig = {
  id: 'freebsd-ifconfig',
  kind: 'addresses',
  platform: 'freebsd',
  title: 'ifconfig -a of FreeBSD',
  commands: ['ifconfig -a', 'ifconfig'],
  about: `A head for each interface with metric (from 7 on) and mtu, then tab-indented details: ether, inet with a hexadecimal
netmask, inet6 with prefixlen, scopeid behind link-local addresses, vhid behind CARP addresses. The option -f
inet:cidr prints a length and -f inet:dotted a dotted netmask. FreeBSD 14 adds the flag LOWER_UP.`,
  cues: ifconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: ifconfigExpects,
} as const satisfies Format
