import { openArchive } from './archive/index.js'
import { isArchive, isArchiveName } from './archive/kind.js'
import { commandOfName, stem } from './command-name.js'
import { HOST_FILE, hostOf, hostOfLayout } from './host-folder.js'
import { layoutOf } from './layouts/index.js'
import { countFile, type Planned, problemPiece, type Reading } from './reading.js'
import type { Piece } from './snapshot.js'
import type { TreeFile, TreeFolder } from './tree.js'
import { Unreadable } from './unreadable.js'

/** File in the root of a snapshot that says what its hosts are held against. */
export const CONFIG_FILE = 'routeprint.json'

/** Where the walk stands: a snapshot's root may hold a transcript a host, a folder below it is a host. */
export interface Level {
  readonly depth: number
  readonly inArchive: boolean
  /** Pieces of it are known to be missing, so that an empty folder says nothing new. */
  readonly isPartial?: true
}

/** Everything below a folder: its hosts, one at a time, and what could not be read. */
export async function* walk(
  folder: TreeFolder,
  level: Level,
  reading: Reading,
): AsyncGenerator<Piece> {
  const layout = await layoutOf(folder)
  if (layout !== undefined) return yield* hostOfLayout(folder, layout, reading)
  const files = folder.files.filter(({ name }) => isMeant(name, level))
  const archives = files.filter(({ name }) => isArchiveName(name))
  const captures = files.filter(({ name }) => !isArchiveName(name))
  const opened = folder.folders.filter(({ name }) => isOpened(name))
  const isEmpty = files.length + opened.length === 0 && !folder.files.some(isReadme)
  if (isEmpty && !level.isPartial) yield problemPiece(folder.shown, new Unreadable(EMPTY))
  yield* hostsOf(folder, captures, level, reading)
  for (const archive of archives) yield* walkArchive(archive, level, reading)
  const next = { ...level, depth: level.depth + 1 }
  for (const below of opened)
    try {
      if (next.depth > reading.limits.depth)
        throw new Unreadable(`deeper than the limit of ${reading.limits.depth} folders`)
      yield* walk(await below.open(), next, reading)
    } catch (error) {
      yield problemPiece(below.shown, error)
    }
}

/** An empty folder is no healthy host: what was to fill it has failed. */
const EMPTY = 'expected captures in this folder, found no file'

/** Neither hidden, nor what the Finder adds to archives. */
function isOpened(name: string): boolean {
  return !name.startsWith('.') && name !== '__MACOSX'
}

/** Neither hidden, nor a manifest, nor what people and file managers leave beside captures. */
function isMeant(name: string, { depth }: Level): boolean {
  if (name.startsWith('.') || name === HOST_FILE) return false
  if (depth === 0 && name === CONFIG_FILE) return false
  return !/^(?:thumbs\.db|desktop\.ini)$/i.test(name) && !isReadme({ name })
}

/** A folder with a text for people is not meant to be a host. */
function isReadme({ name }: Pick<TreeFile, 'name'>): boolean {
  return /^readme(?:\.\w+)?$/i.test(name)
}

/** Names of a file that say that it is the capture of the host in whose folder it lies. */
const GENERAL = /^(?:capture|console|log|output|session|terminal|transcript|typescript)s?[-_.\d]*$/i

async function* hostsOf(
  folder: TreeFolder,
  files: readonly TreeFile[],
  level: Level,
  reading: Reading,
): AsyncGenerator<Piece> {
  if (files.length === 0) return
  const planned = files.map(plan)
  const isHost =
    level.depth > 0 ||
    planned.some(({ command }) => command !== undefined) ||
    files.some(({ name }) => GENERAL.test(stem(name))) ||
    folder.files.some(({ name }) => name === HOST_FILE)
  if (isHost) return yield* hostOf(folder, folder.name, planned, reading)
  const alone = { ...folder, files: [] }
  for (const one of planned) yield* hostOf(alone, stem(one.file.name), [one], reading)
}

function plan(file: TreeFile): Planned {
  const command = commandOfName(file.name)
  return { file, ...(command === undefined ? {} : { command }) }
}

async function* walkArchive(file: TreeFile, level: Level, reading: Reading): AsyncGenerator<Piece> {
  try {
    countFile(reading)
    if (level.inArchive)
      throw new Unreadable('an archive inside of an archive, which is not opened')
    yield* walkBytes(file, await file.read(), level, reading)
  } catch (error) {
    yield problemPiece(file.shown, error)
  }
}

/** What an archive holds, as if it lay there as a folder. */
export async function* walkBytes(
  { name, shown }: Pick<TreeFile, 'name' | 'shown'>,
  bytes: Uint8Array,
  level: Level,
  reading: Reading,
): AsyncGenerator<Piece> {
  if (!isArchive(bytes)) throw new Unreadable('a broken archive')
  const bare = name.replace(/\.(?:tar|tgz|txz|zip)?(?:\.[gx]z)?$/i, '') || name
  const { folder, problems } = await openArchive(bytes, { name: bare, shown }, reading)
  for (const problem of problems) yield { kind: 'problem', problem }
  const below: Level = {
    depth: level.depth,
    inArchive: true,
    ...(problems.length > 0 ? { isPartial: true } : {}),
  }
  yield* walk(await unwrapped(folder), below, reading)
}

/** Most archives hold one folder in which all the rest lies; that is then the root. */
export async function unwrapped(folder: TreeFolder): Promise<TreeFolder> {
  const [only, second] = folder.folders
  if (only === undefined || second !== undefined || folder.files.length > 0) return folder
  return (await layoutOf(folder)) === undefined ? only.open() : folder
}
