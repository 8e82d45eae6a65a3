import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { consoleExamples, shellCommands } from '../scripts/examples.js'
import { withTables } from '../scripts/tables.js'
import { cli, ROOT } from './support/cli.js'

const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

describe('the README', () => {
  it('has current tables (else: npm run docs)', () => expect(withTables(README)).toBe(README))

  for (const { args, output } of consoleExamples(README))
    it(`shows what "${args.join(' ')}" prints (else: npm run docs)`, async () => {
      expect((await cli(args)).shown).toBe(output)
    })

  for (const command of shellCommands(README))
    it(`names a command that works: ${command}`, async () => {
      const [program = '', ...args] = command.split(' ')
      if (program === 'node') {
        expect(args.shift()).toBe('dist/cli.js')
        const { code, out } = await cli(args)
        expect(code).toBe(1)
        expect(out).toContain('= remedy: route delete 192.0.2.0')
      } else if (args[0] === 'run') expect(scripts).toHaveProperty(args[1] ?? '')
      else expect(command).toMatch(/^npm (?:ci|test)$/)
    })

  it('tells no path or host of the machine that it was written on', () =>
    expect(README).not.toMatch(/\/(?:work|home|tmp|root)\b/))
})
