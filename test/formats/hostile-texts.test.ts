import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ParseOptions } from '../../src/index.js'
import { fault } from '../support/fault.js'

const FOLDER = fileURLToPath(new URL('../../fixtures/hostile', import.meta.url))

/** What `npm run fuzz` has kept: the fault that a text once showed, and how it was read. */
interface Kept extends ParseOptions {
  readonly fault: string
  readonly text: string
}

describe('texts that once broke a promise keep every promise', () => {
  for (const file of readdirSync(FOLDER).sort())
    it(file, () => {
      // The files are written by the fuzz run, or by hand in its form.
      const { text, format } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Kept
      expect(fault(text, format === undefined ? {} : { format })).toBeUndefined()
    })
})
