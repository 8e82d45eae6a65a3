/** Writes the sheets of commands from what the present code says, to be read against the manuals before they are kept. */
import { writeFileSync } from 'node:fs'
import { sheetOf, varieties } from '../remedies/sheet.js'

for (const variety of varieties)
  writeFileSync(
    new URL(`../remedies/sheets/${variety.name}.txt`, import.meta.url),
    sheetOf(variety),
  )
