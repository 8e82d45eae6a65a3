import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { readAddress } from '../../net/address.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { type Destination, destinationAt, intAt, numberAt } from '../cells.js'
import { FlagsColumn } from '../flags/index.js'
import { linuxFlags } from '../flags/linux.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { NETSTAT_6_ROW } from './alike-columns.js'
import {
  FLAGS_6,
  GLUED_ROW,
  nameOfCidr,
  rowSize6,
  USE_DIGITS,
  zeroLength,
} from './netstat-6-shape.js'
import { checkFirstWord, isTitle, isWordLine } from './netstat-heading.js'

/** Destination, Next Hop, Flag, Met, Ref, Use, If. */
const HEADING_WORDS = 8
const ON_LINK: Gateway = { kind: 'onlink' }
const NOWHERE: Gateway = { kind: 'none' }

const gateways = /* @__PURE__ */ new CellMemo(gatewayCell)

/** Reads the IPv6 table of `netstat -r` and `route`. */
export class Netstat6Reader implements Reader {
  readonly alike = NETSTAT_6_ROW
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly names = textMemo()
  private readonly gateways = gateways

  constructor(out: Output) {
    this.out = out
    this.flags = new FlagsColumn(out, linuxFlags, FLAGS_6)
  }

  read(row: Row): Reading {
    return this.readRow(row) ?? this.readTitle(row) ?? this.readCut(row)
  }

  private readTitle(row: Row): Reading {
    if (isTitle(row, /IPv6/)) return 'heading'
    const names = row.find('Hop') > 0 || row.find('If') > 0 || row.find('Met') > 0
    if (!names && !isWordLine(row, 7, 10)) return undefined
    checkFirstWord(this.out, HEADING_WORDS)
    return 'heading'
  }

  /**
   * ```
   * 2001:db8:1::/64                ::                         U    256 3      0 eth0
   * ::/0                           ::                         !n   -1  1424956 lo
   *                                                                    ^^^^^^^ Ref 1, Use 424956 (up to 2018)
   * ```
   */
  private readRow(row: Row): Reading {
    const { out } = this
    const size = rowSize6(row, 0)
    if (size === 0 || size !== row.count) return undefined
    const network = this.destination(row)
    const flags = this.flags.at(2)
    if (network === undefined || flags === undefined) return undefined
    const route: Open<Route> = {
      family: 6,
      destination: network.destination,
      gateway: this.gateway(row, flags),
      interface: this.names.at(row, size - 1),
      flags,
      span: out.span(),
    }
    if (network.zone !== undefined) route.zone = network.zone
    const metric = intAt(row, 3)
    // The kernel's null route has the metric 2^32 − 1, which is printed as -1.
    if (metric !== undefined) route.metric = metric < 0 ? metric + 2 ** 32 : metric
    if (size === GLUED_ROW) this.readGlued(route)
    else this.readCounts(route)
    out.add(route)
    return 'record'
  }

  private readCounts(route: Open<Route>): void {
    const refs = numberAt(this.out, 4, 'Ref')
    if (refs !== undefined) route.refs = refs
    const use = numberAt(this.out, 5, 'Use')
    if (use !== undefined) route.use = use
  }

  /** Use is at least six wide, so of seven digits the first is Ref; of more it is not certain. */
  private readGlued(route: Open<Route>): void {
    const { out } = this
    const text = out.row.cell(4)
    route.refs = Number(text.slice(0, 1))
    route.use = Number(text.slice(1))
    if (text.length > USE_DIGITS + 1) out.diagnose('cells-glued', { text }, out.span(4, 5))
  }

  private destination(row: Row): Destination | undefined {
    const network = destinationAt(row, 0) ?? this.oddDestination(row)
    if (network !== undefined) return network
    const name = nameOfCidr(row.cell(0))
    if (name === undefined) return undefined
    const { out } = this
    out.diagnose('name-for-address', { text: name, column: 'destination' }, out.span(0, 1))
    return { family: 6, destination: name }
  }

  /** Without -n `::` is `[::]`; a mapped network loses its head: ::ffff:0.0.0.0/96 is printed as 0.0.0.0/96. */
  private oddDestination(row: Row): Destination | undefined {
    const text = row.cell(0)
    const length = zeroLength(text)
    if (length !== undefined) return { family: 6, destination: `::/${length}` }
    if (row.kind(0) !== 'cidr4') return undefined
    const slash = text.indexOf('/')
    const bits = Number(text.slice(slash + 1))
    const address = readAddress(`::ffff:${text.slice(0, slash)}`)
    return address === undefined || bits < 96 || bits > 128
      ? undefined
      : { family: 6, destination: `${address.address}/${bits}` }
  }

  private gateway(row: Row, flags: string): Gateway {
    const gateway = this.gateways.at(row, 1)
    if (gateway === ON_LINK) return flags.startsWith('!') ? NOWHERE : ON_LINK
    if (gateway.kind !== 'unknown') return gateway
    const { out } = this
    out.diagnose('name-for-address', { text: gateway.text, column: 'gateway' }, out.span(1, 2))
    return gateway
  }

  private readCut(row: Row): Reading {
    const { out } = this
    if (row.count < 2 || row.count > 7) return undefined
    if (row.kind(0) !== 'cidr6' || (row.kind(1) !== 'ipv6' && !row.is(1, '[::]'))) return undefined
    out.diagnose('cut-row', { text: row.excerpt(), missing: 'a column' })
    return 'unparsed'
  }
}

function gatewayCell(text: string): Gateway {
  if (text === '::' || text === '[::]' || text === '*') return ON_LINK
  const read = readAddress(text)
  if (read === undefined) return { kind: 'unknown', text }
  const { address, zone } = read
  return { kind: 'address', address, ...(zone === undefined ? {} : { zone }) }
}
