import type { ArchiveEntry, ReadArchive } from '../../snapshot/archive/entry.js'
import type { Limits } from '../../snapshot/limits.js'
import { Unreadable } from '../../snapshot/unreadable.js'
import { inflated } from './inflated.js'

const END = 0x06054b50
const MEMBER = 0x02014b50
const END_LENGTH = 22
/** Longest remark that may stand behind the end of the list. */
const LONGEST_REMARK = 0xffff
const STORED = 0
const DEFLATED = 8
const MADE_BY_UNIX = 3
const ENCRYPTED = 1

/** Reads a zip archive by the list at its end. */
export function zipReader(bytes: Uint8Array, limits: Limits): ReadArchive {
  return async (keep, visit) => {
    const budget = { left: limits.unpackedSize }
    for (const one of members(bytes)) {
      const wanted = one.entry.kind === 'file' && keep(one.entry)
      visit(one.entry, wanted ? await bodyOf(bytes, one, { limits, budget }) : undefined)
    }
  }
}

interface Member {
  readonly entry: ArchiveEntry
  readonly method: number
  readonly packed: number
  readonly at: number
}

interface Allowance {
  readonly limits: Limits
  readonly budget: { left: number }
}

function* members(bytes: Uint8Array): Generator<Member> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOf(view)
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== MEMBER)
      throw new Unreadable('a broken archive')
    const name = view.getUint16(at + 28, true)
    // As the readers of Node take them; older names in other letters look odd, and no more.
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name))
    yield {
      entry: { path, kind: kindOf(view, at, path), size: view.getUint32(at + 24, true) },
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    }
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_REMARK)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at
  throw new Unreadable('a broken archive')
}

function kindOf(view: DataView, at: number, path: string): ArchiveEntry['kind'] {
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) return 'special'
  if (/[\\/]$/.test(path)) return 'folder'
  const isUnix = view.getUint8(at + 5) === MADE_BY_UNIX
  const mode = isUnix ? view.getUint32(at + 38, true) >>> 28 : 0
  if (mode === 0o12) return 'link'
  if (mode === 0o4) return 'folder'
  return mode === 0 || mode === 0o10 ? 'file' : 'special'
}

/** The bytes of a member; undefined where it is broken, which ends no more than this one. */
async function bodyOf(
  bytes: Uint8Array,
  { at, method, packed, entry }: Member,
  { limits, budget }: Allowance,
): Promise<Uint8Array | undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (at + 30 > view.byteLength) return undefined
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const body = bytes.subarray(from, from + packed)
  if (body.length < packed || (method !== STORED && method !== DEFLATED)) return undefined
  const rest = { ...limits, unpackedSize: budget.left }
  const read = method === STORED ? body : await member(body, rest)
  budget.left -= read?.length ?? 0
  return read?.length === entry.size ? read : undefined
}

async function member(body: Uint8Array, limits: Limits): Promise<Uint8Array | undefined> {
  try {
    return await inflated(body, 'deflate-raw', limits)
  } catch (error) {
    if (error instanceof Unreadable && error.message !== 'a broken archive') throw error
    return undefined
  }
}
