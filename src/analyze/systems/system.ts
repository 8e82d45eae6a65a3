import type { Host } from '../../model/host.js'
import type { InterfaceAddress } from '../../model/interface.js'
import type { Neighbor } from '../../model/neighbor.js'
import type { Platform } from '../../model/platform.js'
import type { Route } from '../../model/route.js'
import type { InterfaceClass, Interfaces, Known, RouteFact, RowKind, Vip } from '../facts.js'
import type { View } from '../view.js'

/** Why a network row counts as made by a cluster address. */
export interface Owner {
  readonly vip: Vip
  /** Nothing proves that the adapter is a loopback. */
  readonly unproven?: true
}

/** What a neighbour row says, beyond its letters. */
export interface NeighborMeaning {
  readonly state: 'dynamic' | 'incomplete' | 'other' | 'own' | 'static'
  /** The host answers for the address on the wire. */
  readonly published: boolean
}

/** Which of several rows with one prefix carries the packets. */
export interface Ties {
  /** The lowest wins. */
  readonly rank: (route: Route) => number
  /** Rows of equal rank: the first listed wins, or nothing says which. */
  readonly equal: 'first' | 'undecided'
}

/** What the analyzer knows of an operating system. A system is one file and one line in the list. */
export interface System {
  readonly platforms: readonly Platform[]
  readonly interfaces: (known: Known) => Interfaces
  /** Name of the table that a row stands in. */
  readonly table: (route: Route) => string
  /** What a row is for, where its flags or type say so. */
  readonly special: (route: Route) => RowKind | undefined
  readonly nextHop: (route: Route) => string | undefined
  /** The cluster address whose alias made a network row that holds it; undefined where none did. */
  readonly owner: (row: RouteFact, view: View) => Owner | undefined
  /**
   * On what kind of interface a row shows the address to be configured; undefined where it shows nothing. Asked only where
   * the address is the row's destination, gateway or source, or lies where the row accepts every address.
   */
  readonly holds: (row: RouteFact, vip: Vip, view: View) => InterfaceClass | undefined
  /** True for a row that shows every address inside of its prefix. */
  readonly accepts?: (row: RouteFact) => boolean
  /** The id of the interface that `holds` speaks of, where it is not the row's own. */
  readonly holder?: (row: RouteFact, view: View) => string
  readonly neighbor: (neighbor: Neighbor, host: Host) => NeighborMeaning
  /** Whether an address that is in none of the route tables is certainly not configured. */
  readonly provesAbsence: (view: View, family: 4 | 6) => boolean
  /** Whether the mask of an address on a loopback makes a network row. */
  readonly maskMakesRoute: (address: InterfaceAddress) => boolean
  /** Whether the system lets go of a network row that an address made. */
  readonly deletable: (view: View) => boolean
  readonly ties: Ties
  /** Commands whose output would show what these captures cannot. */
  readonly missing: (view: View) => readonly Missing[]
  /** Rows that stand for one route with several next hops, so that they do not compete. */
  readonly isNextHop?: (text: string) => boolean
  /** Tables in the order in which they are asked, for systems that have several. */
  readonly tableOrder?: readonly string[]
}

export interface Missing {
  /** The cluster address that cannot be judged; absent where it concerns the table. */
  readonly vip?: Vip
  /** What cannot be known, as the object of a sentence: `whether lo has a network row`. */
  readonly unknown: string
  readonly commands: readonly string[]
}
