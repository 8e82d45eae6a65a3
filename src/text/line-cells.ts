import { isOdd } from './clean.js'
import type { Codes } from './codes.js'

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const TILDE = 0x7e

/** True for LF and CR, and for VT and FF, which some tool took for line ends. */
function isLineEnd(code: number): boolean {
  return code >= LF && code <= CR
}

/** True for the Unicode line and paragraph separators. */
function isRareLineEnd(code: number): boolean {
  return code === 0x2028 || code === 0x2029
}

/** Where the cells of one line lie among the codes it was cut from. */
export class LineCells {
  starts = new Int32Array(64)
  ends = new Int32Array(64)
  count = 0
  /** True where the line holds control or invisible characters, which are no part of a cell. */
  odd = false

  /**
   * Cuts the line that begins at `from` at its blanks, and returns the index of its end: a line end, or `size`.
   *
   * The code at `size` is 0, so no loop needs to look for the end of the codes.
   */
  cut(codes: Codes, from: number, size: number): number {
    let { starts, ends } = this
    let cells = 0
    let odd = false
    let at = from
    for (;;) {
      // Indexes up to `size` lie inside the codes.
      let code = codes[at] as number
      while (code === SPACE || code === TAB) code = codes[++at] as number
      if (code <= SPACE) {
        if (at >= size || isLineEnd(code)) break
        odd = true
        at++
        continue
      }
      if (isRareLineEnd(code)) break
      if (cells === starts.length) {
        this.grow()
        starts = this.starts
        ends = this.ends
      }
      starts[cells] = at
      while (code > SPACE) {
        if (code > TILDE) {
          if (isRareLineEnd(code)) break
          if (isOdd(code)) odd = true
        }
        code = codes[++at] as number
      }
      ends[cells++] = at
    }
    this.count = cells
    this.odd = odd
    return at
  }

  private grow(): void {
    const { starts, ends } = this
    this.starts = new Int32Array(starts.length * 2)
    this.ends = new Int32Array(ends.length * 2)
    this.starts.set(starts)
    this.ends.set(ends)
  }
}

/** Most CR before an LF that are one line end: each pass through a text mode adds one. */
const MOST_CR = 8

/** The offset behind the line end at `at`; several CR before an LF are one line end. */
export function nextLine(text: string, at: number): number {
  if (text.charCodeAt(at) !== CR) return at + 1
  let next = at + 1
  // A run of CR without an LF is that many lines; each must not look to the end of the run.
  while (text.charCodeAt(next) === CR && next < at + MOST_CR) next++
  return text.charCodeAt(next) === LF ? next + 1 : at + 1
}
