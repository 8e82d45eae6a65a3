import type { BlockOrder } from '../block-watch.js'
import type { Format } from '../format.js'
import { IfconfigReader, startsIfconfigDetail, startsIfconfigRow } from '../ifconfig.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import {
  detectUnixIfconfig,
  type UnixIfconfigSign,
  unixIfconfigCues,
  unixIfconfigExpects,
} from '../unix/ifconfig.js'

const SIGNS: readonly UnixIfconfigSign[] = [
  { pattern: /: flags=[0-9a-f]+<[^>]*\bIPv[46]\b/, score: 0.95, reason: 'flags name IPv4 or IPv6' },
  { pattern: /^zone \S+$|> mtu \d+ index \d+/, score: 0.8, reason: 'the head has mtu and index' },
  {
    pattern:
      /^(?:bge|e1000g|elx|hme|le|qe|qfe|ce|nge|rtls|net)\d+(?::\d+)?: flags=[0-9a-f]+<[^>]*> mtu \d/,
    score: 0.6,
    reason: 'interfaces have names of Solaris',
  },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { behind: ['ether', 'groupname'], single: true }

/** `ifconfig` of Solaris and illumos. */
export const solarisIfconfig = {
  id: 'solaris-ifconfig',
  kind: 'addresses',
  platform: 'solaris',
  title: 'ifconfig of Solaris and illumos',
  commands: ['ifconfig -a', 'ifconfig -a4'],
  about: `A head for each interface, address family and alias (lo0:1) with mtu and, from 8 on, index; netmask in hexadecimal
without 0x, IPv6 addresses with their length, ether for root alone. The lines zone and groupname belong to an interface.`,
  cues: unixIfconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectUnixIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: unixIfconfigExpects,
} as const satisfies Format
