import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { aixFlags } from '../flags/aix.js'
import { FlagsColumn } from '../flags/index.js'
import type { Format, Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { COUNTER_ROW } from '../unix/alike-columns.js'
import { noteDestination } from '../unix/bare-destination.js'
import {
  GatewayColumn,
  holdsNoAddress,
  isDefault,
  isDestinationLike,
  isGatewayLike,
  isInterfaceName,
  isNameLike,
} from '../unix/cells.js'
import { cutDestination } from '../unix/cut-destination.js'
import { sayDamaged } from '../unix/damaged-row.js'
import { WrappedRows } from '../unix/wrapped-rows.js'
import { AIX_FLAGS, detectAixNetstat } from './netstat-detect.js'
import { Sections } from './sections.js'

class AixReader implements Reader {
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways: GatewayColumn
  private readonly words = textMemo()
  private readonly rows: WrappedRows
  private readonly sections: Sections
  /** undefined where no heading was seen. */
  private hasPmtu: boolean | undefined
  alike: readonly Column[] | undefined

  constructor(out: Output) {
    this.out = out
    this.flags = new FlagsColumn(out, aixFlags, AIX_FLAGS)
    this.gateways = new GatewayColumn(out)
    this.sections = new Sections(out)
    this.rows = new WrappedRows(out, {
      readRow: (row) => this.readLine(row),
      readTitle: (row) => this.readTitle(row),
      isHalf: (row) => this.isHalf(row),
      missing: 'the interface',
    })
  }

  read(row: Row): Reading {
    this.alike = undefined
    return this.rows.read(row) ?? sayDamaged(this.out, row, EXPECTS)
  }

  end(): void {
    this.rows.end()
  }

  private readTitle(row: Row): Reading {
    const isTitle = this.sections.begin(row.excerpt())
    if (row.count > 40 || isDestinationLike(row, 0) || !holdsNoAddress(row)) return undefined
    if (row.find('Gateway') > 0 || row.find('Flags') > 0) {
      this.hasPmtu = row.find('PMTU') > 0
      return 'heading'
    }
    if (row.is(0, 'Routing') || row.is(0, 'Tables')) return 'heading'
    // The rest of a heading that a mail program has broken.
    if (row.find('Exp') >= 0 && row.find('Groups') > 0) return 'heading'
    return isTitle ? 'heading' : undefined
  }

  /** Mail and bug systems break rows before the interface, or before Use. */
  private isHalf(row: Row): boolean {
    const { count } = row
    if (count !== 4 && count !== 5) return false
    if (!isDestinationLike(row, 0) || row.uint(3) < 0) return false
    return this.flags.peek(2) !== undefined && isGatewayLike(row, 1)
  }

  /** With -@ the name of the workload partition stands before the destination. */
  private readLine(row: Row): Reading {
    const isWpar =
      this.flags.peek(3) !== undefined &&
      row.kind(0) === 'word' &&
      isGatewayLike(row, 2) &&
      isDestinationLike(row, 1)
    if (!isWpar) return this.readRow(row, undefined)
    const table = this.words.at(row, 0)
    row.drop(1)
    return this.readRow(row, table)
  }

  /**
   * ```
   * 9.27.176/24        9.27.176.58       U         4     11726 en0    -    -       =>
   * fe80::1            (blank)           UHXLWl    0         0 en0    -    -
   * default            9.27.176.1        UG        1  -        en0    0    0       =>     netstat -rnC
   * ```
   * `=>` says that the next row has the same key and belongs to no route.
   */
  private readRow(row: Row, table: string | undefined): Reading {
    const { out } = this
    const at = this.flagsAt(row)
    if (at < 0 || !isInterfaceName(row, at + 3) || row.count > at + 8) return undefined
    const letters = this.flags.peek(at) ?? ''
    const family = row.kind(1) === 'ipv4' ? 4 : row.kind(1) === 'ipv6' ? 6 : this.sections.family
    const network = cutDestination(row, 0, { family, host: letters.includes('H') })
    if (network === undefined) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: at === 1 ? NO_GATEWAY : this.gateways.at(row, 1),
      interface: this.words.at(row, at + 3),
      flags: this.flags.at(at) ?? '',
      span: out.span(),
    }
    if (network.name || network.zone !== undefined) noteDestination(out, route, network)
    if (table !== undefined) route.table = table
    if (row.uint(at + 2) >= 0) this.readCounters(route, at)
    else if (!this.readCosts(route, at)) return undefined
    this.alike = at === 2 ? COUNTER_ROW : undefined
    this.sections.see(route)
    out.add(route)
    return 'record'
  }

  /** Where the flags stand: behind the gateway, which link-level rows of IPv6 may leave blank; -1 in no row. */
  private flagsAt(row: Row): number {
    const { flags } = this
    if (flags.peek(2) !== undefined && row.uint(3) >= 0)
      return row.kind(1) === 'word' || isGatewayLike(row, 1) ? 2 : -1
    const letters = row.kind(0) === 'ipv6' && row.uint(2) >= 0 ? flags.peek(1) : undefined
    return letters?.includes('L') && letters.includes('l') ? 1 : -1
  }

  private readCounters(route: Open<Route>, at: number): void {
    const { row } = this.out
    route.refs = row.uint(at + 1)
    route.use = row.uint(at + 2)
    this.readTail(route, at + 4)
  }

  /** -C prints weight and policy before the interface, cost and configured cost behind it. */
  private readCosts(route: Open<Route>, at: number): boolean {
    const { row } = this.out
    const cost = row.uint(at + 4)
    if (cost < 0 || row.uint(at + 5) < 0 || isGatewayLike(row, at + 2)) return false
    route.metric = cost
    return true
  }

  /** Up to 5.1 a PMTU stands before Exp. */
  private readTail(route: Open<Route>, from: number): void {
    const { out } = this
    const { row } = out
    const lacksOne = this.hasPmtu && (row.count === from + 1 || row.is(from + 1, '=>'))
    if (row.count === from || lacksOne) {
      const missing = lacksOne ? 'the PMTU or Exp' : 'what stands behind the interface'
      out.diagnose('cut-row', { text: row.excerpt(200), missing })
      return
    }
    // Without a heading a number may be a PMTU or the seconds that are left.
    if (this.hasPmtu === undefined) return
    if (this.hasPmtu && row.kind(from) === 'number') route.mtu = row.uint(from)
    if (!this.hasPmtu && row.count > from + 2 && row.kind(from + 2) !== 'word')
      out.diagnose('extra-cell', { text: row.cell(from) }, out.span(from, from + 1))
    const expires = this.hasPmtu ? from + 1 : from
    const expire = row.kind(expires) === 'number' ? row.uint(expires) : -1
    if (expire >= 0) route.expire = expire
  }
}

const EXPECTS = 'a destination, a gateway, flags, two counters and an interface'
const NO_GATEWAY: Gateway = { kind: 'none' }

/** `netstat -rn` of AIX 4 to 7. */
export const aixNetstat = {
  id: 'aix-netstat',
  kind: 'routes',
  platform: 'aix',
  title: 'netstat -rn of AIX',
  commands: ['netstat -rn', 'netstat -nr', 'netstat -rn -f inet', 'netstat -rn -@', 'netstat -rnC'],
  about: `One heading above both families; a section line names the protocol family, 2 or 24, in the system's
language. Networks carry /n with their trailing zero octets cut; four octets without a slash are a host. "=>" at a row's
end says that the next row has the same key. Up to 5.1 a PMTU column stands before Exp. With -@ the workload partition stands
at the left and is kept as the table; with -C weight, policy and costs take the place of the counters.`,
  cues: [
    'Exp',
    'Groups',
    '(Internet):',
    '(Internet',
    'Policy',
    'short4 ipv4',
    'default ipv4',
    'word ipv4',
    '=>',
  ],
  fromCommand: /netstat\s.*-\w*r/,
  detect: detectAixNetstat,
  reader: (out: Output) => new AixReader(out),
  startsRow,
  startsHeading,
  headed: true,
  headings: [
    'Destination Gateway Flags Refs Use If Exp Groups',
    'Destination Gateway Flags Refs Use If PMTU Exp Groups',
  ],
  expects: EXPECTS,
} as const satisfies Format

/** Rows end in a dash or `=>`, so a word behind one begins a title, in whatever language. */
function startsHeading(row: Row, index: number): boolean {
  if (row.is(index, 'Routing') || row.is(index, 'Destination')) return true
  if (row.kind(index) !== 'word' || row.is(index, '=>') || isDefault(row, index)) return false
  // With -C a dash stands before the interface.
  if (isInterfaceName(row, index)) return false
  return row.kind(index - 1) === 'dash' || row.is(index - 1, '=>') || row.is(index, 'Route')
}

function startsRow(row: Row, index: number): boolean {
  if (isWparName(row, index)) return hasRowShape(row, index + 1)
  return hasRowShape(row, index) && !isWparName(row, index - 1)
}

/** The name of a workload partition stands between the end of a row or title and a destination. */
function isWparName(row: Row, index: number): boolean {
  if (!isNameLike(row, index) || isDestinationLike(row, index)) return false
  if (!isDestinationLike(row, index + 1)) return false
  const before = row.kind(index - 1)
  if (before === 'none' || before === 'dash' || before === 'number') return true
  return row.is(index - 1, '=>') || row.code(index - 1, -1) === COLON
}

const COLON = 58

function hasRowShape(row: Row, index: number): boolean {
  if (!isDestinationLike(row, index)) return false
  const flags = isGatewayLike(row, index + 1) ? index + 2 : index + 1
  // Only link-level rows of IPv6 lack a gateway; behind another address this one is a gateway itself.
  const isBlank = row.kind(index) === 'ipv6' && /^[^L]*L.*l/.test(row.cell(flags))
  if (flags === index + 1 && (!isBlank || isDestinationLike(row, index - 1))) return false
  return (
    /^U[A-Za-z123]*$/.test(row.cell(flags)) &&
    row.uint(flags + 1) >= 0 &&
    isInterfaceName(row, flags + 3) &&
    (row.kind(flags + 2) === 'dash' || row.uint(flags + 2) >= 0) &&
    (row.kind(flags + 4) === 'dash' || row.uint(flags + 4) >= 0)
  )
}
