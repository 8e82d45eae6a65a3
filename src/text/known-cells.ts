import type { Codes } from './codes.js'

/** Cells that are remembered at once, a power of two; a table rarely has more gateways, masks or interfaces. */
const SLOTS = 256

/** Places that a cell may have. */
const PROBES = 4
const BLANK = 32

/** The places of those that remember nothing yet. */
const NO_KEYS: undefined[] = /* @__PURE__ */ new Array(SLOTS)

/**
 * What cells mean, by their characters, so that looking up a known one allocates nothing.
 *
 * A cell whose places are all taken takes one over: memory stays bounded whatever a hostile table holds.
 */
export class KnownCells<T> {
  private keys: (string | undefined)[] = NO_KEYS
  private values: (T | undefined)[] = []
  private readonly slots: number
  /** True where the cell that was looked at last is known. */
  isKnown = false
  /** The place that was looked at last. */
  private slot = 0

  /** `slots`, a power of two of at most 256, is how many cells are remembered at once. */
  constructor(slots = SLOTS) {
    this.slots = slots
  }

  /** True where the cell is known; `value` is then what it means. */
  has(codes: Codes, from: number, to: number): boolean {
    let hash = 0
    // Positions lie inside the codes.
    for (let at = from; at < to; at++) hash = (hash * 31 + (codes[at] as number)) | 0
    return this.holds(hash, codes, from, to)
  }

  /** Index behind the cell that begins at `from` and ends before a blank or the 0 behind all codes; `isKnown` tells. */
  look(codes: Codes, from: number): number {
    let hash = 0
    let at = from
    let code = codes[at] as number
    while (code > BLANK) {
      hash = (hash * 31 + code) | 0
      code = codes[++at] as number
    }
    this.isKnown = this.holds(hash, codes, from, at)
    return at
  }

  /** Finds the place of a cell, or the one that it would take: the first of a few that is free, or taken over. */
  private holds(hash: number, codes: Codes, from: number, to: number): boolean {
    const { keys, slots } = this
    const first = (hash ^ (hash >>> 15)) & (slots - 1)
    this.slot = first
    for (let i = 0; i < PROBES; i++) {
      const slot = (first + i) & (slots - 1)
      const key = keys[slot]
      if (key === undefined) {
        this.slot = slot
        return false
      }
      if (key.length !== to - from || !isCell(key, codes, from)) continue
      this.slot = slot
      return true
    }
    return false
  }

  /** What the cell that was looked for means. */
  get value(): T {
    // The place was filled together with its key.
    return this.values[this.slot] as T
  }

  /** Remembers what the cell that was looked for means. */
  add(text: string, value: T): void {
    if (this.keys === NO_KEYS) {
      this.keys = new Array(this.slots)
      this.values = new Array(this.slots)
    }
    this.keys[this.slot] = text
    this.values[this.slot] = value
  }
}

function isCell(key: string, codes: Codes, from: number): boolean {
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== codes[from + i]) return false
  return true
}
