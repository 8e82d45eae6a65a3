import type { AnyRecord } from '../../model/capture.js'
import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { CellMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { FlagsColumn } from '../flags/index.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { DestinationColumn, type Network, reportDestination } from './destination.js'
import type { Dialect } from './dialect.js'
import { type GatewayCell, gatewayCells } from './gateway.js'
import {
  alikeColumns,
  isFullRow,
  isHeadingEnd,
  isOtherHeading,
  type Layout,
  layoutOf,
  readLayout,
  UNKNOWN_PAIR,
} from './layout.js'
import { looksLikePrompt } from './prompt.js'
import type { RowCells } from './row-cells.js'
import { flagsShape, hasLaterRow, holdsAddress, interfaceShape, isNumberCell } from './row-shape.js'
import { readTitle } from './section.js'
import { isMissing, isPlainPair, isTail, readNumbers, readTail, withoutMask } from './tail.js'

const EXCERPT = 200
/** Code of the last digit. */
const NINE = 57

const hosts = /* @__PURE__ */ new CellMemo((text) => text.includes('H'))
const interfaces = /* @__PURE__ */ new CellMemo((text) =>
  interfaceShape.test(text) ? text : undefined,
)

/** Reads the route tables of one system of the family: `netstat -rn`, `route -n show`. */
export class BsdNetstatReader implements Reader {
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways = gatewayCells()
  private readonly hosts = hosts
  private readonly interfaces = interfaces
  private readonly destinations: DestinationColumn
  private readonly dialect: Dialect
  /** The columns that the section's heading names; undefined where none was read. */
  private layout: Layout | undefined
  private columns: readonly Column[] = []
  alike: readonly Column[] | undefined
  private fib: string | undefined
  private isOther = false
  /** A row without a heading has shown that its two numbers are Refs and Use. */
  private hasPlainPairs = false

  constructor(out: Output, dialect: Dialect) {
    this.out = out
    this.dialect = dialect
    this.flags = new FlagsColumn(out, dialect.flags, flagsShape)
    this.destinations = new DestinationColumn(out, dialect)
  }

  read(row: Row): Reading {
    this.alike = undefined
    if (this.isOther) return this.readTitle(row) ?? (looksLikePrompt(row) ? undefined : 'outside')
    if (this.layout?.hasKernelAddress && /^[0-9a-f]{6,16}$/.test(row.cell(0))) row.drop(1)
    const at = this.layout?.hasSource && this.flags.peek(3) !== undefined ? 3 : 2
    const reading = this.flags.peek(at) === undefined ? undefined : this.readRow(row, at)
    if (reading !== undefined) return reading
    return this.readTitle(row) ?? this.readDetails(row)
  }

  private readTitle(row: Row): Reading {
    const title = readTitle(row)
    if (title === undefined) return this.readHeading(row)
    if (row.count > 1 && title.kind === 'section') return this.readJoinedTitle(row, title.family)
    this.isOther = title.kind === 'other'
    this.layout = undefined
    this.destinations.width = 0
    if (title.kind === 'table') this.fib = title.fib
    else this.destinations.family = title.kind === 'section' ? title.family : undefined
    if (this.isOther) this.out.saidEmpty = true
    return this.isOther ? 'outside' : 'heading'
  }

  /** A title and the heading below it on one line. */
  private readJoinedTitle(row: Row, family: 4 | 6 | undefined): Reading {
    this.isOther = false
    this.layout = undefined
    row.drop(1)
    const reading = this.readHeading(row)
    this.destinations.family = family
    return reading
  }

  private readHeading(row: Row): Reading {
    if (this.isOther) return undefined
    if (isOtherHeading(row)) {
      this.isOther = this.out.saidEmpty = true
      return 'outside'
    }
    const layout = readLayout(row)
    if (layout === undefined) return isHeadingEnd(row) ? 'heading' : undefined
    // A second heading without a title between them: the title of its section was lost.
    if (this.layout !== undefined) this.destinations.family = undefined
    this.layout = layout
    this.columns = alikeColumns(layout)
    this.destinations.width = layout.width
    return 'heading'
  }

  /** NetBSD's -v prints a row's metrics on indented lines below it. */
  private readDetails(row: Row): Reading {
    if (row.column(0) === 0 || this.out.records.length === 0 || holdsAddress(row)) return undefined
    if (!row.isPlain || row.kind(0) !== 'word' || !/\d/.test(row.excerpt())) return undefined
    if (looksLikePrompt(row)) return undefined
    this.out.extend()
    return 'record'
  }

  /**
   * ```
   * 10.0.7/24          link#4             UCS             1        0     en0      !
   * ^^^^^^ octets at the end that are zero are left out
   * fe80::%lo0/64      fe80::1%lo0        UcI             lo0
   * ```
   */
  private readRow(row: Row, at: number): Reading {
    const cell = this.gateways.at(row, 1)
    const isShort = this.layout?.hasInterface === false
    const device = isShort ? at + 1 : this.deviceAt(at + 1)
    const name = isShort ? undefined : this.nameAt(row, device)
    if (cell === undefined || (name === undefined && !isShort && !isMissing(row, device)))
      return undefined
    if (row.count > device + 1 && !isTail(row, device) && hasLaterRow(row, device + 1))
      return undefined
    const layout = this.layout ?? this.unnamed(at, device)
    if (layout === undefined) return undefined
    const network = this.destinations.at(this.hosts.at(row, at))
    if (network === undefined) return undefined
    if (!this.fits(layout, at, device)) return this.cutRow('a number', 'unparsed')
    if (layout.hasSource && at === 2) this.cutRow('the gateway or RT_IFA', 'record')
    this.keep({ network, cell, name, layout, at, device })
    return 'record'
  }

  private keep(read: RowCells): void {
    const { out } = this
    const { network, cell, name, layout, at, device } = read
    const { row } = out
    const { gateway } = cell
    const { family, destination } = network
    const flags = this.flags.at(at) ?? ''
    const span = out.span()
    const route: Open<Route> =
      name === undefined
        ? { family, destination, gateway, flags, span }
        : { family, destination, gateway, interface: name, flags, span }
    if (network.zone !== undefined) route.zone = network.zone
    if (this.fib !== undefined) route.table = this.fib
    if (device > at + 1) readNumbers(out, route, { layout, at, device })
    if (row.count > device + 1 && layout.hasInterface) readTail(out, route, { layout, at, device })
    if (name === undefined) this.withoutInterface(route, read)
    if (network.doubt !== undefined || network.maskUnknown) this.doubtDestination(route, network)
    if (cell.isName || cell.isV6) this.doubtGateway(route, cell)
    out.add(route)
    const isFull = layout === this.layout && isFullRow(layout, at, device)
    if (isFull && !this.destinations.learns) this.alike = this.columns
  }

  follow({ family }: AnyRecord & { family?: 4 | 6 }): void {
    this.destinations.follow(family ?? 4)
  }

  /** The columns of a row without a heading. */
  private unnamed(at: number, device: number): Layout | undefined {
    const layout = layoutOf(this.out.row, at, device)
    if (layout?.numbers.length !== 2 || !this.dialect.hasWidePairs) return layout
    if (!this.hasPlainPairs && isPlainPair(this.out.row, at)) this.hasPlainPairs = true
    return this.hasPlainPairs ? layout : UNKNOWN_PAIR
  }

  /** The interface of a row; a label may stand behind it, and must not be taken for it. */
  private nameAt(row: Row, device: number): string | undefined {
    const name = this.interfaces.at(row, device)
    const isLabel = this.layout?.hasLabel && row.code(device, -1) > NINE
    return isLabel ? undefined : name
  }

  /** The first cell behind the numbers. */
  private deviceAt(from: number): number {
    const { row } = this.out
    let at = from
    while (isNumberCell(row, at)) at++
    return at
  }

  /** True where the row has as many numbers as the heading has columns; an Mtu may be blank. */
  private fits(layout: Layout, at: number, device: number): boolean {
    const { row } = this.out
    const locked = device > at + 1 && row.find('L', at + 1) > 0 ? 1 : 0
    const missing = layout.numbers.length - (device - at - 1 - locked)
    if (missing === 0) return true
    const last = layout.numbers.length - 1
    if (missing !== 1 || last < 1 || layout.numbers[last] !== 'mtu') return false
    const end = row.column(device - 1) + row.size(device - 1) - row.column(at)
    if (end !== layout.ends[last - 1]) this.cutRow('a number', 'record')
    return true
  }

  private cutRow(missing: string, reading: 'record' | 'unparsed'): Reading {
    this.out.diagnose('cut-row', { text: this.out.row.excerpt(EXCERPT), missing })
    return reading
  }

  /** `route show` of DragonFly and old NetBSD has no interface, and prints no mask. */
  private withoutInterface(route: Open<Route>, { layout, device }: RowCells): void {
    const { row } = this.out
    if (layout.hasInterface) {
      if (!row.is(device, '---')) this.cutRow('the interface', 'record')
    } else withoutMask(this.out, route)
  }

  private doubtDestination(route: Open<Route>, network: Network): void {
    if (network.maskUnknown) route.maskUnknown = true
    if (network.doubt === 'cut') route.truncated = true
    if (network.doubt === 'name') this.destinations.sawName()
    reportDestination(this.out, network)
  }

  /** A gateway may be an interface's name, a host's name, or an address that the column has cut. */
  private doubtGateway(route: Open<Route>, cell: GatewayCell): void {
    const { out, destinations } = this
    const text = out.row.flat(1)
    const span = out.span(1, 2)
    if (cell.isName) {
      if (text === route.interface || /^lo\d+$/.test(text)) {
        route.gateway = { kind: 'interface', name: text }
        return
      }
      destinations.sawName()
      out.diagnose('name-for-address', { text, column: 'the gateway' }, span)
    } else if (cell.gateway.kind === 'unknown' || destinations.isCut(text)) {
      route.gateway = { kind: 'unknown', text }
      route.truncated = true
      out.diagnose('address-cut', { text, column: 'the gateway' }, span)
    } else if (route.family === 4 && route.flags?.includes('L'))
      out.diagnose('bad-mac', { text }, span)
  }
}
