/**
 * Reads damaged and made-up captures until the time is over: `npm run fuzz -- MINUTES SEED`. A text that makes it throw,
 * breaks a promise or is read too slowly is made smaller and kept in `reports/fuzz`; the exit code is then 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import fc from 'fast-check'
import { formats } from '../../src/formats/index.js'
import { type ParseOptions, parse } from '../../src/index.js'
import { loadFixtures } from '../support/fixtures.js'
import { hostileText, mutations } from '../support/hostile-text.js'
import { brokenPromises } from '../support/promises.js'

const MS_PER_10_KB = 50
const BATCH = 200
const FOLDER = 'reports/fuzz'

const [minutes = '10', first = '1'] = process.argv.slice(2)
const until = performance.now() + Number(minutes) * 60_000
const fixtures = loadFixtures()

/** What is wrong with a text; digits left out, so that the same fault is kept once. */
function fault(text: string, options: ParseOptions): string | undefined {
  try {
    const [broken] = brokenPromises(text, options)
    if (broken !== undefined) return broken.replace(/-?\d+/g, 'N').slice(0, 80)
  } catch (error) {
    return `throws ${error instanceof Error ? error.message : error}`
  }
  return isSlow(text, options) ? 'slow' : undefined
}

/** A single time may be disturbed: a text is slow when it is so three times. */
function isSlow(text: string, options: ParseOptions): boolean {
  const most = MS_PER_10_KB * Math.max(1, text.length / 10_000)
  for (let i = 0; i < 3; i++) {
    const start = performance.now()
    parse(text, options)
    if (performance.now() - start < most) return false
  }
  return true
}

/** The smallest text with the same fault that leaving out lines, then characters, leads to. */
function smaller(text: string, same: (text: string) => boolean): string {
  let now = text
  for (const mark of ['\n', '']) {
    let parts = now.split(mark)
    for (let size = parts.length >> 1; size > 0; size >>= 1)
      for (let at = 0; at < parts.length; ) {
        const fewer = parts.toSpliced(at, size)
        if (performance.now() < until && same(fewer.join(mark))) parts = fewer
        else at += size
      }
    now = parts.join(mark)
  }
  return now
}

function textsOf(id: string | undefined): readonly [string, ...string[]] {
  const [first = '', ...more] = fixtures
    .filter(({ expected }) => id === undefined || expected.format === id)
    .map(({ text }) => text)
  return [first, ...more]
}

const kept = new Set<string>()

function keep(what: string, text: string, options: ParseOptions): void {
  const key = `${options.format ?? 'any'}: ${what}`
  if (kept.has(key)) return
  kept.add(key)
  mkdirSync(FOLDER, { recursive: true })
  const small = smaller(text, (one) => fault(one, options) === what)
  const path = join(FOLDER, `${kept.size}-${options.format ?? 'any'}.txt`)
  writeFileSync(path, small)
  console.log(`${path}: ${key}: ${JSON.stringify(small.slice(0, 200))}`)
}

let read = 0
for (let seed = Number(first); performance.now() < until; seed++)
  for (const id of [undefined, ...formats.map((format) => format.id)]) {
    if (performance.now() >= until) break
    const options = id === undefined ? {} : { format: id }
    const texts = fc.oneof(hostileText, mutations(textsOf(id)), mutations(textsOf(undefined)))
    for (const text of fc.sample(texts, { seed, numRuns: BATCH })) {
      read++
      const what = fault(text, options)
      if (what !== undefined) keep(what, text, options)
    }
  }
console.log(`${read} texts read, ${kept.size} faults`)
process.exitCode = kept.size > 0 ? 1 : 0
