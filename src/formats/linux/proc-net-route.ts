import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { formatIPv4, formatIPv4Cidr, maskLength } from '../../net/ipv4.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { intAt, numberAt } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { hexAt } from './hex-cell.js'

const COLUMNS = 11
const GATEWAY = 0x2
const REJECT = 0x200
/** Rows that wait for a mask that tells the byte order; behind so many they count as little-endian. */
const MOST_WAITING = 1000

/** A row whose numbers are still in the memory order of the host. */
interface Waiting {
  readonly route: Open<Route>
  readonly destination: number
  readonly gateway: number
  readonly mask: number
  readonly flags: number
}

function swap(value: number): number {
  return ((value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0
}

/** True for a row whose addresses depend on the order. */
function isOrdered({ destination, gateway }: Waiting): boolean {
  return swap(destination) !== destination || swap(gateway) !== gateway
}

class ProcRouteReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()
  private columns = COLUMNS
  private headed = false
  private bigEndian: boolean | undefined
  private waiting: Waiting[] = []

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    if (row.is(0, 'Iface') && row.find('Mask') > 0) {
      this.columns = row.count
      this.headed = true
      return 'heading'
    }
    if (hexAt(row, 1, 8) < 0 || row.count > this.columns) return undefined
    if (!isRow(row, 0) || row.count < this.columns) {
      if (!this.headed && hexAt(row, 2, 8) < 0) return undefined
      this.out.diagnose('cut-row', { text: row.excerpt(), missing: 'a column' })
      return 'unparsed'
    }
    this.readRow(row)
    return 'record'
  }

  end(): void {
    if (this.bigEndian === undefined) this.sayAssumed()
    this.flush()
  }

  /** Where all masks read the same in both orders, only addresses that do so too are certain. */
  private sayAssumed(): void {
    const first = this.waiting.find(isOrdered)
    const last = this.waiting.findLast(isOrdered)
    if (first === undefined || last === undefined) return
    const { endLine, endColumn } = last.route.span
    const span = { ...first.route.span, endLine, endColumn }
    this.out.diagnose('byte-order-assumed', { assumed: 'little-endian' }, span)
  }

  /**
   * ```
   * eth0	00000000	010200C0	0003	0	0	100	00000000	0	0	0
   *     	        	^^^^^^^^ 192.0.2.1 on a little-endian host, C0000201 on a big-endian one
   * ```
   */
  private readRow(row: Row): void {
    const { out } = this
    const route: Open<Route> = {
      family: 4,
      destination: '',
      gateway: NOWHERE,
      flags: this.words.at(row, 3),
      span: out.span(),
    }
    if (!row.is(0, '*')) route.interface = this.words.at(row, 0)
    if (row.size(0) === 1 && !/^[\w*]$/.test(row.cell(0)))
      out.diagnose('unknown-word', { text: row.cell(0), column: 'Iface' }, out.span(0, 1))
    this.readNumbers(route)
    const one: Waiting = {
      route,
      destination: hexAt(row, 1, 8),
      gateway: hexAt(row, 2, 8),
      mask: hexAt(row, 7, 8),
      flags: Number.parseInt(row.cell(3), 16),
    }
    this.bigEndian ??= orderOf(one.mask)
    if (this.bigEndian === undefined && this.waiting.length < MOST_WAITING) {
      this.waiting.push(one)
      return
    }
    this.flush()
    this.keep(one)
  }

  private readNumbers(route: Open<Route>): void {
    const { out } = this
    const metric = intAt(out.row, 6)
    if (metric !== undefined) route.metric = metric < 0 ? metric + 2 ** 32 : metric
    for (const [index, field] of NUMBERS) {
      if (index >= out.row.count) continue
      const value = numberAt(out, index, field)
      if (value !== undefined) route[field] = value
    }
  }

  private flush(): void {
    for (const one of this.waiting) this.keep(one)
    this.waiting = []
  }

  private keep({ route, destination, gateway, mask, flags }: Waiting): void {
    const { out } = this
    const swapped = this.bigEndian !== true
    const address = swapped ? swap(destination) : destination
    const length = maskLength(swapped ? swap(mask) : mask)
    route.destination = length < 0 ? formatIPv4(address) : formatIPv4Cidr(address, length)
    route.gateway = gatewayOf(swapped ? swap(gateway) : gateway, flags, route.interface)
    if (length < 0) {
      route.maskUnknown = true
      out.diagnose('mask-holes', { text: mask.toString(16).padStart(8, '0') }, route.span)
    }
    out.add(route)
  }
}

const NOWHERE: Gateway = { kind: 'none' }

const NUMBERS = [
  [4, 'refs'],
  [5, 'use'],
  [8, 'mtu'],
  [9, 'window'],
  [10, 'irtt'],
] as const

/** A next hop of the other family is printed as zero with the gateway flag. */
function gatewayOf(value: number, flags: number, device: string | undefined): Gateway {
  if (value !== 0) return { kind: 'address', address: formatIPv4(value) }
  if ((flags & REJECT) !== 0 || device === undefined) return NOWHERE
  return (flags & GATEWAY) !== 0 ? { kind: 'unknown', text: '0.0.0.0' } : { kind: 'onlink' }
}

/** True for big-endian, false for little-endian: the order in which a mask has no holes; undefined for /0 and /32. */
function orderOf(mask: number): boolean | undefined {
  const big = maskLength(mask) >= 0
  const little = maskLength(swap(mask)) >= 0
  return big === little ? undefined : big
}

function isRow(row: Row, index: number): boolean {
  return (
    hexAt(row, index + 1, 8) >= 0 &&
    hexAt(row, index + 2, 8) >= 0 &&
    hexAt(row, index + 3, 4) >= 0 &&
    row.uint(index + 4) >= 0 &&
    row.uint(index + 5) >= 0 &&
    intAt(row, index + 6) !== undefined &&
    hexAt(row, index + 7, 8) >= 0
  )
}

function detect(sample: Sample): Verdict | undefined {
  const heading = sample.heading('Iface', 'Destination', 'Gateway', 'Flags', 'RefCnt', 'Mask')
  const rows = sample.count(isRowLike)
  if (heading !== undefined)
    return { score: 1, reasons: ['the heading is that of /proc/net/route'] }
  if (rows === 0) return undefined
  return { score: 0.7, reasons: [`${rows} rows have addresses of eight hexadecimal digits`] }
}

function isRowLike({ cells }: SampleLine): boolean {
  return (
    cells.length >= 8 &&
    HEX8.test(cells[1] ?? '') &&
    HEX8.test(cells[2] ?? '') &&
    HEX8.test(cells[7] ?? '')
  )
}

const HEX8 = /^[0-9A-Fa-f]{8}$/

/** The kernel's own table of IPv4 routes. */
export const linuxProcNetRoute = {
  id: 'linux-proc-net-route',
  kind: 'routes',
  platform: 'linux',
  title: '/proc/net/route of Linux',
  commands: ['cat /proc/net/route'],
  insteadOf: 'linux-netstat',
  about: `Addresses and masks are eight hexadecimal digits in the host's memory order: 0101010A is 10.1.1.1 on x86 and ARM,
0A010101 on big-endian hosts. The order in which the masks have no holes is taken. Flags are hexadecimal too: 1 up, 2
gateway, 4 host, 200 reject. Only table main of IPv4; of a multipath route the first next hop. The interface of blackhole,
throw, unreachable and prohibit routes is *.`,
  cues: ['RefCnt', 'IRTT', 'Iface', '00000000', 'FFFFFFFF', '00FFFFFF'],
  fromCommand: /proc(?:\/\S*)?\/net\/route\b/,
  detect,
  reader: (out: Output) => new ProcRouteReader(out),
  startsRow: isRow,
  startsHeading: (row, index) =>
    row.is(index, 'Iface') || (index >= COLUMNS && isRow(row, index - COLUMNS)),
  headed: true,
  headings: ['Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT'],
  expects: 'an interface, two addresses in hexadecimal, flags, numbers and a mask',
} as const satisfies Format
