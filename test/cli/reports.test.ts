import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reports } from '../../src/report/index.js'
import { cli, ROOT } from '../support/cli.js'

const folder = mkdtempSync(join(tmpdir(), 'routeprint-reports-'))
const WEB2 = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const check = (args: readonly string[], env: Record<string, string> = {}) =>
  cli(['check', 'web2.txt', '--vip', '192.0.2.99', ...args], { cwd: folder, env })

beforeAll(() => writeFileSync(join(folder, 'web2.txt'), WEB2))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('check --report', () => {
  it('writes every report at once, each the same as alone', async () => {
    const files = reports.map(({ id, extension }) => [id, `all-${id}.${extension}`] as const)
    const ran = await check(files.flatMap(([id, file]) => ['--report', `${id}=${file}`]))
    expect(ran).toMatchObject({ code: 1, out: '', err: '' })
    for (const [id, file] of files) expect(read(file)).toBe((await check(['--report', id])).out)
  })

  it('adds the summary of a GitHub workflow to the file that it names', async () => {
    writeFileSync(join(folder, 'summary.md'), 'before\n')
    const env = { GITHUB_STEP_SUMMARY: 'summary.md' }
    const { out } = await check(['--report', 'github'], env)
    expect(out).toMatch(/^::error file=web2\.txt,line=7,/)
    expect(read('summary.md')).toMatch(/^before\n# routeprint\n\n\*\*1 host checked: 1 error\.\*\*/)
  })

  it('writes no summary where no GitHub report is asked for, or none is named', async () => {
    await check(['--report', 'text'], { GITHUB_STEP_SUMMARY: 'none.md' })
    await check(['--report', 'github'])
    await check(['--report', 'github'], { GITHUB_STEP_SUMMARY: '' })
    expect(existsSync(join(folder, 'none.md'))).toBe(false)
  })

  it('counts as failures what fails the check', async () => {
    const strict = await check(['--report', 'junit', '--fail-on', 'info'])
    expect(strict.out).toContain('failures="1"')
  })
})
