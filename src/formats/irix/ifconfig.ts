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
  { pattern: /^\w+: flags=[0-9a-f]+<[A-Z,]*>$/, score: 0.46, reason: 'heads have no mtu' },
  { pattern: /\bFILTMULTI\b/, score: 0.95, reason: 'the flag FILTMULTI' },
  {
    pattern: /^(?:ec|ef|et|tg)\d: flags=[0-9a-f]+</,
    score: 0.7,
    reason: 'interfaces have names of IRIX',
  },
]

/** `ifconfig` of IRIX. */
export const irixIfconfig = {
  id: 'irix-ifconfig',
  kind: 'addresses',
  platform: 'irix',
  title: 'ifconfig of IRIX',
  commands: ['ifconfig -a'],
  about: `A head without mtu, inet with a hexadecimal netmask.`,
  cues: unixIfconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectUnixIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: unixIfconfigExpects,
} as const satisfies Format
