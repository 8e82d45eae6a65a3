import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { readMask } from '../../net/cidr.js'
import { formatIPv4Cidr } from '../../net/ipv4.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import { isNoise } from '../../text/noise.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { destinationAt, ipv4At } from '../cells.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { activeRow } from './alike-columns.js'
import { holdsMore, InterfaceList, startsInterface } from './interface-list.js'
import { readBroken, sayCut } from './route-damage.js'
import {
  isPhraseRow,
  isRule,
  ONLINK,
  type RouteShape,
  readGateway,
  readInterface,
  routeShape,
} from './route-row.js'
import { RouteSections } from './route-sections.js'

const masks = /* @__PURE__ */ new CellMemo((text) => readMask(text))
const gateways = /* @__PURE__ */ new CellMemo(readGateway)
const interfaces = /* @__PURE__ */ new CellMemo(readInterface)

/** Reads the lines of `route print`. */
export class RoutePrintReader implements Reader {
  private readonly out: Output
  private readonly list: InterfaceList
  private readonly sections = new RouteSections()
  private readonly masks = masks
  private readonly gateways = gateways
  private readonly interfaces = interfaces
  private readonly words = textMemo()
  private pending: Pending | undefined
  alike: readonly Column[] | undefined

  constructor(out: Output) {
    this.out = out
    this.list = new InterfaceList(out)
  }

  read(row: Row): Reading {
    this.alike = undefined
    if (this.pending !== undefined) {
      const reading = this.readWrapped(row, this.pending)
      if (reading !== undefined) return reading
    }
    return this.readActive(row) ?? this.readOther(row)
  }

  end(): void {
    this.dropPending()
    if (this.sections.empty > 0) this.out.saidEmpty = true
  }

  /**
   * ```
   *          0.0.0.0          0.0.0.0     192.0.2.1      192.0.2.10     25
   *     198.51.100.0    255.255.255.0   Auf Verbindung      192.0.2.10    266
   * ```
   * Whatever stands between the mask and the interface is the gateway: an address, or On-link in some language.
   */
  private readActive(row: Row): Reading {
    const metricAt = row.count - 1
    if (metricAt < 4) return undefined
    const value = ipv4At(row, 0)
    if (value < 0) return undefined
    const metric = row.uint(metricAt)
    const length = this.masks.at(row, 1)
    if (metric < 0 || length < 0) return undefined
    const gateway = metricAt === 4 ? this.gateways.at(row, 2) : this.phrase(row, metricAt - 1)
    const name = this.interfaces.at(row, metricAt - 1)
    if (gateway === undefined || name === undefined) return undefined
    const route: Route = {
      family: 4,
      destination: formatIPv4Cidr(value, length),
      gateway,
      interface: name,
      metric,
      span: this.out.span(),
    }
    this.sections.activeRow()
    this.out.add(route)
    this.alike = activeRow(metricAt)
    return 'record'
  }

  /** On-link where the cells from the gateway up to `end` are words. */
  private phrase(row: Row, end: number): Gateway | undefined {
    for (let i = 2; i < end; i++) if (this.gateways.at(row, i) !== ONLINK) return undefined
    return ONLINK
  }

  private readOther(row: Row): Reading {
    if (startsInterface(row, 0)) {
      if (holdsMore(row, 1)) return undefined
      this.list.read(row)
      return 'record'
    }
    const shape = routeShape(row, 0)
    if (shape !== undefined)
      return holdsMore(row, shape.end) ? undefined : this.readShape(row, shape)
    if (holdsMore(row, 1)) return undefined
    if (ipv4At(row, 0) >= 0) return readBroken(this.out)
    return this.readWords(row)
  }

  private readWords(row: Row): Reading {
    const { list, sections } = this
    if (row.count === 1 && isRule(row, 0)) {
      list.close()
      sections.rule()
      return undefined
    }
    const title = sections.readTitles(row)
    if (title !== undefined) {
      list.close()
      return title
    }
    return list.continue(row) ? 'record' : sections.readColumns(row)
  }

  /** A row of another table than the active IPv4 one, or with more behind it. */
  private readShape(row: Row, shape: RouteShape): Reading {
    const { windowStart: first, count } = row
    row.window(first, first + shape.end)
    const reading = this.readWhole(row, shape)
    if (shape.end < count) {
      row.window(first + shape.end, first + count)
      this.out.diagnose('extra-cell', { text: row.excerpt() })
      row.window(first, first + count)
    }
    return reading
  }

  private readWhole(row: Row, shape: RouteShape): Reading {
    if (shape.kind === 'ipv6') return this.readIPv6(row, shape)
    if (shape.kind === 'active') return this.readActive(row)
    // An active row that lost a cell looks the same, unless a word stands for the metric.
    if (this.sections.persistent || row.uint(shape.end - 1) < 0)
      return this.readPersistent(row, shape)
    return sayCut(this.out, 'the interface or another column')
  }

  /**
   * ```
   *          0.0.0.0          0.0.0.0     192.0.2.1  Default
   * ```
   */
  private readPersistent(row: Row, shape: RouteShape): Reading {
    const gateway = shape.gatewayEnd === 3 ? this.gateways.at(row, 2) : ONLINK
    const length = this.masks.at(row, 1)
    if (gateway === undefined || length < 0) return undefined
    const route: Open<Route> = {
      family: 4,
      destination: formatIPv4Cidr(ipv4At(row, 0), length),
      gateway,
      span: this.out.span(),
    }
    const metric = row.uint(shape.gatewayEnd)
    if (metric >= 0) route.metric = metric
    route.persistent = true
    this.sections.anyRow(this.out)
    this.out.add(route)
    return 'record'
  }

  /**
   * ```
   *  11    266 2001:db8::/64            On-link
   *  11    266 2001:db8:f4e4:0:24b4:9398:1a69:664/128
   *                                     On-link
   * ```
   * A destination of more than 24 characters stands alone; its gateway follows on the next line.
   */
  private readIPv6(row: Row, shape: RouteShape): Reading {
    const { out, sections } = this
    const network = destinationAt(row, 2)
    if (network === undefined) {
      out.diagnose('bad-address', { text: row.cell(2), column: 'destination' }, out.span(2, 3))
      return 'unparsed'
    }
    const route: Open<Route> = {
      family: 6,
      destination: network.destination,
      gateway: ONLINK,
      interface: this.words.at(row, 0),
      metric: row.uint(1),
      span: out.span(),
    }
    if (network.zone !== undefined) route.zone = network.zone
    sections.anyRow(out)
    if (sections.persistent) route.persistent = true
    if (shape.gatewayEnd === 3) {
      this.pending = { route, text: row.excerpt() }
      return 'unparsed'
    }
    return this.keepIPv6(route, shape.gatewayEnd === 4 ? this.gateways.at(row, 3) : ONLINK)
  }

  private keepIPv6(route: Open<Route>, gateway: Gateway | undefined): Reading {
    const { out } = this
    if (gateway === undefined) {
      out.diagnose('bad-address', { text: out.row.cell(3), column: 'gateway' }, out.span(3, 4))
      return 'unparsed'
    }
    route.gateway = gateway
    out.add(route)
    return 'record'
  }

  /** Takes a line as the gateway of the row above it; undefined where it is none. */
  private readWrapped(row: Row, { route }: Pending): Reading {
    if (isNoise(row.excerpt()) || (row.kind(0) !== 'ipv6' && !isPhraseRow(row))) {
      if (!isNoise(row.excerpt())) this.dropPending()
      return undefined
    }
    const gateway = row.count === 1 ? this.gateways.at(row, 0) : ONLINK
    if (gateway === undefined) return undefined
    const { endLine, endColumn } = this.out.span()
    const span = { ...route.span, endLine, endColumn }
    this.pending = undefined
    this.out.add({ ...route, gateway, span })
    this.out.mark('record', span)
    return 'record'
  }

  private dropPending(): void {
    if (this.pending === undefined) return
    const { route, text } = this.pending
    this.pending = undefined
    this.out.diagnose('cut-row', { text, missing: 'the gateway' }, route.span)
  }
}

/** An IPv6 row whose gateway is to stand on the next line. */
interface Pending {
  readonly route: Open<Route>
  readonly text: string
}
