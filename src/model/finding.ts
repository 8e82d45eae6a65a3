import type { Level } from './diagnostic.js'
import type { Host } from './host.js'
import type { InterfaceAddress } from './interface.js'
import type { Neighbor } from './neighbor.js'
import type { Setting } from './proof.js'
import type { Route } from './route.js'
import type { Sighting } from './sighting.js'
import type { Span } from './span.js'

/** A place in a capture that a finding rests on. */
export interface Place {
  readonly file?: string
  readonly span: Span
  /** The row as printed, trailing blanks cut. */
  readonly text: string
  /** What the place shows, where it is not the row itself: `the twin on eth0`, `proves the alias`. */
  readonly note?: string
}

/** How an extra prefix lies to the networks that the host is really connected to. */
export type LanOverlap = 'wider-than-lan' | 'same-as-lan' | 'inside-lan' | 'off-lan'

/** Why a level was lowered. */
export type Because =
  | 'loses-on-metric'
  | 'adapter-not-proven'
  | 'not-deletable'
  | 'mask-makes-no-route'
  | 'metrics-differ'

/** What a row takes away: the prefixes that it wins, each with the route that would carry them otherwise. */
export interface Stolen {
  /** Addresses taken in all, as a decimal number (IPv6 counts exceed what a number holds). */
  readonly addresses: string
  /** In order; of very many, the first. */
  readonly parts: readonly StolenPart[]
  /** How many parts are not listed; absent where all are. */
  readonly partsLeftOut?: number
  /** One sentence: `9.0.0.0/8 except 9.67.128.0/21: 16,775,168 addresses that the default route via 9.67.128.1 would carry`. */
  readonly summary: string
}

export interface StolenPart {
  /** Canonical CIDR. */
  readonly prefix: string
  /** The more specific routes inside it that are not taken; of very many, the first. */
  readonly except: readonly string[]
  /** How many exceptions are not listed; absent where all are. */
  readonly exceptLeftOut?: number
  readonly addresses: string
  /** The route that would carry them; absent where none would. */
  readonly from?: Route
}

/** One fault, or one thing worth knowing, about a host. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  /** How sure: `certain` where the captures prove it. */
  readonly certainty: 'certain' | 'likely'
  readonly host: string
  /** All hosts that it is about, where it takes several to see it. */
  readonly hosts?: readonly string[]
  /** The cluster address it is about. */
  readonly vip?: string
  /** One sentence, present tense, no full stop, concrete values. */
  readonly message: string
  /** The row it is about first, then its witnesses; empty where the fault is an absence. */
  readonly at: readonly Place[]
  /** Other captures of the host that show the same fact. */
  readonly alsoSeenIn?: readonly string[]
  readonly route?: Route
  readonly neighbor?: Neighbor
  readonly address?: InterfaceAddress
  readonly setting?: Setting
  readonly deletable?: boolean
  readonly lanOverlap?: LanOverlap
  readonly maskInferred?: true
  readonly because?: Because
  readonly stolen?: Stolen
  /** Hardware addresses seen for the cluster address. */
  readonly macs?: readonly string[]
  /** The server whose hardware address answers. */
  readonly server?: string
  /** The host has policy rules beside the three of the kernel, so table local wins over everything. */
  readonly policyRules?: true
  /** Addresses that may be cluster addresses, where none were given. */
  readonly candidates?: readonly string[]
  /** What to capture so that the question can be answered. */
  readonly missing?: readonly string[]
  /** The same for the same fault, whatever the order of rows, the file or the line. */
  readonly fingerprint: string
}

/** A mistake that a policy forgives. */
export interface Waiver {
  readonly rule: string
  /** Host name or pattern with `*`. */
  readonly host?: string
  readonly vip?: string
  readonly reason: string
  /** Last day on which it holds, as YYYY-MM-DD. */
  readonly until?: string
}

/** A machine whose address, and perhaps hardware address, is known. */
export interface Machine {
  readonly address: string
  readonly mac?: string
  readonly name?: string
}

/** What the hosts are held against. */
export interface Policy {
  /** Cluster addresses; strict addresses without a length. */
  readonly vips: readonly string[]
  /** The servers that have a cluster address, by patterns of their names; it is every server's where none are named. */
  readonly backends?: readonly { readonly vip: string; readonly servers: readonly string[] }[]
  readonly inventory?: {
    readonly servers?: readonly Machine[]
    readonly balancers?: readonly Machine[]
  }
  readonly rules?: Readonly<Record<string, Level | 'off'>>
  readonly waivers?: readonly Waiver[]
  /** Day on which waivers are judged, as YYYY-MM-DD; without it no waiver runs out. */
  readonly today?: string
}

/** What the analyzer says of one host. */
export interface Analysis {
  readonly host: Host
  readonly findings: readonly Finding[]
  /** Findings that a waiver forgives, with its reason. */
  readonly waived: readonly { readonly finding: Finding; readonly reason: string }[]
  /** Rules that had what they need. */
  readonly ran: readonly string[]
  /** Rules that could not be judged, and what they lack: these have not passed. */
  readonly skipped: readonly { readonly rule: string; readonly needs: readonly string[] }[]
  /** What other hosts must agree with; rules about several hosts rest on it. */
  readonly sightings: readonly Sighting[]
}

/** What to do about a finding. */
export interface Remedy {
  readonly kind: 'command' | 'advice'
  /** One imperative sentence without a full stop. */
  readonly title: string
  readonly command?: string
  readonly argv?: readonly string[]
  readonly shell?: 'cmd' | 'powershell' | 'sh'
  /** The command that takes it back; `null` where nothing does. */
  readonly undo?: string | null
  readonly lasts?: 'until-reboot' | 'persistent'
  /** Who may run it: `root`, `Administrators`. */
  readonly rights?: string
  /** The form that the vendor's documentation prints, where it differs or is not advisable. */
  readonly documented?: string
  readonly safety: 'safe' | 'review'
  /** It does what the command before it does, in other words: one of them is enough. */
  readonly instead?: true
  /** Why no command is offered, or what to look at before running it. */
  readonly note?: string
}
