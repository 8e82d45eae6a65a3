import { parseArp, parseRoutes } from '../../src/index.js'
import { type Figure, fastest, type Subject, worst } from './subject.js'
import { type Table, tableOf, tables } from './tables.js'

const ROWS = 100_000
const SMALL_ROWS = 40
const SMALL_COUNT = 500

/** Reads a table with the parser of its kind, and makes sure that it was read. */
export function read({ kind, name, text }: Table, rows: number): unknown {
  const result = kind === 'routes' ? parseRoutes(text) : parseArp(text)
  if (result.records.length < rows) throw new Error(`${name}: ${result.records.length} records`)
  return result
}

/** Large tables, against cutting them into lines. */
export const large: Subject = async () => {
  const figures: (Figure & { note: string })[] = []
  for (const table of tables(ROWS)) {
    const base = await fastest(() => table.text.split('\n'))
    const time = await fastest(() => read(table, ROWS))
    figures.push({
      subject: `time ÷ split, worst format, ${ROWS} rows`,
      value: time / base,
      unit: '×',
      required: 20,
      aim: 9.5,
      note: table.name,
    })
  }
  return [worst(figures)]
}

/** Short captures, all different, against cutting them into lines. */
export const small: Subject = async () => {
  const figures: (Figure & { note: string })[] = []
  for (const { name } of tables(1)) {
    const captures = Array.from({ length: SMALL_COUNT }, (_, i) =>
      tableOf(name, SMALL_ROWS, i * SMALL_ROWS),
    )
    const base = await fastest(() => captures.map(({ text }) => text.split('\n')))
    const time = await fastest(() => captures.map((table) => read(table, SMALL_ROWS)))
    figures.push({
      subject: `time ÷ split, ${SMALL_COUNT} captures of ${SMALL_ROWS} rows`,
      value: time / base,
      unit: '×',
      required: 20,
      aim: 7,
      note: name,
    })
  }
  return [worst(figures)]
}

/** `ip route` against JSON.parse of the same table as `ip -json` prints it. */
export const againstJson: Subject = async () => {
  const table = tableOf('linux ip route', ROWS)
  const json = JSON.stringify(
    parseRoutes(table.text).records.map(({ destination, gateway, interface: dev, metric }) => ({
      dst: destination === '0.0.0.0/0' ? 'default' : destination,
      gateway: gateway.kind === 'address' ? gateway.address : '',
      dev,
      protocol: 'static',
      metric,
      flags: [],
    })),
  )
  const base = await fastest(() => JSON.parse(json))
  const time = await fastest(() => read(table, ROWS))
  return [
    {
      subject: 'ip route × faster than JSON.parse of ip -json',
      value: base / time,
      unit: '×',
      required: 1.5,
      aim: 2.2,
      moreIsBetter: true,
    },
  ]
}

/** One call on a million rows against ten calls on 100,000, all results kept. */
export const growth: Subject = async () => {
  const figures: (Figure & { note: string })[] = []
  for (const name of ['linux ip route', 'windows route print']) {
    const one = tableOf(name, 10 * ROWS)
    const parts = Array.from({ length: 10 }, (_, i) => tableOf(name, ROWS, i * ROWS))
    const whole = await fastestOf(3, () => read(one, 10 * ROWS))
    const ten = await fastestOf(3, () => parts.map((part) => read(part, ROWS)))
    figures.push({
      subject: 'one call on 1,000,000 rows ÷ ten on 100,000',
      value: whole / ten,
      unit: '×',
      required: 1.5,
      aim: 1.25,
      note: name,
    })
  }
  return [worst(figures)]
}

/** Few runs of a long call, each from a clean heap. */
function fastestOf(runs: number, call: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    globalThis.gc?.()
    const start = performance.now()
    const kept = call()
    best = Math.min(best, performance.now() - start)
    if (kept === undefined) throw new Error('no result')
  }
  return best
}

/** Bytes that a row's record keeps, the text let go. */
export const memory: Subject = async () => {
  const figures = tables(1).map(({ name }) => ({
    subject: 'bytes kept per row',
    value: keptBytes(name) / ROWS,
    unit: 'B',
    required: 260,
    aim: 140,
    note: name,
  }))
  return [worst(figures)]
}

function keptBytes(name: string): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc')
  // What the first call leaves behind, code and memos, is of no row.
  readOnce(name)
  globalThis.gc()
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  const kept = readOnce(name)
  globalThis.gc()
  const bytes = process.memoryUsage().heapUsed - before
  if (kept === undefined) throw new Error('no result')
  return bytes
}

/** In a function of its own, so that nothing else holds the text. */
function readOnce(name: string): unknown {
  return read(tableOf(name, ROWS), ROWS)
}
