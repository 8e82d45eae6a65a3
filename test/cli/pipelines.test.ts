import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import { program } from '../../src/cli/program.js'
import { reports } from '../../src/report/index.js'
import { cli, ROOT } from '../support/cli.js'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const GUIDE = read('docs/ci.md')
const ACTION = read('action.yml')
const HOOKS = read('.pre-commit-hooks.yaml')

const sink = { write: () => undefined, isTerminal: false }
const root = program({
  io: {
    argv: [],
    env: {},
    cwd: ROOT,
    stdout: sink,
    stderr: sink,
    stdin: async () => new Uint8Array(),
    today: () => '2026-01-01',
  },
  code: 0,
})

/** Long options of a command. */
function optionsOf(name: string): readonly (string | undefined)[] {
  return root.commands.find((one) => one.name() === name)?.options.map(({ long }) => long) ?? []
}

/** What stands behind the program's name in the code of the guide, up to the end of its command. */
const lines = [...GUIDE.matchAll(/^.*\brouteprint ((?:check|merge)\b[^\n'`<>|]*)/gm)].map(
  ([, line = '']) => line.trim(),
)

describe('docs/ci.md', () => {
  it('shows check and merge', () => expect(lines.length).toBeGreaterThan(6))

  it('is linked from the list of the documentation', () =>
    expect(read('docs/README.md')).toContain('(ci.md)'))

  it('says once what its one placeholder is', () => {
    expect(GUIDE.match(/`OWNER`/g)).toHaveLength(1)
    expect(GUIDE.indexOf('`OWNER`')).toBeLessThan(GUIDE.indexOf('OWNER/'))
    expect(GUIDE.match(/<[a-z]+>|\bTODO\b|\bYOUR_/g)).toBeNull()
  })

  for (const line of new Set(lines))
    it(`uses options that exist: ${line}`, () => {
      const [name = '', ...words] = line.split(/\s+/)
      expect(commands.map((one) => one.name)).toContain(name)
      const used = words.filter((word) => word.startsWith('--'))
      expect(used.filter((word) => !optionsOf(name).includes(word))).toEqual([])
      const formats = [...line.matchAll(/--report ([a-z]+)/g)].map(([, id]) => id)
      expect(formats.filter((id) => !reports.some((one) => one.id === id))).toEqual([])
    })

  it('shows inputs that the action has', () => {
    const inputs = [...ACTION.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name]) => name)
    const block = /with:\n((?: {10}.*\n)+)/.exec(GUIDE)?.[1] ?? ''
    const used = [...block.matchAll(/^ +([a-z-]+):/gm)].map(([, name]) => name)
    expect(used).toContain('path')
    expect(used.filter((name) => !inputs.includes(name))).toEqual([])
  })
})

describe('action.yml', () => {
  it('uses options that exist', () => {
    const used = [...ACTION.matchAll(/(--[a-z][a-z-]*)[ =]/g)].map(([, option]) => option)
    const own = used.filter((option) => option !== '--yes')
    expect(own.length).toBeGreaterThan(4)
    expect(own.filter((option) => !optionsOf('check').includes(option))).toEqual([])
  })

  it('reads every input by the environment, and none in the script', () => {
    const [head = '', script = ''] = ACTION.split('      run: |\n')
    expect(script).not.toContain('${{')
    for (const [, name] of ACTION.matchAll(/^ {2}([a-z-]+):\n {4}description/gm))
      expect(head).toContain(`: \${{ inputs.${name} }}`)
  })

  it('gives options in a form that the program takes', async () => {
    const args = ['check', '--report', 'github', '--fail-on=error', '--vip=192.0.2.99', '--']
    const { code, out } = await cli([...args, 'fixtures/hosts/web1'])
    expect(code).toBe(1)
    expect(out).toContain('::error')
  })
})

describe('the files for pipelines', () => {
  const blocks = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, body = '']) => body)
  for (const [index, text] of [ACTION, HOOKS, ...blocks].entries())
    it(`are YAML: ${index}`, async () => {
      // The parser is no dependency of ours: it comes with the tools of the build.
      const { parse } = await import('yaml')
      expect(parse(text)).toBeTypeOf('object')
    })

  it('name a hook that runs check', () => {
    expect(HOOKS).toContain('entry: npx --yes routeprint check')
    expect(HOOKS).toContain('pass_filenames: false')
  })
})
