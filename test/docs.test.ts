import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docPages, guides, pageFolders } from '../scripts/doc-pages.js'
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

describe('the guides', () => {
  for (const guide of guides()) {
    const text = readFileSync(join(ROOT, guide), 'utf8')

    for (const { args, output } of consoleExamples(text))
      it(`${guide} shows what "${args.join(' ')}" prints (else: npm run docs)`, async () => {
        expect((await cli(args)).shown).toBe(output)
      })

    it(`${guide} links to what is there, and names no machine`, () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
      expect(links.filter((path) => !existsSync(join(ROOT, 'docs', path)))).toEqual([])
      expect(text).not.toMatch(/\/(?:work|home|tmp|root)\b/)
    })
  }
})

describe('the pages of rules and formats', () => {
  it('are those that the lists make (else: npm run docs)', () => {
    const stored = pageFolders().flatMap((folder) =>
      readdirSync(join(ROOT, 'docs', folder)).map((file) => `${folder}/${file}`),
    )
    const pages = docPages()
    expect(stored.sort()).toEqual([...pages.keys()].sort())
    const old = [...pages].filter(
      ([path, page]) => readFileSync(join(ROOT, 'docs', path), 'utf8') !== page,
    )
    expect(old.map(([path]) => path)).toEqual([])
  })
})
