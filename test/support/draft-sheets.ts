/** Writes the sheets and judgements that the present code gives, to be read before they are kept. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { judgementOf } from '../analyze/judgement.js'
import { sheetOf, varieties } from '../remedies/sheet.js'
import { loadCases } from './cases.js'

const keep = (path: string, text: string) => writeFileSync(new URL(path, import.meta.url), text)

for (const variety of varieties) keep(`../remedies/sheets/${variety.name}.txt`, sheetOf(variety))

const cases = fileURLToPath(new URL('../../fixtures/cases', import.meta.url))
for (const { id, judge } of loadCases(cases))
  keep(`../analyze/judgements/${id}.txt`, judgementOf(judge().analysis))
