import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { IfconfigBlocks } from './ifconfig-blocks.js'
import { inetStart, startsFlagsHead, startsInet, startsLinkHead } from './ifconfig-shape.js'

class LinuxIfconfigReader implements Reader {
  private readonly blocks: IfconfigBlocks

  constructor(out: Output) {
    this.blocks = new IfconfigBlocks(out)
  }

  /**
   * ```
   * eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500            net-tools 2
   *         inet 192.0.2.10  netmask 255.255.255.0  broadcast 192.0.2.255
   *         inet6 2001:db8::10  prefixlen 64  scopeid 0x0<global>
   *         ether 00:00:5e:00:53:01  txqueuelen 1000  (Ethernet)
   * eth0      Link encap:Ethernet  HWaddr 00:00:5E:00:53:01               net-tools 1, busybox, toybox
   *           inet addr:192.0.2.10  Bcast:192.0.2.255  Mask:255.255.255.0
   *           inet6 addr: 2001:db8::10/64 Scope:Global
   *           UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
   * ```
   */
  read(row: Row): Reading {
    const { blocks } = this
    if (holdsMore(row)) return undefined
    if (startsFlagsHead(row, 0)) return blocks.readFlagsHead(row)
    if (startsInet(row, 0)) return blocks.readInet(row)
    if (startsLinkHead(row, 0)) return blocks.readLinkHead(row)
    return blocks.readDetail(row)
  }

  doubt(why: string): void {
    this.blocks.doubt(why)
  }

  refused(row: Row): void {
    this.blocks.refused(row)
  }
}

/** True where a further line of a listing begins behind the first: a paste. */
function holdsMore(row: Row): boolean {
  const first = inetStart(row, 0)?.at ?? 0
  for (let i = first + 1; i < row.count; i++) if (startsLine(row, i)) return true
  return false
}

function startsLine(row: Row, index: number): boolean {
  return startsFlagsHead(row, index) || startsLinkHead(row, index) || startsInet(row, index)
}

const NEW_HEAD = /^\S+: flags=\d+<[^>]*>\s+mtu\s\d/
const NEW_INET =
  /^inet\s\S+\s+[^\s-]\S*\s\d+\.\d+\.\d+\.\d+(?:\s|$)|^inet6\s\S+\s+\S+\s\d+\s+scopeid\s0x[\da-f]+</
const OLD_HEAD = /^\S+ .*\p{L}:\p{L}/u
/** `inet addr:192.0.2.1`, `Direc. inet:192.0.2.1`, `inet6-Adresse: ::1/128`; BSD's word stands before a blank. */
const OLD_INET = /(?:^|\s)inet6?(?:[-.\p{L}]*| [.\p{L}]+):\s?[\da-f:]/u

function detect(sample: Sample): Verdict | undefined {
  const inet = sample.count((line) => NEW_INET.test(line.text))
  if (sample.match(NEW_HEAD) && (inet > 0 || sample.match(/> {2}mtu \d/)))
    return { score: 0.95, reasons: ['heads have decimal flags, masks are dotted'] }
  if (sample.match(/: flags=/) || !sample.match(OLD_HEAD)) return undefined
  if (!sample.match(OLD_INET) && !sample.match(/\bLink encap:/)) return undefined
  return { score: 0.9, reasons: ['addresses stand behind a word and a colon: addr:, Mask:'] }
}

/** `ifconfig` of Linux. */
export const linuxIfconfig = {
  id: 'linux-ifconfig',
  kind: 'addresses',
  platform: 'linux',
  title: 'ifconfig of Linux',
  commands: ['ifconfig -a', 'ifconfig'],
  insteadOf: 'linux-ip-addr',
  about: `Up to net-tools 1.60, and in busybox and toybox, a head with "Link encap:" and HWaddr, then "inet addr:" with
Bcast: (P-t-P: of a tunnel) and Mask:, "inet6 addr:" with a length and Scope:, and a line of flags with MTU: and Metric:.
net-tools 2 prints flags=, mtu, netmask and prefixlen like BSD, but decimal flags and dotted masks. An alias is a block of
its own (lo:1). Both translate their words (Lien encap, Direc. inet, síťová_maska); colons and shapes of cells tell them.`,
  cues: ['encap:ethernet', 'encap:local', 'hwaddr', 'inet', 'inet6', 'mtu', 'loopback'],
  fromCommand: /\bifconfig\b/,
  detect,
  reader: (out: Output) => new LinuxIfconfigReader(out),
  startsRow: startsLine,
  expects: 'the head of an interface or an address of it',
} as const satisfies Format
