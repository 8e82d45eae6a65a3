import iconv from 'iconv-lite'
import type { Diagnostic } from '../model/diagnostic.js'
import { type Page, pageOf } from './encoding/page.js'
import { type Part, partsOf } from './encoding/parts.js'

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

interface Piece {
  readonly text: string
  readonly encoding: string
  /** The encoding that the bytes do not fit, or that is no more than a guess. */
  readonly doubt?: string
}

/**
 * The text that bytes stand for: by their byte order mark, by the NULs of UTF-16, as UTF-8, or as the code page that
 * the caller or a `chcp` in the text names, or that makes known words of the bytes.
 *
 * Never throws on bytes. Throws a `RangeError` for an encoding that is not known.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const { encoding: asked } = options
  if (asked !== undefined && !isEncoding(asked))
    throw new RangeError(`unknown encoding "${asked}"; known are utf-8, utf-16le, cp437, cp850 …`)
  const parts = partsOf(bytes).map(read)
  const page = oncePage(parts)
  const pieces = parts.map((part) => piece(part, asked?.toLowerCase(), page))
  const encodings = [...new Set(pieces.map(({ encoding }) => encoding))]
  const encoding = encodings.join(' and ')
  const doubt = pieces.find((one) => one.doubt !== undefined)?.doubt
  const doubtful = encodings.length > 1 ? encodings[0] : doubt
  return {
    text: pieces.map(({ text }) => text).join(''),
    encoding: encoding === '' ? 'utf-8' : encoding,
    diagnostics: doubtful === undefined ? [] : [encodingDoubtful(doubtful)],
  }
}

/** True for the name of an encoding that bytes can be read with. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name)
}

/** A part, with its text where it is UTF-8. */
interface Read extends Part {
  readonly utf8: string | undefined
}

function read(part: Part): Read {
  return { ...part, utf8: part.width === 'bytes' ? asUtf8(part.bytes) : undefined }
}

/** The code page of all parts that need one: the shells that wrote them shared a console. */
function oncePage(parts: readonly Read[]): () => Page {
  let page: Page | undefined
  return () => {
    page ??= pageOf(
      parts.flatMap(({ width, utf8, bytes }) =>
        width === 'bytes' && utf8 === undefined ? [bytes] : [],
      ),
    )
    return page
  }
}

function piece({ width, bytes, utf8 }: Read, asked: string | undefined, page: () => Page): Piece {
  if (width !== 'bytes') {
    const text = iconv.decode(bytes, width)
    const broken = bytes.length % 2 === 1 || text.includes('\ufffd')
    return { text, encoding: width, ...(broken ? { doubt: width } : {}) }
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (utf8 !== undefined && (asked === undefined || marked))
    return { text: utf8, encoding: 'utf-8' }
  if (asked !== undefined) {
    const text = iconv.decode(bytes, asked)
    return { text, encoding: asked, ...(text.includes('\ufffd') ? { doubt: asked } : {}) }
  }
  if (marked) return { text: iconv.decode(bytes, 'utf-8'), encoding: 'utf-8', doubt: 'utf-8' }
  const { encoding, sure } = page()
  return { text: iconv.decode(bytes, encoding), encoding, ...(sure ? {} : { doubt: 'utf-8' }) }
}

const strict = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true })

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function encodingDoubtful(encoding: string): Diagnostic {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  return { code: 'encoding-doubtful', level: 'warning', span, args: { encoding } }
}
