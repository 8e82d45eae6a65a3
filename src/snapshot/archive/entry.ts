import type { Limits } from '../limits.js'

/** One member of an archive, before anything of it is read. */
export interface ArchiveEntry {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'special'
  readonly size: number
}

/** Gives each member in order; the bytes of those that `keep` asks for, the others are passed over. */
export type ReadArchive = (
  keep: (entry: ArchiveEntry) => boolean,
  visit: (entry: ArchiveEntry, bytes: Uint8Array | undefined) => void,
) => Promise<void>

/** How archives are read: Node and browsers have different means. */
export interface ArchiveReaders {
  /** Plain or compressed as a whole. */
  readonly tar: (bytes: Uint8Array, limits: Limits) => ReadArchive
  readonly zip: (bytes: Uint8Array, limits: Limits) => ReadArchive
}

const LONGEST = 1000

/** The parts of a member's path; a sentence where the path leads nowhere that a snapshot may look. */
export function partsOfPath(path: string, limits: Limits): readonly string[] | string {
  if (path.includes('\0')) return 'a name with a NUL in it'
  if (path.length > LONGEST) return `a name longer than ${LONGEST} letters`
  const slashed = path.replaceAll('\\', '/')
  if (slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed))
    return 'a name that is no relative path'
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) return 'a name that leads out of the archive'
  if (parts.length > limits.depth + 1) return `deeper than the limit of ${limits.depth} folders`
  return parts
}
