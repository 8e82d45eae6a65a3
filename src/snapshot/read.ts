import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, join, relative, resolve } from 'node:path'
import { type Decoded, type DecodeOptions, decode } from './decode.js'
import { defaultLimits, type Limits } from './limits.js'
import { readPlainFile, reason, Unreadable } from './plain-file.js'
import type { Problem, Snapshot, SnapshotCapture, SnapshotHost } from './snapshot.js'

/** How a snapshot is read. */
export interface SnapshotOptions extends DecodeOptions {
  /** Folder that relative paths start from; the current one where it is not given. */
  readonly cwd?: string
  readonly limits?: Partial<Limits>
}

interface Reading {
  readonly options: SnapshotOptions
  readonly limits: Limits
  readonly hosts: SnapshotHost[]
  readonly problems: Problem[]
  files: number
}

/** A file or folder: where it is, and how it is called in reports. */
interface Location {
  readonly path: string
  readonly shown: string
}

/**
 * Reads a capture, the folder of a host, or a folder with a folder a host.
 *
 * What cannot be read is listed as a problem; the rest is read all the same.
 */
export async function readSnapshot(path: string, options: SnapshotOptions = {}): Promise<Snapshot> {
  if (typeof path !== 'string') throw new TypeError(`expected a path, got ${typeof path}`)
  const limits = { ...defaultLimits, ...options.limits }
  const reading: Reading = { options, limits, hosts: [], problems: [], files: 0 }
  const { cwd = '.' } = options
  const root = { path: resolve(cwd, path), shown: shownPath(path, cwd) }
  try {
    const status = await stat(root.path)
    if (status.isDirectory()) await readFolder(reading, root, 0)
    else await readSingle(reading, root)
  } catch (error) {
    problem(reading, root, error)
  }
  return { hosts: reading.hosts, problems: reading.problems }
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

async function readSingle(reading: Reading, file: Location): Promise<void> {
  const capture = await readCapture(reading, file, true)
  if (capture === undefined) return
  const name = basename(file.shown, extname(file.shown))
  reading.hosts.push({ facts: { name }, captures: [capture] })
}

async function readFolder(reading: Reading, folder: Location, depth: number): Promise<void> {
  if (depth > reading.limits.depth)
    throw new Unreadable(`deeper than the limit of ${reading.limits.depth} folders`)
  const captures: SnapshotCapture[] = []
  const folders: Location[] = []
  for (const item of await sortedItems(folder.path)) {
    const one = below(folder, item.name)
    if (item.isDirectory()) folders.push(one)
    else {
      const capture = await readCapture(reading, one, false)
      if (capture !== undefined) captures.push(capture)
    }
  }
  if (captures.length > 0) reading.hosts.push({ facts: { name: basename(folder.shown) }, captures })
  for (const one of folders)
    await readFolder(reading, one, depth + 1).catch((error) => problem(reading, one, error))
}

/** Names in the order of their code units: the same on every machine and in every language. */
async function sortedItems(path: string): Promise<Dirent[]> {
  const items = await readdir(path, { withFileTypes: true })
  return items.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function below(folder: Location, name: string): Location {
  const shown = folder.shown === '.' ? name : `${folder.shown}/${name}`
  return { path: join(folder.path, name), shown }
}

async function readCapture(
  reading: Reading,
  file: Location,
  followLink: boolean,
): Promise<SnapshotCapture | undefined> {
  const { limits, options } = reading
  try {
    if (++reading.files > limits.files)
      throw new Unreadable(`beyond the limit of ${limits.files} files`)
    const bytes = await readPlainFile(file.path, { fileSize: limits.fileSize, followLink })
    return captureOf(file.shown, decode(bytes, options))
  } catch (error) {
    problem(reading, file, error)
    return undefined
  }
}

/** A capture from decoded bytes, under the name that reports show. */
export function captureOf(file: string, decoded: Decoded): SnapshotCapture {
  const { text, encoding, diagnostics } = decoded
  return { file, text, encoding, diagnostics }
}

function problem(reading: Reading, location: Location, error: unknown): void {
  const message = error instanceof Unreadable ? error.message : reason(error)
  reading.problems.push({ path: location.shown, message })
}
