import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { platforms } from '../../src/model/platform.js'
import { loadFixtures } from '../support/fixtures.js'
import { damagedCells } from './damaged-cells.js'

const fixtures = loadFixtures()

/**
 * What is said of a row whose cell was lost or is another's, cell by cell. `npx tsx test/support/draft-sheets.ts` writes
 * the sheets anew; their difference is what has to be read again.
 */
describe('rows with a damaged cell', () => {
  for (const platform of platforms)
    it(`of ${platform} are read as was approved`, () => {
      const path = fileURLToPath(new URL(`damaged-cells/${platform}.txt`, import.meta.url))
      expect(damagedCells(platform, fixtures)).toBe(readFileSync(path, 'utf8'))
    })
})
