/** True where a name fits a pattern in which `*` stands for any characters. */
export function matches(pattern: string, name: string): boolean {
  const { head, tail, middle } = partsOf(pattern)
  if (tail === undefined) return pattern === name
  if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length)
    return false
  const end = name.length - tail.length
  let at = head.length
  for (const part of middle) {
    const found = name.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}

interface Parts {
  /** What stands before the first `*`: all of a pattern that has none. */
  readonly head: string
  /** What stands behind the last; undefined where there is none. */
  readonly tail: string | undefined
  readonly middle: readonly string[]
}

function partsOf(pattern: string): Parts {
  const [head = '', ...middle] = pattern.split('*')
  return { head, tail: middle.pop(), middle }
}

/** Patterns with the same beginning and end, by their places in the list. */
interface Alike {
  readonly places: number[]
  readonly patterns: string[]
}

/** Finds which of many patterns a name fits, without trying each. */
export interface NamePatterns {
  /** The place of the first that fits; -1 where none does. */
  readonly first: (name: string) => number
  /** The places of all that fit, in order. */
  readonly all: (name: string) => number[]
}

/** Patterns by their beginnings and ends, which a name either has or has not. */
export function namePatterns(patterns: readonly string[]): NamePatterns {
  const alike = new Map<string, Alike>()
  const lengths = new Map<string, readonly [head: number, tail: number]>()
  for (const [place, pattern] of patterns.entries()) {
    const { head, tail } = partsOf(pattern)
    const key = keyOf(head, tail)
    const known = alike.get(key) ?? { places: [], patterns: [] }
    known.places.push(place)
    known.patterns.push(pattern)
    alike.set(key, known)
    if (tail !== undefined) lengths.set(`${head.length} ${tail.length}`, [head.length, tail.length])
  }
  const candidates = (name: string): Alike[] => {
    const found = [alike.get(keyOf(name, undefined))]
    for (const [head, tail] of lengths.values())
      if (head + tail <= name.length)
        found.push(alike.get(keyOf(name.slice(0, head), name.slice(name.length - tail))))
    return found.filter((one) => one !== undefined)
  }
  return {
    first: (name) => {
      const firsts = candidates(name).flatMap(({ places, patterns: own }) => {
        const at = own.findIndex((pattern) => matches(pattern, name))
        return at < 0 ? [] : (places[at] ?? [])
      })
      return firsts.reduce((least, place) => (least < 0 || place < least ? place : least), -1)
    },
    all: (name) =>
      candidates(name)
        .flatMap(({ places, patterns: own }) =>
          places.filter((_, at) => matches(own[at] ?? '', name)),
        )
        .sort((a, b) => a - b),
  }
}

/** A `*` stands in no part of a pattern. */
function keyOf(head: string, tail: string | undefined): string {
  return tail === undefined ? head : `${head}*${tail}`
}
