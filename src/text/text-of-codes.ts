/**
 * Strings of their own from character codes.
 *
 * A fixed number of codes makes a string twenty times faster than an array of them; an array applied, four times.
 */

import type { Codes } from './codes.js'

type Make = (codes: Codes, at: number) => string

const { fromCharCode } = String

// Positions lie inside the codes, or the caller would have no text to make.
const at = (codes: Codes, index: number) => codes[index] as number

const SHORTEST = 7
/** These are the lengths of most addresses and networks. */
// biome-ignore format: a length a line
const BY_LENGTH: readonly Make[] = [
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25), at(c, i + 26)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25), at(c, i + 26), at(c, i + 27)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25), at(c, i + 26), at(c, i + 27), at(c, i + 28)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25), at(c, i + 26), at(c, i + 27), at(c, i + 28), at(c, i + 29)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25), at(c, i + 26), at(c, i + 27), at(c, i + 28), at(c, i + 29), at(c, i + 30)),
  (c, i) => fromCharCode(at(c, i), at(c, i + 1), at(c, i + 2), at(c, i + 3), at(c, i + 4), at(c, i + 5), at(c, i + 6), at(c, i + 7), at(c, i + 8), at(c, i + 9), at(c, i + 10), at(c, i + 11), at(c, i + 12), at(c, i + 13), at(c, i + 14), at(c, i + 15), at(c, i + 16), at(c, i + 17), at(c, i + 18), at(c, i + 19), at(c, i + 20), at(c, i + 21), at(c, i + 22), at(c, i + 23), at(c, i + 24), at(c, i + 25), at(c, i + 26), at(c, i + 27), at(c, i + 28), at(c, i + 29), at(c, i + 30), at(c, i + 31)),
]

/** From this length on engines keep a cut text as a part of the whole, which stays alive with it. */
export const SHARED_FROM = 13

/** At most this many codes are applied at once; engines limit how many arguments a call takes. */
const CHUNK = 8192

/** The text of the codes from `start` up to but not including `end`, as a string of its own. */
export function textOfCodes(codes: Codes, start: number, end: number): string {
  const make = BY_LENGTH[end - start - SHORTEST]
  if (make !== undefined) return make(codes, start)
  let text = ''
  for (let from = start; from < end; from += CHUNK)
    text += Reflect.apply(fromCharCode, null, codes.subarray(from, Math.min(end, from + CHUNK)))
  return text
}

/** Codes that stood where `textAnd` needed room. */
const displaced = /* @__PURE__ */ new Uint16Array(8)

/** As `textOfCodes`, with a few more characters behind it: one text, not two that are joined. */
export function textAnd(codes: Codes, start: number, end: number, suffix: string): string {
  const { length } = suffix
  if (length > displaced.length || end + length > codes.length)
    return textOfCodes(codes, start, end) + suffix
  for (let i = 0; i < length; i++) {
    displaced[i] = at(codes, end + i)
    codes[end + i] = suffix.charCodeAt(i)
  }
  const text = textOfCodes(codes, start, end + length)
  for (let i = 0; i < length; i++) codes[end + i] = displaced[i] as number
  return text
}
