import type { Platform } from '../../model/platform.js'
import type { FlagTable } from '../flags/table.js'

/** How the route tables of one system differ from those of its relatives. */
export interface Dialect {
  readonly platform: Platform
  readonly flags: FlagTable
  /** Networks always carry their length, so one without it is doubtful: OpenBSD, NetBSD. */
  readonly printsLengths: boolean
  /** Four octets in a row without H may be a network: FreeBSD up to 10 without -n. */
  readonly dropsClassMasks: boolean
  /** Two numbers before the interface mean different things in different releases: FreeBSD's -W. */
  readonly hasWidePairs: boolean
  /** Link-local hosts are printed with their zone: all but NetBSD. */
  readonly printsZones: boolean
}
