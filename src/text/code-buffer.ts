import type { Codes } from './codes.js'

/** Codes of one word. */
const WORD = 4
const BYTES = 2

const BLANK = 32
const TAB = 9

/** Character codes in memory that is compared four codes at a time, four times as fast as one by one. */
export class CodeBuffer {
  /** The codes, with room behind them for a 0 and for the word that this 0 is part of. */
  readonly codes: Codes
  private readonly words: DataView

  constructor(size: number) {
    this.codes = new Uint16Array(size + 1 + WORD)
    this.words = new DataView(this.codes.buffer)
  }

  /** The codes of a whole text, followed by a 0. */
  static of(text: string): CodeBuffer {
    const buffer = new CodeBuffer(text.length)
    for (let i = 0; i < text.length; i++) buffer.codes[i] = text.charCodeAt(i)
    return buffer
  }

  /** Index behind the blanks and tabs that stand at `at`. */
  behindBlanks(at: number): number {
    const { codes } = this
    let end = at
    while (codes[end] === BLANK || codes[end] === TAB) end++
    return end
  }

  /** How many codes there is room for. */
  get room(): number {
    return this.codes.length - 1 - WORD
  }

  /**
   * True where the codes from `at` on are those of a range of another buffer, none of which is 0.
   *
   * Four codes make a floating-point number: equal ones are equal codes, as only two zeros of different sign are not,
   * and of those one holds a code 0. A word that is no number (letters from U+7FF0 on) is unequal even to itself.
   */
  matches(at: number, other: CodeBuffer, from: number, size: number): boolean {
    if (size < WORD) return this.matchesFew(at, other, from, size)
    const { words } = this
    const last = size - WORD
    for (let i = 0; i < last; i += WORD)
      if (
        words.getFloat64((at + i) * BYTES, true) !==
        other.words.getFloat64((from + i) * BYTES, true)
      )
        return false
    // The last word overlaps the one before it.
    const end = words.getFloat64((at + last) * BYTES, true)
    return end === other.words.getFloat64((from + last) * BYTES, true)
  }

  private matchesFew(at: number, other: CodeBuffer, from: number, size: number): boolean {
    const { codes } = this
    for (let i = 0; i < size; i++) if (codes[at + i] !== other.codes[from + i]) return false
    return true
  }
}
