import type { Format, ReaderOptions, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { NetstatReader } from './netstat-reader.js'
import { endsRow, FLAGS, startsRow } from './netstat-shape.js'

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  const found = sample.heading('Genmask')
  // cloud-init draws its table with bars.
  const heading = found?.cells.includes('|') ? undefined : found
  // A line with that word alone is a paste with one cell a line.
  if ((heading?.cells.length ?? 0) > 1 || sample.match(/Kernel IP routing (?:table|cache)/)) {
    score += 0.6
    reasons.push('the heading has Genmask, or the title is that of the kernel IP routing table')
  }
  const rows = sample.count(isRowLike)
  if (rows > 0) {
    score += rows === sample.lines.length ? 0.55 : 0.5
    reasons.push(`${rows} rows have a mask in the third cell and flags in the fourth`)
  }
  return score === 0 ? undefined : { score: Math.min(1, score), reasons }
}

function isRowLike(line: SampleLine): boolean {
  const { cells } = line
  return cells.length >= 8 && line.kind(2) === 'ipv4' && FLAGS.test(cells[3] ?? '')
}

/** `netstat -rn` and `route -n` of net-tools, busybox and toybox. */
export const linuxNetstat = {
  id: 'linux-netstat',
  kind: 'routes',
  platform: 'linux',
  title: 'netstat -rn and route -n of Linux',
  commands: ['netstat -rn', 'netstat -nr', 'route -n', 'netstat -rne', 'route -nee'],
  captures: [['netstat -rn', 'route -n']],
  insteadOf: 'linux-ip-route',
  about: `Destination, gateway, netmask, flags, then Metric, Ref, Use (route, netstat -e) or MSS, Window, irtt (netstat,
route -e) before the interface, or all six around it (-ee, where the interface is cut at six characters). The heading
tells, in any language; without it the spacing. Reject rows (!) have dashes in net-tools. Only table main of IPv4 is
shown, and of a multipath route the first next hop; the extra route of an alias on lo stands in table local and never
here. Without -n names replace addresses, cut at 15 characters without a mark.`,
  cues: ['Genmask', 'irtt', 'MSS', 'UG', 'UH', 'UGH', '!H', 'U', '!', 'ipv4 dash'],
  fromCommand: /\bnetstat\s.*-\w*r|\broute(?:\s+-\w+)*\s*$/,
  detect,
  reader: (out: Output, options: ReaderOptions) => new NetstatReader(out, options.command),
  startsRow,
  startsHeading: endsRow,
  headed: true,
  headings: [
    'Kernel IP routing table',
    'Destination Gateway Genmask Flags MSS Window irtt Iface',
    'Destination Gateway Genmask Flags Metric Ref Use Iface',
  ],
  expects: 'a destination, a gateway, a netmask, flags, numbers and an interface',
} as const satisfies Format
