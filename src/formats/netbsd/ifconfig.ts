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
  { pattern: /: flags=0x[0-9a-f]+</, weight: 0.45, reason: 'flags are printed with 0x' },
  { pattern: /^address: [0-9a-f]/, weight: 0.4, reason: 'hardware addresses follow address:' },
  {
    pattern: /^(?:ec_)?(?:capabilities|enabled)=/,
    weight: 0.3,
    reason: 'a line says capabilities=',
  },
  { pattern: /^inet6? .* flags 0x/, weight: 0.4, reason: 'addresses have flags' },
  { pattern: /^inet alias /, weight: 0.3, reason: 'further addresses are called alias' },
  { pattern: /mtu 3(?:3\d\d\d)\b/, weight: 0.1, reason: 'lo0 has an mtu of more than 33000' },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { before: ['address:', 'media:', 'status:'] }

/** `ifconfig -a` of NetBSD. */
export const netbsdIfconfig = {
  id: 'netbsd-ifconfig',
  kind: 'addresses',
  platform: 'netbsd',
  title: 'ifconfig -a of NetBSD',
  commands: ['ifconfig -a', 'ifconfig'],
  about: `A head for each interface, then tab-indented details: address: with the hardware address. Up to 7: inet with a
hexadecimal netmask, further addresses as inet alias. From 8 on: the length behind a slash, for IPv6 behind the zone,
then broadcast and flags.`,
  cues: ifconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: ifconfigExpects,
} as const satisfies Format
