import * as v from 'valibot'
import { formats } from '../formats/index.js'
import { fileNameOf } from './command-name.js'
import { jsonFault } from './config-json.js'
import { lineSchema } from './schema.js'
import type { SnapshotHost } from './snapshot.js'

/** A host as one line of JSON gave it, or why the line gave none. */
export type HostLine =
  | { readonly host: SnapshotHost }
  | {
      readonly fault: string
      readonly name?: string
      /** Counted from 1, where the line is no JSON. */
      readonly column?: number
    }

const QUOTED = 60

/** Reads one host of a stream: `{"name", "captures": [{"command", "text"}]}` and what else is known of it. */
export function readHostLine(line: string): HostLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return noJson(line)
  }
  if (Array.isArray(value)) return { fault: 'expected an object, found an array' }
  const read = v.safeParse(lineSchema, value)
  if (!read.success) return { fault: sentence(read.issues[0]), ...nameOf(value) }
  const { captures, name, ...facts } = read.output
  const unknown = captures.find(({ format }) => format && !formats.some(({ id }) => id === format))
  if (unknown !== undefined) return { fault: `unknown format "${unknown.format}"`, name }
  const named = captures.map(({ file, command, ...rest }, index) => ({
    ...rest,
    ...(command === undefined ? {} : { command }),
    file: file ?? `${name}/${command === undefined ? index + 1 : fileNameOf(command)}`,
    encoding: 'utf-8',
    diagnostics: [],
  }))
  // The schema leaves out what was not given, which its types do not say.
  return { host: { facts: { name, ...facts }, captures: named } as SnapshotHost }
}

/** Quotes what stands around the fault: of a long line, its beginning tells nothing. */
function noJson(line: string): HostLine {
  const { offset, message } = jsonFault(line) ?? {}
  const from = Math.max(0, (offset ?? 0) - QUOTED / 2)
  const quoted = `expected a host as JSON, found "${line.slice(from, from + QUOTED)}"`
  if (offset === undefined) return { fault: quoted }
  return { fault: `${quoted}: column ${offset + 1}: ${message}`, column: offset + 1 }
}

function nameOf(value: unknown): { readonly name?: string } {
  if (typeof value !== 'object' || value === null || !('name' in value)) return {}
  return typeof value.name === 'string' ? { name: value.name } : {}
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.')
  if (issue.expected === 'never') return `unknown key "${path}"`
  const said =
    issue.kind === 'schema' ? `expected ${issue.expected}, found ${issue.received}` : issue.message
  return path === '' ? said : `${path}: ${said}`
}
