import iconv from 'iconv-lite'
import type { Diagnostic } from '../model/diagnostic.js'

/** What the caller knows of the bytes. */
export interface DecodeOptions {
  /** Encoding to read them with where no byte order mark says otherwise: `cp850`, `windows-1252`. */
  readonly encoding?: string
}

/** The text of a capture, and how it was read. */
export interface Decoded {
  readonly text: string
  /** Name of the encoding in lower case: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string
  readonly diagnostics: readonly Diagnostic[]
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Read where bytes are no UTF-8: it has a character for almost every byte, and ASCII stays what it is. */
const FALLBACK = 'windows-1252'
const SAMPLE = 4096

/**
 * The text that bytes stand for: by their byte order mark, by the NULs of UTF-16, as UTF-8, or as a code page.
 *
 * Never throws on bytes. Throws a `RangeError` for an encoding that is not known.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const { encoding: asked } = options
  if (asked !== undefined && !isEncoding(asked))
    throw new RangeError(`unknown encoding "${asked}"; known are utf-8, utf-16le, cp437, cp850 …`)
  const sure = byMark(bytes) ?? byNuls(bytes)
  if (sure !== undefined) return decoded(bytes, sure)
  if (asked !== undefined) return decoded(bytes, asked.toLowerCase())
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8')
  return { ...decoded(bytes, FALLBACK), diagnostics: [doubtful('utf-8')] }
}

/** True for the name of an encoding that bytes can be read with. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name)
}

function byMark(bytes: Uint8Array): string | undefined {
  return MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1]
}

/** UTF-16 without a mark: in text that is mostly ASCII, every other byte is NUL. */
function byNuls(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4) return undefined
  const nuls = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const most = length / 2
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le'
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decoded(bytes: Uint8Array, encoding: string): Decoded {
  const text = iconv.decode(bytes, encoding)
  const odd = encoding.startsWith('utf-16') && bytes.length % 2 === 1
  return { text, encoding, diagnostics: odd || text.includes('\ufffd') ? [doubtful(encoding)] : [] }
}

function doubtful(encoding: string): Diagnostic {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  return { code: 'encoding-doubtful', level: 'warning', span, args: { encoding } }
}
