import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadCases, problemsOf } from './support/cases.js'

const own = fileURLToPath(new URL('../fixtures/cases', import.meta.url))

/** A folder of cases in the form of fixtures/README.md; unset, there is nothing to run. */
const given = process.env['ROUTEPRINT_CASES']

describe('own cases', () => {
  for (const one of existsSync(own) ? loadCases(own) : [])
    it(`judges ${one.id}`, () => expect(problemsOf(one.judge())).toEqual([]))
})

describe.skipIf(given === undefined)('cases of a folder', () => {
  for (const one of given === undefined ? [] : loadCases(given))
    it(`judges ${one.id}`, () => expect(problemsOf(one.judge())).toEqual([]))
})
