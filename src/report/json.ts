import { wellFormed } from './escape.js'
import type { Report } from './report.js'

/** Everything, as one JSON document. */
export const jsonReport = {
  id: 'json',
  summary: 'everything as one JSON document',
  extension: 'json',
  render: (model) => `${toJson(model, 2)}\n`,
} as const satisfies Report

/** DEL, C1 and bidi controls: JSON may hold them as they are, a terminal may not get them. */
const UNSHOWABLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** JSON text whose strings every decoder accepts and every terminal may show. */
export function toJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(
    value,
    (_key, field) => (typeof field === 'string' ? wellFormed(field) : field),
    indent,
  )
  return text.replace(
    UNSHOWABLE,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
