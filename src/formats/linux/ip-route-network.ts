import { readLength } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import { destinationAt } from '../cells.js'

/** A destination of which the text tells the family, or, where `family` is 0, only the length: `default`, `0/1`. */
export interface Network {
  readonly family: 0 | 4 | 6
  readonly destination: string
}

/** Any network of IPv4: all that must be known of it once it stands in its route. */
export const NETWORK_4: Network = { family: 4, destination: '' }
const DEFAULT: Network = { family: 0, destination: '/0' }

const ZERO = 48

/** Without a length a destination is a host; `default` and `0/1` do not tell their family. */
export function readNetwork(row: Row, index: number): Network | undefined {
  if (row.is(index, 'default')) return DEFAULT
  if (row.kind(index) !== 'short4') return destinationAt(row, index)
  const text = row.flat(index)
  return row.code(index) === ZERO && readLength(text.slice(2), 128) >= 0 && text.startsWith('0/')
    ? { family: 0, destination: text.slice(1) }
    : undefined
}
