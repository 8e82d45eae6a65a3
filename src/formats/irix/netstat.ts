import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { readHexMask } from '../../net/cidr.js'
import { formatIPv4Cidr, readOctets } from '../../net/ipv4.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { FlagsColumn } from '../flags/index.js'
import { irixFlags } from '../flags/irix.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { type BareDestination, bareDestination, noteDestination } from '../unix/bare-destination.js'
import {
  GatewayColumn,
  holdsNoAddress,
  isDefault,
  isDestinationLike,
  isGatewayLike,
  isInterfaceName,
} from '../unix/cells.js'
import { sayDamaged } from '../unix/damaged-row.js'

const FLAGS = /^U[A-Za-z123]{0,9}$/

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(
    (line) =>
      line.kind(2) === 'hex' && FLAGS.test(line.cells[3] ?? '') && line.kind(1) !== 'number',
  )
  const heading = sample.heading('Gateway', 'Netmask', 'Flags') !== undefined
  if (rows === 0) return heading ? { score: 0.6, reasons: [HEADING] } : undefined
  return { score: heading ? 0.95 : 0.8, reasons: ['a hexadecimal mask stands before the flags'] }
}

const HEADING = 'the heading has Netmask between Gateway and Flags'

const EXPECTS = 'a destination, a gateway, a mask, flags and an interface'

class IrixReader implements Reader {
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways: GatewayColumn
  private readonly words = textMemo()
  private hasCounters = true

  constructor(out: Output) {
    this.out = out
    this.flags = new FlagsColumn(out, irixFlags, FLAGS)
    this.gateways = new GatewayColumn(out)
  }

  read(row: Row): Reading {
    return this.readRow(row) ?? this.readTitle(row) ?? sayDamaged(this.out, row, EXPECTS)
  }

  private readTitle(row: Row): Reading {
    if (row.count > 8 || !holdsNoAddress(row) || isDefault(row, 0)) return undefined
    if (row.find('Gateway') > 0) {
      this.hasCounters = row.find('Refs') > 0
      return 'heading'
    }
    return row.is(0, 'Routing') || (row.count === 1 && row.code(0, -1) === COLON)
      ? 'heading'
      : undefined
  }

  /**
   * ```
   * 192.0.2          192.0.2.10         0xffffff00 U           3    12345  ec0
   * 127.0.0.1        127.0.0.1                     UH          8     2349  lo0
   *                                     ^^^^^^^^^^ blank on hosts and on the default route
   * ```
   */
  private readRow(row: Row): Reading {
    const { out, flags, gateways, words } = this
    const at = row.kind(2) === 'hex' ? 3 : 2
    const letters = flags.peek(at)
    if (letters === undefined || !(isGatewayLike(row, 1) || row.kind(1) === 'word'))
      return undefined
    const device = row.uint(at + 1) >= 0 && row.uint(at + 2) >= 0 ? at + 3 : at + 1
    if (!isInterfaceName(row, device) || row.count > device + 1) return undefined
    if (device === at + 1 && this.hasCounters) return undefined
    const network = this.destination(row, letters)
    if (network === undefined) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: gateways.at(row, 1),
      interface: words.at(row, device),
      flags: flags.at(at) ?? '',
      span: out.span(),
    }
    if (device === at + 3) {
      route.refs = row.uint(at + 1)
      route.use = row.uint(at + 2)
    }
    noteDestination(out, route, network)
    if (network.maskUnknown && row.kind(2) !== 'hex')
      out.diagnose('cut-row', { text: row.excerpt(), missing: 'the netmask' })
    out.add(route)
    return 'record'
  }

  private destination(row: Row, letters: string): BareDestination | undefined {
    const known = { host: letters.includes('H'), family: 4 as const }
    if (row.kind(2) !== 'hex' || isDefault(row, 0)) return bareDestination(row, 0, known)
    const length = readHexMask(row.cell(2))
    const value = readOctets(row.cell(0))
    if (value < 0) return bareDestination(row, 0, known)
    if (length >= 0) return { family: 4, destination: formatIPv4Cidr(value, length) }
    this.out.diagnose('mask-holes', { text: row.cell(2) }, this.out.span(2, 3))
    return bareDestination(row, 0, known)
  }
}

const COLON = 58

/** `netstat -rn` of IRIX. */
export const irixNetstat = {
  id: 'irix-netstat',
  kind: 'routes',
  platform: 'irix',
  title: 'netstat -rn of IRIX',
  commands: ['netstat -rn'],
  about: `The table of 4.4BSD with a Netmask column between Gateway and Flags: hexadecimal, blank on hosts and on the default
route. Octets of a network that are zero are cut: 10.99 with 0xffffff00 is 10.99.0.0/24.`,
  cues: ['Netmask', '0xffffff00', '0xffff0000', '0xff000000', '0xf0000000'],
  fromCommand: /netstat\s.*-\w*r/,
  detect,
  reader: (out: Output) => new IrixReader(out),
  startsRow: (row: Row, index: number) => {
    if (!isDestinationLike(row, index) && row.kind(index) !== 'number') return false
    const at = row.kind(index + 2) === 'hex' ? index + 3 : index + 2
    if (!isGatewayLike(row, index + 1) || !FLAGS.test(row.cell(at))) return false
    return isInterfaceName(row, at + 1) || (row.uint(at + 1) >= 0 && isInterfaceName(row, at + 3))
  },
  startsHeading: (row: Row, index: number) =>
    row.is(index, 'Routing') || row.is(index, 'Destination') || row.is(index, 'Internet:'),
  headed: true,
  headings: ['Destination Gateway Netmask Flags Refs Use Interface'],
  expects: EXPECTS,
} as const satisfies Format
