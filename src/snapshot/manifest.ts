import * as v from 'valibot'
import { readLocatedJson } from './config-json.js'

/** A manifest as its schema reads it, and the error for what only the caller can judge. */
export interface Manifest<T> {
  readonly value: T
  readonly fault: ReturnType<typeof readLocatedJson>['fault']
}

/** Reads a manifest by its schema; throws a `ConfigError` at the line of what is wrong. */
export function readManifest<S extends v.GenericSchema<unknown, object>>(
  schema: S,
  text: string,
  file: string,
): Manifest<v.InferOutput<S>> {
  const { value, fault } = readLocatedJson(text, file)
  if (Array.isArray(value)) throw fault([], 'expected an object, found an array')
  const read = v.safeParse(schema, value)
  if (read.success) return { value: read.output, fault }
  const issue = deepest({ ...read.issues[0], path: pathOf(read.issues[0]) })
  throw fault(issue.path, sentence(issue))
}

interface Issue {
  readonly kind: string
  readonly type: string
  readonly expected: string | null
  readonly received: string
  readonly message: string
  readonly path: readonly (string | number)[]
  readonly issues?: readonly v.BaseIssue<unknown>[] | undefined
}

/** Of the ways in which a union failed, the one that came farthest says what is wrong. */
function deepest(issue: Issue): Issue {
  if (issue.type !== 'union' || issue.issues === undefined) return issue
  const tried = issue.issues.map((one) => ({ ...one, path: [...issue.path, ...pathOf(one)] }))
  return tried.sort((a, b) => rank(b) - rank(a))[0] ?? issue
}

function rank({ path, kind }: Issue): number {
  return path.length * 2 + (kind === 'validation' ? 1 : 0)
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))
}

function sentence({ path, kind, expected, received, message }: Issue): string {
  const shown = path.join('.')
  if (expected === 'never') return `unknown key "${shown}"`
  if (received === 'undefined') return `${shown} is missing`
  const said = kind === 'schema' ? `expected ${expected}, found ${received}` : message
  return shown === '' ? said : `${shown}: ${said}`
}
