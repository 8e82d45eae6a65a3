import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build, consumer, ROOT, run } from '../test/support/consumer.js'

/** What runs a file, and the npm package that carries its program. */
const RUNTIMES: readonly (readonly string[])[] = [
  ['node@20'],
  ['node@22'],
  ['node@24'],
  ['node@26'],
  ['bun@1'],
  ['deno@2', 'run', '--no-prompt', '--allow-read', '--allow-env', '--allow-sys'],
]

const CAPTURE = join(ROOT, 'fixtures/hosts/web1')
const EXPECTED = '16 route delete 192.0.2.0 mask 255.255.255.0 192.0.2.99'
const USE = `
const { text } = decode(readFileSync(process.argv[2] + '/route_print.txt'))
const host = readHost({ name: 'web1' }, [{ text }])
const [finding] = analyze(host, { vips: ['192.0.2.99'] }).findings
console.log(parseRoutes(text).records.length, remedies(finding, host)[0].command)
`
const FILES = {
  'smoke.cjs': `const { analyze, parseRoutes, readHost, remedies } = require('routeprint')
const { decode } = require('routeprint/snapshot')
const { readFileSync } = require('node:fs')
const process = require('node:process')
${USE}`,
  'smoke.mjs': `import { readFileSync } from 'node:fs'
import process from 'node:process'
import { analyze, parseRoutes, readHost, remedies } from 'routeprint'
import { report } from 'routeprint/report'
import { decode } from 'routeprint/snapshot'
if (typeof report !== 'function') throw new Error('no report')
${USE}`,
}

/** Runs what is packed on a runtime, as a user installs it, and returns its version. */
function tryRuntime([name = '', ...words]: readonly string[], folder: string): string {
  const [program = ''] = name.split('@')
  const file = (path: string, ...args: string[]) =>
    run('npx', ['--yes', `--package=${name}`, program, ...words, path, ...args], folder).trim()
  for (const path of Object.keys(FILES)) {
    const said = file(path, CAPTURE)
    if (said !== EXPECTED) throw new Error(`${name}, ${path}: ${said}`)
  }
  const cli = join('node_modules', 'routeprint', 'dist', 'cli.js')
  const parsed = file(cli, 'parse', join(CAPTURE, 'route_print.txt'))
  if (!parsed.includes('windows-route-print')) throw new Error(`${name}, the command: ${parsed}`)
  const [version = ''] = run(
    'npx',
    ['--yes', `--package=${name}`, program, '--version'],
    folder,
  ).split('\n')
  return `${program} ${version.replace(`${program} `, '')}`
}

/** Bun's bundler sets conditions of its own; what it writes must run far from the package. */
function tryBundle(folder: string): string {
  const away = mkdtempSync(join(tmpdir(), 'routeprint-bundle-'))
  try {
    const out = join(away, 'out.mjs')
    const source = `import { parseArp } from 'routeprint'\nconsole.log(parseArp('').lines.total)\n`
    writeFileSync(join(folder, 'small.mjs'), source)
    run(
      'npx',
      [
        '--yes',
        '--package=bun@1',
        'bun',
        'build',
        'small.mjs',
        '--target=node',
        `--outfile=${out}`,
      ],
      folder,
    )
    if (run('node', [out], away) !== '0\n') throw new Error('the bundle of bun does not run')
    return 'bun build for node'
  } finally {
    rmSync(away, { recursive: true, force: true })
  }
}

/** Tries the package on each runtime: `npm run test:runtimes`. Needs the registry. */
build()
const folder = consumer()
try {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  for (const runtime of RUNTIMES) process.stdout.write(`${tryRuntime(runtime, folder)}: runs\n`)
  process.stdout.write(`${tryBundle(folder)}: runs\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
