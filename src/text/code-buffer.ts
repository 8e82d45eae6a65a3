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
    const { words, codes } = this
    let end = at
    let code = codes[end] as number
    while (code === BLANK || code === TAB) {
      code = codes[++end] as number
      // Columns are far apart.
      while (code === BLANK && words.getFloat64(end * BYTES, true) === BLANKS) {
        end += WORD
        code = codes[end] as number
      }
    }
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
    const { words, codes } = this
    let i = 0
    for (; i + WORD <= size; i += WORD)
      if (
        words.getFloat64((at + i) * BYTES, true) !==
        other.words.getFloat64((from + i) * BYTES, true)
      )
        return false
    for (; i < size; i++) if (codes[at + i] !== other.codes[from + i]) return false
    return true
  }
}

const BLANKS = /* @__PURE__ */ new DataView(
  Uint16Array.of(BLANK, BLANK, BLANK, BLANK).buffer,
).getFloat64(0, true)
