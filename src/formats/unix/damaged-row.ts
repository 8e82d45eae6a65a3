import type { Row } from '../../text/row.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'
import { isDestinationLike, isGatewayLike } from './cells.js'

/** A line of more cells holds several rows; the shared code takes it apart. */
const MOST_CELLS = 10

/**
 * Says that a row of the table is damaged: it begins like one and cannot be read. Without this the row would be tried as
 * the beginning of another system's table, whose rows may have one column fewer.
 */
export function sayDamaged(out: Output, row: Row, expected: string): Reading {
  if (row.count > MOST_CELLS || row.count !== row.total) return undefined
  if (!isDestinationLike(row, 0) || !(isGatewayLike(row, 1) || isGatewayLike(row, 2)))
    return undefined
  out.diagnose('unparsed-line', { text: row.excerpt(), expected })
  return 'unparsed'
}
