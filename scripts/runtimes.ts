import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build, consumer, ROOT, run } from '../test/support/consumer.js'

/** Major versions of Node that the package is for; the npm package `node` carries their programs. */
const VERSIONS = ['20', '22', '24', '26']

const CAPTURE = join(ROOT, 'fixtures/hosts/web1')
const SMOKE = `
const { analyze, parseRoutes, readHost, remedies } = require('routeprint')
const { decode } = require('routeprint/snapshot')
const { readFileSync } = require('node:fs')
const { text } = decode(readFileSync(process.argv[2] + '/route_print.txt'))
const host = readHost({ name: 'web1' }, [{ text }])
const [finding] = analyze(host, { vips: ['192.0.2.99'] }).findings
console.log(parseRoutes(text).records.length, remedies(finding, host)[0].command)
`

/** Runs what is packed on each runtime, as a user installs it: `npm run test:runtimes`. Needs the registry. */
function tryVersion(version: string, folder: string): string {
  const program = ['--yes', `node@${version}`]
  const said = run('npx', [...program, 'smoke.cjs', CAPTURE], folder).trim()
  const esm = run('npx', [...program, 'smoke.mjs', CAPTURE], folder).trim()
  const cli = join('node_modules', 'routeprint', 'dist', 'cli.js')
  const checked = run('npx', [...program, cli, 'parse', join(CAPTURE, 'route_print.txt')], folder)
  const isRight = said === EXPECTED && esm === EXPECTED && checked.includes('windows-route-print')
  if (!isRight) throw new Error(`node ${version}: ${said} | ${esm}`)
  return run('npx', [...program, '--version'], folder).trim()
}

const EXPECTED = '16 route delete 192.0.2.0 mask 255.255.255.0 192.0.2.99'

build()
const folder = consumer()
try {
  writeFileSync(join(folder, 'smoke.cjs'), SMOKE)
  writeFileSync(
    join(folder, 'smoke.mjs'),
    `import { createRequire } from 'node:module'\nimport 'routeprint'\nimport 'routeprint/report'\nconst require = createRequire(import.meta.url)\n${SMOKE}`,
  )
  for (const version of VERSIONS) process.stdout.write(`${tryVersion(version, folder)}: runs\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
