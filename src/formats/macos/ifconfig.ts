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
  { pattern: /^en\d+: flags=/, weight: 0.3, reason: 'an interface is called en0' },
  {
    pattern: /^(?:anpi|ap|awdl|llw|p2p|utun|vmenet|XHC)\d+: flags=/,
    weight: 0.35,
    reason: 'interfaces have names of macOS',
  },
  {
    pattern: /\b(?:CHANNEL_IO|PARTIAL_CSUM|SW_TIMESTAMP|TXSTATUS)\b/,
    weight: 0.4,
    reason: 'the options are those of macOS',
  },
  { pattern: /^inet6 .* secured\b/, weight: 0.3, reason: 'an IPv6 address is secured' },
  { pattern: /<UP,[A-Z,]*\bSMART\b/, weight: 0.2, reason: 'the flag SMART' },
  {
    pattern: /^lo0: flags=[0-9a-f]+<[^>]*> mtu 16384/,
    weight: 0.1,
    reason: 'lo0 has an mtu of 16384',
  },
]

/** Order of the lines of a block. */
const ORDER: BlockOrder = { before: ['ether'], behind: ['media:', 'nd6', 'status:'] }

/** `ifconfig -a` of macOS. */
export const macosIfconfig = {
  id: 'macos-ifconfig',
  kind: 'addresses',
  platform: 'macos',
  title: 'ifconfig -a of macOS',
  commands: ['ifconfig -a', 'ifconfig'],
  about: `A head for each interface, then tab-indented details: ether with octets of two digits, inet with a hexadecimal
netmask, inet6 with prefixlen and, for link-local addresses, the zone and scopeid. Tunnels print their peer behind
"-->". Lines may end in a blank.`,
  cues: ifconfigCues,
  fromCommand: /\bifconfig\b/,
  detect: (sample: Sample) => detectIfconfig(sample, SIGNS),
  reader: (out: Output) => new IfconfigReader(out, ORDER),
  startsRow: startsIfconfigRow,
  startsHeading: startsIfconfigDetail,
  expects: ifconfigExpects,
} as const satisfies Format
