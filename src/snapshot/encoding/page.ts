import iconv from 'iconv-lite'
import { headingWords } from './words.js'

/** A code page, and whether more than a guess speaks for it. */
export interface Page {
  readonly encoding: string
  readonly sure: boolean
}

/** Pages that are tried, the likelier first: of equally good ones, the first is taken. */
export const codePages: readonly string[] = [
  ...['cp850', 'windows-1252', 'cp852', 'windows-1250', 'cp866', 'windows-1251', 'cp437', 'cp858'],
  ...['cp932', 'cp936', 'cp949', 'cp950', 'cp857', 'windows-1254', 'cp737', 'windows-1253'],
  ...['cp862', 'windows-1255', 'cp720', 'windows-1256', 'cp775', 'windows-1257', 'windows-1258'],
  ...['windows-874', 'iso-8859-2', 'koi8-r', 'euc-jp'],
]
const SAMPLE = 64 * 1024
/** A word of two or three letters may turn up by chance; this many letters do not. */
const LEAST = 4

/** The code page of bytes that are no UTF-8: by what `chcp` printed, by the words found, else a likely one. */
export function pageOf(parts: readonly Uint8Array[]): Page {
  const sample = sampleOf(parts)
  const declared = declaredPage(sample)
  if (declared !== undefined) return { encoding: declared, sure: true }
  let best = { encoding: '', score: 0 }
  for (const encoding of codePages.filter((name) => iconv.encodingExists(name))) {
    const score = scoreOf(iconv.decode(sample, encoding))
    if (score > best.score) best = { encoding, score }
  }
  if (best.score >= LEAST) return { encoding: best.encoding, sure: true }
  if (best.score > 0) return { encoding: best.encoding, sure: false }
  return { encoding: looksOem(sample) ? 'cp850' : 'windows-1252', sure: false }
}

function sampleOf(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first.subarray(0, SAMPLE)
  const sample = new Uint8Array(SAMPLE)
  let size = 0
  for (const part of parts) {
    if (size === SAMPLE) break
    const piece = part.subarray(0, SAMPLE - size)
    sample.set(piece, size)
    size += piece.length
  }
  return sample.subarray(0, size)
}

/** How many letters the known words have that stand in a text; a sign of the East counts for two. */
function scoreOf(text: string): number {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{M}ー]+/u))
  let score = 0
  for (const word of headingWords)
    if (words.has(word) || (isUnspaced(word) && text.includes(word)))
      score += isUnspaced(word) ? word.length * 2 : word.length
  return score
}

/** Scripts that put no blanks between words. */
function isUnspaced(word: string): boolean {
  return word.length > 1 && word.charCodeAt(0) >= 0x3040
}

const CHCP_NEAR = 3
const SAID = /^[^:]{4,60}: *(\d{3,5})\.?$/
const SET = /\bchcp(?:\.com)? +(\d{3,5})$/i
const ASKED = /\bchcp(?:\.com)?$/i
const NAMED = /code ?page|codepagina|page de codes|codici|digos activa/i

/** The page that a `chcp` in the text sets or prints, in any language: `Active code page: 850`. */
function declaredPage(sample: Uint8Array): string | undefined {
  const lines = iconv.decode(sample, 'latin1').split(/\r?\n|\r/, 2000)
  let asked = -CHCP_NEAR
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    if (ASKED.test(text)) asked = index
    const near = index - asked < CHCP_NEAR || NAMED.test(text)
    const number = SET.exec(text)?.[1] ?? (near ? SAID.exec(text)?.[1] : undefined)
    const name = number === undefined ? undefined : pageName(number)
    if (name !== undefined) return name
  }
  return undefined
}

/** The name under which the page of a number is known; undefined for UTF-8, which these bytes are not, and for none. */
export function pageName(number: string): string | undefined {
  const name = /^125\d$|^874$/.test(number) ? `windows-${number}` : `cp${number}`
  return number !== '65001' && iconv.encodingExists(name) ? name : undefined
}

/** True where a letter of an OEM page stands inside a word: there windows-1252 has quotes and dashes, or nothing. */
function looksOem(sample: Uint8Array): boolean {
  for (let i = 1; i + 1 < sample.length; i++) {
    const byte = sample[i] ?? 0
    if (byte < 0x80 || byte > 0x9f) continue
    if (isLetter(sample[i - 1]) && isLetter(sample[i + 1])) return true
  }
  return false
}

function isLetter(byte = 0): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
}
