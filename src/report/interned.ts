/** Values that are kept once, each known by its place in the list. */
export interface Interned<T> {
  readonly values: readonly T[]
  /** The place of a value, which is added where it is new. */
  readonly indexOf: (value: T) => number
}

/** An empty list of values that are the same where their keys are. */
export function interned<T>(key: (value: T) => string): Interned<T> {
  const values: T[] = []
  const seen = new Map<string, number>()
  const indexOf = (value: T): number => {
    const name = key(value)
    const known = seen.get(name)
    if (known !== undefined) return known
    seen.set(name, values.length)
    return values.push(value) - 1
  }
  return { values, indexOf }
}
