import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/consumer.js'

/**
 * Kilobytes, minified and gzipped, that importing one name may cost. Every parser knows every format, so that it can
 * say what a text is instead; what needs no parser must not pay for them.
 */
const MOST_KILOBYTES = {
  analyze: 45,
  flagNames: 3,
  message: 3,
  parseArp: 125,
  parseRoutes: 125,
  remedies: 36,
}

async function bundled(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  })
  return outputFiles[0]?.text ?? ''
}

describe('what a bundler makes of the library', () => {
  for (const [name, most] of Object.entries(MOST_KILOBYTES))
    it(`costs at most ${most} kB for ${name}`, async () => {
      const text = await bundled(`import { ${name} } from './src/index.js'\nconsole.log(${name})`)
      expect(gzipSync(text, { level: 9 }).length / 1000).toBeLessThan(most)
    })

  it('brings no parser along with the analyzer', async () => {
    const text = await bundled(`import { analyze } from './src/index.js'\nconsole.log(analyze)`)
    expect(text).not.toContain('windows-route-print')
  })

  it('runs where there is nothing of Node', async () => {
    const code =
      await bundled(`import { analyze, parseRoutes, readHost, remedies } from './src/index.js'
      globalThis.check = (text) => {
        const host = readHost({ name: 'web1' }, [{ text }])
        const [finding] = analyze(host, { vips: ['192.0.2.99'] }).findings
        return [parseRoutes(text).records.length, remedies(finding, host)[0].command]
      }`)
    const context = vm.createContext({ TextDecoder, TextEncoder })
    vm.runInContext(code, context)
    const capture = readFileSync(join(ROOT, 'fixtures/hosts/web1/route_print.txt'), 'utf8')
    const answer = vm.runInContext(`JSON.stringify(check(${JSON.stringify(capture)}))`, context)
    expect(JSON.parse(answer)).toEqual([16, 'route delete 192.0.2.0 mask 255.255.255.0 192.0.2.99'])
  })
})
