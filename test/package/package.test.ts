import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build as bundle, transformSync } from 'esbuild'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraryExample } from '../../scripts/examples.js'
import { build, consumer, ROOT, run } from '../support/consumer.js'

const CAPTURE = 'Kernel IP routing table'
const ENTRIES = {
  routeprint: ['parse', 'parseArp', 'parseRoutes', 'detect', 'readHost', 'analyze', 'remedies'],
  'routeprint/snapshot': ['decode', 'readSnapshot'],
  'routeprint/report': ['report', 'reports'],
}

/** What a user of the package would write, with the types that it must have. */
const TYPED = `
const result: ParseResult<Route> = parseRoutes(${JSON.stringify(CAPTURE)}, { platform: 'aix' })
const total: number = result.lines.total
const encoding: string = decode(new Uint8Array()).encoding
// @ts-expect-error there is no such platform
parseRoutes('', { platform: 'beos' })
// @ts-expect-error there is no such format
parseRoutes('', { format: 'morse' })
console.log(total, encoding, reports.length > 0)
`

describe('the package', () => {
  let folder = ''
  beforeAll(() => {
    build()
    folder = consumer()
  }, 600_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  for (const [entry, names] of Object.entries(ENTRIES)) {
    const list = names.join(', ')
    const test = `for (const one of [${list}]) if (one === undefined) throw new Error('missing')`

    it(`is imported as ${entry}`, () => {
      writeFileSync(join(folder, 'use.mjs'), `import { ${list} } from '${entry}'\n${test}\n`)
      expect(run('node', ['use.mjs'], folder)).toBe('')
    })

    it(`is required as ${entry}`, () => {
      writeFileSync(join(folder, 'use.cjs'), `const { ${list} } = require('${entry}')\n${test}\n`)
      expect(run('node', ['use.cjs'], folder)).toBe('')
    })
  }

  it('exports the same however it is loaded', () => {
    for (const entry of ['index', 'report', 'snapshot']) {
      const code = `
        import assert from 'node:assert'
        import { createRequire } from 'node:module'
        const modules = await import(${JSON.stringify(join(ROOT, 'dist', `${entry}.js`))})
        const node = await import(${JSON.stringify(join(ROOT, 'dist', `${entry}.node.js`))})
        const required = createRequire(import.meta.url)(${JSON.stringify(join(ROOT, 'dist', `${entry}.cjs`))})
        const names = Object.keys(modules).sort()
        for (const other of [node, required]) {
          assert.deepEqual(Object.keys(other).sort(), names)
          for (const name of names) {
            assert.equal(typeof other[name], typeof modules[name])
            assert.equal(JSON.stringify(other[name]), JSON.stringify(modules[name]))
          }
        }
        console.log(names.length > 1)`
      writeFileSync(join(folder, 'same.mjs'), code)
      expect(run('node', ['same.mjs'], folder), entry).toBe('true\n')
    }
  })

  for (const load of [
    "import * as routeprint from 'routeprint'",
    "const routeprint = require('routeprint')",
  ])
    it(`loads nothing before it is needed, and then the part that is: ${load}`, () => {
      const isModule = load.startsWith('import')
      const cache = isModule
        ? "import { createRequire } from 'node:module'\nconst { cache } = createRequire(import.meta.url)"
        : 'const { cache } = require'
      const code = `${load}\n${cache}
        const loaded = () => Object.keys(cache).map((path) => path.split('/').at(-1))
          .filter((name) => /^(?:analyze|formats|model|remedies)\\.cjs$/.test(name))
        console.log(JSON.stringify([loaded(), routeprint.rules.length > 9, loaded(), routeprint.parseArp('').lines.total, loaded()]))`
      const file = isModule ? 'lazy.mjs' : 'lazy.cjs'
      writeFileSync(join(folder, file), code)
      expect(JSON.parse(run('node', [file], folder))).toEqual([[], true, [], 0, ['formats.cjs']])
    })

  it('runs from a bundle for Node, where nothing of the package is left beside it', async () => {
    writeFileSync(
      join(folder, 'whole.mjs'),
      `import { parseArp, rules } from 'routeprint'
      import { reports } from 'routeprint/report'
      console.log(parseArp('').lines.total, rules.length > 9 && reports.length > 5)`,
    )
    for (const conditions of [[], ['production']]) {
      const outfile = join(mkdtempSync(join(tmpdir(), 'routeprint-bundle-')), 'out.mjs')
      await bundle({
        absWorkingDir: folder,
        entryPoints: ['whole.mjs'],
        bundle: true,
        outfile,
        format: 'esm',
        platform: 'node',
        ...(conditions.length === 0 ? {} : { conditions }),
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire('/')",
        },
        logLevel: 'silent',
      })
      expect(run('node', [outfile], dirname(outfile))).toBe('0 true\n')
      rmSync(dirname(outfile), { recursive: true })
    }
  })

  for (const extension of ['mts', 'cts'])
    it(`has right types for ${extension} files`, () => {
      const head = `import { parseRoutes, type ParseResult, type Route } from 'routeprint'
import { decode } from 'routeprint/snapshot'
import { reports } from 'routeprint/report'`
      writeFileSync(join(folder, `typed.${extension}`), head + TYPED)
      const flags = '--strict --noEmit --module node16 --target es2022 --types node'.split(' ')
      const tsc = join(ROOT, 'node_modules', '.bin', 'tsc')
      expect(run(tsc, [...flags, `typed.${extension}`], folder)).toBe('')
    })

  it("runs the README's example as it is printed there", () => {
    const { code, output } = libraryExample(readFileSync(join(ROOT, 'README.md'), 'utf8'))
    writeFileSync(join(folder, 'example.mts'), code)
    if (!existsSync(join(folder, 'fixtures')))
      symlinkSync(join(ROOT, 'fixtures'), join(folder, 'fixtures'))
    const flags = '--strict --noEmit --module node16 --target es2022 --types node'.split(' ')
    run(join(ROOT, 'node_modules', '.bin', 'tsc'), [...flags, 'example.mts'], folder)
    writeFileSync(join(folder, 'example.mjs'), transformSync(code, { loader: 'ts' }).code)
    expect(run('node', ['example.mjs'], folder)).toBe(output)
  })

  it('has an executable program', () => {
    const path = join(folder, 'node_modules', 'routeprint', 'dist', 'cli.js')
    expect(statSync(path).mode & 0o111).toBe(0o111)
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(run(path, ['--version'], folder)).toBe(`${version}\n`)
  })

  it('holds what it needs and nothing else', () => {
    const listed = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], ROOT)
    const paths: string[] = JSON.parse(listed)[0].files.map((file: { path: string }) => file.path)
    const own = paths.filter((path) => !path.startsWith('dist/'))
    expect(own.sort()).toEqual([
      'LICENSE',
      'README.md',
      'package.json',
      'schema/host.schema.json',
      'schema/routeprint.schema.json',
    ])
    const stray = paths.filter((path) => !/\.(?:c?js|d\.c?ts|md|json)$|^LICENSE$/.test(path))
    expect(stray).toEqual([])
  })

  it('runs nothing when it is installed', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const names = ['preinstall', 'install', 'postinstall', 'prepare']
    expect(names.filter((name) => name in scripts)).toEqual([])
  })

  it('satisfies publint', async () => {
    const { messages } = await publint({ pkgDir: join(folder, 'node_modules', 'routeprint') })
    expect(messages).toEqual([])
  })

  it('has types that resolve as its code does', () => {
    const attw = join(ROOT, 'node_modules', '.bin', 'attw')
    const args = ['--pack', join(folder, 'node_modules', 'routeprint'), '--profile', 'node16']
    expect(run(attw, [...args, '--no-color', '--no-emoji'], folder)).toContain('OK (CJS)')
  })

  it('leaves out what is not imported, and everything of Node', async () => {
    writeFileSync(join(folder, 'arp.mjs'), `import { parseArp } from 'routeprint'\nparseArp('')\n`)
    const { outputFiles, metafile } = await bundle({
      absWorkingDir: folder,
      entryPoints: ['arp.mjs'],
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
    })
    const text = outputFiles[0]?.text ?? ''
    expect(text).not.toMatch(/extra-network-route|from "node:|require\("node:/)
    const inputs = Object.keys(metafile.inputs).filter((path) =>
      /commander|iconv|picocolors/.test(path),
    )
    expect(inputs).toEqual([])
  })
})
