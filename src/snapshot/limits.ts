/** What is read at most, so that a snapshot cannot fill memory; each can be set. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileSize: number
  /** Files of a snapshot. */
  readonly files: number
  /** Folders below the given one. */
  readonly depth: number
}

/** The limits that hold where none are given. */
export const defaultLimits: Limits = { fileSize: 64 * 1024 * 1024, files: 1_000_000, depth: 16 }
