/**
 * Text made from character codes.
 *
 * Joining short strings leaves a chain of parts behind that costs three times the memory of the text; a fixed number of
 * codes makes a flat string at once. The lengths that IPv4 networks have are written out.
 */

type Make = (codes: readonly number[]) => string

const { fromCharCode } = String

// Every position below the length was written by the caller.
const at = (codes: readonly number[], index: number) => codes[index] as number

// biome-ignore format: one call a length
const make7: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6))
// biome-ignore format: one call a length
const make8: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7))
// biome-ignore format: one call a length
const make9: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8))
// biome-ignore format: one call a length
const make10: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9))
// biome-ignore format: one call a length
const make11: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10))
// biome-ignore format: one call a length
const make12: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11))
// biome-ignore format: one call a length
const make13: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11), at(c, 12))
// biome-ignore format: one call a length
const make14: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11), at(c, 12), at(c, 13))
// biome-ignore format: one call a length
const make15: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11), at(c, 12), at(c, 13), at(c, 14))
// biome-ignore format: one call a length
const make16: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11), at(c, 12), at(c, 13), at(c, 14), at(c, 15))
// biome-ignore format: one call a length
const make17: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11), at(c, 12), at(c, 13), at(c, 14), at(c, 15), at(c, 16))
// biome-ignore format: one call a length
const make18: Make = (c) => fromCharCode(at(c, 0), at(c, 1), at(c, 2), at(c, 3), at(c, 4), at(c, 5), at(c, 6), at(c, 7), at(c, 8), at(c, 9), at(c, 10), at(c, 11), at(c, 12), at(c, 13), at(c, 14), at(c, 15), at(c, 16), at(c, 17))

const SHORTEST = 7
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
]

/** The text of the first `count` codes. */
export function textOfCodes(codes: readonly number[], count: number): string {
  const make = BY_LENGTH[count - SHORTEST]
  return make === undefined ? fromCharCode(...codes.slice(0, count)) : make(codes)
}
