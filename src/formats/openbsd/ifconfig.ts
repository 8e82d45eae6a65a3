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
  { pattern: /\bllprio \d/, weight: 0.45, reason: 'a line has index, priority and llprio' },
  { pattern: /^lladdr [0-9a-f]/, weight: 0.4, reason: 'hardware addresses follow lladdr' },
  { pattern: /^priority: \d/, weight: 0.3, reason: 'a line says priority:' },
  {
    pattern: /^groups: (?:.* )?(?:egress|enc|lo|pflog)\b/,
    weight: 0.15,
    reason: 'groups of OpenBSD',
  },
  { pattern: /mtu 3(?:2768|3\d\d\d)\b/, weight: 0.1, reason: 'lo0 has an mtu of 32768 or more' },
  { pattern: /^enc\d+: flags=/, weight: 0.15, reason: 'an interface is called enc0' },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { before: ['groups:', 'index', 'lladdr', 'media:', 'status:'] }

/** `ifconfig -a` of OpenBSD. */
export const openbsdIfconfig = {
  id: 'openbsd-ifconfig',
  kind: 'addresses',
  platform: 'openbsd',
  title: 'ifconfig -a of OpenBSD',
  commands: ['ifconfig -a', 'ifconfig'],
  about: `A head for each interface, then tab-indented details: index and priority, lladdr, inet with a hexadecimal netmask,
inet6 with prefixlen and scopeid. Older releases print groups and priority on lines of their own.`,
  cues: ifconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: ifconfigExpects,
} as const satisfies Format
