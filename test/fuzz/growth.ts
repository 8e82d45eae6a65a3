/**
 * Measures how the time to read grows with the length of the text: `npm run fuzz:growth`. Doubling an input must cost at
 * most 2.4 times; the exit code is 1 where it costs more. `-- WORD` measures only what has that word in its name,
 * `-- --large` the shapes of 16, 32 and 64 MiB.
 */
import process from 'node:process'
import { parse } from '../../src/index.js'
import { fleets } from './fleets.js'
import { layers } from './layers.js'
import { type Growth, growth, isTooMuch, lengthOf, MOST, type Subject } from './measure.js'
import { results } from './results.js'
import { captures, cells, giants, longCells, runs, type Shape, words } from './shapes.js'

/** Every shape is measured where its times begin to mean something, but not beyond this. */
const LONGEST = 1 << 22
/** A quarter of the longest text: it is measured at 16, 32 and 64 MiB. */
const GIANT = 1 << 24
/** Subjects after which it is said how far the run is. */
const OFTEN = 500

function show({ name, length, double, fourfold, perMB }: Growth): string {
  const times = `2n ${double.toFixed(2)}  4n ${fourfold.toFixed(2)}  ${perMB.toFixed(0)} ms/MB`
  return `${times}  n=${length}  ${name}`
}

function read({ name, make }: Shape): Subject {
  return {
    name,
    prepare: (length) => {
      const text = make(length)
      return () => parse(text)
    },
  }
}

const options = process.argv.slice(2)
const isLarge = options.includes('--large')
const word = options.find((one) => !one.startsWith('--')) ?? ''
const measured: Growth[] = []

async function measure(subject: Subject): Promise<void> {
  const from = isLarge ? { length: GIANT, runs: 1 } : { length: await lengthOf(subject, LONGEST) }
  const result = await growth(subject, from)
  measured.push(result)
  if (isTooMuch(result)) console.log(`TOO MUCH ${show(result)}`)
  else if (isLarge) console.log(show(result))
}

const small = () => [
  ...[...runs(), ...words(), ...cells(), ...captures(), ...longCells()].map(read),
  ...layers(),
  ...fleets(),
  ...results(),
]
const large = () => [...giants(), ...runs()].map(read)
const subjects = (isLarge ? large() : small()).filter(({ name }) => name.includes(word))
for (const [at, subject] of subjects.entries()) {
  await measure(subject)
  if (at % OFTEN === OFTEN - 1) console.log(`${at + 1} of ${subjects.length} measured`)
}

const worst = measured.toSorted((a, b) => b.double - a.double).slice(0, 10)
const slowest = measured.toSorted((a, b) => b.perMB - a.perMB).slice(0, 10)
const failed = measured.filter(isTooMuch).length
console.log(
  `${measured.length} measured, ${failed} cost more than ${MOST} times for twice the length`,
)
for (const one of worst) console.log(`  grows  ${show(one)}`)
for (const one of slowest) console.log(`  slow   ${show(one)}`)
process.exitCode = failed > 0 ? 1 : 0
