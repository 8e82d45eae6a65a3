import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docPages, guides, pageFolders } from '../scripts/doc-pages.js'
import { consoleExamples, libraryExample, shellCommands } from '../scripts/examples.js'
import { type Fence, fences } from '../scripts/fences.js'
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

/** Blocks of a page that are run where it is not said below; `test/package/pipelines.test.ts` refuses unknown ones. */
const ELSEWHERE = ['docs/ci.md']

/** The blocks that a test of this file, or of the package, runs. */
const RUN: Readonly<Record<string, (fence: Fence, page: string) => boolean>> = {
  console: ({ body }) => consoleExamples(`\`\`\`console\n${body}\`\`\``).length > 0,
  sh: (_fence, page) => page === 'README.md',
  text: ({ body }) => libraryExample(README).output === body,
  ts: ({ body }) => libraryExample(README).code === body,
}

describe('the examples', () => {
  for (const page of ['README.md', ...guides()])
    it(`of ${page} are all run`, () => {
      const blocks = fences(readFileSync(join(ROOT, page), 'utf8'))
      const left = ELSEWHERE.includes(page)
        ? []
        : blocks.filter((fence) => RUN[fence.language]?.(fence, page) !== true)
      expect(left).toEqual([])
    })

  it('of other pages are none, but for facts and texts that are made', () => {
    const others = pagesOf('').filter((page) => !['README.md', ...guides()].includes(page))
    const made = pageFolders().map((folder) => `docs/${folder}/`)
    const own = others.filter((page) => !made.some((folder) => page.startsWith(folder)))
    const blocks = own.flatMap((page) => fences(readFileSync(join(ROOT, page), 'utf8')))
    expect(own).toContain('fixtures/README.md')
    expect(blocks).toEqual([])
  })
})

/** Markdown files of the project below a folder. */
function pagesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name)
    const isOwn = !item.name.startsWith('.') && !FOREIGN.has(path)
    if (item.isDirectory()) return isOwn ? pagesOf(path) : []
    return item.name.endsWith('.md') ? [path] : []
  })
}

const FOREIGN = new Set(['node_modules', 'dist', 'reports', 'coverage'])

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
