import { readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { isArchiveName } from './archive/kind.js'
import type { Limits } from './limits.js'
import { readPlainFile } from './plain-file.js'
import { byName, type FolderRef, shownBelow, type TreeFile, type TreeFolder } from './tree.js'
import { turn } from './turn.js'

/** A file or folder: where it is, and how it is called in reports. */
export interface Location {
  readonly path: Buffer
  readonly name: string
  readonly shown: string
}

/** A folder on disk; nothing below it is opened before it is asked for, and no link is followed. Others get a turn. */
export async function diskFolder(at: Location, limits: Limits): Promise<TreeFolder> {
  const files: TreeFile[] = []
  const folders: FolderRef[] = []
  await turn()
  for (const item of readdirSync(at.path, { withFileTypes: true, encoding: 'buffer' })) {
    // Names are bytes: one that is no UTF-8 must be opened as it is.
    const below = locationBelow(at, item.name)
    const { name, shown } = below
    if (item.isDirectory()) folders.push({ name, shown, open: () => diskFolder(below, limits) })
    else files.push({ name, shown, read: () => readBytes(below, limits) })
  }
  return {
    name: at.name,
    shown: at.shown,
    files: files.sort(byName),
    folders: folders.sort(byName),
  }
}

function readBytes({ path, name }: Location, limits: Limits): Promise<Uint8Array> {
  const most = isArchiveName(name) ? limits.archiveSize : limits.fileSize
  return readPlainFile(path, { most, what: isArchiveName(name) ? 'an archive' : 'a file' })
}

const SEPARATOR = Buffer.from(sep)

function locationBelow(folder: Location, bytes: Buffer): Location {
  const name = nameOf(bytes)
  return {
    path: Buffer.concat([folder.path, SEPARATOR, bytes]),
    name,
    shown: shownBelow(folder.shown, name),
  }
}

/** A name as text; bytes that are no UTF-8 are written as `\xe9`. */
function nameOf(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (Buffer.from(text, 'utf8').equals(bytes)) return text
  return [...bytes]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('')
}
