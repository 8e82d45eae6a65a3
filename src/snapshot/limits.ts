/** What is read at most, so that a snapshot cannot fill memory; each can be set. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileSize: number
  /** Bytes of a manifest: `host.json`, `routeprint.json`. */
  readonly manifestSize: number
  /** Files of a snapshot. */
  readonly files: number
  /** Folders below the given one. */
  readonly depth: number
  /** Bytes of an archive as it lies there. */
  readonly archiveSize: number
  /** Bytes that an archive holds, all its files together. */
  readonly unpackedSize: number
  /** How many times larger than itself an archive may become. */
  readonly ratio: number
}

const MiB = 1024 * 1024

/** The limits that hold where none are given. */
export const defaultLimits: Limits = {
  fileSize: 64 * MiB,
  manifestSize: MiB,
  files: 1_000_000,
  depth: 16,
  archiveSize: 512 * MiB,
  unpackedSize: 4096 * MiB,
  ratio: 500,
}
