/** A run of bytes of one width: UTF-16 in either order, or one byte a letter. */
export interface Part {
  readonly width: 'utf-16le' | 'utf-16be' | 'bytes'
  readonly bytes: Uint8Array
}

/** Letters that must follow one another before a change of width is believed. */
const SURE = 16
const FEW = 4
/** Letters of the beginning that are looked at: the first line may be a heading in Chinese. */
const SAMPLE = 2048

/**
 * The parts of a file by their width. Nearly always one: but PowerShell 5 writes UTF-16 with `>`, and what another
 * shell appends to that file has one byte a letter; or the other way round.
 */
export function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = []
  let at = 0
  while (at < bytes.length) {
    const width = widthAt(bytes, at)
    const end = width === 'bytes' ? endOfBytes(bytes, at) : endOfUnits(bytes, at)
    parts.push({ width, bytes: bytes.subarray(at, end) })
    at = end
  }
  return parts
}

function widthAt(bytes: Uint8Array, at: number): Part['width'] {
  if (bytes[at] === 0xff && bytes[at + 1] === 0xfe) return 'utf-16le'
  if (bytes[at] === 0xfe && bytes[at + 1] === 0xff) return 'utf-16be'
  const units = Math.min(Math.floor((bytes.length - at) / 2), at === 0 ? SAMPLE : SURE)
  if (units < 2 || asciiRun(bytes, at) === SURE * 2) return 'bytes'
  const nuls = [0, 0]
  for (let i = 0; i < units * 2; i++) if (bytes[at + i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (odd > units * 0.6 && even < units * 0.1) return 'utf-16le'
  return even > units * 0.6 && odd < units * 0.1 ? 'utf-16be' : 'bytes'
}

/** UTF-16 ends where a run of printable ASCII without any NUL begins. */
function endOfUnits(bytes: Uint8Array, from: number): number {
  for (let at = from + 2; at + SURE * 2 <= bytes.length; at += 2) {
    if (asciiRun(bytes, at) === SURE * 2) return at
  }
  return bytes.length
}

function asciiRun(bytes: Uint8Array, at: number): number {
  let run = 0
  while (run < SURE * 2 && isAscii(bytes[at + run])) run++
  return run
}

/** Single bytes end where every other byte begins to be a NUL. */
function endOfBytes(bytes: Uint8Array, from: number): number {
  let nul = bytes.indexOf(0, from)
  while (nul >= 0) {
    const start = startOfUnits(bytes, nul)
    if (start > from) return start
    // A file of nothing but NULs would else be searched anew for each of them.
    nul = bytes[nul + 1] === 0 ? nul + 1 : bytes.indexOf(0, nul + 1)
  }
  return bytes.length
}

function alternates(bytes: Uint8Array, nul: number): boolean {
  for (let i = 0; i < FEW; i++)
    if (bytes[nul + i * 2] !== 0 || !isAscii(bytes[nul + i * 2 + 1])) return false
  return true
}

/** Where the UTF-16 begins that a NUL belongs to; -1 where it belongs to none. */
function startOfUnits(bytes: Uint8Array, nul: number): number {
  if (!alternates(bytes, nul)) return -1
  const marked = nul >= 3 && isMark(bytes, nul - 3)
  if (marked) return nul - 3
  if (nul >= 2 && isMark(bytes, nul - 2)) return nul - 2
  // The NUL is the second half of a letter in the one order, the first in the other; the run's end tells which.
  let end = nul
  while (bytes[end] === 0 && isAscii(bytes[end + 1])) end += 2
  return bytes[end] === 0 ? nul - 1 : littleOrBig(bytes, nul, end)
}

function littleOrBig(bytes: Uint8Array, nul: number, end: number): number {
  const before = bytes[nul - 1] ?? 0
  // A line begins at the change; what stands before it is the end of the last one.
  return before === 0x0a || before === 0x0d || end >= bytes.length ? nul : nul - 1
}

function isMark(bytes: Uint8Array, at: number): boolean {
  const [first, second] = [bytes[at], bytes[at + 1]]
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

function isAscii(byte = 0): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d
}
