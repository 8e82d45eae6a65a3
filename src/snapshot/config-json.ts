import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'

/** Wrong configuration: a sentence that begins with `file:line:column`. */
export class ConfigError extends Error {
  /** `file:line:column`. */
  readonly place: string
  /** The sentence without its place. */
  readonly detail: string

  constructor(place: string, detail: string) {
    super(`${place}: ${detail}`)
    this.place = place
    this.detail = detail
  }
}

/** Nesting that no honest configuration has; the parser would run out of stack far beyond it. */
const DEEPEST = 50

/** A JSON document and a way to say where something of it stands. */
export interface LocatedJson {
  readonly value: unknown
  /** A `ConfigError` at the field that a path of keys leads to. */
  readonly fault: (path: readonly (string | number)[], message: string) => ConfigError
}

/** Reads strict JSON; throws a `ConfigError` at the place where it is none. */
export function readLocatedJson(text: string, file: string): LocatedJson {
  const at = (offset: number, message: string) =>
    new ConfigError(`${file}:${place(text, offset)}`, message)
  const { tree, fault } = readTree(text)
  if (fault !== undefined) throw at(fault.offset, fault.message)
  const twice = tree === undefined ? undefined : repeatedKey(tree)
  if (tree === undefined) throw at(0, 'expected JSON, found nothing')
  if (twice !== undefined) throw at(twice.offset, `"${twice.value}" cannot stand here`)
  return {
    value: JSON.parse(text),
    fault: (path, message) => at(nearest(tree, path).offset, message),
  }
}

/** Where a text is no JSON, and why. */
export interface JsonFault {
  readonly offset: number
  readonly message: string
}

/** What is wrong with a text that `JSON.parse` refused; undefined where only that knows. */
export function jsonFault(text: string): JsonFault | undefined {
  return readTree(text).fault
}

function readTree(text: string): { readonly tree?: Node; readonly fault?: JsonFault } {
  const deep = tooDeep(text)
  if (deep >= 0) return { fault: { offset: deep, message: `nested deeper than ${DEEPEST} levels` } }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error !== undefined)
    return { fault: { offset: error.offset, message: `no JSON: ${words(error)}` } }
  return tree === undefined ? {} : { tree }
}

function words({ error }: ParseError): string {
  return printParseErrorCode(error)
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase()
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`
}

/** Where brackets outside of strings are nested too deep; -1 where they are not. */
function tooDeep(text: string): number {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted && character === '\\') i++
    else if (character === '"') quoted = !quoted
    else if (!quoted && (character === '{' || character === '[')) {
      if (++depth > DEEPEST) return i
    } else if (!quoted && (character === '}' || character === ']')) depth--
  }
  return -1
}

/** The first key that an object has twice, or that is none of its own. */
function repeatedKey(node: Node): Node | undefined {
  const seen = new Set(['__proto__'])
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined
    if (key !== undefined && seen.has(key.value)) return key
    if (key !== undefined) seen.add(key.value)
    const below = repeatedKey(child)
    if (below !== undefined) return below
  }
  return undefined
}

/** The node of a path, its key where the value is one of an object; the closest one above where it is missing. */
function nearest(tree: Node, path: readonly (string | number)[]): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(tree, path.slice(0, length))
    const parent = found?.parent
    if (found !== undefined)
      return parent?.type === 'property' ? (parent.children?.[0] ?? found) : found
  }
  return tree
}
