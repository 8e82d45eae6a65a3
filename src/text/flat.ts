/** Below this length an engine copies a cut string; from it on a cut keeps the whole text alive. */
const COPIED_BELOW = 13

/**
 * `text.slice(start, end)` as a string of its own, so that a record does not keep the whole capture alive.
 *
 * An engine makes a flat string from a fixed number of codes three times faster than from an array, so the lengths
 * that addresses and networks have are written out.
 */
export function flat(text: string, start: number, end: number): string {
  const size = end - start
  if (size < COPIED_BELOW) return text.slice(start, end)
  const make = BY_LENGTH[size - COPIED_BELOW]
  return make === undefined ? copy(text, start, end) : make(text, start)
}

/** At most this many codes are applied at once; engines limit how many arguments a call takes. */
const CHUNK = 8192

function copy(text: string, start: number, end: number): string {
  let made = ''
  for (let from = start; from < end; from += CHUNK) {
    const codes: number[] = []
    for (let at = from; at < end && at < from + CHUNK; at++) codes.push(text.charCodeAt(at))
    made += String.fromCharCode(...codes)
  }
  return made
}

type Make = (text: string, at: number) => string

const { fromCharCode } = String

// biome-ignore format: one call a length
const flat13: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12))
// biome-ignore format: one call a length
const flat14: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13))
// biome-ignore format: one call a length
const flat15: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14))
// biome-ignore format: one call a length
const flat16: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15))
// biome-ignore format: one call a length
const flat17: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16))
// biome-ignore format: one call a length
const flat18: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17))
// biome-ignore format: one call a length
const flat19: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17), t.charCodeAt(i + 18))
// biome-ignore format: one call a length
const flat20: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17), t.charCodeAt(i + 18), t.charCodeAt(i + 19))
// biome-ignore format: one call a length
const flat21: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17), t.charCodeAt(i + 18), t.charCodeAt(i + 19), t.charCodeAt(i + 20))
// biome-ignore format: one call a length
const flat22: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17), t.charCodeAt(i + 18), t.charCodeAt(i + 19), t.charCodeAt(i + 20), t.charCodeAt(i + 21))
// biome-ignore format: one call a length
const flat23: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17), t.charCodeAt(i + 18), t.charCodeAt(i + 19), t.charCodeAt(i + 20), t.charCodeAt(i + 21), t.charCodeAt(i + 22))
// biome-ignore format: one call a length
const flat24: Make = (t, i) => fromCharCode(t.charCodeAt(i), t.charCodeAt(i + 1), t.charCodeAt(i + 2), t.charCodeAt(i + 3), t.charCodeAt(i + 4), t.charCodeAt(i + 5), t.charCodeAt(i + 6), t.charCodeAt(i + 7), t.charCodeAt(i + 8), t.charCodeAt(i + 9), t.charCodeAt(i + 10), t.charCodeAt(i + 11), t.charCodeAt(i + 12), t.charCodeAt(i + 13), t.charCodeAt(i + 14), t.charCodeAt(i + 15), t.charCodeAt(i + 16), t.charCodeAt(i + 17), t.charCodeAt(i + 18), t.charCodeAt(i + 19), t.charCodeAt(i + 20), t.charCodeAt(i + 21), t.charCodeAt(i + 22), t.charCodeAt(i + 23))

const BY_LENGTH: readonly Make[] = [
  flat13,
  flat14,
  flat15,
  flat16,
  flat17,
  flat18,
  flat19,
  flat20,
  flat21,
  flat22,
  flat23,
  flat24,
]
