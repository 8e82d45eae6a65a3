import type { Network } from './destination.js'
import type { GatewayCell } from './gateway.js'
import type { Layout } from './layout.js'

/** What the cells of a row say, before it is kept. */
export interface RowCells {
  readonly network: Network
  readonly cell: GatewayCell
  readonly name: string | undefined
  readonly layout: Layout
  readonly at: number
  readonly device: number
}
