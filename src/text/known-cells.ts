import { CodeBuffer } from './code-buffer.js'
import { codesOf } from './codes.js'

/** Cells that are remembered at once, a power of two; a table rarely has more gateways, masks or interfaces. */
const SLOTS = 256
/** Longest cell that is remembered, in codes: an IPv6 address with a length. */
const LONGEST = 44
/** Places that a cell may have. */
const PROBES = 4
const BLANK = 32

/** What those have that remember nothing yet. */
const NO_KEYS = /* @__PURE__ */ new CodeBuffer(0)
const NO_PLACES = /* @__PURE__ */ new Uint8Array(SLOTS)

/**
 * What cells mean, by their characters, so that looking up a known one allocates nothing.
 *
 * A cell whose places are all taken takes one over: memory stays bounded whatever a hostile table holds.
 */
export class KnownCells<T> {
  /** The codes of each cell, in a room of one size. */
  private keys = NO_KEYS
  /** How long each is; 0 where the place is free. */
  private sizes = NO_PLACES
  /** The place of the cell that came behind each the last time, which is the first to be tried. */
  private followers = NO_PLACES
  private values: (T | undefined)[] = []
  private readonly slots: number
  /** The place of the cell that was looked at last. */
  private slot = 0
  /** The place of the last one that is known. */
  private previous = 0

  /** `slots`, a power of two of at most 256, is how many cells are remembered at once. */
  constructor(slots = SLOTS) {
    this.slots = slots
  }

  /** True where the cell is known; `value` is then what it means. */
  has(buffer: CodeBuffer, from: number, to: number): boolean {
    if (this.followerBehind(buffer, from) === to) return true
    const { codes } = buffer
    let hash = 0
    // Positions lie inside the codes.
    for (let at = from; at < to; at++) hash = (hash * 31 + (codes[at] as number)) | 0
    return this.search(hash, buffer, from, to)
  }

  /** Index behind the known cell that begins at `from` and ends before a blank or the 0 behind all codes; -1 where it is not known. */
  look(buffer: CodeBuffer, from: number): number {
    const behind = this.followerBehind(buffer, from)
    if (behind >= 0) return behind
    const { codes } = buffer
    let hash = 0
    let at = from
    let code = codes[at] as number
    while (code > BLANK) {
      hash = (hash * 31 + code) | 0
      code = codes[++at] as number
    }
    return this.search(hash, buffer, from, at) ? at : -1
  }

  /** Index behind the cell at `from`, up to a blank, where it is the one that came behind the previous one before; or -1. */
  private followerBehind(buffer: CodeBuffer, from: number): number {
    // All places are below 256.
    const slot = this.followers[this.previous] as number
    const size = this.sizes[slot] as number
    if (size === 0 || !buffer.matches(from, this.keys, slot * LONGEST, size)) return -1
    if ((buffer.codes[from + size] as number) > BLANK) return -1
    this.slot = this.previous = slot
    return from + size
  }

  /** Finds the place of a cell, or the one that it would take: the first of a few that is free, or taken over. */
  private search(hash: number, buffer: CodeBuffer, from: number, to: number): boolean {
    const { keys, sizes, slots } = this
    const size = to - from
    const first = (hash ^ (hash >>> 15)) & (slots - 1)
    this.slot = first
    for (let i = 0; i < PROBES; i++) {
      const slot = (first + i) & (slots - 1)
      const taken = sizes[slot]
      if (taken === 0) {
        this.slot = slot
        return false
      }
      if (taken !== size || !buffer.matches(from, keys, slot * LONGEST, size)) continue
      this.follow(slot)
      return true
    }
    return false
  }

  /** Notes which cell has come behind the previous one. */
  private follow(slot: number): void {
    this.followers[this.previous] = slot
    this.slot = this.previous = slot
  }

  /** What the cell that was looked for means. */
  get value(): T {
    // The place was filled together with its key.
    return this.values[this.slot] as T
  }

  /** Remembers what the cell that was looked for means; one that is too long only until another is looked for. */
  add(text: string, value: T): void {
    if (this.keys === NO_KEYS) this.make()
    const size = text.length
    if (size > LONGEST) this.slot = this.slots
    else {
      const { slot } = this
      this.keys.codes.set(codesOf(text).codes.subarray(0, size), slot * LONGEST)
      this.sizes[slot] = size
      this.follow(slot)
    }
    this.values[this.slot] = value
  }

  /** Forgets all cells. */
  clear(): void {
    if (this.keys === NO_KEYS) return
    this.sizes.fill(0)
    this.slot = this.previous = 0
  }

  private make(): void {
    const { slots } = this
    this.keys = new CodeBuffer(slots * LONGEST)
    this.sizes = new Uint8Array(slots)
    this.followers = new Uint8Array(slots)
    // One more for a cell that is too long.
    this.values = new Array(slots + 1)
  }
}
