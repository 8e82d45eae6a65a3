import type { Kind, LineAccount } from '../model/capture.js'
import type { Diagnostic, Level } from '../model/diagnostic.js'
import type { Finding, Remedy } from '../model/finding.js'
import type { Forwarding, Role } from '../model/host.js'
import type { Platform } from '../model/platform.js'
import type { Sighting } from '../model/sighting.js'
import type { Span } from '../model/span.js'

/** A diagnostic with its sentence. */
export type ReportedDiagnostic = Diagnostic & { readonly message: string }

/** What was read of one capture; its records stay out of reports. */
export interface ReportedCapture {
  readonly file?: string
  readonly command?: string
  readonly kind: Kind | 'unknown'
  readonly platform: Platform | null
  readonly format: string | null
  readonly span: Span
  readonly records: number
  readonly lines: LineAccount
  readonly diagnostics: readonly ReportedDiagnostic[]
}

/** The lines of a capture, for reports that show tables whole. */
export interface ReportedTable {
  readonly file?: string
  readonly command?: string
  readonly format: string | null
  /** Line of the file that the text begins on. */
  readonly line: number
  readonly text: string
}

/** A finding with what to do about it, best first. */
export type ReportedFinding = Finding & {
  readonly remedies: readonly Remedy[]
  /** How it stands to the report that was given as baseline; absent without one. */
  readonly drift?: 'new' | 'unchanged'
}

/** A finding that a waiver forgives. */
export interface ReportedWaiver extends Pick<ReportedFinding, 'drift'> {
  readonly finding: Finding
  readonly reason: string
}

/** A host as every report shows it. */
export interface ReportedHost {
  readonly name: string
  readonly platform: Platform | null
  readonly version?: string
  readonly role: Role
  readonly forwarding: Forwarding
  readonly captures: readonly ReportedCapture[]
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly ReportedFinding[]
  readonly waived: readonly ReportedWaiver[]
  readonly ran: readonly string[]
  readonly skipped: readonly { readonly rule: string; readonly needs: readonly string[] }[]
  /** What other hosts must agree with: shards are merged by it. */
  readonly sightings?: readonly Sighting[]
  /** Why the host cannot be called clean although nothing was found; empty where everything could be judged. */
  readonly unchecked: readonly string[]
  /** Only where a report that is drawn shows them: no document of data holds them. */
  readonly tables?: readonly ReportedTable[]
}

/** A piece that could not be read at all. */
export interface ReportedProblem {
  readonly path: string
  readonly message: string
}

/** What is counted over all hosts. */
export interface ReportSummary {
  readonly hosts: number
  /** Hosts without findings of which everything could be judged. */
  readonly clean: number
  readonly findings: Readonly<Record<Level, number>>
  readonly waived: number
  /** Hosts and pieces of which something could not be checked. */
  readonly unchecked: number
}

/** Everything that a report shows, in its order. */
export interface ReportModel {
  readonly hosts: readonly ReportedHost[]
  readonly problems: readonly ReportedProblem[]
  readonly summary: ReportSummary
  /** What changed against the report that was given as baseline; absent without one. */
  readonly drift?: Drift
}

/** What changed since a former report. */
export interface Drift {
  readonly new: number
  readonly unchanged: number
  /** Findings of the baseline that are there no more. */
  readonly gone: readonly GoneFinding[]
}

/** What is told of a finding that is gone. */
export interface GoneFinding
  extends Pick<Finding, 'fingerprint' | 'host' | 'level' | 'message' | 'rule' | 'vip'> {
  /** Its host was not there this time, or not fully judged: nothing proves that the fault is mended. */
  readonly unproven?: true
}
