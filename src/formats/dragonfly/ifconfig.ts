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
  { pattern: /> metric \d+ mtu \d/, weight: 0.15, reason: 'the head has metric and mtu' },
  { pattern: /^\w+: flags=\S*> mtu \d/, weight: -0.1, reason: '' },
  { pattern: /options=[0-9a-f]+<[^<>]*\bRSS\b/, weight: 0.4, reason: 'the options name RSS' },
  { pattern: /<[^<>]*\b(?:IDIRECT|NPOLLING)\b/, weight: 0.4, reason: 'flags of DragonFly' },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { behind: ['groups:', 'media:', 'status:'] }

/** `ifconfig -a` of DragonFly BSD. */
export const dragonflyIfconfig = {
  id: 'dragonfly-ifconfig',
  kind: 'addresses',
  platform: 'dragonfly',
  title: 'ifconfig -a of DragonFly BSD',
  commands: ['ifconfig -a', 'ifconfig'],
  about: `As FreeBSD before 14: a head with metric and mtu, then ether, inet with a hexadecimal netmask, inet6 with prefixlen
and scopeid. Options may name RSS.`,
  cues: ifconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: ifconfigExpects,
} as const satisfies Format
