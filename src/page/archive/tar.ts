import type { ArchiveEntry, ReadArchive } from '../../snapshot/archive/entry.js'
import { isGzip, isXz } from '../../snapshot/archive/kind.js'
import type { Limits } from '../../snapshot/limits.js'
import { Unreadable } from '../../snapshot/unreadable.js'
import { inflated } from './inflated.js'

const BLOCK = 512
/** Fields of a header: where each begins, and how long it is. */
const NAME = [0, 100] as const
const SIZE = [124, 12] as const
const TYPE = 156
const PREFIX = [345, 155] as const

/** Letters for the kinds of members, as POSIX has them; `7` is a file that lies in one piece. */
const KINDS: ReadonlyMap<string, ArchiveEntry['kind']> = new Map([
  ['\0', 'file'],
  ['0', 'file'],
  ['1', 'link'],
  ['2', 'link'],
  ['5', 'folder'],
  ['7', 'file'],
])

/** Reads a tar archive, plain or packed with gzip; no browser unpacks xz. */
export function tarReader(bytes: Uint8Array, limits: Limits): ReadArchive {
  let unpacked: Promise<Uint8Array> | undefined
  return async (keep, visit) => {
    unpacked ??= plain(bytes, limits)
    for (const { entry, body } of members(await unpacked))
      visit(entry, entry.kind === 'file' && keep(entry) ? body : undefined)
  }
}

async function plain(bytes: Uint8Array, limits: Limits): Promise<Uint8Array> {
  if (isXz(bytes)) throw new Unreadable('packed with xz, which no browser unpacks: unpack it first')
  return isGzip(bytes) ? inflated(bytes, 'gzip', limits) : bytes
}

interface Member {
  readonly entry: ArchiveEntry
  readonly body: Uint8Array
}

/** The members in order. A long name stands in a member of its own before the one that it names. */
function* members(bytes: Uint8Array): Generator<Member> {
  let longName: string | undefined
  let at = 0
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const header = bytes.subarray(at, at + BLOCK)
    const size = Number.parseInt(textOf(header, SIZE).trim(), 8) || 0
    const body = bytes.subarray(at + BLOCK, at + BLOCK + size)
    if (body.length < size) throw new Unreadable('a broken archive')
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
    const type = String.fromCharCode(header[TYPE] ?? 0)
    // GNU writes the name as it is, POSIX as the record "path" of a list.
    if (type === 'L') longName = decoded(body).replace(/\0.*$/s, '')
    else if (type === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(decoded(body))?.[1]
    if ('LKxg'.includes(type)) continue
    const path = longName ?? nameOf(header)
    longName = undefined
    // Before POSIX a folder was told by the slash at its end.
    const kind = path.endsWith('/') ? 'folder' : (KINDS.get(type) ?? 'special')
    yield { entry: { path, kind, size }, body }
  }
  // Every tar ends in blocks of NULs; one that was cut between two members has none.
  if (at + BLOCK > bytes.length) throw new Unreadable('a broken archive')
}

function nameOf(header: Uint8Array): string {
  const prefix = decoded(header.subarray(257, 262)) === 'ustar' ? textOf(header, PREFIX) : ''
  const name = textOf(header, NAME)
  // GNU keeps times where POSIX has the prefix; only POSIX ends its magic word with a NUL.
  return prefix === '' || header[262] !== 0 ? name : `${prefix}/${name}`
}

function textOf(header: Uint8Array, [from, length]: readonly [number, number]): string {
  return decoded(header.subarray(from, from + length)).replace(/\0.*$/s, '')
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
