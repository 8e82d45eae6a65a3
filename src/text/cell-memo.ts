import type { Codes } from './codes.js'
import type { Row } from './row.js'

/** Cells that are remembered at once, a power of two; a table rarely has more gateways, masks or interfaces. */
const SLOTS = 256

/**
 * Remembers what cells mean that repeat from row to row: gateways, masks, interfaces, flags.
 *
 * The cell is looked up by its characters, so a known one allocates nothing. A cell that falls on the place of
 * another takes it over: memory stays bounded whatever a hostile table holds. One memo serves all captures, as making
 * one costs more than reading a short capture; `read` must therefore look at nothing but the text.
 */
export class CellMemo<T> {
  private keys: (string | undefined)[] | undefined
  private values: (T | undefined)[] = []
  private readonly read: (text: string) => T

  constructor(read: (text: string) => T) {
    this.read = read
  }

  /** What the cell means; a cell that does not exist is ''. */
  at(row: Row, index: number): T {
    if (index < 0 || index >= row.count) return this.read('')
    const { codes } = row
    const start = row.from(index)
    const end = row.to(index)
    let hash = end - start
    for (let at = start; at < end; at++) hash = (hash * 31 + (codes[at] ?? 0)) | 0
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    const keys = this.keys ?? this.open()
    const key = keys[slot]
    // The slot was filled together with its key.
    if (key !== undefined && key.length === end - start && isCell(key, codes, start))
      return this.values[slot] as T
    const cell = row.flat(index)
    const value = frozen(this.read(cell))
    keys[slot] = cell
    this.values[slot] = value
    return value
  }

  private open(): (string | undefined)[] {
    this.values = new Array(SLOTS)
    this.keys = new Array(SLOTS)
    return this.keys
  }
}

/** Records of many captures share what a memo holds: a change to one must not reach the others. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

function isCell(key: string, codes: Codes, start: number): boolean {
  for (let i = 0; i < key.length; i++) if (key.charCodeAt(i) !== codes[start + i]) return false
  return true
}

const words = /* @__PURE__ */ new CellMemo((text) => text)

/** The memo for cells that are kept as they are. */
export function textMemo(): CellMemo<string> {
  return words
}
