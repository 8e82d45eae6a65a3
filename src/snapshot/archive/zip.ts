import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Limits } from '../limits.js'
import { Unreadable } from '../unreadable.js'
import type { ArchiveEntry, ReadArchive } from './entry.js'

const FREE = 64 * 1024 * 1024
const LINK = 0o120000
const TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
const MADE_BY_UNIX = 3

/** Reads a zip archive by its central directory; members are inflated one at a time. */
export function zipReader(bytes: Uint8Array, limits: Limits): ReadArchive {
  return async (keep, visit) => {
    const budget: Budget = { size: 0, packed: bytes.length, limits }
    try {
      // Names are judged by our own rules, so that one bad name does not end the reading.
      const zip = await fromBufferPromise(
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
        {
          lazyEntries: true,
          decodeStrings: false,
          validateEntrySizes: true,
        },
      )
      for await (const raw of zip.eachEntry()) {
        const entry = entryOf(raw)
        const wanted = entry.kind === 'file' && !raw.isEncrypted() && keep(entry)
        const bytes = wanted ? await member(zip, raw, budget) : undefined
        visit(raw.isEncrypted() ? { ...entry, kind: 'special' } : entry, bytes)
      }
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('a broken archive')
    }
  }
}

interface Budget {
  size: number
  readonly packed: number
  readonly limits: Limits
}

/** The bytes of a member; undefined where it is broken, which ends no more than this one. */
async function member(zip: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array | undefined> {
  try {
    return await inflated(await zip.openReadStreamPromise(entry), budget)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    return undefined
  }
}

async function inflated(stream: AsyncIterable<Uint8Array>, budget: Budget): Promise<Uint8Array> {
  const { unpackedSize, ratio } = budget.limits
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) {
    budget.size += chunk.length
    if (budget.size > unpackedSize)
      throw new Unreadable(`it holds more than the limit of ${unpackedSize} bytes`)
    if (budget.size > FREE && budget.size > budget.packed * ratio)
      throw new Unreadable(`it becomes more than ${ratio} times as large as it is`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function entryOf(entry: Entry): ArchiveEntry {
  const path = entry.fileNameRaw.toString('utf8')
  const mode = entry.versionMadeBy >>> 8 === MADE_BY_UNIX ? entry.externalFileAttributes >>> 16 : 0
  const type = mode & TYPE
  const size = entry.uncompressedSize
  if (type === LINK) return { path, kind: 'link', size }
  if (path.endsWith('/') || type === FOLDER) return { path, kind: 'folder', size }
  return { path, kind: type === 0 || type === REGULAR ? 'file' : 'special', size }
}
