import { describe, expect, it } from 'vitest'
import { detect } from '../src/index.js'
import { draft, loadFixtures } from './support/fixtures.js'

describe('fixtures', () => {
  const fixtures = loadFixtures()

  it('exist', () => expect(fixtures.length).toBeGreaterThan(0))

  for (const { name, text, expected } of fixtures) {
    it(`reads ${name} exactly`, () => {
      expect(draft(text, expected)).toEqual(expected)
    })
    it(`accounts for every line of ${name}`, () => {
      const { total, ...roles } = expected.lines
      expect(Object.values(roles).reduce((sum, count) => sum + count, 0)).toBe(total)
      expect(
        text
          .replace(/\r+\n|\r/g, '\n')
          .replace(/\n$/, '')
          .split('\n').length,
      ).toBe(total)
    })
    if (expected.detectable !== false)
      it(`recognises ${name}`, () => expect(detect(text)[0]?.format).toBe(expected.format))
  }
})
