import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Figure, Subject } from './subject.js'
import { tableOf } from './tables.js'

/** The build; the benchmark is run from the project's folder. */
const DIST = resolve('dist')
const GIB = 1 << 30

/** Runs a program in a process of its own; what it prints is JSON. */
function inProcess(source: string): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const file = join(folder, 'run.mjs')
    writeFileSync(file, source)
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    // The program is ours and prints one object of numbers.
    return JSON.parse(stdout) as Record<string, number>
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A stream of 1 GiB: speed, and the most memory the process had. */
export const stream: Subject = async () => {
  const block = JSON.stringify(tableOf('linux ip route', 10_000).text)
  const { seconds = 0, peak = 0 } = inProcess(`
    import { readRoutes } from ${JSON.stringify(join(DIST, 'index.js'))}
    const block = new TextEncoder().encode(${block})
    const count = Math.ceil(${GIB} / block.length)
    function* chunks() { for (let i = 0; i < count; i++) yield block }
    const start = performance.now()
    let rows = 0
    for await (const { records } of readRoutes(chunks())) rows += records.length
    const seconds = (performance.now() - start) / 1000
    if (rows < count * 10000) throw new Error(rows + ' rows')
    console.log(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024 }))
  `)
  const subject = 'stream of 1 GiB of ip route'
  return [
    { subject, value: 1024 / seconds, unit: 'MiB/s', required: 200, aim: 400, moreIsBetter: true },
    { subject: `${subject}, peak`, value: peak, unit: 'MiB', required: 128, aim: 96 },
  ]
}

const RUNS = 21

/** Starting a process that loads the library as a user does, against one that loads an empty file the same way. */
export const starting: Subject = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return (['import', 'require'] as const).map((way) => {
      const empty = join(folder, way === 'import' ? 'empty.mjs' : 'empty.cjs')
      writeFileSync(empty, '')
      // The folder of the project, so that the package is found by its own name and its `exports`.
      const value = ratio(way, 'routeprint', empty)
      return { subject: `${way} ÷ an empty module`, value, unit: '×', required: 1.15, aim: 1.05 }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** How many times longer a process takes to load one module than another: the best runs of both, by turns. */
function ratio(way: 'import' | 'require', name: string, base: string): number {
  const best = { [name]: Number.POSITIVE_INFINITY, [base]: Number.POSITIVE_INFINITY }
  for (let i = 0; i < RUNS; i++)
    for (const one of [name, base]) best[one] = Math.min(best[one] ?? 0, loading(way, one))
  return (best[name] ?? 0) / (best[base] ?? 1)
}

/** Milliseconds of a process that loads a module. */
function loading(way: 'import' | 'require', name: string): number {
  const source = way === 'import' ? `import '${name}'` : `require('${name}')`
  const type = way === 'import' ? 'module' : 'commonjs'
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', source])
  if (status !== 0) throw new Error(`${source} failed`)
  return performance.now() - start
}

/** Size of the parsers alone, bundled, minified and compressed. */
export const size: Subject = async () => {
  const result = await build({
    stdin: {
      contents: "export { parse, parseArp, parseRoutes } from './index.js'",
      resolveDir: DIST,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  })
  const bytes = result.outputFiles[0]?.contents ?? new Uint8Array()
  const value = gzipSync(bytes, { level: 9 }).length / 1000
  return [
    { subject: 'parsers bundled, minified, gzipped', value, unit: 'kB', required: 25, aim: 12 },
  ]
}

/** The same tables read by jc, where Python has it. */
export const againstJc: Subject = async () => {
  const { status } = spawnSync('python3', ['-c', 'import jc'])
  if (status !== 0) return []
  const figures: Figure[] = []
  for (const [name, parser, required, aim] of JC_TABLES) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    const file = join(folder, 'table.txt')
    writeFileSync(file, tableOf(name, 20_000).text)
    const jc = spawnSync('python3', ['-c', JC, parser, file], { encoding: 'utf8' })
    const { seconds = 0 } = inProcess(`
      import { readFileSync } from 'node:fs'
      import { parseArp, parseRoutes } from ${JSON.stringify(join(DIST, 'index.js'))}
      const text = readFileSync(${JSON.stringify(file)}, 'utf8')
      const read = ${parser === 'arp' ? 'parseArp' : 'parseRoutes'}
      let best = Infinity
      for (let i = 0; i < 9; i++) {
        const start = performance.now()
        if (read(text).records.length < 20000) throw new Error('rows')
        best = Math.min(best, performance.now() - start)
      }
      console.log(JSON.stringify({ seconds: best / 1000 }))
    `)
    rmSync(folder, { recursive: true })
    const value = Number(jc.stdout) / seconds
    figures.push({
      subject: `× faster than jc, ${name}`,
      value,
      unit: '×',
      required,
      aim,
      moreIsBetter: true,
    })
  }
  return figures
}

const JC_TABLES = [
  ['linux netstat -rn', 'netstat', 4, 15],
  ['linux arp -n', 'arp', 4, 6],
  ['linux route -n', 'route', 4, 15],
] as const

const JC = `
import sys, time, jc
text = open(sys.argv[2]).read()
best = 1e9
for _ in range(3):
    start = time.perf_counter()
    jc.parse(sys.argv[1], text, quiet=True)
    best = min(best, time.perf_counter() - start)
print(best)
`
