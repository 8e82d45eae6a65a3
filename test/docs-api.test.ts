import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ROOT } from './support/cli.js'

const out = mkdtempSync(join(tmpdir(), 'routeprint-api-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

it('has an API reference that can be made', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const args = String(scripts['docs:api']).split(' ').slice(1)
  const typedoc = join(ROOT, 'node_modules', '.bin', 'typedoc')
  execFileSync(typedoc, [...args, '--out', out, '--logLevel', 'Error'], {
    cwd: ROOT,
    stdio: 'pipe',
  })
  expect(readFileSync(join(out, 'index', 'functions', 'parseRoutes.md'), 'utf8')).toContain(
    'ParseResult',
  )
}, 120_000)
