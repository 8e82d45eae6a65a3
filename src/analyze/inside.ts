import type { Prefix } from '../net/prefix.js'
import { type Placed, prefixOrder, valuesIn } from '../net/prefix-order.js'

/**
 * Finds what lies inside of a prefix, in the order that was given. The same prefix is searched once: rows that repeat it
 * may be as many as what lies inside.
 */
export function insides<T extends object>(
  given: readonly Placed<T>[],
): (prefix: Prefix) => readonly T[] {
  const order = prefixOrder(given.map(({ prefix }, value) => ({ prefix, value })))
  const known = new Map<string, readonly T[]>()
  return (prefix) => {
    const key = `${prefix.family} ${prefix.network}/${prefix.length}`
    const found = known.get(key)
    if (found !== undefined) return found
    const places = valuesIn(order, prefix).sort((a, b) => a - b)
    const values = places.flatMap((at) => given[at]?.value ?? [])
    // Few prefixes hold something, those that hold nothing are without number.
    if (values.length > 0) known.set(key, values)
    return values
  }
}
