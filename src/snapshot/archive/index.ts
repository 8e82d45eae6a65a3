import { rootsAmong } from '../layouts/index.js'
import { type Layout, wants } from '../layouts/layout.js'
import type { Limits } from '../limits.js'
import type { Problem } from '../snapshot.js'
import { byName, type FolderRef, shownBelow, type TreeFile, type TreeFolder } from '../tree.js'
import { reason, Unreadable } from '../unreadable.js'
import { type ArchiveEntry, type ArchiveReaders, partsOfPath, type ReadArchive } from './entry.js'
import { isZip } from './kind.js'

/** What an archive holds, as a folder in memory, and what of it cannot be read. */
export interface OpenedArchive {
  readonly folder: TreeFolder
  readonly problems: readonly Problem[]
}

/**
 * Opens an archive in memory; nothing is written anywhere. It is read twice: first the names, then the files that its
 * layout has a use for, because the collections of whole systems are far larger than what is wanted of them.
 */
export async function openArchive(
  bytes: Uint8Array,
  at: { readonly name: string; readonly shown: string },
  { limits, archives }: { readonly limits: Limits; readonly archives: ArchiveReaders },
): Promise<OpenedArchive> {
  const read = (isZip(bytes) ? archives.zip : archives.tar)(bytes, limits)
  const opening = new Opening(at.shown, limits)
  const names = await opening.listed(read)
  const roots = rootsAmong(names)
  await opening.filled(read, (path) => isWanted(path, roots))
  return { folder: opening.folder(at.name), problems: opening.problems }
}

function isWanted(path: string, roots: ReadonlyMap<string, Layout>): boolean {
  for (let end = 0; end >= 0; end = path.indexOf('/', end + 1)) {
    const prefix = end === 0 ? '' : path.slice(0, end + 1)
    const layout = roots.get(prefix)
    if (layout !== undefined) return wants(layout, path.slice(prefix.length))
  }
  return true
}

interface Node {
  readonly files: Map<string, TreeFile>
  readonly folders: Map<string, Node>
}

class Opening {
  readonly problems: Problem[] = []
  private readonly shown: string
  private readonly limits: Limits
  private readonly root: Node = { files: new Map(), folders: new Map() }
  private count = 0

  constructor(shown: string, limits: Limits) {
    this.shown = shown
    this.limits = limits
  }

  /** The paths of all members; what may not be read is noted once, here. */
  async listed(read: ReadArchive): Promise<string[]> {
    const paths = new Set<string>()
    const visit = (entry: ArchiveEntry) => {
      if (++this.count > this.limits.files)
        throw new Unreadable(`beyond the limit of ${this.limits.files} files`)
      const parts = partsOfPath(entry.path, this.limits)
      if (typeof parts === 'string') return this.problem(entry.path, parts)
      const path = parts.join('/')
      if (entry.kind === 'folder' || path === '') return
      if (paths.has(path)) this.problem(path, 'a second file of this name; the first is read')
      paths.add(path)
    }
    await read(() => false, visit).catch((error) => this.problem('', reason(error)))
    return [...paths]
  }

  /** Puts the wanted files into the tree. An archive that breaks off keeps those that came before. */
  async filled(read: ReadArchive, isWantedPath: (path: string) => boolean): Promise<void> {
    const pathOf = (entry: ArchiveEntry) => {
      const parts = partsOfPath(entry.path, this.limits)
      return typeof parts === 'string' ? '' : parts.join('/')
    }
    const isKept = (entry: ArchiveEntry) => {
      const path = pathOf(entry)
      return path !== '' && entry.size <= this.limits.fileSize && isWantedPath(path)
    }
    await read(isKept, (entry, bytes) => {
      const path = pathOf(entry)
      if (path === '') return
      if (entry.kind === 'folder') this.node(path.split('/'))
      else if (isWantedPath(path)) this.put(path.split('/'), entry, bytes)
    }).catch(() => undefined)
  }

  private put(parts: readonly string[], entry: ArchiveEntry, bytes: Uint8Array | undefined): void {
    const node = this.node(parts.slice(0, -1))
    const name = parts.at(-1) ?? ''
    if (node.files.has(name)) return
    const shown = shownBelow(this.shown, parts.join('/'))
    node.files.set(name, { name, shown, read: async () => bytes ?? this.refuse(entry) })
  }

  /** The folder at a path, which is made where there is none. */
  private node(parts: readonly string[]): Node {
    let node = this.root
    for (const name of parts) {
      const next = node.folders.get(name) ?? { files: new Map(), folders: new Map() }
      node.folders.set(name, next)
      node = next
    }
    return node
  }

  private refuse({ kind, size }: ArchiveEntry): never {
    if (kind === 'link') throw new Unreadable('a link inside of an archive, which is not followed')
    if (kind === 'special') throw new Unreadable('expected a plain file, not encrypted')
    const { fileSize } = this.limits
    throw new Unreadable(
      size > fileSize
        ? `larger than the limit of ${fileSize} bytes for a file`
        : 'a broken archive',
    )
  }

  private problem(path: string, message: string): void {
    const shown = path === '' ? this.shown : shownBelow(this.shown, path)
    this.problems.push({ path: shown, message })
  }

  folder(name: string): TreeFolder {
    return toFolder(this.root, name, this.shown)
  }
}

function toFolder(node: Node, name: string, shown: string): TreeFolder {
  const folders: FolderRef[] = [...node.folders].map(([below, one]) => {
    const path = shownBelow(shown, below)
    return { name: below, shown: path, open: async () => toFolder(one, below, path) }
  })
  return {
    name,
    shown,
    files: [...node.files.values()].sort(byName),
    folders: folders.sort(byName),
  }
}
