/**
 * Text as character codes.
 *
 * A typed array is read three times faster than a string, so lines are copied into one before they are cut. Texts that
 * records keep are made from codes again: a cut string would keep the whole capture alive, and joined ones leave a chain
 * of parts behind that costs three times the memory.
 */

/** Character codes (UTF-16 units); the one behind the last is 0. */
export type Codes = Uint16Array

/** Longest text that `codesOf` takes; longer ones are no address, mask or number. */
const LONGEST_CELL = 64
const scratch = /* @__PURE__ */ new Uint16Array(LONGEST_CELL + 1)

/** The codes of a short text, valid until the next call; an empty one for a text of over 64 characters. */
export function codesOf(text: string): { readonly codes: Codes; readonly end: number } {
  const end = text.length > LONGEST_CELL ? 0 : text.length
  for (let i = 0; i < end; i++) scratch[i] = text.charCodeAt(i)
  scratch[end] = 0
  return { codes: scratch, end }
}

const encoder = /* @__PURE__ */ new TextEncoder()

/** The codes of a whole text, followed by a 0. */
export function codesOfText(text: string): Codes {
  const codes = new Uint16Array(text.length + 1)
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i)
  return codes
}

/** Where codes are copied to: room for `size` codes and a 0, and as many bytes to work with. */
export interface CodeTarget {
  readonly codes: Codes
  readonly bytes: Uint8Array
  readonly size: number
}

/** Copies `text.slice(from, from + size)` to the front of `codes`, followed by a 0. */
export function copyCodes(text: string, from: number, target: CodeTarget): void {
  const { codes, bytes, size } = target
  // The encoder copies many characters at once; where each becomes one byte, the bytes are the codes.
  const { read, written } = encoder.encodeInto(text.slice(from, from + size), bytes)
  if (read === size && written === size) codes.set(bytes.subarray(0, size))
  else for (let i = 0; i < size; i++) codes[i] = text.charCodeAt(from + i)
  codes[size] = 0
}

type Make = (codes: Codes, at: number) => string

const { fromCharCode } = String

// Positions lie inside the codes, or the caller would have no text to make.
const at = (codes: Codes, index: number) => codes[index] as number

// biome-ignore format: one call a length
const make7: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6))
// biome-ignore format: one call a length
const make8: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7))
// biome-ignore format: one call a length
const make9: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8))
// biome-ignore format: one call a length
const make10: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9))
// biome-ignore format: one call a length
const make11: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10))
// biome-ignore format: one call a length
const make12: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11))
// biome-ignore format: one call a length
const make13: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12))
// biome-ignore format: one call a length
const make14: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13))
// biome-ignore format: one call a length
const make15: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14))
// biome-ignore format: one call a length
const make16: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15))
// biome-ignore format: one call a length
const make17: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16))
// biome-ignore format: one call a length
const make18: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17))
// biome-ignore format: one call a length
const make19: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18))
// biome-ignore format: one call a length
const make20: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19))
// biome-ignore format: one call a length
const make21: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20))
// biome-ignore format: one call a length
const make22: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21))
// biome-ignore format: one call a length
const make23: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22))
// biome-ignore format: one call a length
const make24: Make = (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23))

const SHORTEST = 7
/** A fixed number of codes makes a string three times faster than an array of them; these are the lengths of addresses and networks. */
const BY_LENGTH: readonly Make[] = [
  make7,
  make8,
  make9,
  make10,
  make11,
  make12,
  make13,
  make14,
  make15,
  make16,
  make17,
  make18,
  make19,
  make20,
  make21,
  make22,
  make23,
  make24,
]

/** At most this many codes are applied at once; engines limit how many arguments a call takes. */
const CHUNK = 8192

/** The text of the codes from `start` up to but not including `end`, as a string of its own. */
export function textOfCodes(codes: Codes, start: number, end: number): string {
  const make = BY_LENGTH[end - start - SHORTEST]
  if (make !== undefined) return make(codes, start)
  let text = ''
  for (let from = start; from < end; from += CHUNK)
    text += fromCharCode(...codes.subarray(from, Math.min(end, from + CHUNK)))
  return text
}
