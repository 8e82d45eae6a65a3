import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import type { Row } from '../../text/row.js'
import { type Destination, defaultDestination, destinationAt, ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { GatewayColumn } from '../unix/cells.js'

/** A active, D dynamic, P permanent; N network, H host. */
const TYPE = /^[ADP]{1,2}[NH]$/

function detect(sample: Sample): Verdict | undefined {
  const heading = sample.heading('Type', 'Destination', 'Gateway') !== undefined
  const rows = sample.count(
    (line) =>
      TYPE.test(line.cells[0] ?? '') &&
      (line.kind(1) === 'ipv4' || line.kind(1) === 'cidr4') &&
      line.cells.length === 3,
  )
  if (rows === 0) return undefined
  return {
    score: heading ? 0.9 : 0.6,
    reasons: ['rows are a type of two letters and two addresses'],
  }
}

class ShowRouteReader implements Reader {
  private readonly out: Output
  private readonly gateways: GatewayColumn
  private permanent = false

  constructor(out: Output) {
    this.out = out
    this.gateways = new GatewayColumn(out)
  }

  /**
   * ```
   * AN             192.0.2.0/24                          192.0.2.10
   * ^^ active, network
   * ```
   */
  read(row: Row): Reading {
    if (row.count === 1 && (row.is(0, 'DYNAMIC') || row.is(0, 'PERMANENT'))) {
      this.permanent = row.is(0, 'PERMANENT')
      return 'heading'
    }
    if (row.is(0, 'Type') && row.count < 5) return 'heading'
    if (row.count !== 3 || !TYPE.test(row.cell(0)) || ipv4At(row, 2) < 0) return undefined
    const network = destinationOf(row)
    if (network === undefined) return undefined
    const { out } = this
    const route: Open<Route> = {
      family: 4,
      destination: network.destination,
      gateway: this.gateways.at(row, 2),
      type: row.flat(0),
      span: out.span(),
    }
    if (network.maskUnknown) route.maskUnknown = true
    if (this.permanent) route.persistent = true
    out.add(route)
    return 'record'
  }
}

/** A network without a length has a mask that is not printed; 0.0.0.0 is the default route. */
function destinationOf(row: Row): (Destination & { readonly maskUnknown?: true }) | undefined {
  if (row.kind(1) !== 'ipv4' || row.cell(0).endsWith('H')) return destinationAt(row, 1)
  const value = ipv4At(row, 1)
  if (value === 0) return defaultDestination(4)
  return value < 0 ? undefined : { family: 4, destination: row.flat(1), maskUnknown: true }
}

/** `TCPIP SHOW ROUTE` of TCP/IP Services for OpenVMS. */
export const openvmsShowRoute = {
  id: 'openvms-show-route',
  kind: 'routes',
  platform: 'openvms',
  title: 'TCPIP SHOW ROUTE of OpenVMS',
  commands: ['tcpip show route', 'tcpip show route /permanent'],
  about: `A title (DYNAMIC or PERMANENT), a heading and rows of a type (A active, D dynamic, P permanent; N network, H host),
destination and gateway. No interface and no flags are printed.`,
  cues: ['Type', 'AN', 'AH', 'DN', 'DH', 'PN', 'PH'],
  fromCommand: /tcpip\s+show\s+route/i,
  detect,
  reader: (out: Output) => new ShowRouteReader(out),
  startsRow: (row: Row, index: number) =>
    TYPE.test(row.cell(index)) &&
    (row.kind(index + 1) === 'ipv4' || row.kind(index + 1) === 'cidr4') &&
    row.kind(index + 2) === 'ipv4',
  startsHeading: (row: Row, index: number) => row.is(index, 'Type') || row.is(index, 'PERMANENT'),
  headed: true,
  expects: 'a type, a destination and a gateway',
} as const satisfies Format
