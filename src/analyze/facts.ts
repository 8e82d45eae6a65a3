import type { Host, HostCapture } from '../model/host.js'
import type { Interface, InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import type { Route } from '../model/route.js'
import type { Prefix } from '../net/prefix.js'

/** A record and the capture that it was read from. */
export interface Seen<R> {
  readonly record: R
  readonly capture: HostCapture
}

/** A cluster address in its canonical text and as a network of one host. */
export interface Vip {
  readonly text: string
  readonly family: 4 | 6
  readonly prefix: Prefix
}

/** Whether packets that leave by an interface reach a network: only those of a `wire` do. */
export type InterfaceClass = 'loopback' | 'address-holder' | 'wire' | 'unknown'

/** What a row of a route table is for. */
export type RowKind =
  | 'broadcast'
  | 'default'
  | 'host'
  /** A cloned row that carries a hardware address: an ARP entry in a route table. */
  | 'neighbor'
  | 'network'
  /** Loopback network, link-local, multicast, limited broadcast. */
  | 'reserved'
  | 'reject'
  | 'unreadable'

/** A row of a route table with all that the system's rules make of it. */
export interface RouteFact {
  /** As read, completed with the mask and the table where the system's own rules give them. */
  readonly route: Route
  /** The record itself, as the reader made it. */
  readonly record: Route
  readonly capture: HostCapture
  readonly kind: RowKind
  readonly prefix?: Prefix
  readonly maskInferred?: true
  /** Address of the machine that packets are handed to; absent where they leave the interface as they are. */
  readonly nextHop?: string
  /** The same for one interface, however tools print it; empty where the row names none. */
  readonly interfaceId: string
  readonly interfaceClass: InterfaceClass
  readonly table: string
}

/** A place that shows that the host has a cluster address, and on what kind of interface. */
export interface Presence {
  readonly where: InterfaceClass
  readonly interfaceId: string
  readonly capture: HostCapture
  readonly route?: RouteFact
  readonly address?: InterfaceAddress
  readonly neighbor?: Neighbor
}

/** What is known of a host before the rows of its tables are judged. */
export interface Known {
  readonly host: Host
  readonly vips: readonly Vip[]
  readonly isVip: (address: string) => boolean
  readonly addresses: readonly Seen<InterfaceAddress>[]
  readonly interfaces: readonly Interface[]
  readonly neighbors: readonly Seen<Neighbor>[]
  /** The rows that can matter: all but those through a gateway to where no cluster address is. */
  readonly rows: readonly Seen<Route>[]
  /** Interfaces, as printed, by which some row reaches a gateway. */
  readonly gatewayInterfaces: ReadonlySet<string>
}

/** The interfaces of a host, by whatever name a row gives. */
export interface Interfaces {
  readonly id: (name: string | undefined) => string
  readonly classOf: (name: string | undefined) => InterfaceClass
  /** The id and the class of the interface of a listed address. */
  readonly idOfListed: (address: InterfaceAddress) => string
  readonly classOfListed: (address: InterfaceAddress) => InterfaceClass
}
