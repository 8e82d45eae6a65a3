import type { Dialect } from '../bsd/dialect.js'
import { BsdNetstatReader } from '../bsd/netstat.js'
import { startsRoute, startsTitle } from '../bsd/row-shape.js'
import {
  dashSign,
  detectNetstat,
  fourNumbers,
  headingSign,
  isUnpaddedMac,
  type NetstatSign,
  netstatCommand,
  netstatCues,
  netstatExpects,
  rowSign,
  wideFlagsSign,
} from '../bsd/survey.js'
import { macosFlags } from '../flags/macos.js'
import type { Format } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const DIALECT: Dialect = {
  platform: 'macos',
  flags: macosFlags,
  printsLengths: false,
  dropsClassMasks: false,
  hasWidePairs: false,
  printsZones: true,
}

const CARDS = /^(?:anpi|ap|awdl|en|feth|llw|p2p|utun|vmenet|vmnet)\d+$/

const SIGNS: readonly NetstatSign[] = [
  dashSign,
  fourNumbers,
  headingSign(/^RT_IFA\b/, 0.6, 'the heading has RT_IFA'),
  headingSign(/\b(?:Iface|Interface|Nhop#|Prio)/, -0.3, ''),
  wideFlagsSign(0.45),
  rowSign(0.45, 'flags have letters of macOS', ({ flags }) => /[IYgir]/.test(flags)),
  rowSign(0.2, 'multicast networks are flagged UmC', ({ flags }) => /^Um\w*C/.test(flags)),
  rowSign(0.35, 'interfaces have names of macOS', (row) => CARDS.test(row.interface)),
  rowSign(0.2, 'an expiry has passed: "!"', ({ text }) => /\s!\s*$/.test(text)),
  rowSign(0.2, 'the loopback network is 127 UCS', (row) => /^127 .*\bUCS\b/.test(row.text)),
  rowSign(0.1, 'octets of hardware addresses have one digit', isUnpaddedMac),
]

/** `netstat -rn` of macOS. */
export const macosNetstat = {
  id: 'macos-netstat',
  kind: 'routes',
  platform: 'macos',
  title: 'netstat -rn of macOS',
  commands: ['netstat -rn', 'netstat -nr', 'netstat -rn -f inet', 'netstat -rnl'],
  about: `Internet: and Internet6: with a heading each. Networks lose their zero octets whatever the mask; the class mask is
left out (127, 169.254, 192.168.1), others are printed (10/24). Up to 10.14 IPv4 has Refs and Use; -l adds Refs, Use,
Mtu and, from 10.15 on, RT_IFA between gateway and flags. "!" is an expiry that has passed. Without -n names and
addresses are cut at 18 characters and IPv6 networks have no length. Source: Apple's network_cmds.`,
  cues: netstatCues,
  fromCommand: netstatCommand,
  detect: (sample: Sample) => detectNetstat(sample, macosFlags, SIGNS),
  reader: (out: Output) => new BsdNetstatReader(out, DIALECT),
  startsRow: startsRoute,
  startsHeading: startsTitle,
  headed: true,
  headings: ['Destination Gateway RT_IFA Flags Refs Use Mtu Netif Expire'],
  openings: [
    {
      heading: 'Destination Gateway Flags Netif Expire',
      rows: [
        'default <ipv4>|<word> UCS|UCSI|UCSIg|UCSg|UGSIc|UGSIg|UGSc|UGScI|UGScIg|UGScg|UGScig|UGcI|UGcIg|UGcg en# …',
      ],
    },
    {
      heading: 'Destination Gateway Flags Refs Use Netif Expire',
      rows: ['default <ipv4>|<word> UCS|UCSI|UGSc|UGScI <number> <number> en# …'],
    },
  ],
  expects: netstatExpects,
} as const satisfies Format
