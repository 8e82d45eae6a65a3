import type { ArchiveReaders } from './archive/entry.js'
import { type Decoded, decode } from './decode.js'
import type { Limits } from './limits.js'
import type { Piece, SnapshotCapture } from './snapshot.js'
import type { TreeFile } from './tree.js'
import { reason, Unreadable } from './unreadable.js'

/** The state of reading one snapshot. */
export interface Reading {
  readonly limits: Limits
  readonly archives: ArchiveReaders
  readonly encoding?: string
  files: number
}

/** A capture to be read, and the command that it holds where its name or place says so. */
export interface Planned {
  readonly file: TreeFile
  readonly command?: string
}

/** A capture from decoded bytes, under the name that reports show. */
export function captureOf(file: string, decoded: Decoded, command?: string): SnapshotCapture {
  const { text, encoding, diagnostics } = decoded
  return { file, ...(command ? { command } : {}), text, encoding, diagnostics }
}

/** A capture, or the problem that it is. */
export async function readCapture(
  { file, command }: Planned,
  reading: Reading,
): Promise<SnapshotCapture | Piece> {
  try {
    countFile(reading)
    const { encoding } = reading
    const decoded = decode(await file.read(), encoding === undefined ? {} : { encoding })
    return captureOf(file.shown, decoded, command)
  } catch (error) {
    return problemPiece(file.shown, error)
  }
}

/** Counts a file against the limit; throws `Unreadable` beyond it. */
export function countFile(reading: Reading): void {
  if (++reading.files > reading.limits.files)
    throw new Unreadable(`beyond the limit of ${reading.limits.files} files`)
}

/** The piece that says why something was not read. */
export function problemPiece(path: string, error: unknown): Piece {
  return { kind: 'problem', problem: { path, message: reason(error) } }
}
