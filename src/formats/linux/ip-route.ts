import type { Format, ReaderOptions, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { IpRouteReader } from './ip-route-reader.js'
import { isNeighborWord, isRowStart } from './ip-route-shape.js'
import { isAttribute, routeType } from './ip-route-words.js'

function detect(sample: Sample): Verdict | undefined {
  let rows = 0
  let sure = 0
  for (const line of sample.lines) {
    if (!isRouteLine(line)) continue
    rows++
    if (line.cells.some((cell) => ONLY_HERE.has(cell)) || routeType(line.cells[0] ?? '')) sure++
  }
  if (rows === 0) return undefined
  return sure > 0
    ? { score: 0.8, reasons: [`${rows} lines are a destination and attributes of ip route`] }
    : { score: 0.5, reasons: [`${rows} lines begin with a destination and via or dev`] }
}

/** Attributes that rows of neighbours do not have. */
const ONLY_HERE: ReadonlySet<string> = new Set([
  'metric',
  'nexthop',
  'scope',
  'src',
  'table',
  'via',
])

function isRouteLine(line: SampleLine): boolean {
  const { cells } = line
  if (cells[0] === 'nexthop') return cells.includes('dev')
  const at = routeType(cells[0] ?? '') === undefined ? 0 : 1
  if (cells[at] !== 'default' && !ADDRESSES.has(line.kind(at))) return false
  const next = cells[at + 1]
  if (next === undefined) return at === 1
  return isAttribute(next) && !cells.some(isNeighborWord)
}

const ADDRESSES: ReadonlySet<string> = new Set(['cidr4', 'cidr6', 'ipv4', 'ipv6', 'short4'])

/** `ip route` of iproute2 and busybox. */
export const linuxIpRoute = {
  id: 'linux-ip-route',
  kind: 'routes',
  platform: 'linux',
  title: 'ip route of Linux',
  commands: [
    'ip route show table all',
    'ip route show table local',
    'ip route',
    'ip -6 route',
    'ip route get ADDRESS',
    'busybox ip route',
  ],
  about: `A type where it is not unicast, a destination (a host where it has no length), then words with their values in
any number: via, dev, table, proto, scope, src, metric, metrics such as mtu, flags such as onlink and linkdown. Next hops
of a multipath route stand on lines of their own, one record each; with -o behind a backslash. "cache" lines belong to
the row above. Plain ip route shows table main alone; table all prints IPv4, then IPv6, and no word between them: what
"default" belongs to is told by its gateway, scope or pref, else by its neighbours. Up to 2016 two blanks stood before
table, proto, scope, src and metric. busybox prints no proto and leaves the next hops of multipath routes out.`,
  cues: ['dev', 'nexthop', 'scope', 'via', 'blackhole', 'prohibit', 'throw', 'unreachable'],
  fromCommand: /\bip\s(?:-\S+\s+)*(?:r|ro|rou|rout|route|routel)(?:\s|$)/,
  detect,
  reader: (out: Output, options: ReaderOptions) => new IpRouteReader(out, options.command),
  startsRow: isRowStart,
  openings: [
    {
      rows: [
        'default via <ipv4>|<ipv6> dev <word> …',
        '<cidr6> via <ipv6> dev <word> …',
        '<cidr4> dev <word> proto|scope <word> …',
        '<cidr4> via <ipv4> dev <word> …',
        '<cidr6> dev <word> metric|proto <word>|<number> …',
      ],
    },
  ],
  expects: 'a destination and words such as via, dev, proto, scope',
} as const satisfies Format
