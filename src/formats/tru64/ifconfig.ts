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
  {
    pattern: /^inet \S+ netmask [0-9a-f]{8} .*ipmtu \d/,
    score: 0.9,
    reason: 'addresses have an ipmtu',
  },
]

/** `ifconfig` of Tru64 UNIX. */
export const tru64Ifconfig = {
  id: 'tru64-ifconfig',
  kind: 'addresses',
  platform: 'tru64',
  title: 'ifconfig of Tru64 UNIX',
  commands: ['ifconfig -a'],
  about: `A head without mtu, inet with a hexadecimal netmask without 0x and an ipmtu; aliases follow the first address.`,
  cues: unixIfconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectUnixIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: unixIfconfigExpects,
} as const satisfies Format
