/** What a list holds by its keys, in order; each may have several. */
export function grouped<K, T>(
  list: readonly T[],
  keysOf: (one: T) => Iterable<K>,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const one of list)
    for (const key of keysOf(one)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  return groups
}
