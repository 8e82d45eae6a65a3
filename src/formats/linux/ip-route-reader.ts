import type { AnyRecord } from '../../model/capture.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { cidr4At } from '../cells.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { ROUTE_ROW } from './alike-columns.js'
import { FamilyOrder } from './family-order.js'
import { FirstRow } from './first-row.js'
import { AttributeReader } from './ip-attributes.js'
import { type FamilyHints, guessFamily } from './ip-family.js'
import { NETWORK_4, type Network, readNetwork } from './ip-route-network.js'
import { isNeighborWord, isRowStart } from './ip-route-shape.js'
import { deadTypes, mayLackType, typeCells } from './ip-route-words.js'

const ON_LINK: Gateway = { kind: 'onlink' }
const NOWHERE: Gateway = { kind: 'none' }

/** A multipath route whose next hops stand on lines of their own behind it. */
interface Head {
  readonly route: Open<Route>
  readonly network: Network
  /** It is the first row of its text. */
  readonly isFirst: boolean
  /** What was said of it holds for its next hops too. */
  readonly doubt: Diagnostic | undefined
  /** The line on which its next hops must stand, where it is a part of a paste. */
  readonly line: number | undefined
  hops: number
}

/** Reads the rows of `ip route`, the lines of their next hops and those of the cache. */
export class IpRouteReader implements Reader {
  private readonly out: Output
  private readonly attributes: AttributeReader
  private readonly order: FamilyOrder
  private readonly first: FirstRow
  /** The row that was kept last: a line of the cache belongs to it. */
  private last: Open<Route> | undefined
  private head: Head | undefined
  private isPlain = false

  constructor(out: Output, command: string | undefined) {
    this.out = out
    this.attributes = new AttributeReader(out)
    this.order = new FamilyOrder(out, command)
    this.first = new FirstRow(out)
  }

  /** Rows of the same attributes, once nothing waits for the row behind it. */
  get alike(): readonly Column[] | undefined {
    return this.isPlain && this.head === undefined && !this.first.isOpen ? ROUTE_ROW : undefined
  }

  follow(record: AnyRecord): void {
    // Rows are routes here.
    this.last = record as Open<Route>
    this.order.follow(this.last.family)
  }

  read(row: Row): Reading {
    this.isPlain = false
    return this.readRow(row) ?? this.readSubline(row)
  }

  end(): void {
    this.closeHead()
    this.order.flush()
    this.first.close()
  }

  /**
   * ```
   * local 10.0.0.0/8 dev lo table local proto kernel scope host src 10.1.1.100
   * ^^^^^ type; printed where it is not unicast
   * ```
   */
  private readRow(row: Row): Reading {
    const plain = row.kind(0) === 'cidr4' ? cidr4At(row, 0) : undefined
    const type = plain === undefined ? typeCells.at(row, 0) : undefined
    const at = type === undefined ? 0 : 1
    const network = plain === undefined ? readNetwork(row, at) : NETWORK_4
    if (network === undefined || !this.goesOn(row, at + 1)) return undefined
    const said = this.out.diagnostics.length
    const route: Open<Route> = {
      family: network.family === 6 ? 6 : 4,
      destination: plain ?? network.destination,
      gateway: type !== undefined && deadTypes.has(type) ? NOWHERE : ON_LINK,
      span: this.out.span(),
    }
    if (type !== undefined) route.type = type
    const next = this.readAttributes(route, at + 1)
    if (next < 0) return undefined
    this.closeHead()
    if (this.attributes.damaged) return 'unparsed'
    const isFirst = row.isTextStart && row.windowStart === 0
    if (isFirst) this.first.open(route, row.cell(at))
    else this.first.see(route)
    if (route.interface !== undefined || route.gateway !== ON_LINK) {
      this.keep(route, network, at)
      this.isPlain = network.family !== 0
      return 'record'
    }
    const doubt = this.out.diagnostics[said]
    const line = row.windowStart > 0 ? row.line : undefined
    this.head = { route, network, isFirst, doubt, line, hops: 0 }
    return next < row.count ? this.readHops(row, next) : 'record'
  }

  /** True where an attribute, a next hop or nothing follows a destination. */
  private goesOn(row: Row, index: number): boolean {
    return (
      index >= row.count ||
      this.attributes.isKey(index) ||
      row.is(index, 'nexthop') ||
      row.is(index, '\\')
    )
  }

  /** Reads attributes up to the next hops of a multipath route; -1 where the row is none of `ip route`. */
  private readAttributes(route: Open<Route>, from: number): number {
    const { attributes } = this
    const { row } = this.out
    attributes.damaged = false
    let odd = -1
    let at = from
    while (at < row.count) {
      const next = attributes.read(route, at)
      if (next >= 0) {
        at = next
        continue
      }
      if (row.is(at, 'nexthop')) break
      // `cache <local,src-direct>`, and the line ends of one-line output.
      if (row.code(at) === LESS_THAN || row.is(at, '\\')) {
        at++
        continue
      }
      if (isNeighborWord(row.cell(at)) || isRowStart(row, at)) return -1
      if (odd < 0) odd = at
      at += attributes.isKey(at + 1) ? 1 : 2
    }
    if (odd >= 0) this.sayUnknown(odd)
    return at
  }

  private sayUnknown(index: number): void {
    const { out } = this
    const text = out.row.flat(index)
    out.diagnose('unknown-word', { text, column: 'attribute' }, out.span(index, index + 1))
  }

  private keep(route: Open<Route>, network: Network, from: number): void {
    this.last = route
    if (mayLackType(route)) {
      const why =
        'a row to lo without a type or protocol may have lost the word that says "unreachable"'
      this.out.diagnose('row-doubtful', { text: this.out.row.excerpt(), why })
    }
    if (network.family !== 0) this.order.add(route)
    else
      this.order.addOpen(
        route,
        network.destination,
        guessFamily(route, hintsOf(this.out.row, from)),
      )
  }

  /** Lines that belong to the row before them. */
  private readSubline(row: Row): Reading {
    if (row.is(0, 'nexthop')) return this.readHops(row, 0)
    if (row.is(0, 'cache')) return this.readCache(row)
    if (row.is(0, 'nh_info')) return this.last === undefined ? 'outside' : 'record'
    if (row.is(0, 'Deleted') || row.is(0, '[ROUTE]Deleted')) return 'outside'
    if (row.count < 2 || !this.attributes.isKey(0)) return undefined
    const { out } = this
    out.diagnose('cut-row', { text: row.excerpt(), missing: 'the destination' })
    return 'unparsed'
  }

  /**
   * ```
   * 198.51.100.0/24 proto bgp metric 20
   * 	nexthop via 192.0.2.1 dev eth0 weight 1
   * ```
   * With -o they stand in the row itself, a backslash before each.
   */
  private readHops(row: Row, from: number): Reading {
    const { head, out } = this
    if (head === undefined || (head.line !== undefined && head.line !== row.line)) {
      out.diagnose('cut-row', { text: row.excerpt(), missing: 'the destination' })
      return 'unparsed'
    }
    let at = from
    while (at < row.count) {
      const start = at
      const route: Open<Route> = { ...head.route }
      at = this.readAttributes(route, at + 1)
      if (at < 0 || this.attributes.damaged) return at < 0 ? undefined : 'unparsed'
      route.span = out.span(start, row.is(at - 1, '\\') ? at - 1 : at)
      head.hops++
      this.keep(route, head.network, start)
      if (head.isFirst) this.first.addHop(route)
      if (head.doubt !== undefined) out.repeat(head.doubt, route.span)
    }
    return 'record'
  }

  /** Behind a route without next hop and device come its next hops; busybox leaves them out. */
  private closeHead(): void {
    const { head, out } = this
    if (head === undefined) return
    this.head = undefined
    if (head.hops > 0) return
    const { route, network } = head
    this.last = route
    const text = route.destination
    out.diagnose('cut-row', { text, missing: 'the next hop' }, route.span)
    if (network.family !== 0) this.order.add(route)
    else this.order.addOpen(route, network.destination, undefined)
  }

  /** `    cache expires 597sec mtu 1400` */
  private readCache(row: Row): Reading {
    this.closeHead()
    const { last } = this
    if (last === undefined) return 'outside'
    if (this.readAttributes(last, 1) < 0) return undefined
    const { endLine, endColumn } = this.out.span()
    last.span = { ...last.span, endLine, endColumn }
    return row.count > 0 ? 'record' : undefined
  }
}

const LESS_THAN = 60
function hintsOf(row: Row, from: number): FamilyHints {
  const via = row.find('via', from)
  const named = via >= 0 && (row.is(via + 1, 'inet') || row.is(via + 1, 'inet6'))
  const source = row.find('from', from)
  return {
    pref: row.find('pref', from) >= 0,
    ...(named ? { via: row.cell(via + 1) } : {}),
    ...(source >= 0 ? { from: row.cell(source + 1) } : {}),
  }
}
