import { availableParallelism } from 'node:os'
import { InvalidArgumentError, Option } from 'commander'

/** How many threads judge hosts. */
export interface JobFlags {
  readonly jobs?: number
}

const MOST = 256
/** One thread reads, sends and writes for all workers: it feeds no more than these. */
const USUAL = 4

/** `--jobs`, for long work. */
export function jobsOption(): Option {
  return new Option(
    '--jobs <N>',
    `worker threads for long work, 1 for none (default: one a processor, at most ${USUAL})`,
  ).argParser((text: string) => {
    const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
    if (count >= 1 && count <= MOST) return count
    throw new InvalidArgumentError(`Expected a number from 1 to ${MOST}.`)
  })
}

/** The number asked for, or what the machine can do at once. */
export function jobsOf({ jobs = Math.min(availableParallelism(), USUAL) }: JobFlags): number {
  return jobs
}
