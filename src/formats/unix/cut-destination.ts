import type { Row } from '../../text/row.js'
import { type Destination, defaultDestination, destinationAt, shortNetworkAt } from '../cells.js'
import { isDefault, isNameLike } from './cells.js'

/** A destination, or a name in its place where -n was not given. */
export type CutDestination = Destination & { readonly name?: true; readonly maskUnknown?: true }

/**
 * The destination of the systems that cut the zero octets at a network's end and always print its length (AIX, Tru64,
 * OpenVMS): `10.0.7/24`, `127/8`. Four octets without a slash are a host.
 */
export function cutDestination(
  row: Row,
  index: number,
  known: { readonly family: 4 | 6; readonly host: boolean },
): CutDestination | undefined {
  const kind = row.kind(index)
  if (kind === 'short4') return shortNetworkAt(row, index)
  if (kind !== 'word') return destinationAt(row, index)
  if (isDefault(row, index)) return defaultDestination(known.family)
  if (!isNameLike(row, index)) return undefined
  const { family, host } = known
  const destination = row.flat(index)
  return host
    ? { family, destination, name: true }
    : { family, destination, name: true, maskUnknown: true }
}
