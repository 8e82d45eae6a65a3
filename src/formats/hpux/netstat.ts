import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { hpuxFlags } from '../flags/hpux.js'
import { FlagsColumn } from '../flags/index.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { bareDestination, noteDestination } from '../unix/bare-destination.js'
import {
  GatewayColumn,
  holdsNoAddress,
  isDefault,
  isDestinationLike,
  isGatewayLike,
  isInterfaceName,
} from '../unix/cells.js'
import { sayDamaged } from '../unix/damaged-row.js'
import { WrappedRows } from '../unix/wrapped-rows.js'
import { HPUX_ROW, USE_ROW } from './alike-columns.js'
import { type Masked, readSlashMask } from './slash-mask.js'

const FLAGS = /^U[A-Za-z]{0,7}$/
const SLASH = 47
const EXPECTS = 'a destination, a gateway, flags, a counter, an interface and a path MTU'

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.heading('Dest/Netmask', 'Gateway')) {
    score = 0.95
    reasons.push('the heading has Dest/Netmask')
  } else if (sample.heading('Refs', 'Interface', 'Pmtu')) {
    score = 0.9
    reasons.push('the heading has Interface and Pmtu')
  }
  // DragonFly and macOS print an expiry there, and say so.
  if (!sample.hasWord('Expire') && sample.count((line) => isRow(line)) > 0) {
    score = Math.max(score, 0.5) + 0.05
    reasons.push('rows end in an interface and a path MTU')
  }
  return score === 0 ? undefined : { score, reasons }
}

/** `… UH 0 lan0:1 4136`: a number behind the interface. */
function isRow(line: SampleLine): boolean {
  const { cells } = line
  const flags = cells.findIndex((cell) => FLAGS.test(cell))
  if (flags < 1 || flags > 2) return false
  const at = /^\d+$/.test(cells[flags + 2] ?? '') ? flags + 3 : flags + 2
  return (
    cells.length === at + 2 &&
    /^\d+$/.test(cells[flags + 1] ?? '') &&
    /^[a-z]+\d+(?::\d+)?$/.test(cells[at] ?? '') &&
    /^\d+$/.test(cells[at + 1] ?? '')
  )
}

const masks = /* @__PURE__ */ new CellMemo(readSlashMask)

class HpuxReader implements Reader {
  alike: readonly Column[] | undefined
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways: GatewayColumn
  private readonly words = textMemo()
  private readonly masks = masks
  private readonly rows: WrappedRows
  /** The heading has a column Use. */
  /** undefined where no heading was seen. */
  private printsUse: boolean | undefined

  constructor(out: Output) {
    this.out = out
    this.flags = new FlagsColumn(out, hpuxFlags, FLAGS)
    this.gateways = new GatewayColumn(out)
    this.rows = new WrappedRows(out, {
      readRow: (row) => this.readRow(row),
      readTitle: (row) => this.readTitle(row),
      isHalf: (row) => this.isHalf(row),
      missing: 'the gateway',
    })
  }

  read(row: Row): Reading {
    this.alike = undefined
    return this.rows.read(row) ?? sayDamaged(this.out, row, EXPECTS)
  }

  end(): void {
    this.rows.end()
  }

  /** Up to 11.0 a destination with its mask that is wider than its column stands alone on its line. */
  private isHalf(row: Row): boolean {
    return row.count === 1 && (this.masks.at(row, 0) !== undefined || isDestinationLike(row, 0))
  }

  /**
   * ```
   * 192.0.2.0/255.255.255.0         192.0.2.10         U         3  lan0:1     1500
   * 192.0.2.0                       192.0.2.10         U         3      8110 lan0:1     1500
   *                                                                     ^^^^ Use, in 10.x
   * ```
   */
  private readRow(row: Row): Reading {
    const { out, flags, gateways, words } = this
    if (flags.peek(2) === undefined || !isNextHop(row)) return undefined
    const refs = row.uint(3)
    const hasUse = row.uint(4) >= 0
    const device = hasUse ? 5 : 4
    const last = device + 1
    if (refs < 0 || !isInterfaceName(row, device) || row.count > last + 2) return undefined
    const network = this.destination(row)
    if (network === undefined) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: gateways.at(row, 1),
      interface: words.at(row, device),
      flags: flags.at(2) ?? '',
      refs,
      span: out.span(),
    }
    if (hasUse) route.use = row.uint(4)
    else if (this.printsUse)
      out.diagnose('cut-row', { text: row.excerpt(200), missing: 'Refs or Use' })
    if (hasUse && this.printsUse === false)
      out.diagnose('extra-cell', { text: row.cell(4) }, out.span(4, 5))
    noteDestination(out, route, network)
    if (network.masked) this.checkHost(route)
    this.readMtu(route, last)
    this.alike = hasUse ? USE_ROW : HPUX_ROW
    out.add(route)
    return 'record'
  }

  private readTitle(row: Row): Reading {
    const reading = readTitle(row)
    if (reading === 'heading' && row.find('Gateway') > 0) this.printsUse = row.find('Use') > 0
    return reading
  }

  /** With -v a row of a host has the flag and the mask of one, and no other row has either. */
  private checkHost({ destination, flags }: Route): void {
    if (flags?.includes('H') === destination.endsWith('/32')) return
    const { out } = this
    const why = 'its mask and its flags do not fit each other'
    out.diagnose('row-doubtful', { text: out.row.excerpt(200), why })
  }

  private readMtu(route: Open<Route>, at: number): void {
    const { out } = this
    const { row } = out
    const mtu = row.uint(at)
    if (mtu >= 0) route.mtu = mtu
    if (row.uint(at + 1) >= 0)
      out.diagnose('extra-cell', { text: row.cell(at) }, out.span(at, at + 1))
    if (mtu >= 0) return
    if (row.count > at)
      out.diagnose('bad-number', { text: row.cell(at), column: 'Pmtu' }, out.span(at, at + 1))
    else out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the path MTU' })
  }

  private destination(row: Row): Masked | undefined {
    const kind = row.kind(0)
    const family = row.kind(1) === 'ipv6' ? 6 : 4
    if (kind !== 'word') {
      const host = (this.flags.peek(2) ?? '').includes('H')
      return bareDestination(row, 0, { host, family })
    }
    const masked = this.masks.at(row, 0)
    if (masked === undefined)
      return row.code(0, -1) === SLASH
        ? undefined
        : bareDestination(row, 0, { host: false, family })
    if (masked.holes) this.sayHoles()
    return masked
  }

  private sayHoles(): void {
    const { out } = this
    out.diagnose('mask-holes', { text: out.row.cell(0) }, out.span(0, 1))
  }
}

function isNextHop(row: Row): boolean {
  return isGatewayLike(row, 1) || row.kind(1) === 'word'
}

function readTitle(row: Row): Reading {
  if (row.count > 10 || !holdsNoAddress(row) || isDefault(row, 0)) return undefined
  if (row.is(0, 'Routing') && row.count < 4) return 'heading'
  return row.find('Gateway') > 0 || row.find('Pmtu') >= 0 || row.find('PmtuTime') >= 0
    ? 'heading'
    : undefined
}

/** `netstat -rn` and `netstat -rnv` of HP-UX. */
export const hpuxNetstat = {
  id: 'hpux-netstat',
  kind: 'routes',
  platform: 'hpux',
  title: 'netstat -rn of HP-UX',
  commands: ['netstat -rnv', 'netstat -rn', 'netstat -rn -f inet6'],
  captures: ['netstat -rnv', 'netstat -rn -f inet6'],
  about: `Destination, gateway, flags, references, interface and path MTU; 10.x and the manual page of 11i v1 have a Use
column before the interface. Only -v prints masks (Dest/Netmask), dotted with -n and hexadecimal without; otherwise the mask
of every row without H is unknown. Up to 11.0 a destination wider than its column stands on a line of its own. Each
address has a host row and a network row with itself as gateway.`,
  cues: [
    'Dest/Netmask',
    'Pmtu',
    'ipv4 ipv4',
    'default ipv4',
    'word ipv4',
    'cidr6 ipv6',
    'ipv6 ipv6',
  ],
  fromCommand: /netstat\s.*-\w*r/,
  detect,
  reader: (out: Output) => new HpuxReader(out),
  startsRow,
  startsHeading: (row: Row, index: number) =>
    row.is(index, 'Routing') || row.is(index, 'Destination') || row.is(index, 'Dest/Netmask'),
  headed: true,
  headings: [
    'Dest/Netmask Gateway Flags Refs Interface Pmtu',
    'Dest/Netmask Gateway Flags Refs Use Interface Pmtu',
    'Destination Gateway Flags Refs Interface Pmtu',
    'Destination Gateway Flags Refs Use Interface Pmtu',
  ],
  expects: EXPECTS,
} as const satisfies Format

function startsRow(row: Row, index: number): boolean {
  if (!isDestinationLike(row, index) && readSlashMask(row.cell(index)) === undefined) return false
  if (!isGatewayLike(row, index + 1) || !FLAGS.test(row.cell(index + 2))) return false
  const device = row.uint(index + 4) >= 0 ? index + 5 : index + 4
  return row.uint(index + 3) >= 0 && isInterfaceName(row, device) && row.uint(device + 1) >= 0
}
