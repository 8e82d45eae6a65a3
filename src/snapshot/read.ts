import { stat } from 'node:fs/promises'
import { basename, isAbsolute, relative, resolve } from 'node:path'
import { isArchive, isArchiveName } from './archive/kind.js'
import { tarReader } from './archive/tar.js'
import { zipReader } from './archive/zip.js'
import { commandOfName, stem } from './command-name.js'
import { type DecodeOptions, decode } from './decode.js'
import { diskFolder, type Location } from './disk.js'
import { defaultLimits, type Limits } from './limits.js'
import { readPlainFile } from './plain-file.js'
import { captureOf, countFile, problemPiece, type Reading } from './reading.js'
import type { Piece, Problem, Snapshot, SnapshotHost } from './snapshot.js'
import { walk, walkBytes } from './walk.js'

/** How a snapshot is read. */
export interface SnapshotOptions extends DecodeOptions {
  /** Folder that relative paths start from; the current one where it is not given. */
  readonly cwd?: string
  readonly limits?: Partial<Limits>
}

/**
 * Reads a capture, an archive, the folder of a host, a folder with a folder or a transcript a host, or a tree that is
 * known by a marker, all into memory; `streamSnapshot` gives one host at a time.
 *
 * What cannot be read is listed as a problem; the rest is read all the same.
 */
export async function readSnapshot(path: string, options: SnapshotOptions = {}): Promise<Snapshot> {
  const hosts: SnapshotHost[] = []
  const problems: Problem[] = []
  for await (const piece of streamSnapshot(path, options))
    if (piece.kind === 'host') hosts.push(piece.host)
    else problems.push(piece.problem)
  return { hosts, problems }
}

/** The same as `readSnapshot`, with one host in memory at a time. */
export async function* streamSnapshot(
  path: string,
  options: SnapshotOptions = {},
): AsyncGenerator<Piece> {
  if (typeof path !== 'string') throw new TypeError(`expected a path, got ${typeof path}`)
  const { cwd = '.', encoding } = options
  const limits = { ...defaultLimits, ...options.limits }
  const archives = { tar: tarReader, zip: zipReader }
  const given = encoding === undefined ? {} : { encoding }
  const reading: Reading = { limits, archives, files: 0, ...given }
  const root = rootOf(path, cwd)
  try {
    const status = await stat(root.path)
    if (status.isDirectory())
      yield* walk(await diskFolder(root, limits), { depth: 0, inArchive: false }, reading)
    else yield* single(root, reading)
  } catch (error) {
    yield problemPiece(root.shown, error)
  }
}

function rootOf(path: string, cwd: string): Location {
  const full = resolve(cwd, path)
  return { path: Buffer.from(full), name: basename(full), shown: shownPath(path, cwd) }
}

/** No report shows where on the machine a snapshot lies: an absolute path is cut to what tells the pieces apart. */
function shownPath(path: string, cwd: string): string {
  if (!isAbsolute(path)) return slashes(path)
  const inside = relative(cwd, path)
  const outside = inside.startsWith('..') || isAbsolute(inside)
  return slashes(outside || inside === '' ? basename(path) : inside)
}

function slashes(path: string): string {
  const clean = path.replaceAll('\\', '/').replace(/\/+$/, '')
  return clean === '' ? '/' : clean
}

/** One file: an archive, or all that is known of a host. */
async function* single(file: Location, reading: Reading): AsyncGenerator<Piece> {
  const { limits, encoding } = reading
  const named = isArchiveName(file.name)
  const most = named ? limits.archiveSize : limits.fileSize
  const bytes = await readPlainFile(file.path, {
    most,
    what: named ? 'an archive' : 'a file',
    followLink: true,
  })
  countFile(reading)
  if (named || isArchive(bytes))
    return yield* walkBytes(file, bytes, { depth: 0, inArchive: false }, reading)
  const decoded = decode(bytes, encoding === undefined ? {} : { encoding })
  const capture = captureOf(file.shown, decoded, commandOfName(file.name))
  yield { kind: 'host', host: { facts: { name: stem(file.name) }, captures: [capture] } }
}
