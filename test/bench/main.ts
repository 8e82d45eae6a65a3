/**
 * Measures what reading costs, as ratios against baselines on the same input in one run, and prints what was reached.
 *
 * `npm run bench` prints the table; with `-- --check` it fails where a requirement is missed; with a word it measures
 * the subjects whose name has it.
 */
import { hosts } from './hosts.js'
import { againstJc, size, starting, stream } from './processes.js'
import { againstJson, growth, large, memory, small } from './reading.js'
import type { Figure, Subject } from './subject.js'

const subjects: Readonly<Record<string, Subject>> = {
  hosts,
  jc: againstJc,
  json: againstJson,
  large,
  memory,
  growth,
  size,
  small,
  starting,
  stream,
}

const words = process.argv.slice(2)
const wanted = words.filter((word) => !word.startsWith('--'))
let missed = 0

for (const [name, subject] of Object.entries(subjects)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const figure of await subject()) {
    if (!reaches(figure, figure.required)) missed++
    console.log(row(figure))
  }
}
if (words.includes('--check') && missed > 0) process.exitCode = 1

function reaches({ value, moreIsBetter }: Figure, bound: number): boolean {
  return moreIsBetter ? value >= bound : value <= bound
}

function row(figure: Figure): string {
  const { subject, value, unit, required, aim, note } = figure
  const verdict = reaches(figure, aim)
    ? 'aim reached'
    : reaches(figure, required)
      ? 'required reached'
      : 'NOT REACHED'
  const head = `${subject.padEnd(48)} ${value.toFixed(2).padStart(8)} ${unit.padEnd(5)}`
  const bounds = `required ${required}, aim ${aim}`
  return `${head} ${verdict.padEnd(16)} (${bounds})${note === undefined ? '' : `\n    ${note}`}`
}
