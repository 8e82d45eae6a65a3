/** A function that works out its answer for an object once, and keeps it as long as the object lives. */
export function once<K extends object, V>(answer: (about: K) => V): (about: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return (about) => {
    const found = known.get(about)
    if (found !== undefined) return found.value
    const value = answer(about)
    known.set(about, { value })
    return value
  }
}
