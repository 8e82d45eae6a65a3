import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sheetOf, varieties } from './sheet.js'

/**
 * What is typed on each system, in every case, read against its manual before it was kept.
 * `npx tsx test/support/draft-sheets.ts` writes the sheets anew; their difference is what has to be read again.
 */
describe('the sheet of commands', () => {
  for (const variety of varieties)
    it(`of ${variety.name} is as it was approved`, () => {
      const path = fileURLToPath(new URL(`sheets/${variety.name}.txt`, import.meta.url))
      expect(sheetOf(variety)).toBe(readFileSync(path, 'utf8'))
    })
})
