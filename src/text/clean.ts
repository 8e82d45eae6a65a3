/**
 * Characters that are no part of a table: what they become when a line is cleaned.
 *
 * Captures pass through terminals, pagers, mail and wrong decoders on their way here. Everything a reader sees
 * is printable text and plain blanks; offsets in the cleaned line lead back to the text as given.
 */

/** A line without control characters, and where each of its characters stood in the text as given. */
export interface CleanLine {
  readonly text: string
  /** `map[i]` is the offset in the original text of cleaned character `i`; one more for the end. */
  readonly map: Int32Array
}

const ESC = 0x1b
const CSI = 0x9b
const BACKSPACE = 8

/** True where a character code cannot stand in a cell as it is: controls, odd blanks, invisible and bidi marks. */
export function isOdd(code: number): boolean {
  if (code < 0x7f) return code < 0x20
  if (code < 0xa1) return true
  if (code < 0x1680) return code === 0xad
  if (code < 0x2000) return code === 0x1680 || code === 0x180e
  if (code < 0x2070) return code < 0x2010 || (code > 0x2027 && code < 0x2030) || code > 0x205e
  return code === 0x3000 || code === 0xfeff || code === 0xff1a || (code > 0xfff8 && code < 0xfffc)
}

/** True for the blanks that are not a space or a tab: no-break space, the wide and thin spaces. */
function isWideBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x85
  )
}

/** The offset after a terminal escape sequence that starts at `at` (ESC or the one-character CSI). */
export function skipEscape(text: string, at: number, end: number): number {
  let i = at + 1
  if (text.charCodeAt(at) === ESC) {
    const kind = text.charCodeAt(i)
    i++
    if (kind === 0x5d || kind === 0x50) return skipString(text, i, end)
    if (kind !== 0x5b) return Math.min(i, end)
  }
  while (i < end && (text.charCodeAt(i) < 0x40 || text.charCodeAt(i) > 0x7e)) {
    if (text.charCodeAt(i) < 0x20) return i
    i++
  }
  return Math.min(i + 1, end)
}

/** The offset after an OSC or DCS string: it ends at BEL or at ESC `\`. */
function skipString(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 7) return i + 1
    if (code === ESC) return Math.min(i + 2, end)
  }
  return end
}

/** `text.slice(start, end)` with blanks made plain, colours and invisible characters dropped. */
export function cleanLine(text: string, start: number, end: number): CleanLine {
  const codes: number[] = []
  const places: number[] = []
  let at = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === ESC || code === CSI) {
      at = skipEscape(text, at, end)
      continue
    }
    if (code === BACKSPACE) {
      codes.pop()
      places.pop()
    } else {
      const plain = plainCode(code)
      if (plain !== 0) {
        codes.push(plain)
        places.push(at)
      }
    }
    at++
  }
  places.push(end)
  return { text: fromCodes(codes), map: Int32Array.from(places) }
}

/** What a character code becomes: itself, a space, a colon, or 0 for "drop it". */
function plainCode(code: number): number {
  if (code === 9 || code === 13) return 32
  if (!isOdd(code)) return code
  if (isWideBlank(code)) return 32
  if (code === 0xff1a) return 0x3a
  return 0
}

const CHUNK = 8192

function fromCodes(codes: readonly number[]): string {
  if (codes.length <= CHUNK) return String.fromCharCode(...codes)
  let text = ''
  for (let i = 0; i < codes.length; i += CHUNK)
    text += String.fromCharCode(...codes.slice(i, i + CHUNK))
  return text
}
