import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { formatIPv4Cidr } from '../../net/ipv4.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { intAt, ipv4At, numberAt } from '../cells.js'
import { FlagsColumn } from '../flags/index.js'
import { linuxFlags } from '../flags/linux.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { METRIC_ROW, MSS_ROW } from './alike-columns.js'
import {
  deviceCell,
  gatewayCell,
  HIDDEN,
  NO_MASK,
  NOWHERE,
  ON_LINK,
  readMaskCell,
} from './netstat-cells.js'
import {
  checkFirstWord,
  commandLayout,
  headingLayout,
  isTitle,
  isWordLine,
  type Layout,
} from './netstat-heading.js'
import { FLAGS, isName, rowSize, SHORT_ROW, WIDE_ROW } from './netstat-shape.js'

const gateways = /* @__PURE__ */ new CellMemo(gatewayCell)
const masks = /* @__PURE__ */ new CellMemo(readMaskCell)
const devices = /* @__PURE__ */ new CellMemo(deviceCell)

/** Reads the IPv4 table of `netstat -r` and `route`. */
export class NetstatReader implements Reader {
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly names = textMemo()
  private readonly gateways = gateways
  private readonly masks = masks
  private readonly devices = devices
  private layout: Layout | undefined
  alike: readonly Column[] | undefined
  /** `route -C` prints the routing cache, which is no routing table. */
  private isCache = false

  constructor(out: Output, command: string | undefined) {
    this.out = out
    this.flags = new FlagsColumn(out, linuxFlags, FLAGS)
    this.layout = commandLayout(command)
  }

  read(row: Row): Reading {
    this.alike = undefined
    if (this.isCache && row.count > 3 && row.kind(0) === 'ipv4') return 'outside'
    return this.readPlain(row) ?? this.readRow(row) ?? this.readTitle(row) ?? this.readCut(row)
  }

  private readTitle(row: Row): Reading {
    const layout = headingLayout(row)
    // In a paste the heading may stand on the line of the title.
    if (layout === undefined && isTitle(row, /IP(?!v6)/)) return 'heading'
    if (row.find('Hop') > 0 || row.find('If') > 0) return undefined
    if (layout === undefined && !isWordLine(row, 7, 12)) return undefined
    this.isCache = row.is(0, 'Source')
    this.layout = layout
    checkFirstWord(this.out, SHORT_ROW)
    checkFirstWord(this.out, WIDE_ROW)
    return 'heading'
  }

  /** A row as nearly all are, each cell read once; what has a name, a dash or a doubt is left to `readRow`. */
  private readPlain(row: Row): Reading {
    const { layout, out } = this
    if (row.count !== SHORT_ROW || layout === undefined || layout === 'both') return undefined
    const length = this.masks.at(row, 2)
    const address = ipv4At(row, 0)
    const { gateway, kind } = this.gateways.at(row, 1)
    const device = this.devices.at(row, 7)
    const flags = this.flags.known(3)
    const first = row.uint(4)
    const second = row.uint(5)
    const third = row.uint(6)
    if (length < 0 || address < 0 || device === undefined || flags === undefined) return undefined
    if (first < 0 || second < 0 || third < 0 || kind === 'name' || kind === 'dash') return undefined
    const isHost0 = address === 0 && length === 32
    if (isHost0 || (kind === 'zero' && flags !== 'U' && flags !== 'UH')) return undefined
    this.alike = layout === 'metric' ? METRIC_ROW : MSS_ROW
    const destination = formatIPv4Cidr(address, length)
    const span = out.span()
    // One literal a layout: fields that are added later cost an array each.
    out.add(
      layout === 'metric'
        ? {
            family: 4,
            destination,
            gateway,
            flags,
            span,
            interface: device,
            metric: first,
            refs: second,
            use: third,
          }
        : {
            family: 4,
            destination,
            gateway,
            flags,
            span,
            interface: device,
            mtu: first,
            window: second,
            irtt: third,
          },
    )
    return 'record'
  }

  /**
   * ```
   * 192.0.2.0       0.0.0.0         255.255.255.0   U     0      0        0 eth0
   * 198.51.100.0    -               255.255.255.0   !     0      -        0 -
   *                 ^ reject rows of net-tools lead nowhere; busybox prints them like the others
   * ```
   */
  private readRow(row: Row): Reading {
    const { out, flags } = this
    if (row.count !== SHORT_ROW && row.count !== WIDE_ROW) return undefined
    const length = this.masks.at(row, 2)
    const letters = flags.peek(3)
    if (length === NO_MASK || letters === undefined || rowSize(row, 0) !== row.count)
      return undefined
    if (row.count === SHORT_ROW && this.layout === 'both') return undefined
    const destination = this.destination(row, length)
    if (destination === undefined) return undefined
    const route: Open<Route> = {
      family: 4,
      destination,
      gateway: this.gateway(row, letters),
      flags: flags.at(3) ?? letters,
      span: out.span(),
    }
    if (length < 0) this.sayHoles(route)
    if (row.size(7) > 1 || (!row.is(7, '-') && !row.is(7, '*')))
      route.interface = this.names.at(row, 7)
    this.readNumbers(route)
    out.add(route)
    return 'record'
  }

  /** Without -n a name may stand there; `default` is the address 0.0.0.0 with whatever mask. */
  private destination(row: Row, length: number): string | undefined {
    const value = row.is(0, 'default') ? 0 : ipv4At(row, 0)
    if (value < 0) {
      if (!isName(row, 0)) return undefined
      this.sayName(0, 'destination')
      return row.flat(0)
    }
    if (length === 32 && value === 0) this.sayDoubtful()
    return length < 0 ? row.flat(0) : formatIPv4Cidr(value, length)
  }

  private gateway(row: Row, letters: string): Gateway {
    const { gateway, kind } = this.gateways.at(row, 1)
    if (kind === 'address') return gateway
    if (kind === 'name') {
      this.sayName(1, 'gateway')
      return gateway
    }
    // Blackhole and throw are printed as an ordinary row of the interface `*`.
    if (kind === 'dash' || letters.startsWith('!') || row.is(7, '*')) return NOWHERE
    return letters.includes('G') ? HIDDEN : ON_LINK
  }

  private readNumbers(route: Open<Route>): void {
    const { row } = this.out
    if (row.count === WIDE_ROW) {
      this.readMetric(route)
      this.readMss(route, 8)
      return
    }
    this.layout ??= spacedLayout(row)
    if (this.layout === 'metric') this.readMetric(route)
    else if (this.layout === 'mss') this.readMss(route, 4)
  }

  /** Up to net-tools 2.10 the metric is printed signed: -16769024 is 4278198272. */
  private readMetric(route: Open<Route>): void {
    const { out } = this
    const metric = intAt(out.row, 4)
    if (metric !== undefined) route.metric = metric < 0 ? metric + 2 ** 32 : metric
    const refs = numberAt(out, 5, 'Ref')
    if (refs !== undefined) route.refs = refs
    const use = numberAt(out, 6, 'Use')
    if (use !== undefined) route.use = use
  }

  /** MSS is the advertised one and 40, not the mtu of the route; there is no better field for it. */
  private readMss(route: Open<Route>, from: number): void {
    const { out } = this
    const mtu = numberAt(out, from, 'MSS')
    if (mtu !== undefined) route.mtu = mtu
    const window = numberAt(out, from + 1, 'Window')
    if (window !== undefined) route.window = window
    const irtt = numberAt(out, from + 2, 'irtt')
    if (irtt !== undefined) route.irtt = irtt
  }

  private readCut(row: Row): Reading {
    const { out } = this
    if (row.count < 3 || row.count >= WIDE_ROW) return undefined
    if (row.kind(0) !== 'ipv4' && !row.is(0, 'default')) return undefined
    if (this.masks.at(row, 2) < 0 && this.masks.at(row, 1) < 0) return undefined
    out.diagnose('cut-row', { text: row.excerpt(), missing: 'a column' })
    return 'unparsed'
  }

  private sayName(index: number, column: string): void {
    const { out } = this
    const text = out.row.flat(index)
    out.diagnose('name-for-address', { text, column }, out.span(index, index + 1))
  }

  private sayHoles(route: Open<Route>): void {
    const { out } = this
    route.maskUnknown = true
    out.diagnose('mask-holes', { text: out.row.flat(2) }, out.span(2, 3))
  }

  /** WSL 1 prints the default route with a host mask. */
  private sayDoubtful(): void {
    const { out } = this
    const args = { text: '255.255.255.255', assumed: '0.0.0.0/32' }
    out.diagnose('mask-doubtful', args, out.span(2, 3))
  }
}

/** Where no heading tells: Metric is set to the left of its column, MSS to the right. */
function spacedLayout(row: Row): Layout | undefined {
  if (!row.isPlain || row.size(3) > 5) return undefined
  const flags = row.column(3)
  const number = row.column(4)
  if (number - flags === 6) return row.size(4) === 5 ? undefined : 'metric'
  return number + row.size(4) - flags === 11 ? 'mss' : undefined
}
