/** Values of a JSON object that came from outside: what has not the wanted type is absent. */
export type JsonFields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object of a text; undefined where it is none. */
export function parseFields(text: string): JsonFields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The field where it is a text. */
export function textOf(fields: JsonFields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The field where it is a whole number that is exact. */
export function numberOf(fields: JsonFields, name: string): number | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/** The objects of a field that is a list. */
export function listOf(fields: JsonFields, name: string): readonly JsonFields[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** The place of every object in a value in the order in which their braces open: outer ones before inner ones. */
export function objectPlaces(value: unknown): ReadonlyMap<JsonFields, number> {
  const places = new Map<JsonFields, number>()
  // A text may open more brackets than calls can be nested.
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (isFields(one)) places.set(one, places.size)
    if (typeof one !== 'object' || one === null) continue
    const inner = Object.values(one)
    for (let i = inner.length - 1; i >= 0; i--) open.push(inner[i])
  }
  return places
}
