import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ROOT } from './support/cli.js'

const out = mkdtempSync(join(tmpdir(), 'routeprint-api-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** Files of a folder and their texts. */
function texts(folder: string): Record<string, string> {
  const files = readdirSync(folder).sort()
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

it('has the API reference that the sources make, without a warning (else: npm run docs:api)', () => {
  const typedoc = join(ROOT, 'node_modules', '.bin', 'typedoc')
  // Warnings are errors by the settings, and end it with a code that throws here.
  execFileSync(typedoc, ['--out', out], { cwd: ROOT, stdio: 'pipe' })
  const made = texts(out)
  expect(made['index.md']).toContain('ParseResult')
  expect(texts(join(ROOT, 'docs/api'))).toEqual(made)
}, 120_000)
