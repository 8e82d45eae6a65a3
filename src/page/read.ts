import type { HostFacts } from '../model/host.js'
import { isArchiveName } from '../snapshot/archive/kind.js'
import { decode } from '../snapshot/decode.js'
import type { Limits } from '../snapshot/limits.js'
import type { Reading } from '../snapshot/reading.js'
import type { SnapshotHost } from '../snapshot/snapshot.js'
import {
  byName,
  type FolderRef,
  shownBelow,
  type TreeFile,
  type TreeFolder,
} from '../snapshot/tree.js'
import { Unreadable } from '../snapshot/unreadable.js'
import { unwrapped, walk } from '../snapshot/walk.js'
import { tarReader } from './archive/tar.js'
import { zipReader } from './archive/zip.js'
import { FreeNames } from './free-names.js'
import type { GivenFile, HostFields, Paste, ReadFiles } from './protocol.js'
import { clusterOf } from './read-config.js'

const MiB = 1024 * 1024

/** What a page takes into its memory at most. */
const LIMITS: Limits = {
  fileSize: 64 * MiB,
  manifestSize: MiB,
  files: 20_000,
  depth: 16,
  archiveSize: 256 * MiB,
  unpackedSize: 512 * MiB,
  ratio: 500,
}

/** Bytes of all files whose texts are kept to be read once more in another encoding. */
const MOST_KEPT = 32 * MiB

/** Everything in files, folders and archives, told apart into hosts by the rule of the snapshots. */
export async function readFiles(given: readonly GivenFile[]): Promise<ReadFiles> {
  const kept: Kept = { size: 0, bytes: new Map() }
  const root = await unwrapped(toFolder(given, kept))
  const reading: Reading = {
    limits: LIMITS,
    archives: { tar: tarReader, zip: zipReader },
    files: 0,
  }
  const pastes: Paste[] = []
  const problems: string[] = []
  const hosts: Record<string, Partial<HostFields>> = {}
  for await (const piece of walk(root, { depth: 0, inArchive: false }, reading))
    if (piece.kind === 'problem') problems.push(said(piece.problem.path, piece.problem.message))
    else {
      hosts[piece.host.facts.name] = fieldsOf(piece.host.facts)
      for (const paste of pastesOf(piece.host, kept)) pastes.push(paste)
    }
  const { cluster, fault } = await clusterOf(root)
  if (fault !== undefined) problems.push(fault)
  if (pastes.length + problems.length === 0) problems.push('no captures were found')
  return { pastes, problems, hosts, cluster }
}

/** Bytes as they were read, by the name of their file. */
interface Kept {
  size: number
  readonly bytes: Map<string, Uint8Array>
}

/** The text of bytes that were read in a wrong encoding. */
export function readAgain(bytes: Uint8Array, encoding: string): string {
  return decode(bytes, { encoding }).text
}

function said(path: string, message: string): string {
  return path === '' ? message : `${path}: ${message}`
}

function pastesOf({ facts, captures }: SnapshotHost, kept: Kept): Paste[] {
  return captures.map(({ file, text, command, encoding, diagnostics }) => {
    const bytes = kept.bytes.get(file)
    const isPlain = bytes === undefined || bytes.every((byte) => byte > 0 && byte < 0x80)
    return {
      name: file,
      text,
      host: facts.name,
      ...(command ? { command } : {}),
      // Of plain ASCII all encodings are the same.
      ...(isPlain ? {} : { source: { encoding, bytes, isGuess: diagnostics.length > 0 } }),
    }
  })
}

function fieldsOf(facts: HostFacts): Partial<HostFields> {
  const { platform, version, role, forwarding, acceptsBy, step, wpar, loopbackAddresses } = facts
  const fields = {
    platform,
    version,
    role,
    forwarding,
    acceptsBy,
    step: step?.toString(),
    wpar,
    loopbacks: loopbackAddresses?.join(', '),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The files as the folder that they were given from. */
function toFolder(given: readonly GivenFile[], kept: Kept): TreeFolder {
  const root: Node = emptyNode()
  for (const { path, file } of given) {
    const parts = path.split('/').filter((part) => part !== '')
    const name = parts.pop() ?? 'file'
    let node = root
    for (const part of parts) {
      const next = node.folders.get(part) ?? emptyNode()
      node.folders.set(part, next)
      node = next
    }
    node.files.set(node.names.give(name), file)
  }
  return folderOf(root, { name: '', shown: '' }, kept)
}

interface Node {
  readonly files: Map<string, Blob>
  readonly folders: Map<string, Node>
  readonly names: FreeNames
}

function emptyNode(): Node {
  return { files: new Map(), folders: new Map(), names: new FreeNames() }
}

function folderOf(
  node: Node,
  { name, shown }: { readonly name: string; readonly shown: string },
  kept: Kept,
): TreeFolder {
  const files = [...node.files].map(([name, file]): TreeFile => {
    const path = shownBelow(shown, name)
    return { name, shown: path, read: () => bytesOf(file, path, kept) }
  })
  const folders = [...node.folders].map(([name, below]): FolderRef => {
    const at = { name, shown: shownBelow(shown, name) }
    return { ...at, open: async () => folderOf(below, at, kept) }
  })
  return { name, shown, files: files.sort(byName), folders: folders.sort(byName) }
}

async function bytesOf(file: Blob, path: string, kept: Kept): Promise<Uint8Array> {
  const most = isArchiveName(path) ? LIMITS.archiveSize : LIMITS.fileSize
  if (file.size > most) throw new Unreadable(`larger than the limit of ${most} bytes`)
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    kept.size += bytes.length
    if (kept.size <= MOST_KEPT && !isArchiveName(path)) kept.bytes.set(path, bytes)
    return bytes
  } catch {
    // A folder that is dropped is given as a file that cannot be read.
    throw new Unreadable('not readable; a folder is opened with "Open a folder"')
  }
}
