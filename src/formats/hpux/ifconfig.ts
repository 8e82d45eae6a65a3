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
  {
    pattern: /^(?:lan|snap|ixe|iptu)\d+(?::\d+)?: flags=[0-9a-f]+</,
    score: 0.9,
    reason: 'interfaces have names of HP-UX',
  },
  {
    pattern: /^inet \S+ netmask [0-9a-f]{8}(?: broadcast \S+)?$/,
    score: 0.5,
    reason: 'the netmask is hexadecimal without 0x',
  },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { single: true }

/** `ifconfig` of HP-UX. */
export const hpuxIfconfig = {
  id: 'hpux-ifconfig',
  kind: 'addresses',
  platform: 'hpux',
  title: 'ifconfig of HP-UX',
  commands: ['ifconfig lan0', 'ifconfig lo0'],
  captures: ['ifconfig INTERFACE'],
  about: `One interface a call (aliases are interfaces of their own, lan0:1): a head without mtu, inet with a hexadecimal netmask
without 0x, inet6 with prefix.`,
  cues: unixIfconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectUnixIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: unixIfconfigExpects,
} as const satisfies Format
