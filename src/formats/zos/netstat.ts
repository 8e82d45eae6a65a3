import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { FlagsColumn } from '../flags/index.js'
import { zosFlags } from '../flags/zos.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { bareDestination, noteDestination } from '../unix/bare-destination.js'
import { GatewayColumn, holdsNoAddress, isDefault, isDestinationLike } from '../unix/cells.js'
import { sayDamaged } from '../unix/damaged-row.js'
import { isZosNoise, isZosTitle, ZOS_FLAGS, ZOS_MESSAGE } from './cells.js'
import { LabelledRoutes, startsLabelled } from './labelled-routes.js'

function detect(sample: Sample): Verdict | undefined {
  if (sample.heading('Destination', 'Gateway', 'Flags', 'Refcnt', 'Interface'))
    return { score: 0.95, reasons: ['the heading has Refcnt'] }
  if (sample.count((line) => /^DestIP:\s/i.test(line.text)) > 0)
    return { score: 0.95, reasons: ['records begin with DestIP:'] }
  const rows = sample.count((line) => {
    const { cells } = line
    return (
      cells.length === 5 &&
      (line.kind(1) === 'ipv4' || line.kind(1) === 'ipv6') &&
      ZOS_FLAGS.test(cells[2] ?? '') &&
      /^\d{6,10}$/.test(cells[3] ?? '') &&
      /^[A-Z][A-Z0-9]*$/.test(cells[4] ?? '')
    )
  })
  return rows > 0
    ? {
        score: 0.85,
        reasons: ['reference counts have leading zeros, interfaces are in upper case'],
      }
    : undefined
}

const ON_LINK: Gateway = { kind: 'onlink' }

const EXPECTS = 'a destination, a gateway, flags, a count and a link'

class ZosReader implements Reader {
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways: GatewayColumn
  private readonly words = textMemo()
  private readonly labelled: LabelledRoutes
  private family: 4 | 6 = 4

  constructor(out: Output) {
    this.out = out
    this.flags = new FlagsColumn(out, zosFlags, ZOS_FLAGS)
    this.gateways = new GatewayColumn(out)
    this.labelled = new LabelledRoutes(out)
  }

  read(row: Row): Reading {
    // In the short format a message id stands before each line.
    if (ZOS_MESSAGE.test(row.cell(0))) row.drop(1)
    return (
      this.labelled.read(row) ??
      this.readRow(row) ??
      this.readTitle(row) ??
      sayDamaged(this.out, row, EXPECTS)
    )
  }

  end(): void {
    this.labelled.end()
  }

  private readTitle(row: Row): Reading {
    if (isZosNoise(row)) return 'outside'
    if (row.count > 12 || isDefault(row, 0) || !holdsNoAddress(row)) return undefined
    const text = row.excerpt().toUpperCase()
    if (text.includes('IPV6 DESTINATIONS')) this.family = 6
    return isZosTitle(text) || /DESTINATIONS?\b/.test(text) ? 'heading' : undefined
  }

  /**
   * ```
   * Default            192.0.2.1       UGS      0000000000 OSALINK
   * 192.0.2.0/24       0.0.0.0         US       0000000000 OSALINK
   *                    ^^^^^^^ without G: on the link
   * ```
   */
  private readRow(row: Row): Reading {
    const { out, flags, gateways, words } = this
    const letters = row.count === 5 ? flags.peek(2) : undefined
    const refs = row.uint(3)
    const gateway = row.kind(1)
    if (letters === undefined || refs < 0 || (gateway !== 'ipv4' && gateway !== 'ipv6'))
      return undefined
    const family = gateway === 'ipv6' ? 6 : 4
    const network = bareDestination(row, 0, { family, host: letters.includes('H') })
    if (network === undefined || !isLinkName(row, 4)) return undefined
    const onLink = !letters.includes('G') && (row.is(1, '0.0.0.0') || row.is(1, '::'))
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: onLink ? ON_LINK : gateways.at(row, 1),
      interface: words.at(row, 4),
      flags: flags.at(2) ?? '',
      refs,
      span: out.span(),
    }
    noteDestination(out, route, network)
    out.add(route)
    return 'record'
  }
}

/** Links have names of capitals and digits, up to sixteen. */
function isLinkName(row: Row, index: number): boolean {
  return row.kind(index) !== 'number' && /^[A-Z@#$][A-Z0-9@#$._-]{0,15}$/i.test(row.cell(index))
}

/** `onetstat -r` and `NETSTAT ROUTE` of z/OS. */
export const zosNetstat = {
  id: 'zos-netstat',
  kind: 'routes',
  platform: 'zos',
  title: 'netstat route of z/OS',
  commands: ['onetstat -r', 'netstat route', 'd tcpip,,netstat,route'],
  about: `IPv4 in columns: destination (Default with a capital, networks with or without /n), gateway (0.0.0.0 is on the link
unless G is set), flags, a zero-padded count and a link name. H without U is a route that is down. IPv6, and IPv4 in the long format
of some releases, as records of labels: DestIP, Gw, Intf, Refcnt, Flgs, MTU. The console prints capitals, the short
format a message id (EZZ2350I) before each line.`,
  cues: [
    'Refcnt',
    'DestIP:',
    'Destinations',
    'NETSTAT',
    'EZAZCX',
    'LOOPBACK',
    'default ipv4',
    'word ipv4',
    'cidr4 ipv4',
    'ipv4 ipv4',
  ],
  fromCommand: /\bo?netstat\s+(?:-r|route?)|netstat,route?/i,
  detect,
  reader: (out: Output) => new ZosReader(out),
  startsRow: (row: Row, index: number) =>
    startsLabelled(row, index) ||
    (isDestinationLike(row, index) &&
      row.kind(index + 1) === 'ipv4' &&
      ZOS_FLAGS.test(row.cell(index + 2)) &&
      row.size(index + 3) > 5 &&
      row.uint(index + 3) >= 0 &&
      isLinkName(row, index + 4)),
  startsHeading: (row: Row, index: number) =>
    row.is(index, 'END') ||
    (row.is(index + 1, 'OF') && row.is(index + 3, 'RECORDS')) ||
    row.is(index, 'IPv4') ||
    row.is(index, 'IPv6') ||
    row.is(index, 'Destination'),
  headed: true,
  expects: EXPECTS,
} as const satisfies Format
