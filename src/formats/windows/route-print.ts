import { readMask } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { startsRow } from './interface-list.js'
import { RoutePrintReader } from './route-print-reader.js'
import { endsRow, isRule, readGateway } from './route-row.js'

const DOTTED = /^\d{1,3}(?:\.\d{1,3}){3}$/
const IPV6_ROW = /^\d+\s+\d+\s+[0-9a-f:]+\/\d{1,3}(?:\s|$)/i
/** One cell a line is no list: a second octet or a name of two words must stand on the line. */
const INTERFACE_ROW = /^(?:0x[0-9a-f]+|\d+) ?\.\.\.(?:[0-9a-z]{2} [0-9a-z]{2} |\.{9,} ?\S+ \S)/i

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  const rows = sample.count((line) => isRowLike(line.cells))
  const rows6 = sample.count((line) => IPV6_ROW.test(line.text))
  const interfaces = sample.count((line) => INTERFACE_ROW.test(line.text))
  let score = 0
  if (rows > 0) {
    score = 0.8
    reasons.push('rows hold a destination, a dotted mask, a gateway, an interface and a metric')
  }
  if (rows6 > 0) {
    score = Math.max(score, 0.6)
    reasons.push('rows hold two numbers and an IPv6 network')
  }
  if (interfaces > 0) {
    score = Math.min(1, Math.max(score, 0.7) + 0.2)
    reasons.push('an Interface List: numbers, dots, hardware addresses')
  }
  return score === 0 ? undefined : { score, reasons }
}

function isRowLike(cells: readonly string[]): boolean {
  const last = cells.length - 1
  return (
    last >= 4 &&
    last < 9 &&
    /^\d+$/.test(cells[last] ?? '') &&
    /^(?:\d+|\d{1,3}(?:\.\d{1,3}){3})$/.test(cells[last - 1] ?? '') &&
    DOTTED.test(cells[0] ?? '') &&
    readMask(cells[1] ?? '') >= 0 &&
    (last > 4 || readGateway(cells[2] ?? '') !== undefined)
  )
}

/** `route print` and `netstat -r` of Windows. */
export const windowsRoutePrint = {
  id: 'windows-route-print',
  kind: 'routes',
  platform: 'windows',
  title: 'route print of Windows',
  commands: ['route print', 'netstat -rn', 'netstat -r', 'route print -4', 'route print -6'],
  about: `NT 4 prints one table; 2000 and XP an Interface List above it and Persistent Routes below; Vista and later
the same for IPv4 and IPv6. IPv4 rows have destination, netmask, gateway, interface address and metric; a route without
a gateway shows the interface's own address up to 2003, then On-link in the system's language. Persistent rows lack the
interface; their metric may be a word. IPv6 rows have interface index, metric, destination, gateway, and break behind a
destination of more than 24 characters. Titles and headings are translated, sometimes damaged: rows are told by shape.`,
  cues: [
    'Active',
    'hex word',
    'ipv4 ipv4',
    'Netmask',
    'number number',
    'number word',
    'On-link',
    'word number',
  ],
  fromCommand: /\b(?:route(?:\.exe)?\s+(?:-\S+\s+)*print|netstat(?:\.exe)?\s.*-\w*r)/i,
  detect,
  reader: (out: Output) => new RoutePrintReader(out),
  startsRow,
  startsHeading: (row: Row, index: number) => isRule(row, index) || endsRow(row, index),
  headed: true,
  headings: [
    'IPv4 Route Table',
    'Interface List',
    'Network Destination Netmask Gateway Interface Metric',
    'Network Address Netmask Gateway Address Interface Metric',
  ],
  expects: 'a destination, a netmask, a gateway, an interface and a metric',
} as const satisfies Format
