import type { Codes } from './codes.js'

/** Cells that are remembered at once, a power of two; a table rarely has more gateways, masks or interfaces. */
const SLOTS = 256

/** The places of those that remember nothing yet. */
const NO_KEYS: undefined[] = /* @__PURE__ */ new Array(SLOTS)

/**
 * What cells mean, by their characters, so that looking up a known one allocates nothing.
 *
 * A cell that falls on the place of another takes it over: memory stays bounded whatever a hostile table holds.
 */
export class KnownCells<T> {
  private keys: (string | undefined)[] = NO_KEYS
  private values: (T | undefined)[] = []
  /** The place that was looked at last. */
  private slot = 0

  /** True where the cell is known; `value` is then what it means. */
  has(codes: Codes, from: number, to: number): boolean {
    let hash = to - from
    // Positions lie inside the codes.
    for (let at = from; at < to; at++) hash = (hash * 31 + (codes[at] as number)) | 0
    this.slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    const key = this.keys[this.slot]
    return key !== undefined && key.length === to - from && isCell(key, codes, from)
  }

  /** What the cell that was looked for means. */
  get value(): T {
    // The place was filled together with its key.
    return this.values[this.slot] as T
  }

  /** Remembers what the cell that was looked for means. */
  add(text: string, value: T): void {
    if (this.keys === NO_KEYS) {
      this.keys = new Array(SLOTS)
      this.values = new Array(SLOTS)
    }
    this.keys[this.slot] = text
    this.values[this.slot] = value
  }
}

function isCell(key: string, codes: Codes, from: number): boolean {
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== codes[from + i]) return false
  return true
}
