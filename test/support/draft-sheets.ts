/** Writes the sheets and judgements that the present code gives, to be read before they are kept. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { platforms } from '../../src/model/platform.js'
import { judgementOf } from '../analyze/judgement.js'
import { damagedCells } from '../formats/damaged-cells.js'
import { sheetOf, varieties } from '../remedies/sheet.js'
import { loadCases } from './cases.js'
import { loadFixtures } from './fixtures.js'

const keep = (path: string, text: string) => writeFileSync(new URL(path, import.meta.url), text)

for (const variety of varieties) keep(`../remedies/sheets/${variety.name}.txt`, sheetOf(variety))

const cases = fileURLToPath(new URL('../../fixtures/cases', import.meta.url))
for (const { id, judge } of loadCases(cases))
  keep(`../analyze/judgements/${id}.txt`, judgementOf(judge().analysis))

const fixtures = loadFixtures()
for (const platform of platforms)
  keep(`../formats/damaged-cells/${platform}.txt`, damagedCells(platform, fixtures))
