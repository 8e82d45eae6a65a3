import type { Gateway } from '../../model/route.js'
import type { CellMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { FlagsColumn } from '../flags/index.js'
import type { Output } from '../output.js'
import { type GatewayColumn, isGatewayLike } from '../unix/cells.js'

/** What the rows of a section have in common. */
export interface SolarisSection {
  family: 4 | 6
  /** The heading has Rtt, which Solaris 8 to 10 print with -v; undefined where no heading was seen. */
  hasRtt: boolean | undefined
}

/** The columns that both layouts share. */
export interface SolarisColumns {
  readonly out: Output
  readonly flags: FlagsColumn
  readonly gateways: GatewayColumn
  readonly words: CellMemo<string>
  readonly section: SolarisSection
}

/** The gateway of a row that has none. */
export const NO_GATEWAY: Gateway = { kind: 'none' }
const HYPHEN = 45

/** A zero gateway is printed as `--`. */
export function isNoGateway(row: Row, index: number): boolean {
  return row.size(index) === 2 && row.code(index) === HYPHEN && row.code(index, 1) === HYPHEN
}

/** True for what may stand as a gateway: an address, `--`, or a name where -n was not given. */
export function isNextHop(row: Row, index: number): boolean {
  return row.kind(index) === 'word' || isGatewayLike(row, index)
}

/** `default` is of the family of its gateway; the section's title decides only where that is a name. */
export function familyOf(row: Row, gateway: number, section: 4 | 6): 4 | 6 {
  const kind = row.kind(gateway)
  return kind === 'ipv6' ? 6 : kind === 'ipv4' ? 4 : section
}

/** A row is a host exactly when H is set, or C, which stands in its place for a clone. */
export function isHostRow(flags: string): boolean {
  return flags.includes('H') || flags.includes('C')
}
