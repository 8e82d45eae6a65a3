import { forJson, wellFormed } from './escape.js'
import type { ReportedHost } from './model.js'
import type { Report } from './report.js'

/** Everything, as one JSON document. */
export const jsonReport = {
  id: 'json',
  summary: 'everything as one JSON document',
  extension: 'json',
  render: (model) => `${toJson({ ...model, hosts: model.hosts.map(dataOf) }, 2)}\n`,
} as const satisfies Report

/** A host as documents of data hold it. */
export function dataOf({ tables: _, ...host }: ReportedHost): ReportedHost {
  return host
}

/** JSON text whose strings every decoder accepts and every terminal may show. */
export function toJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent)
  // Lone surrogates are what JSON escapes so: looking at every string by itself would take as long as the rest.
  return forJson(text.includes('\\ud') ? JSON.stringify(value, withoutSurrogates, indent) : text)
}

function withoutSurrogates(_key: string, field: unknown): unknown {
  return typeof field === 'string' ? wellFormed(field) : field
}
