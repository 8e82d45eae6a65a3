import process from 'node:process'
import { type ParseOptions, parse } from '../../src/index.js'
import { brokenPromises } from './promises.js'

/** Processor time, in milliseconds, that 10 kB of the worst text may take, and the least that is measured. */
const MS_PER_10_KB = 50
const TRIES = 5

/** What is wrong with how a text is read; numbers left out, so that the same fault reads the same. */
export function fault(text: string, options: ParseOptions): string | undefined {
  try {
    const [broken] = brokenPromises(text, options)
    if (broken !== undefined) return broken.replace(/-?\d+/g, 'N').slice(0, 80)
  } catch (error) {
    return `throws ${error instanceof Error ? error.message : error}`
  }
  return isSlow(text, options) ? 'slow' : undefined
}

/** A single time may be disturbed: a text is slow when it is so every time. */
function isSlow(text: string, options: ParseOptions): boolean {
  const most = MS_PER_10_KB * Math.max(1, text.length / 10_000)
  for (let i = 0; i < TRIES; i++) {
    const before = process.cpuUsage()
    parse(text, options)
    if (process.cpuUsage(before).user / 1000 < most) return false
  }
  return true
}
