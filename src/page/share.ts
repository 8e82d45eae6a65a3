import type { Question } from './protocol.js'
import { emptyQuestion } from './question.js'

/** Version of what stands in a link; a page that does not know it says so. */
const VERSION = '1'
/** Characters beyond which mail and chat programs are known to cut links. */
export const LONG_LINK = 8_000
/** Characters beyond which Chromium refuses a link. */
export const LONGEST_LINK = 2_000_000
/** A link may unpack to this many bytes; a short one can be made to unpack to very many. */
const MOST_BYTES = 64 * 1024 * 1024

/** A link that cannot be read, with the reason for the reader. */
export class LinkError extends Error {}

/** The fragment of a link that holds the form: `#1.` and the deflated JSON in base64url. It is never sent anywhere. */
export async function toFragment(question: Question): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(question))
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Infinity)
  return `#${VERSION}.${toBase64(packed)}`
}

/** The form of a link; undefined where the fragment is none of ours. Throws a LinkError for one that is damaged. */
export async function fromFragment(fragment: string): Promise<Question | undefined> {
  const [, version, body] = /^#(\d+)\.([\w-]*)$/.exec(fragment) ?? []
  if (version === undefined || body === undefined) return undefined
  if (version !== VERSION)
    throw new LinkError(`the link is of version ${version}; this page reads version ${VERSION}`)
  let value: unknown
  try {
    const packed = fromBase64(body)
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES)
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('the link is damaged or was cut')
  }
  return toQuestion(value)
}

/** What a stranger's link says, field by field: whatever has not the right form is left out. */
function toQuestion(value: unknown): Question {
  if (typeof value !== 'object' || value === null) throw new LinkError('the link holds no captures')
  const given = new Map<string, unknown>(Object.entries(value))
  const text = (field: keyof Question, other: string) => {
    const found = given.get(field)
    return typeof found === 'string' ? found : other
  }
  const pastes = given.get('pastes')
  return {
    pastes: (Array.isArray(pastes) ? pastes : []).flatMap((one: unknown) => {
      if (typeof one !== 'object' || one === null || !('name' in one) || !('text' in one)) return []
      const { name, text: body } = one
      return typeof name === 'string' && typeof body === 'string' ? [{ name, text: body }] : []
    }),
    vips: text('vips', emptyQuestion.vips),
    role: text('role', emptyQuestion.role),
    platform: text('platform', emptyQuestion.platform),
    version: text('version', emptyQuestion.version),
    forwarding: text('forwarding', emptyQuestion.forwarding),
    servers: text('servers', emptyQuestion.servers),
    balancers: text('balancers', emptyQuestion.balancers),
    from: text('from', emptyQuestion.from),
  }
}

interface Transform {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<BufferSource>
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: Transform,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter()
  // A fault of the stream also ends the reading below, which is where it is handled.
  writer.write(bytes).catch(() => {})
  writer.close().catch(() => {})
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = readable.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    chunks.push(step.value)
    size += step.value.length
    if (size > most) {
      await reader.cancel()
      throw new LinkError('the link unpacks to more than 64 MB')
    }
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Bytes that one call of fromCharCode takes; more overflow the stack. */
const BLOCK = 0x8000

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += BLOCK)
    binary += String.fromCharCode(...bytes.subarray(at, at + BLOCK))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
