import type { Neighbor } from '../../model/neighbor.js'
import type { Route } from '../../model/route.js'
import type { KnownCells } from '../../text/known-cells.js'
import type { Fields } from './fields.js'

/** A field that a cell alone decides. */
export type ColumnField = Exclude<keyof Route | keyof Neighbor, 'family' | 'span'>

/**
 * How a cell becomes the value of its field.
 *
 * - `ipv4`: an address; what the cell and the field have behind it (`/255.255.255.0` and `/24`) stays the same
 * - `ipv6`: an address in its shortest spelling, with or without a length, as the field has it; for a host see `ipv4`
 * - `network`: one to four octets and a length; octets that are not printed are zero
 * - `parens`: an address in parentheses
 * - `gateway`: an address, as the gateway of the row
 * - `gateway6`: an IPv6 address in its shortest spelling, which its column never cuts, as the gateway of the row
 * - `mac`: six octets, spelled as in the row before
 * - `macGateway`: the same, as the gateway of the row
 * - `host`: a name of a host in lower case, as it stands
 * - `number`: plain decimal digits; what the cell has behind them (`sec`) stays the same
 * - `name`: an interface such as `eth0`, as it stands; what has already stood in the column where it is any other
 * - `known`: what has already stood in the column, and means the same again
 */
export type ColumnForm =
  | 'gateway'
  | 'gateway6'
  | 'host'
  | 'ipv4'
  | 'ipv6'
  | 'known'
  | 'mac'
  | 'macGateway'
  | 'name'
  | 'network'
  | 'number'
  | 'parens'

/**
 * One cell that may differ from row to row without changing what the other cells mean.
 *
 * A row that is the same as one before in all cells but these is read without the format's reader.
 */
export interface Column {
  /** Index of the cell, or the word that stands before it. */
  readonly at: number | string
  readonly field: ColumnField
  readonly form: ColumnForm
}

/** What was made of a row, and where the column of a cell remembers others. */
export interface MadeOfCell {
  readonly column: Column
  readonly fields: Fields
  readonly known: KnownCells<unknown>
}
