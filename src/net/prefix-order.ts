import { countFirst } from './count-first.js'
import { contains, networkOf, type Prefix, prefixSize, samePrefix } from './prefix.js'

/** A prefix and what is known of it. */
export interface Placed<T> {
  readonly prefix: Prefix
  readonly value: T
}

/**
 * Prefixes in the order of their networks, the shorter first: what a prefix holds is one range, and what holds it is
 * found by searching for its network.
 */
export interface PrefixOrder<T> {
  readonly placed: readonly Placed<T>[]
  /** The lengths that some of them have, the shortest first. */
  readonly lengths: readonly number[]
}

/** The prefixes in order; those that are equal stay as they were given. */
export function prefixOrder<T>(given: readonly Placed<T>[]): PrefixOrder<T> {
  const placed = [...given].sort((a, b) => compare(a.prefix, b.prefix))
  const lengths = new Set(placed.map(({ prefix }) => prefix.length))
  return { placed, lengths: [...lengths].sort((a, b) => a - b) }
}

function compare(a: Prefix, b: Prefix): number {
  if (a.family !== b.family) return a.family - b.family
  if (a.network !== b.network) return a.network < b.network ? -1 : 1
  return a.length - b.length
}

/** The place of the first prefix at or behind one. */
function firstFrom({ placed }: PrefixOrder<unknown>, prefix: Prefix): number {
  return countFirst(placed.length, (at) => {
    const other = placed[at]?.prefix
    return other !== undefined && compare(other, prefix) < 0
  })
}

/** The values of the prefixes that equal one, or lie inside of it. */
export function valuesIn<T>(order: PrefixOrder<T>, prefix: Prefix): T[] {
  const { family, network } = prefix
  const beyond = { family, network: network + prefixSize(prefix), length: 0 }
  const inside = order.placed.slice(firstFrom(order, prefix), firstFrom(order, beyond))
  return inside.map(({ value }) => value)
}

/** True where some prefix equals one, or lies inside of it. */
export function hasIn(order: PrefixOrder<unknown>, prefix: Prefix): boolean {
  const found = order.placed[firstFrom(order, prefix)]?.prefix
  return found !== undefined && contains(prefix, found)
}

/** True where some prefix equals one. */
export function hasSame(order: PrefixOrder<unknown>, prefix: Prefix): boolean {
  const found = order.placed[firstFrom(order, prefix)]?.prefix
  return found !== undefined && samePrefix(found, prefix)
}

/** True where some prefix equals one, or holds it. */
export function hasAround(order: PrefixOrder<unknown>, prefix: Prefix): boolean {
  const { family, network: value, length: own } = prefix
  return order.lengths.some(
    (length) => length <= own && hasSame(order, networkOf({ family, value }, length)),
  )
}
