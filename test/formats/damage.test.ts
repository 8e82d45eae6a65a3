import { describe, expect, it } from 'vitest'
import { damagesOf, invented } from '../support/damage.js'
import { loadFixtures } from '../support/fixtures.js'

/** How many places of each kind of damage are tried in a fixture, spread over its length. */
const PLACES = Number(process.env['DAMAGE_PLACES'] ?? 14)

const fixtures = loadFixtures().filter(
  ({ expected }) => expected.detectable !== false && expected.diagnostics.length === 0,
)

describe('damage never makes a clean record that the capture does not hold', () => {
  for (const fixture of fixtures)
    for (const [what, damage] of Object.entries(damagesOf(fixture)))
      it(`${fixture.name} with ${what}`, () => {
        const found = new Set<string>()
        for (let i = 1; i < PLACES; i++)
          for (const one of invented(fixture, damage(fixture.text, i / PLACES))) found.add(one)
        expect([...found]).toEqual([])
      })
})
