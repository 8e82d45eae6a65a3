import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { Netstat6Reader } from './netstat-6-reader.js'
import { endsRow6, FLAGS_6, rowSize6 } from './netstat-6-shape.js'

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.match(/Kernel.IPv6/) || sample.heading('Destination', 'Next', 'Hop')) {
    score += 0.6
    reasons.push('the title or heading is that of the kernel IPv6 routing table')
  }
  const rows = sample.count(isRowLike)
  const onLink = sample.count((line) => isRowLike(line) && ZERO.has(line.cells[1] ?? ''))
  if (score + onLink === 0 && sample.lines.some(isElsewhere)) return undefined
  if (onLink > 0) {
    score += 0.3
    reasons.push(`${onLink} rows have the zero address as next hop`)
  }
  if (rows > 0) {
    score += 0.5
    reasons.push(`${rows} rows have an IPv6 next hop, flags and a metric`)
  }
  return score === 0 ? undefined : { score: Math.min(1, score), reasons }
}

/** No other system prints that as a next hop. */
const ZERO: ReadonlySet<string> = new Set(['::', '[::]'])

/** Three numbers, or two where Ref and Use touch. */
function isRowLike(line: SampleLine): boolean {
  const { cells } = line
  const via = line.kind(1) === 'ipv6' || cells[1] === '[::]'
  if (!via || !FLAGS_6.test(cells[2] ?? '') || !/^-?\d+$/.test(cells[3] ?? '')) return false
  if (cells.length === 7) return line.kind(4) === 'number' && line.kind(5) === 'number'
  return cells.length === 6 && /^\d{7,}$/.test(cells[4] ?? '')
}

/** The BSDs print hosts without a length, and zones. */
function isElsewhere(line: SampleLine): boolean {
  const [to = '', via = '', flags = ''] = line.cells
  return FLAGS_6.test(flags) && (line.kind(0) === 'ipv6' || to.includes('%') || via.includes('%'))
}

/** `netstat -6rn` and `route -6` of net-tools and busybox. */
export const linuxNetstat6 = {
  id: 'linux-netstat-6',
  kind: 'routes',
  platform: 'linux',
  title: 'netstat -6rn and route -6 of Linux',
  commands: ['netstat -6rn', 'route -6 -n', 'route -A inet6', 'netstat -rn46'],
  captures: [['netstat -6rn', 'route -A inet6']],
  insteadOf: 'linux-ip-route',
  about: `Destination with its length, next hop, flags, metric, Ref, Use, interface. Every table is shown, local and
multicast rows too, and each next hop has a row of its own. Reject, unreachable, blackhole, prohibit and the network of an
alias on lo are all printed as "!n … lo": ip -6 route tells them apart. Up to net-tools 2.0 Ref and Use touch where Use
has six digits. Without -n the zero address is [::]. The kernel's null route has the metric -1, which is 4294967295.`,
  cues: ['cidr6 ipv6', '[::]', 'Hop', 'Met', 'If', '!n', 'Un'],
  fromCommand: /\bnetstat\s.*(?:-\w*6|inet6)|\broute\s.*(?:-\w*6|inet6)/,
  detect,
  reader: (out: Output) => new Netstat6Reader(out),
  startsRow: (row, index) => rowSize6(row, index) !== 0,
  startsHeading: endsRow6,
  headed: true,
  headings: ['Kernel IPv6 routing table'],
  expects: 'a destination, a next hop, flags, three numbers and an interface',
} as const satisfies Format
