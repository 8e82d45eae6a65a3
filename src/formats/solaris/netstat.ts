import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import type { Span } from '../../model/span.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { FlagsColumn } from '../flags/index.js'
import { solarisFlags } from '../flags/solaris.js'
import type { Format, Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import { BARE_COUNTER_ROW } from '../unix/alike-columns.js'
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
import {
  familyOf,
  isHostRow,
  isNextHop,
  isNoGateway,
  NO_GATEWAY,
  type SolarisColumns,
} from './netstat-cells.js'
import { detectSolarisNetstat, SOLARIS_FLAGS, solarisNetstatCues } from './netstat-detect.js'
import { readVerboseRow, startsVerboseRow, verboseFlagsAt } from './netstat-verbose.js'

const EXPECTS = 'a destination, a gateway, flags and two counters'

class SolarisReader implements Reader {
  private readonly shared: SolarisColumns
  /** A row that has no interface but should: mail programs put it on the next line. */
  private bare:
    | { readonly route: Open<Route>; readonly line: number; readonly span: Span }
    | undefined

  /** The row read last is one of `netstat -rv`, whose columns are others. */
  private isVerbose = false

  /** Rows with an interface; of the others the next line may hold it. */
  get alike(): readonly Column[] | undefined {
    return this.bare === undefined && !this.isVerbose ? BARE_COUNTER_ROW : undefined
  }

  constructor(out: Output) {
    this.shared = {
      out,
      flags: new FlagsColumn(out, solarisFlags, SOLARIS_FLAGS),
      gateways: new GatewayColumn(out),
      words: textMemo(),
      section: { family: 4, hasRtt: undefined },
    }
  }

  read(row: Row): Reading {
    const wrapped = this.bare !== undefined && this.takeInterface(row)
    if (wrapped) return 'record'
    return this.readAny(row) ?? this.readTitle(row) ?? sayDamaged(this.shared.out, row, EXPECTS)
  }

  private readAny(row: Row): Reading {
    this.isVerbose = this.shared.flags.peek(2) === undefined
    if (!this.isVerbose) return this.readRow(row)
    const at = verboseFlagsAt(this.shared, row)
    return at > 0 ? readVerboseRow(this.shared, at) : undefined
  }

  end(): void {
    const { bare } = this
    if (bare === undefined) return
    this.bare = undefined
    if (bare.route.flags?.includes('G')) return
    const text = `${bare.route.destination} … ${bare.route.flags}`
    this.shared.out.diagnose('cut-row', { text, missing: 'the interface' }, bare.span)
  }

  /**
   * ```
   * 192.0.2.0            192.0.2.10           U         4       8110 e1000g0
   * 198.51.100.0         192.0.2.1            UG        1          0
   *                                                                  ^^^^^^^ routes through a gateway have none
   * ```
   */
  private readRow(row: Row): Reading {
    const { out, flags, gateways, words, section } = this.shared
    const { count } = row
    if (count > 6 || (count === 6 && !isInterfaceName(row, 5))) return undefined
    const refs = row.uint(3)
    const use = count > 4 ? row.uint(4) : -1
    if (refs < 0 || (use < 0 && (count !== 5 || !isInterfaceName(row, 4)))) return undefined
    const host = isHostRow(flags.peek(2) ?? '')
    const network = bareDestination(row, 0, { host, family: familyOf(row, 1, section.family) })
    if (network === undefined || !isNextHop(row, 1)) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: isNoGateway(row, 1) ? NO_GATEWAY : gateways.at(row, 1),
      flags: flags.at(2) ?? '',
      span: out.span(),
    }
    noteDestination(out, route, network)
    if (use >= 0) {
      route.refs = refs
      route.use = use
    } else out.diagnose('cells-glued', { text: row.cell(3) }, out.span(3, 4))
    if (count === 6 || use < 0) route.interface = words.at(row, count - 1)
    else this.bare = { route, line: row.line, span: route.span }
    out.add(route)
    return 'record'
  }

  /** Takes a line that holds an interface alone into the row before it. */
  private takeInterface(row: Row): boolean {
    const { bare } = this
    const fits = bare !== undefined && row.count === 1 && row.line === bare.line + 1
    if (bare === undefined || !fits || !isInterfaceName(row, 0)) {
      this.end()
      return false
    }
    this.bare = undefined
    this.shared.out.amend({ interface: this.shared.words.at(row, 0) })
    return true
  }

  private readTitle(row: Row): Reading {
    const { section } = this.shared
    if (row.count > 14 || !holdsNoAddress(row) || isDefault(row, 0)) return undefined
    const title = row.find('Table:')
    if (title >= 0) {
      section.family = row.is(title + 1, 'IPv6') ? 6 : 4
      section.hasRtt = undefined
      return 'heading'
    }
    if (row.find('Gateway') >= 0 || row.find('Destination/Mask') >= 0) {
      section.hasRtt = row.find('Rtt') > 0
      if (row.find('Destination/Mask') >= 0) section.family = 6
      return 'heading'
    }
    return row.is(0, 'If') ? 'heading' : undefined
  }
}

/** `netstat -rn` and `netstat -rnv` of Solaris and illumos. */
export const solarisNetstat = {
  id: 'solaris-netstat',
  kind: 'routes',
  platform: 'solaris',
  title: 'netstat -rn of Solaris and illumos',
  commands: ['netstat -rnv', 'netstat -rn', 'netstat -rn -f inet', 'netstat -rna'],
  about: `A title (Routing Table: IPv4, with -v IRE Table: IPv4), a heading, a rule of dashes and rows for each family. IPv4
rows carry no mask without -v: H is a host, every other mask is unknown. The interface is blank on routes through a
gateway. With -v a mask, an MTU ("1500*" up to Solaris 10, with Rtt behind it) and Out and In/Fwd stand in the row, and Out may touch
the flags. Wide cells push the rest to the right. Up to Solaris 7 a large Use runs into Ref.`,
  cues: solarisNetstatCues,
  fromCommand: /netstat\s.*-\w*r/,
  detect: detectSolarisNetstat,
  reader: (out: Output) => new SolarisReader(out),
  startsRow: (row: Row, index: number) =>
    startsPlainRow(row, index) || startsVerboseRow(row, index),
  startsHeading: (row: Row, index: number) =>
    row.is(index + 1, 'Table:') ||
    row.is(index, 'Destination') ||
    row.is(index, 'Destination/Mask') ||
    isRule(row, index),
  headed: true,
  headings: ['Destination Gateway Flags Ref Use Interface'],
  expects: EXPECTS,
} as const satisfies Format

/** A rule of dashes under the heading. */
const HYPHEN = 45

function isRule(row: Row, index: number): boolean {
  return row.size(index) > 2 && row.code(index) === HYPHEN && row.code(index, 2) === HYPHEN
}

function startsPlainRow(row: Row, index: number): boolean {
  return (
    isDestinationLike(row, index) &&
    (isGatewayLike(row, index + 1) || isNoGateway(row, index + 1)) &&
    SOLARIS_FLAGS.test(row.cell(index + 2)) &&
    row.uint(index + 3) >= 0 &&
    (row.uint(index + 4) >= 0 || isInterfaceName(row, index + 4))
  )
}
