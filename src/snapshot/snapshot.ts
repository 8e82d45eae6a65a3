import type { Diagnostic } from '../model/diagnostic.js'
import type { CaptureInput, HostFacts } from '../model/host.js'

/** One capture of a snapshot, with what decoding it had to say. */
export interface SnapshotCapture extends CaptureInput {
  /** Path below the snapshot with `/`, as reports show it. */
  readonly file: string
  readonly encoding: string
  readonly diagnostics: readonly Diagnostic[]
}

/** A host of a snapshot: what is known of it and its captures, in order of their names. */
export interface SnapshotHost {
  readonly facts: HostFacts
  readonly captures: readonly SnapshotCapture[]
}

/** A piece that could not be read, and why, in one sentence without a full stop. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** Hosts and problems in order of their names. */
export interface Snapshot {
  readonly hosts: readonly SnapshotHost[]
  readonly problems: readonly Problem[]
}

/** One thing that is met while a snapshot is read. */
export type Piece =
  | { readonly kind: 'host'; readonly host: SnapshotHost }
  | { readonly kind: 'problem'; readonly problem: Problem }
