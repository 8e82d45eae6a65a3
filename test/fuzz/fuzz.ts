/**
 * Reads damaged and made-up captures until the time is over: `npm run fuzz -- MINUTES SEED`, ten minutes from seed 1
 * where nothing is said; the same seed draws the same texts. What throws, breaks a promise, is read too slowly, or gives
 * a record that the undamaged capture does not hold, is made smaller and kept in `fixtures/hostile`, which the tests
 * read; the exit code is then 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import fc from 'fast-check'
import { formats } from '../../src/formats/index.js'
import type { ParseOptions } from '../../src/index.js'
import { damagesOf, invented } from '../support/damage.js'
import { fault } from '../support/fault.js'
import { type Fixture, loadFixtures } from '../support/fixtures.js'
import { hostileText, mutations } from '../support/hostile-text.js'

const BATCH = 100
const DAMAGES = 20
const FOLDER = 'fixtures/hostile'

const [minutes = '10', first = '1'] = process.argv.slice(2)
const until = performance.now() + Number(minutes) * 60_000
const isOver = () => performance.now() >= until
const fixtures = loadFixtures()
const clean = fixtures.filter(
  ({ expected }) => expected.detectable !== false && expected.diagnostics.length === 0,
)

/** The smallest text with the same fault that leaving out lines, then characters, leads to. */
function smaller(text: string, same: (text: string) => boolean): string {
  let now = text
  for (const mark of ['\n', '']) {
    let parts = now.split(mark)
    for (let size = parts.length >> 1; size > 0; size >>= 1)
      for (let at = 0; at < parts.length; ) {
        const fewer = parts.toSpliced(at, size)
        if (same(fewer.join(mark))) parts = fewer
        else at += size
      }
    now = parts.join(mark)
  }
  return now
}

function textsOf(id: string | undefined): readonly string[] {
  const own = fixtures.filter(({ expected }) => id === undefined || expected.format === id)
  return own.length === 0 ? [''] : own.map(({ text }) => text)
}

const kept = new Set<string>()

/** Keeps a text under the name of its format; JSON keeps what no text file can: NULs, lone surrogates, line ends. */
function keep(what: string, one: { text: string; name: string; options: ParseOptions }): void {
  const { name, text, options } = one
  if (kept.has(`${name}: ${what}`)) return
  kept.add(`${name}: ${what}`)
  mkdirSync(FOLDER, { recursive: true })
  const path = join(FOLDER, `${name}-seed-${seed}-${kept.size}.json`)
  writeFileSync(path, `${JSON.stringify({ fault: what, ...options, text }, null, 2)}\n`)
  console.log(`${path}: ${what}: ${JSON.stringify(text.slice(0, 200))}`)
}

function readAll(id: (typeof formats)[number]['id'] | undefined): void {
  const options = id === undefined ? {} : { format: id }
  const texts = fc.oneof(hostileText, mutations(textsOf(id)), mutations(textsOf(undefined)))
  for (const text of fc.sample(texts, { seed, numRuns: BATCH })) {
    if (isOver()) return
    read++
    const what = fault(text, options)
    if (what === undefined) continue
    const small = smaller(text, (less) => fault(less, options) === what)
    keep(what, { text: small, name: id ?? 'any', options })
  }
}

/** Damages a capture at places that the tests do not try; only said, as a test of its own keeps the rule. */
function damageAll(fixture: Fixture): void {
  const places = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: DAMAGES })
  for (const [what, damage] of Object.entries(damagesOf(fixture)))
    for (const at of places) {
      if (isOver()) return
      read++
      const [one] = invented(fixture, damage(fixture.text, at))
      const key = `${fixture.name} with ${what}`
      if (one === undefined || kept.has(key)) continue
      kept.add(key)
      console.log(`${key} at ${at}: ${one}`)
    }
}

let read = 0
let seed = Number(first)
for (; !isOver(); seed++) {
  for (const id of [undefined, ...formats.map((format) => format.id)]) readAll(id)
  for (const fixture of clean) damageAll(fixture)
}
console.log(`${read} texts read, seeds ${first} to ${seed - 1}, ${kept.size} faults`)
process.exitCode = kept.size > 0 ? 1 : 0
