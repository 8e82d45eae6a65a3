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
  { pattern: /: flags=[0-9a-f]+,[0-9a-f]+</, score: 0.97, reason: 'two sets of flag words' },
  { pattern: /\b(?:GROUPRT|64BIT)\b/, score: 0.9, reason: 'flags are those of AIX' },
  { pattern: /^tcp_sendspace \d/, score: 0.9, reason: 'a line of TCP settings' },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { behind: ['tcp_sendspace'] }

/** `ifconfig` of AIX. */
export const aixIfconfig = {
  id: 'aix-ifconfig',
  kind: 'addresses',
  platform: 'aix',
  title: 'ifconfig of AIX',
  commands: ['ifconfig -a'],
  about: `Heads with one or two sets of flag bits and no mtu, inet with a hexadecimal netmask, inet6 with the length behind the
zone (::1%1/64), and a line of TCP settings.`,
  cues: unixIfconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectUnixIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: unixIfconfigExpects,
} as const satisfies Format
