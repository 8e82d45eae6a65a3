import type { AnyRecord } from '../../model/capture.js'

/** The fields of a record, to be read and set by name. */
export type Fields = Record<string, unknown>

/** True for equal values of a field: texts, numbers, or gateways. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false
  return holdsAll(one as Fields, other as Fields) && holdsAll(other as Fields, one as Fields)
}

/** True where a flat object has all that another has. */
function holdsAll(one: Fields, other: Fields): boolean {
  for (const name in other) if (one[name] !== other[name]) return false
  return true
}

/** A record as fields that are read and set by name; columns name only fields that their records have. */
export function fieldsOf(record: AnyRecord): Fields {
  return record as unknown as Fields
}
