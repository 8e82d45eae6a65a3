import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { FlagsColumn } from '../flags/index.js'
import type { FlagTable } from '../flags/table.js'
import type { Reader, Reading } from '../format.js'
import type { Output } from '../output.js'
import type { SampleLine } from '../sample.js'
import { COUNTER_ROW } from './alike-columns.js'
import { noteDestination } from './bare-destination.js'
import {
  GatewayColumn,
  holdsNoAddress,
  isDefault,
  isDestinationLike,
  isGatewayLike,
  isInterfaceName,
} from './cells.js'
import { cutDestination } from './cut-destination.js'
import { sayDamaged } from './damaged-row.js'

const FLAGS = /^U[A-Za-z123]{0,9}$/
/** What a row holds. */
export const routeTreeExpects = 'a destination, a gateway, flags, two counters and an interface'
const SECTION = /^Route [Tt]ree for Protocol Family (\d+):?$/

/** True for the section line of Tru64 and OpenVMS; AIX' names the family in words behind the number. */
export function isRouteTree(line: SampleLine): boolean {
  return SECTION.test(line.text)
}

/** True for a row whose interface has upper-case letters, as OpenVMS writes it. */
export function hasUpperInterface(line: SampleLine): boolean {
  return FLAGS.test(line.cells[2] ?? '') && /^[A-Z]+\d+$/.test(line.cells[5] ?? '')
}

/** True for a row of a destination, a gateway, flags, two counters and an interface, networks with their length. */
export function isRouteTreeRow(line: SampleLine): boolean {
  const { cells } = line
  return (
    cells.length === 6 &&
    FLAGS.test(cells[2] ?? '') &&
    /^\d+$/.test(cells[3] ?? '') &&
    /^\d+$/.test(cells[4] ?? '') &&
    /^[A-Za-z]+\d+$/.test(cells[5] ?? '')
  )
}

/** Reads `netstat -rn` of the OSF/1 stack: Tru64 UNIX and OpenVMS TCP/IP Services. */
export class RouteTreeReader implements Reader {
  readonly alike = COUNTER_ROW
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways: GatewayColumn
  private readonly words = textMemo()
  private family: 4 | 6 = 4

  constructor(out: Output, table: FlagTable) {
    this.out = out
    this.flags = new FlagsColumn(out, table, FLAGS)
    this.gateways = new GatewayColumn(out)
  }

  read(row: Row): Reading {
    return this.readRow(row) ?? this.readTitle(row) ?? sayDamaged(this.out, row, routeTreeExpects)
  }

  private readTitle(row: Row): Reading {
    if (row.count > 8) return undefined
    // Old OSF/1 lists the masks of its interfaces before the table: "Inet 255.255.255.0".
    if (row.is(0, 'Netmasks:') || (row.is(0, 'Inet') && row.count === 2)) return 'heading'
    if (!holdsNoAddress(row) || isDefault(row, 0)) return undefined
    const section = SECTION.exec(row.excerpt())
    if (section !== null) this.family = section[1] === '26' || section[1] === '24' ? 6 : 4
    if (section !== null || row.is(0, 'Routing') || row.find('Gateway') > 0) return 'heading'
    return undefined
  }

  /**
   * ```
   * 192.0.2/24       192.0.2.10         U          12 39662188  ee0
   * ^^^^^^^^^^ zero octets at the end are cut; four octets without a length are a host
   * ```
   */
  private readRow(row: Row): Reading {
    const { out, flags, gateways, words } = this
    const letters = flags.peek(2)
    if (letters === undefined || row.count > 7 || !isInterfaceName(row, 5)) return undefined
    const refs = row.uint(3)
    const use = row.uint(4)
    if (refs < 0 || use < 0 || !(isGatewayLike(row, 1) || row.kind(1) === 'word')) return undefined
    const family = row.kind(1) === 'ipv4' ? 4 : row.kind(1) === 'ipv6' ? 6 : this.family
    const network = cutDestination(row, 0, { family, host: letters.includes('H') })
    if (network === undefined) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: gateways.at(row, 1),
      interface: words.at(row, 5),
      flags: flags.at(2) ?? '',
      refs,
      use,
      span: out.span(),
    }
    noteDestination(out, route, network)
    out.add(route)
    return 'record'
  }
}

/** True where a row of the table begins at cell `index`. */
export function startsRouteTreeRow(row: Row, index: number): boolean {
  return (
    isDestinationLike(row, index) &&
    isGatewayLike(row, index + 1) &&
    FLAGS.test(row.cell(index + 2)) &&
    row.uint(index + 3) >= 0 &&
    row.uint(index + 4) >= 0 &&
    isInterfaceName(row, index + 5)
  )
}

/** True where a title or heading of the table begins at cell `index`. */
export function startsRouteTreeHeading(row: Row, index: number): boolean {
  return row.is(index, 'Routing') || row.is(index, 'Route') || row.is(index, 'Destination')
}
