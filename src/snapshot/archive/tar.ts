import { extract, type Header } from 'tar-stream'
import type { Limits } from '../limits.js'
import { Unreadable } from '../unreadable.js'
import type { ArchiveEntry, ReadArchive } from './entry.js'
import { isGzip, isXz } from './kind.js'
import { unpacked } from './unpack.js'

/** Reads a tar archive, plain or compressed with gzip or xz, as a stream: only one member is held at a time. */
export function tarReader(bytes: Uint8Array, limits: Limits): ReadArchive {
  return async (keep, visit) => {
    const { stream: source, trailing } = unpacked(bytes, limits)
    // Archives from before POSIX have no magic word; their checksums are looked at all the same.
    const options: object = { allowUnknownFormat: true }
    const members = extract(options)
    source.on('error', (error) => members.destroy(error))
    source.pipe(members)
    let count = 0
    try {
      for await (const member of members) {
        count++
        const entry = entryOf(member.header)
        const wanted = entry.kind === 'file' && keep(entry)
        const chunks: Uint8Array[] = []
        // A member gives bytes, which its type leaves open.
        for await (const chunk of member as AsyncIterable<Uint8Array>)
          if (wanted) chunks.push(chunk)
        visit(entry, wanted ? Buffer.concat(chunks) : undefined)
      }
      if (trailing() < END) throw new Unreadable('a broken archive')
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(faultOf(error, count, bytes))
    } finally {
      source.destroy()
    }
  }
}

/** A text of its own may be compressed too: then the first thing in it is no header. */
function faultOf(error: unknown, count: number, bytes: Uint8Array): string {
  const isNoHeader = count === 0 && error instanceof Error && /tar header/.test(error.message)
  return isNoHeader && (isGzip(bytes) || isXz(bytes))
    ? 'a compressed file that is no tar archive: unpack it first'
    : 'a broken archive'
}

/** Every tar ends in a block of NULs; one that was cut between two members has none. */
const END = 512

const KINDS: ReadonlyMap<string, ArchiveEntry['kind']> = new Map([
  ['contiguous-file', 'file'],
  ['directory', 'folder'],
  ['file', 'file'],
  ['link', 'link'],
  ['symlink', 'link'],
])

function entryOf({ name, type, size = 0 }: Header): ArchiveEntry {
  return { path: name, kind: KINDS.get(type ?? 'file') ?? 'special', size }
}
