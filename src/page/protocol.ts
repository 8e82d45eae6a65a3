import type { Level } from '../model/diagnostic.js'
import type { Remedy } from '../model/finding.js'
import type { Shell } from '../remedies/script.js'
import type { VerifyPlan } from '../remedies/verify-plan.js'
import type { Bar } from './bar.js'

/** A text that was pasted or dropped. */
export interface Paste {
  readonly name: string
  readonly text: string
}

/** Everything that a person has filled in, as it was typed. */
export interface Question {
  readonly pastes: readonly Paste[]
  readonly vips: string
  readonly role: string
  readonly platform: string
  readonly version: string
  readonly forwarding: string
  readonly servers: string
  readonly balancers: string
  /** System of the host that the verification is done from; empty: chosen. */
  readonly from: string
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
  readonly message: string
  readonly text: string
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
  readonly field: keyof Question
  readonly message: string
}

/** Everything that the page shows of one question, without the rows of the tables. */
export interface Answer {
  readonly faults: readonly Fault[]
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

export type ToWorker =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'rows'; readonly id: number; readonly query: RowQuery }

export type FromWorker =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'rows'; readonly id: number; readonly rows: Rows }
  | { readonly kind: 'failed'; readonly message: string }
