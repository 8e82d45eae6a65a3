import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadCases } from '../support/cases.js'
import { judgementOf } from './judgement.js'

const cases = fileURLToPath(new URL('../../fixtures/cases', import.meta.url))

/**
 * What is said of each case in full: a case itself names only what must be found. `npx tsx test/support/draft-sheets.ts`
 * writes the judgements anew; their difference is what has to be read again.
 */
describe('the judgement', () => {
  for (const { id, judge } of loadCases(cases))
    it(`of ${id} is as it was approved`, () => {
      const path = fileURLToPath(new URL(`judgements/${id}.txt`, import.meta.url))
      expect(judgementOf(judge().analysis)).toBe(readFileSync(path, 'utf8'))
    })
})
