import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
  })
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
