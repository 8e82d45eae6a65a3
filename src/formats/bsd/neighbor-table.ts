import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { CellMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { interfaceShape } from './row-shape.js'
import { isTime, seconds } from './time.js'

const EXCERPT = 200
const MAC_OCTETS = [6, 8, 20] as const
/** Words of the Expire column; a time may be cut to its nine characters. */
const EXPIRES: ReadonlySet<string> = new Set(['(none)', 'expired', 'never', 'permanent', 'static'])
const STATE = /^[DINPRSUW?]$/
const FLAGS = /^[RPWYlps]{1,5}$/
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*(?:%[\w.]+)?$/
/** `Expire` is nine wide and the state follows it by one blank: a letter further on is a flag. */
const FLAGS_BEHIND_EXPIRE = 11

/** What the table of one system means by its flags. */
export interface TableDialect {
  /** OpenBSD's arp: `p` is a published entry; ndp's `p` is a proxy. */
  readonly p: 'proxy' | 'published'
}

const interfaces = /* @__PURE__ */ new CellMemo((text) =>
  interfaceShape.test(text) && !EXPIRES.has(text) ? text : undefined,
)

/**
 * Reads the tables of `ndp -an` (all), `arp -an` (OpenBSD) and `arp -anl` (macOS); cells are told by their shape, as the
 * columns change places and wide ones push the rest.
 *
 * ```
 * Neighbor                             Linklayer Address  Netif Expire    S Flags
 * fe80::1%em0                          00:00:5e:00:53:01    em0 23h59m58s S R
 * Host                                 Ethernet Address    Netif Expire    Flags
 * 192.0.2.7                            00:00:5e:00:53:07     em0 permanent l
 * Neighbor                Linklayer Address Expire(O) Expire(I)          Netif Refs Prbs
 * 192.0.2.7               0:0:5e:0:53:7     2m42s     expired              en0    2
 * ```
 */
export class NeighborTableReader implements Reader {
  private readonly out: Output
  private readonly dialect: TableDialect
  private readonly interfaces = interfaces

  constructor(out: Output, dialect: TableDialect) {
    this.out = out
    this.dialect = dialect
  }

  read(row: Row): Reading {
    if (startsNeighborHeading(row, 0) && !hasLaterNeighbor(row, 1)) return 'heading'
    const isIncomplete = row.is(1, '(incomplete)') || row.is(1, '(none)')
    if (!isIncomplete && row.kind(1) !== 'mac') return undefined
    if (row.count > MOST_CELLS && hasLaterNeighbor(row, 2)) return undefined
    const mac = isIncomplete ? null : readMac(row.cell(1), MAC_OCTETS)
    const entry = mac === undefined ? undefined : this.start(row, mac)
    if (entry === undefined) return undefined
    if (isIncomplete) entry.incomplete = true
    this.readRest(entry, this.readTimes(entry))
    this.out.add(entry)
    return 'record'
  }

  /** The entry of a row's address; a name stands there without -n. */
  private start(row: Row, mac: string | null): Open<Neighbor> | undefined {
    const { out } = this
    const text = row.flat(0)
    const read = readAddress(text)
    const span = out.span()
    if (read !== undefined) {
      const entry: Open<Neighbor> = { address: read.address, mac, span }
      if (read.zone !== undefined) entry.zone = read.zone
      return entry
    }
    if (!NAME.test(text) || /^[\d.]+$/.test(text)) return undefined
    const column = 'the address'
    out.diagnose('name-for-address', { text, column }, out.span(0, 1))
    return { address: null, mac, hostname: text, span }
  }

  /** Reads the interface and its one expiry, or two expiries and their interface; returns the first cell behind. */
  private readTimes(entry: Open<Neighbor>): number {
    const { row } = this.out
    const hasTwo = isExpire(row.cell(2)) && isExpire(row.cell(3))
    const name = this.interfaces.at(row, hasTwo ? 4 : 2)
    if (name === undefined) this.sayCut('the interface')
    else entry.interface = name
    if (hasTwo) return name === undefined ? 4 : 5
    if (!isExpire(row.cell(3))) {
      this.sayCut('the expiry')
      return name === undefined ? 2 : 3
    }
    if (isExpire(row.cell(4))) return 5
    readExpire(entry, row.cell(3))
    if (isCutTime(row.cell(3))) this.sayCut('the end of the expiry')
    return 4
  }

  private sayCut(missing: string): void {
    const { out } = this
    out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing })
  }

  /** Reads the state, the flags and the counters; two expiries are followed by counters only. */
  private readRest(entry: Open<Neighbor>, from: number): void {
    const { out } = this
    const { row } = out
    let at = from
    if (STATE.test(row.cell(at)) && !this.standsUnderFlags(at)) entry.state = row.cell(at++)
    if (FLAGS.test(row.cell(at))) this.readFlags(entry, at++)
    while (row.kind(at) === 'number' || row.kind(at) === 'dash' || /^-\d+$/.test(row.cell(at))) at++
    while (isQuality(row.cell(at))) at++
    if (at < row.count)
      out.diagnose('extra-cell', { text: row.between(at).slice(0, EXCERPT) }, out.span(at))
  }

  private standsUnderFlags(at: number): boolean {
    const { row } = this.out
    return isExpire(row.cell(at - 1)) && row.column(at) - row.column(at - 1) >= FLAGS_BEHIND_EXPIRE
  }

  private readFlags(entry: Open<Neighbor>, at: number): void {
    const flags = this.out.row.flat(at)
    entry.flags = flags
    if (flags.includes('l')) entry.local = true
    if (flags.includes('p')) entry[this.dialect.p] = true
  }
}

/** More cells than a row has with all its columns. */
const MOST_CELLS = 4
const QUALITIES: ReadonlySet<string> = new Set(['bad', 'good', 'none', 'poor', 'unknown'])

/** What macOS says of a neighbour's link: a word, or a constant that it has no word for. */
function isQuality(text: string): boolean {
  return QUALITIES.has(text.toLowerCase()) || (/lqm/i.test(text) && /^\w+$/.test(text))
}

function isExpire(text: string): boolean {
  return EXPIRES.has(text) || isTime(text)
}

/** A time ends in seconds, unless the nine characters of its column cut it. */
function isCutTime(text: string): boolean {
  return isTime(text) && !text.endsWith('s') && text.length < 9
}

function readExpire(entry: Open<Neighbor>, text: string): void {
  if (text === 'permanent') entry.permanent = true
  else if (text === 'static') entry.static = true
  else if (isTime(text)) entry.expire = seconds(text)
}

/** True where the heading of such a table begins at cell `index`. */
export function startsNeighborHeading(row: Row, index: number): boolean {
  if (row.is(index, 'Neighbor')) return row.is(index + 1, 'Linklayer')
  return row.is(index, 'Host') && row.is(index + 1, 'Ethernet')
}

/** True where a row begins at cell `index`: an address, a hardware address, an interface and an expiry. */
export function startsNeighbor(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind !== 'ipv4' && kind !== 'ipv6') return false
  if (row.kind(index + 1) !== 'mac' && !row.is(index + 1, '(incomplete)')) return false
  const first = row.cell(index + 2)
  const second = row.cell(index + 3)
  if (isExpire(first)) return isExpire(second) && interfaceShape.test(row.cell(index + 4))
  return interfaceShape.test(first) && isExpire(second)
}

function hasLaterNeighbor(row: Row, from: number): boolean {
  for (let i = from; i < row.count; i++)
    if (startsNeighbor(row, i) || startsNeighborHeading(row, i)) return true
  return false
}
