import { CodeBuffer } from './code-buffer.js'
import { type Codes, copyCodes } from './codes.js'
import { SHARED_FROM, textAnd, textOfCodes } from './text-of-codes.js'

/** Characters that are copied at once: many lines, yet small enough to stay in a processor's cache. */
const FIRST_SIZE = 1 << 14

const none = /* @__PURE__ */ new CodeBuffer(0)
const none8 = /* @__PURE__ */ new Uint8Array(0)

/** A part of a text as character codes; it moves along the text while lines are read from it. */
export class CodeWindow {
  /** The codes of the part, followed by a 0. */
  codes: Codes = none.codes
  /** The same, to be compared. */
  buffer = none
  /** Offset in the text of the first code. */
  base = 0
  /** How many codes the part has. */
  size = 0
  private text = ''
  private bytes: Uint8Array = none8

  /** Index of the code at an offset of a text; the part moves there where it does not hold it. */
  open(text: string, offset: number): number {
    const index = offset - this.base
    if (text === this.text && index >= 0 && index < this.size) return index
    this.text = text
    this.fill(offset)
    return 0
  }

  /** As `open`; `ahead` characters or the rest of the text stand behind the index then. */
  seek(text: string, offset: number, ahead: number): number {
    const index = this.open(text, offset)
    if (this.size - index >= ahead || !this.hasMore) return index
    this.advance(offset)
    return 0
  }

  /** The text of the codes from `from` up to but not including `to`, as a string of its own. */
  textOf(from: number, to: number): string {
    if (to - from >= SHARED_FROM) return textOfCodes(this.codes, from, to)
    return this.text.slice(this.base + from, this.base + to)
  }

  /** As `textOf`, with a few more characters behind it. */
  textAnd(from: number, to: number, suffix: string): string {
    // Engines join short texts to one, and leave longer ones in their parts.
    if (to - from + suffix.length >= SHARED_FROM) return textAnd(this.codes, from, to, suffix)
    const text = this.text.slice(this.base + from, this.base + to)
    return suffix === '' ? text : text + suffix
  }

  /** True where the text goes on behind the part. */
  get hasMore(): boolean {
    return this.base + this.size < this.text.length
  }

  /** Moves the part so that it begins at an offset, and makes it larger where it already does. */
  advance(offset: number): void {
    if (offset === this.base) this.reserve(this.size * 2)
    this.fill(offset)
  }

  private fill(offset: number): void {
    const left = this.text.length - offset
    if (left <= 0 && this.buffer.room > 0) {
      this.base = offset
      this.size = this.codes[0] = 0
      return
    }
    const wanted = Math.min(left, FIRST_SIZE)
    const isLarge = this.buffer.room > 4 * FIRST_SIZE && wanted < FIRST_SIZE
    if (this.buffer.room < wanted || isLarge) this.reserve(wanted)
    this.base = offset
    this.size = Math.max(0, Math.min(left, this.buffer.room))
    const { codes, bytes, size } = this
    copyCodes(this.text, offset, { codes, bytes, size })
  }

  private reserve(size: number): void {
    this.buffer = new CodeBuffer(Math.max(size, 64))
    this.codes = this.buffer.codes
    this.bytes = new Uint8Array(this.buffer.room)
  }
}
