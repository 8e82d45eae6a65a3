import { describe, expect, it } from 'vitest'
import { FreeNames } from '../../src/page/free-names.js'

describe('names that nothing else has', () => {
  const given = (names: readonly string[], taken: readonly string[] = []) => {
    const free = new FreeNames(taken)
    return names.map((name) => free.give(name))
  }

  it.each([
    ['stay as they are', ['a', 'b'], [], ['a', 'b']],
    ['are counted', ['a', 'a', 'a'], [], ['a', 'a (2)', 'a (3)']],
    ['pass over those that are taken', ['a', 'a'], ['a', 'a (3)'], ['a (2)', 'a (4)']],
    ['may be like those that were counted', ['a', 'a (2)', 'a'], [], ['a', 'a (2)', 'a (3)']],
  ] as const)('%s', (_, names, taken, wanted) => {
    expect(given(names, taken)).toEqual(wanted)
  })
})
