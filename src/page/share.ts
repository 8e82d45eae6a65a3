import type { HostFields, Paste, Question } from './protocol.js'
import { emptyFields, emptyQuestion } from './question.js'
import { through } from './through.js'

/** Version of what stands in a link; a page that does not know it says so. */
const VERSION = '1'
/** Behind the version in a link of a browser that cannot pack. */
const PLAIN = 'p'
/** Characters beyond which mail and chat programs are known to cut links. */
export const LONG_LINK = 8_000
/** Characters beyond which Chromium refuses a link. */
export const LONGEST_LINK = 2_000_000
/** A link may unpack to this many bytes; a short one can be made to unpack to very many. */
const MOST_BYTES = 64 * 1024 * 1024
/** Texts of more characters are not packed to learn that they are too long. */
const MOST_TEXT = 60_000_000

/** A link that cannot be made or read, with the reason for the reader. */
export class LinkError extends Error {}

/** The fragment of a link that holds the form: `#1.` and the deflated JSON in base64url. It is never sent anywhere. */
export async function toFragment(question: Question): Promise<string> {
  const json = JSON.stringify(question)
  if (json.length > MOST_TEXT) throw new LinkError('the captures are too long for any link')
  const bytes = new TextEncoder().encode(json)
  if (typeof CompressionStream === 'undefined') return `#${VERSION}${PLAIN}.${toBase64(bytes)}`
  const packed = await through(bytes, new CompressionStream('deflate-raw'), {
    most: MOST_BYTES,
    tooMany: () => new LinkError('the captures are too long for any link'),
  })
  return `#${VERSION}.${toBase64(packed)}`
}

/** The form of a link; undefined where the fragment is none of ours. Throws a LinkError for one that is damaged. */
export async function fromFragment(fragment: string): Promise<Question | undefined> {
  const [, version, plain, body] = /^#(\d+)(p?)\.([\w-]*)$/.exec(fragment) ?? []
  if (version === undefined || body === undefined) return undefined
  if (version !== VERSION)
    throw new LinkError(`the link is of version ${version}; this page reads version ${VERSION}`)
  let value: unknown
  try {
    const packed = fromBase64(body)
    const bytes = plain === PLAIN ? packed : await unpacked(packed)
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError('the link is damaged or was cut')
  }
  return toQuestion(value)
}

function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined')
    throw new LinkError('this browser cannot unpack links; a newer one can')
  return through(packed, new DecompressionStream('deflate-raw'), {
    most: MOST_BYTES,
    tooMany: () => new LinkError('the link unpacks to more than 64 MB'),
  })
}

/** What a stranger's link says, field by field: whatever has not the right form is left out. */
function toQuestion(value: unknown): Question {
  const given = members(value)
  if (given === undefined) throw new LinkError('the link holds no captures')
  const pastes = given.get('pastes')
  const hosts = [...(members(given.get('hosts')) ?? [])]
  return {
    ...textsAmong(given, emptyQuestion),
    pastes: (Array.isArray(pastes) ? pastes : []).flatMap(toPaste),
    hosts: Object.fromEntries(hosts.map(([key, fields]) => [key, toFields(fields)])),
  }
}

function members(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
}

/** The texts of a form, in the place of those that it has without any. */
function textsAmong<T extends object>(given: ReadonlyMap<string, unknown>, empty: T): T {
  const found = Object.entries(empty).map(([field, other]) => {
    const text = given.get(field)
    return [field, typeof other === 'string' && typeof text === 'string' ? text : other]
  })
  // Each field is a text in the place of a text, or what it was.
  return Object.fromEntries(found) as T
}

function toFields(value: unknown): HostFields {
  return textsAmong(members(value) ?? new Map(), emptyFields)
}

function toPaste(value: unknown): Paste[] {
  const given = members(value) ?? new Map()
  const { name, text, host, command } = textsAmong(given, {
    name: '',
    text: '',
    host: '',
    command: '',
  })
  if (text === '') return []
  return [{ name: name || 'capture', text, host, ...(command === '' ? {} : { command }) }]
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
