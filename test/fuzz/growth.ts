/**
 * Measures how the time to read grows with the length of the text: `npm run fuzz:growth`. Doubling a text must cost at
 * most 2.4 times; the exit code is 1 where it costs more. `-- WORD` runs only the shapes with that word in their names.
 */
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { parse } from '../../src/index.js'
import { captures, giants, runs, type Shape, words } from './shapes.js'

const MOST = 2.4
/** A time that clocks and garbage collection do not drown. */
const LEAST_MS = 4
const MOST_LENGTH = 1 << 24

interface Growth {
  readonly name: string
  readonly length: number
  /** t(2n)/t(n) and t(4n)/t(n). */
  readonly double: number
  readonly fourfold: number
  readonly perMB: number
}

function time(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    parse(text)
    least = Math.min(least, performance.now() - start)
  }
  return least
}

/** The length from which on times mean something. */
function lengthOf(shape: Shape): number {
  for (let length = 1 << 12; length < MOST_LENGTH; length *= 2)
    if (time(shape.make(length), 2) >= LEAST_MS) return length
  return MOST_LENGTH
}

function growth(shape: Shape, length: number, runs: number): Growth {
  const [one, two, four] = [1, 2, 4].map((times) => time(shape.make(length * times), runs))
  if (one === undefined || two === undefined || four === undefined) throw new Error('no times')
  return {
    name: shape.name,
    length,
    double: Math.max(two / one, four / two),
    fourfold: four / one,
    perMB: (four / (4 * length)) * 1e6,
  }
}

function isTooMuch({ double, fourfold }: Growth): boolean {
  return double > MOST || fourfold > MOST * MOST
}

/** A single measure may be disturbed; what grows too fast does so in each. */
function measured(shape: Shape, length: number): Growth {
  let best = growth(shape, length, 3)
  for (let i = 0; i < 3 && isTooMuch(best); i++) {
    const again = growth(shape, length * (i === 2 ? 2 : 1), 5)
    if (again.double < best.double) best = again
  }
  return best
}

function show({ name, length, double, fourfold, perMB }: Growth): string {
  const times = `2n ${double.toFixed(2)}  4n ${fourfold.toFixed(2)}  ${perMB.toFixed(0)} ms/MB`
  return `${times}  n=${length}  ${name}`
}

const [word = ''] = process.argv.slice(2)
const wanted = (shape: Shape) => shape.name.includes(word)
const results: Growth[] = []
const report = (result: Growth) => {
  results.push(result)
  if (isTooMuch(result)) console.log(`TOO MUCH ${show(result)}`)
}
for (const shape of [...runs(), ...words(), ...captures()].filter(wanted))
  report(measured(shape, lengthOf(shape)))
for (const shape of giants().filter(wanted)) report(measured(shape, 1 << 24))

const worst = results.toSorted((a, b) => b.double - a.double).slice(0, 10)
const slowest = results.toSorted((a, b) => b.perMB - a.perMB).slice(0, 10)
console.log(`${results.length} shapes`)
for (const one of worst) console.log(`  grows  ${show(one)}`)
for (const one of slowest) console.log(`  slow   ${show(one)}`)
process.exitCode = results.some(isTooMuch) ? 1 : 0
