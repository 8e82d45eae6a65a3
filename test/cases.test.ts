import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../src/index.js'
import { loadCases, problemsOf } from './support/cases.js'

const own = fileURLToPath(new URL('../fixtures/cases', import.meta.url))

/** A folder of cases in the form of fixtures/README.md; unset, there is nothing to run. */
const given = process.env['ROUTEPRINT_CASES']

describe('own cases', () => {
  for (const one of existsSync(own) ? loadCases(own) : [])
    it(`judges ${one.id}`, () => expect(problemsOf(one.judge())).toEqual([]))

  it('raise every rule in one case and keep it silent in another', () => {
    const judged = loadCases(own).map((one) => one.judge())
    const silent = rules.filter(
      ({ id, needs }) =>
        // Settings are tested with records, value by value.
        !(needs as readonly string[]).includes('settings') &&
        !judged.some(({ one }) => one.expect.findings.some(({ rule }) => rule === id)),
    )
    const loud = rules.filter(
      ({ id }) =>
        !judged.some(({ analysis }) => analysis.findings.every(({ rule }) => rule !== id)),
    )
    expect([silent.map(({ id }) => id), loud.map(({ id }) => id)]).toEqual([[], []])
  })
})

describe.skipIf(given === undefined)('cases of a folder', () => {
  for (const one of given === undefined ? [] : loadCases(given))
    it(`judges ${one.id}`, () => expect(problemsOf(one.judge())).toEqual([]))
})
