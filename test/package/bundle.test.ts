import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { build as buildPackage, ROOT } from '../support/consumer.js'

/**
 * Kilobytes, minified and gzipped, that importing one name may cost: what was measured and 3 % more, so that none grows
 * by accident. Every parser knows every format, so that it can say what a text is instead; what needs no parser must not
 * pay for them.
 */
const MOST_KILOBYTES = {
  analyze: 40,
  flagNames: 13.4,
  message: 1.8,
  parseArp: 111,
  parseRoutes: 111,
  platforms: 0.2,
  remedies: 30.3,
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
  beforeAll(buildPackage, 600_000)

  for (const [name, most] of Object.entries(MOST_KILOBYTES))
    it(`costs at most ${most} kB for ${name}`, async () => {
      const text = await bundled(`import { ${name} } from './dist/index.js'\nconsole.log(${name})`)
      expect(text.length).toBeGreaterThan(100)
      expect(gzipSync(text, { level: 9 }).length / 1000).toBeLessThan(most)
    })

  it('brings no parser along with the analyzer', async () => {
    const text = await bundled(`import { analyze } from './dist/index.js'\nconsole.log(analyze)`)
    expect(text.includes('windows-route-print')).toBe(false)
  })

  it('brings no analyzer, no remedy, no report and no package along with a parser', async () => {
    const text = await bundled(`import { parseArp } from './dist/index.js'\nconsole.log(parseArp)`)
    expect(text.includes('windows-route-print')).toBe(true)
    // Of a rule, a remedy, a report, the sentence of a diagnostic, ip-address, netmask.
    const foreign = [
      'wide-alias-mask',
      'weakhostreceive',
      'sarif',
      'fits no column',
      'AddressError',
      'Invalid net address',
    ]
    expect(foreign.filter((words) => text.includes(words))).toEqual([])
    const whole = await bundled(`import * as all from './dist/index.js'
      import { reports } from './dist/report.js'
      console.log(all, reports)`)
    expect(foreign.filter((words) => !whole.includes(words))).toEqual([])
  })

  it('runs where there is nothing of Node', async () => {
    const code =
      await bundled(`import { analyze, parseRoutes, readHost, remedies } from './dist/index.js'
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
