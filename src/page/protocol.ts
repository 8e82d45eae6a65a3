import type { Level } from '../model/diagnostic.js'
import type { Remedy } from '../model/finding.js'
import type { Shell } from '../remedies/script.js'
import type { VerifyPlan } from '../remedies/verify-plan.js'
import type { Bar } from './bar.js'

/** A text that was pasted or dropped. */
export interface Paste {
  readonly name: string
  readonly text: string
  /** Key of its host; empty where nothing names it. */
  readonly host: string
  /** The command that the name of its file says. */
  readonly command?: string
  /** The bytes that it was read from, where they can be read in another way. */
  readonly source?: Source
}

/** Bytes of a file, and the encoding that they were read with. */
export interface Source {
  readonly encoding: string
  readonly bytes: Uint8Array
  /** Nothing in the bytes told the encoding. */
  readonly isGuess: boolean
}

/** What a person says of one host, as it was typed. */
export interface HostFields {
  readonly role: string
  readonly platform: string
  readonly version: string
  readonly forwarding: string
  readonly acceptsBy: string
  readonly step: string
  readonly loopbacks: string
  readonly wpar: string
}

/** What is typed about the cluster and the verification, whatever the host. */
export interface ClusterFields {
  readonly vips: string
  readonly servers: string
  readonly balancers: string
  /** System of the host that the verification is done from; empty: chosen. */
  readonly from: string
}

/** Everything that a person has filled in. */
export interface Question extends ClusterFields {
  readonly pastes: readonly Paste[]
  /** By key of the host; what is not there is as in an empty form. */
  readonly hosts: Readonly<Record<string, Partial<HostFields>>>
  /** Key of the host that is looked at; empty: the worst. */
  readonly shown: string
}

/** What was found of one command's output. */
export interface CaptureView {
  readonly title: string
  readonly name: string
  readonly platform: string | null
  readonly format: string | null
  /** What the format is, or that it is none. */
  readonly about: string
  readonly columns: readonly string[]
  /** Characters that the cells of each column need. */
  readonly widths: readonly number[]
  readonly rows: number
  /** Rows that a finding is about or rests on. */
  readonly marked: number
  readonly lines: string
  readonly unread: readonly UnreadView[]
  /** Diagnostics that are only counted. */
  readonly moreUnread: number
}

/** A diagnostic with the line it is about. */
export interface UnreadView {
  readonly level: Level
  readonly code: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly text: string
  readonly carets: string
}

export interface PlaceView {
  readonly where: string
  readonly row: string
  readonly carets: string
  readonly note?: string
}

export interface FindingView {
  readonly level: Level
  readonly rule: string
  readonly certainty: string
  readonly message: string
  readonly places: readonly PlaceView[]
  /** Facts of a word and a sentence. */
  readonly notes: readonly (readonly [string, string])[]
  readonly bar?: Bar
  readonly remedies: readonly Remedy[]
  readonly docs: string
  readonly candidates: readonly string[]
}

export interface ScriptView {
  readonly shell: Shell
  readonly run: string
  readonly undo: string
}

/** Why a field of the form was not taken. */
export interface Fault {
  readonly field: keyof HostFields | keyof ClusterFields
  readonly message: string
}

/** One of several hosts, as the switch between them shows it. */
export interface HostBrief {
  readonly key: string
  readonly name: string
  readonly platform: string | null
  readonly state: Level | 'unchecked' | 'clean'
  /** What was found, in a few words. */
  readonly summary: string
}

/** Everything that the page shows of one question, without the rows of the tables. */
export interface Answer {
  readonly faults: readonly Fault[]
  readonly hosts: readonly HostBrief[]
  /** What all hosts together came to. */
  readonly total: string
  /** Key of the host that the rest is about. */
  readonly shown: string
  /** Systems that its captures are of; several speak against one host. */
  readonly systems: readonly string[]
  readonly platform: string | null
  readonly summary: string
  readonly captures: readonly CaptureView[]
  readonly findings: readonly FindingView[]
  readonly script: ScriptView | null
  readonly unchecked: readonly string[]
  readonly skipped: readonly { readonly rule: string; readonly needs: readonly string[] }[]
  readonly ran: number
  readonly plans: readonly VerifyPlan[]
  /** System that the plans are for. */
  readonly from: string
}

/** Which rows of a capture are wanted. */
export interface RowQuery {
  readonly capture: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly flagged: boolean
}

/** Why a row is marked. */
export interface Mark {
  readonly level: Level | 'witness'
  /** The rule, or what a witness shows. */
  readonly short: string
  readonly text: string
}

export interface RowView {
  readonly line: number
  readonly cells: readonly string[]
  readonly marks: readonly Mark[]
}

export interface Rows {
  /** Rows that fit the filter. */
  readonly total: number
  readonly start: number
  readonly rows: readonly RowView[]
}

/** A file to be read, with its place below the folder that was given. */
export interface GivenFile {
  readonly path: string
  readonly file: Blob
}

/** What was in files, folders and archives. */
export interface ReadFiles {
  readonly pastes: readonly Paste[]
  /** What could not be read, and why. */
  readonly problems: readonly string[]
  readonly hosts: Question['hosts']
  /** What a configuration file among them says of the cluster. */
  readonly cluster: Partial<ClusterFields>
}

export type ToWorker =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'rows'; readonly id: number; readonly query: RowQuery }
  | { readonly kind: 'read'; readonly files: readonly GivenFile[] }
  | { readonly kind: 'again'; readonly bytes: Uint8Array; readonly encoding: string }

export type FromWorker =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: Rows }
  | { readonly kind: 'read'; readonly read: ReadFiles }
  | { readonly kind: 'again'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string }
