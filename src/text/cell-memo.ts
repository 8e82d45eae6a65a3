import { flat } from './flat.js'
import type { Row } from './row.js'

/** Cells that are remembered at once, a power of two; a table rarely has more gateways, masks or interfaces. */
const SLOTS = 256

/**
 * Remembers what cells mean that repeat from row to row: gateways, masks, interfaces, flags.
 *
 * The cell is looked up by its characters, so a known one allocates nothing. A cell that falls on the place of
 * another takes it over: memory stays bounded whatever a hostile table holds.
 */
export class CellMemo<T> {
  private readonly keys: string[] = []
  private readonly values: T[] = []
  private readonly read: (text: string) => T

  constructor(read: (text: string) => T) {
    this.read = read
  }

  /** What the cell means; a cell that does not exist is ''. */
  at(row: Row, index: number): T {
    if (index < 0 || index >= row.count) return this.read('')
    const { text } = row
    const start = row.start(index)
    const end = row.end(index)
    let hash = end - start
    for (let at = start; at < end; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    const key = this.keys[slot]
    // The slot was filled together with its key.
    if (key !== undefined && isCell(key, text, start, end)) return this.values[slot] as T
    const cell = flat(text, start, end)
    const value = this.read(cell)
    while (this.keys.length <= slot) this.keys.push('')
    this.keys[slot] = cell
    this.values[slot] = value
    return value
  }
}

function isCell(key: string, text: string, start: number, end: number): boolean {
  if (key.length !== end - start || key === '') return false
  for (let i = 0; i < key.length; i++)
    if (key.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/** A memo for cells that are kept as they are. */
export function textMemo(): CellMemo<string> {
  return new CellMemo((text) => text)
}
