import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import { formatIPv4, readOctets } from '../../net/ipv4.js'
import type { Row } from '../../text/row.js'
import { type Destination, defaultDestination, destinationAt, ipv4At } from '../cells.js'
import type { Output } from '../output.js'
import { isDefault, isNameLike } from './cells.js'

/** A destination whose mask the table may not print. */
export type BareDestination = Destination & { readonly maskUnknown?: true; readonly name?: true }

/**
 * The destination of a table that prints no masks for IPv4 (Solaris, HP-UX without -v): a host row is /32, `default`
 * is /0, and of every other row the mask is not known. IPv6 networks carry their length there.
 */
export function bareDestination(
  row: Row,
  index: number,
  known: { readonly host: boolean; readonly family: 4 | 6 },
): BareDestination | undefined {
  const kind = row.kind(index)
  if (kind === 'ipv4') {
    if (known.host) return destinationAt(row, index)
    const value = ipv4At(row, index)
    return value < 0 ? undefined : { family: 4, destination: row.flat(index), maskUnknown: true }
  }
  if (kind === 'word')
    return isDefault(row, index) ? defaultDestination(known.family) : nameAt(row, index, known)
  return kind === 'short4' ? cutNetwork(row, index) : destinationAt(row, index)
}

function nameAt(
  row: Row,
  index: number,
  { family, host }: { readonly family: 4 | 6; readonly host: boolean },
): BareDestination | undefined {
  if (!isNameLike(row, index)) return undefined
  const destination = row.flat(index)
  return host
    ? { family, destination, name: true }
    : { family, destination, maskUnknown: true, name: true }
}

/** A network without its zero octets, as old tools print where no name is known: `15.13.136`. */
function cutNetwork(row: Row, index: number): BareDestination | undefined {
  const value = readOctets(row.cell(index))
  return value < 0 ? undefined : { family: 4, destination: formatIPv4(value), maskUnknown: true }
}

/** Sets what is special about a destination, and says where it is a name. */
export function noteDestination(out: Output, route: Open<Route>, network: BareDestination): void {
  if (network.zone !== undefined) route.zone = network.zone
  if (network.maskUnknown) route.maskUnknown = true
  if (network.name) {
    const span = out.span(0, 1)
    out.diagnose('name-for-address', { text: network.destination, column: 'the destination' }, span)
  }
}
