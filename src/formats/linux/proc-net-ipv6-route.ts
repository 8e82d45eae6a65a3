import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { formatIPv6Groups } from '../../net/ipv6-groups.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { hexAt, hexGroups, isHexAddress } from './hex-cell.js'

const COLUMNS = 10
const REJECT = 0x200

class ProcRoute6Reader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * 20010db8… 40 0000… 00 fe80… 00000400 00000002 00000000 00000003     eth0
   *           ^^ length, hexadecimal  ^^^^^^^^ metric
   * ```
   */
  read(row: Row): Reading {
    const { out } = this
    if (row.count > COLUMNS || !hasHexAddress(row)) return undefined
    const length = hexAt(row, 1, 2)
    if (row.count < COLUMNS || length > 128 || !isRow(row, 0)) {
      out.diagnose('cut-row', { text: row.excerpt(), missing: 'a column' })
      return 'unparsed'
    }
    const route: Open<Route> = {
      family: 6,
      destination: `${formatIPv6Groups(hexGroups(row, 0))}/${length}`,
      gateway: gatewayAt(row),
      interface: this.words.at(row, 9),
      flags: this.words.at(row, 8),
      metric: hexAt(row, 5, 8),
      refs: hexAt(row, 6, 8),
      use: hexAt(row, 7, 8),
      span: out.span(),
    }
    out.add(route)
    return 'record'
  }
}

/** A damaged row may have lost digits of an address, or the first cell. */
function hasHexAddress(row: Row): boolean {
  for (let i = 0; i < 5; i++) if (isHexAddress(row, i)) return true
  return false
}

function gatewayAt(row: Row): Gateway {
  const address = formatIPv6Groups(hexGroups(row, 4))
  if (address !== '::') return { kind: 'address', address }
  return (hexAt(row, 8, 8) & REJECT) !== 0 ? { kind: 'none' } : { kind: 'onlink' }
}

function isRow(row: Row, index: number): boolean {
  if (!isHexAddress(row, index) || hexAt(row, index + 1, 2) < 0) return false
  if (!isHexAddress(row, index + 2) || hexAt(row, index + 3, 2) < 0) return false
  if (!isHexAddress(row, index + 4)) return false
  for (let i = index + 5; i < index + 9; i++) if (hexAt(row, i, 8) < 0) return false
  return row.size(index + 9) > 0 && row.size(index + 9) < 16
}

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(isRowLike)
  if (rows === 0) return undefined
  return { score: 0.9, reasons: [`${rows} rows are addresses and numbers in hexadecimal`] }
}

function isRowLike({ cells }: SampleLine): boolean {
  return HEX32.test(cells[0] ?? '') && HEX32.test(cells[2] ?? '') && HEX32.test(cells[4] ?? '')
}

const HEX32 = /^[0-9a-f]{32}$/

/** The kernel's own table of IPv6 routes. */
export const linuxProcNetIpv6Route = {
  id: 'linux-proc-net-ipv6-route',
  kind: 'routes',
  platform: 'linux',
  title: '/proc/net/ipv6_route of Linux',
  commands: ['cat /proc/net/ipv6_route'],
  insteadOf: 'linux-netstat-6',
  about: `No heading; ten cells a row, everything but the interface in hexadecimal: destination, length, source, length, next
hop, metric, references, use, flags, interface. Addresses are big-endian on every host. All tables, local and multicast rows
too. "00200200 lo" is a reject route or the network of an alias on lo; the metric ffffffff is the kernel's null route.`,
  cues: ['00', '00000000000000000000000000000000'],
  fromCommand: /proc(?:\/\S*)?\/net\/ipv6_route\b/,
  detect,
  reader: (out: Output) => new ProcRoute6Reader(out),
  startsRow: isRow,
  startsHeading: (row, index) => index >= COLUMNS && isRow(row, index - COLUMNS),
  expects: 'ten cells: addresses, lengths and numbers in hexadecimal and an interface',
} as const satisfies Format
