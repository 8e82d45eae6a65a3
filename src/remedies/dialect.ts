import type { Host } from '../model/host.js'
import type { Neighbor } from '../model/neighbor.js'
import type { Platform } from '../model/platform.js'
import type { Route } from '../model/route.js'
import type { Prefix } from '../net/prefix.js'
import type { Built } from './command.js'

/** A row of a route table as a delete command needs it. */
export interface Target {
  readonly row: Route
  /** The row's network; where the table prints no mask, by the documented natural mask. */
  readonly prefix: Prefix
  readonly shape: 'default' | 'host' | 'network'
  /** Address in the gateway column. */
  readonly gateway?: string
  /** The cluster address the fault is about. */
  readonly vip?: string
  readonly adapter: Adapter
  /** The row was saved to outlive a reboot, or is a line of the saved list itself. */
  readonly saved: boolean
}

/** What is known of a Windows adapter besides its address. */
export interface Adapter {
  readonly index?: number
  readonly name?: string
}

/** A cluster address on an interface. */
export interface Alias {
  readonly vip: string
  readonly family: 4 | 6
  /** As printed; absent where the alias is yet to be made. */
  readonly interface?: string
  /** Length of the mask it has now, where known. */
  readonly prefixLength?: number
  readonly adapter: Adapter
  /** Gateway of the default route. */
  readonly gateway?: string
  readonly host: Host
}

/** Where an adapter is looked for. */
export interface AdapterQuery {
  /** Addresses that stand on it. */
  readonly addresses: readonly (string | undefined)[]
  readonly row?: Route
  /** The cluster address that the row is about. */
  readonly vip?: string
  /** It is known to be the loopback adapter. */
  readonly loopback: boolean
}

/** One way to do a thing. */
export interface Form {
  readonly built: Built
  readonly shell?: 'powershell'
}

/** One command of several that belong together. */
export interface Step {
  readonly title: string
  readonly built: Built
  readonly undo?: Built
  /** How long its effect lasts; absent for a command that changes nothing. */
  readonly lasts?: 'until-reboot' | 'persistent'
  readonly documented?: Built
  readonly note?: string
  /** The commands that do the same. */
  readonly instead?: readonly Form[]
}

/** An advice that no single command carries out. */
export interface Advice {
  readonly title: string
  readonly note?: string
  readonly documented?: Built
}

/** Which rows a delete command takes away. */
export type Selector = (row: Route) => boolean

/** An ARP or neighbour entry for the cluster address. */
export interface Entry {
  readonly address: string
  readonly family: 4 | 6
  readonly interface?: string
  readonly mac?: string | null
  readonly row?: Neighbor
  readonly adapter: Adapter
}

/** What one system's commands look like. */
export interface Commands {
  readonly shell: 'cmd' | 'sh'
  readonly rights: string
  /** Ways to delete a row, from the one to prefer to the more exact or unusual. */
  readonly deleteForms: (target: Target) => readonly Form[]
  /** Index and name of the adapter, on systems whose commands want them. */
  readonly adapter?: (query: AdapterQuery) => Adapter
  /** What the system's own command would match, read from its words; undefined where the words are none of its. */
  readonly reads: (argv: readonly string[], target: Target) => Selector | undefined
  /** Puts a deleted row back. */
  readonly restore: (target: Target) => Built
  /** The form that IBM's documentation prints for this system. */
  readonly documented?: (target: Target) => Built
  /** Why this system keeps the row whatever is typed, and what to do. */
  readonly keeps?: (target: Target) => Advice | undefined
  /** Takes the cluster address off its interface. */
  readonly unalias: (alias: Alias) => Step
  /** Puts the cluster address on the loopback with a host mask. */
  readonly alias: (alias: Alias) => readonly Step[]
  /** What to write where, so that the mask outlives a reboot. */
  readonly atBoot: Advice
  /** Forgets a learned or static entry. */
  readonly forget: (entry: Entry) => readonly Form[]
  /** Takes a published entry away. */
  readonly unpublish: (entry: Entry) => readonly Form[]
  readonly publish: (entry: Entry) => Built
  /** Makes a static entry. */
  readonly pin: (entry: Entry) => readonly Form[]
  readonly show: (family: 4 | 6) => Built
  readonly ping: (address: string) => Built
  /** Prints the routes with everything that a judgement needs. */
  readonly capture: () => Built
  /** Keeps the host from answering, or announcing, a loopback's address by ARP. */
  readonly silence?: (setting: string, value: number, before?: string) => Step
  /** Shows every machine that answers for an address. */
  readonly whoAnswers?: (entry: Entry) => Built
}

/** A system and its commands; they may depend on the version and on what the captures show. */
export interface Dialect {
  readonly platform: Platform
  readonly commands: (host: Host) => Commands
}
