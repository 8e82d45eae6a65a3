import type { Diagnostic } from './diagnostic.js'
import type { Interface, InterfaceAddress } from './interface.js'
import type { Neighbor } from './neighbor.js'
import type { Platform } from './platform.js'
import type { PolicyRule, Setting } from './proof.js'
import type { Route } from './route.js'
import type { Span } from './span.js'

/** The record type of each kind of capture. */
export interface RecordOf {
  addresses: InterfaceAddress
  neighbors: Neighbor
  routes: Route
  rules: PolicyRule
  settings: Setting
}

/** What a command's output is about. */
export type Kind = keyof RecordOf

export type AnyRecord = RecordOf[Kind]

/** What a line turned out to be. */
export type LineRole = 'record' | 'heading' | 'blank' | 'outside' | 'unparsed'

/** How many lines took each role; `total` is the sum of the others. */
export interface LineAccount {
  readonly total: number
  readonly record: number
  readonly heading: number
  readonly blank: number
  readonly outside: number
  readonly unparsed: number
}

export interface ParseResult<R> {
  /** `null` where the text was not recognised. */
  readonly platform: Platform | null
  readonly format: string | null
  readonly records: readonly R[]
  /** Interfaces that the same text describes: Windows' Interface List, the heads of `ip addr`. */
  readonly interfaces?: readonly Interface[]
  readonly diagnostics: readonly Diagnostic[]
  readonly lines: LineAccount
}

/** The output of one command found in a text. */
export type Capture = {
  [K in Kind]: ParseResult<RecordOf[K]> & {
    readonly kind: K
    /** The command line that stood before the output, without its prompt. */
    readonly command?: string
    /** The host that a fleet tool's line prefix or a prompt names. */
    readonly host?: string
    /** From the first to the last line of the output. */
    readonly span: Span
  }
}[Kind]

/** Text in which no known output was found. */
export interface UnknownCapture extends ParseResult<never> {
  readonly kind: 'unknown'
  readonly command?: string
  readonly host?: string
  readonly span: Span
}
