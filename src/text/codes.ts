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
