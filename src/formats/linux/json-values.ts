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

/** Every object in a value, outer ones before inner ones: the order in which their braces open. */
export function objectsIn(value: unknown): JsonFields[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  return isFields(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : []
}
