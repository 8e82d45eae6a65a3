import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { addressGateway, intAt } from '../cells.js'
import type { Output } from '../output.js'
import { attributeOf, flag, type ReadValue } from './ip-route-words.js'

const ON_LINK: Gateway = { kind: 'onlink' }

const keys = /* @__PURE__ */ new CellMemo<ReadValue | undefined>(attributeOf)
const gateways = /* @__PURE__ */ new CellMemo<Gateway | undefined>(addressGateway)

/** Reads the attributes of a route, each a word and most with a value, in any number and order. */
export class AttributeReader {
  /** True where a value was missing or wrong, which has been said. */
  damaged = false
  private readonly out: Output
  private readonly row: Row
  private readonly keys = keys
  private readonly words = textMemo()
  private readonly gateways = gateways

  constructor(out: Output) {
    this.out = out
    this.row = out.row
  }

  /**
   * Reads the attribute at cell `index` into the route and answers the cell behind it; -1 where none stands there.
   * A value that is missing is reported.
   */
  read(route: Open<Route>, index: number): number {
    const key = this.keys.at(this.row, index)
    if (key === undefined) return -1
    if (key !== flag && index + 1 >= this.row.count) {
      this.cut(index)
      return index + 1
    }
    return key(this, route, index + 1)
  }

  /** True where an attribute's word stands at the cell. */
  isKey(index: number): boolean {
    return index < this.row.count && this.keys.at(this.row, index) !== undefined
  }

  private cut(index: number): void {
    const { out, row } = this
    this.damaged = true
    const missing = `the value of ${row.cell(index)}`
    out.diagnose('cut-row', { text: row.excerpt(), missing }, out.span(index, index + 1))
  }

  device(route: Open<Route>, index: number): number {
    const { out, row } = this
    if (route.interface !== undefined) {
      const why = 'it names two interfaces'
      out.diagnose('row-doubtful', { text: row.excerpt(200), why }, out.span(index - 1))
    }
    route.interface = this.words.at(row, index)
    if (GLUED.test(row.cell(index)))
      out.diagnose('cells-glued', { text: row.cell(index) }, out.span(index, index + 1))
    this.doubtKey(index)
    return index + 1
  }

  /** `via inet6 fe80::1` in a row of the other family. */
  via(route: Open<Route>, index: number): number {
    const { out, row } = this
    const at = row.is(index, 'inet6') || row.is(index, 'inet') ? index + 1 : index
    const gateway = this.gateways.at(row, at)
    if (gateway !== undefined) {
      // Old kernels print `via ::` for no gateway.
      route.gateway = gateway.kind === 'address' && gateway.address === '::' ? ON_LINK : gateway
      return at + 1
    }
    const text = row.flat(at)
    route.gateway = { kind: 'unknown', text }
    if (at >= row.count) this.cut(at - 1)
    else out.diagnose('bad-address', { text, column: 'gateway' }, out.span(at, at + 1))
    return this.isKey(at) ? at : at + 1
  }

  source(route: Open<Route>, index: number): number {
    const { out, row } = this
    const read = this.gateways.at(row, index)
    if (read?.kind === 'address') route.source = read.address
    else
      out.diagnose(
        'bad-address',
        { text: row.flat(index), column: 'source' },
        out.span(index, index + 1),
      )
    return index + 1
  }

  word(route: Open<Route>, field: 'protocol' | 'scope' | 'table', index: number): number {
    route[field] = this.words.at(this.row, index)
    this.doubtKey(index)
    return index + 1
  }

  /** An interface may be named `via`, but more likely the value is missing before the next attribute. */
  private doubtKey(index: number): void {
    if (!this.isKey(index)) return
    const { out, row } = this
    const text = row.flat(index)
    out.diagnose('unknown-word', { text, column: row.cell(index - 1) }, out.span(index, index + 1))
  }

  /** iproute2 prints a metric that it has no name for as `metric 18 5`; old ones print `metric -1` for 2^32 − 1. */
  metric(route: Open<Route>, index: number): number {
    const { row } = this
    if (row.uint(index) >= 0 && row.uint(index + 1) >= 0) return index + 2
    const value = intAt(row, index)
    if (value === undefined) this.number('metric', index)
    else route.metric = value < 0 ? value + 2 ** 32 : value
    return index + 1
  }

  mtu(route: Open<Route>, index: number): number {
    const at = this.row.is(index, 'lock') ? index + 1 : index
    const value = this.number('mtu', at)
    if (value !== undefined) route.mtu = value
    return at + 1
  }

  window(route: Open<Route>, index: number): number {
    const at = this.row.is(index, 'lock') ? index + 1 : index
    const value = this.number('window', at)
    if (value !== undefined) route.window = value
    return at + 1
  }

  count(route: Open<Route>, field: 'refs' | 'use', index: number): number {
    const value = this.number(field, index)
    if (value !== undefined) route[field] = value
    return index + 1
  }

  /** `error -101`: only a route of a type that leads nowhere has one, so a row without its type has lost it. */
  error(route: Open<Route>, index: number): number {
    const { out, row } = this
    if (route.type === undefined && !row.is(index, '0'))
      out.diagnose('cut-row', { text: row.excerpt(), missing: 'the type' })
    return index + 1
  }

  /** `expires 597sec`; a route that is already over has a negative number. */
  seconds(route: Open<Route>, index: number): number {
    const { out, row } = this
    const text = row.cell(index)
    const digits = text.endsWith('sec') ? text.slice(0, -3) : text
    if (/^\d{1,15}$/.test(digits)) route.expire = Number(digits)
    else if (!/^-\d{1,15}$/.test(digits))
      out.diagnose('bad-number', { text, column: 'expires' }, out.span(index, index + 1))
    return index + 1
  }

  /** `lock 40ms`, `300ms`. */
  locked(index: number): number {
    return this.row.is(index, 'lock') ? index + 2 : index + 1
  }

  /** Only IPv6 rows have one. */
  preference(index: number): number {
    const { out, row } = this
    const text = row.cell(index)
    // One-line output has the backslash of the line end behind it.
    if (!PREFERENCES.has(text.endsWith('\\') ? text.slice(0, -1) : text))
      out.diagnose('unknown-word', { text, column: 'pref' }, out.span(index, index + 1))
    return index + 1
  }

  /** `features ecn tcp_usec_ts`, `features 0x4` in any number. */
  features(index: number): number {
    let at = index + 1
    while (at < this.row.count && FEATURES.has(this.row.cell(at))) at++
    return at
  }

  /** `encap mpls 100/200 ttl 3 via …`, `encap seg6 mode encap segs 2 [ fc00::1 fc00::2 ] dev …`: up to via or dev. */
  encapsulation(index: number): number {
    const { row } = this
    let at = index
    while (at < row.count && !ENCAP_END.has(row.cell(at))) at++
    return at
  }

  private number(column: string, index: number): number | undefined {
    const { out, row } = this
    const value = row.uint(index)
    if (value >= 0) return value
    if (index >= row.count) this.cut(index - 1)
    else out.diagnose('bad-number', { text: row.flat(index), column }, out.span(index, index + 1))
    return undefined
  }
}

const FEATURES: ReadonlySet<string> = new Set([
  'allfrags',
  'ecn',
  'sack',
  'tcp_usec_ts',
  'timestamp',
])
const PREFERENCES: ReadonlySet<string> = new Set(['high', 'low', 'medium'])
/** A name with the beginning of another row behind it: `eth010.2.4.0/24`, `brbluebroadcast`. */
const GLUED =
  /\/|\d\.\d+\.\d+\.\d+$|.(?:anycast|blackhole|broadcast|multicast|prohibit|unicast|unreachable)$/

const ENCAP_END: ReadonlySet<string> = new Set(['\\', 'dev', 'nexthop', 'via'])
