import process from 'node:process'

/** Something whose cost may grow with the length of its input. */
export interface Subject {
  readonly name: string
  /** Makes an input of about that length and returns the work on it. */
  readonly prepare: (length: number) => () => unknown
}

export interface Growth {
  readonly name: string
  readonly length: number
  /** The larger of t(2n)/t(n) and t(4n)/t(2n). */
  readonly double: number
  readonly fourfold: number
  readonly perMB: number
}

/** What doubling may cost. */
export const MOST = 2.4
/** A time that the clock and garbage collection do not drown. */
const LEAST_MS = 8

/** True where doubling costs more than it may. */
export function isTooMuch({ double, fourfold }: Growth): boolean {
  return double > MOST || fourfold > MOST * MOST
}

/** Milliseconds of processor time that a piece of work takes: other programs on the machine do not count. */
async function once(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The median of several runs. */
async function median(work: () => unknown, runs: number): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) times.push(await once(work))
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? 0
}

/** Processor time after which the compiler has settled. */
const WARM_MS = 40
const MOST_WARM_RUNS = 20

async function warmTime(work: () => unknown): Promise<number> {
  for (let spent = 0, i = 0; spent < WARM_MS && i < MOST_WARM_RUNS; i++) spent += await once(work)
  return median(work, 3)
}

/** The length from which on times mean something. */
export async function lengthOf({ prepare }: Subject, longest: number): Promise<number> {
  let length = SHORTEST
  while (length < longest) {
    const time = await warmTime(prepare(length))
    if (time >= LEAST_MS) break
    const factor = Math.ceil(Math.log2(LEAST_MS / Math.max(time, SHORTEST_MS)))
    length *= 2 ** Math.max(factor, 1)
  }
  return Math.min(length, longest)
}

const SHORTEST = 1 << 12
/** Below this a time says nothing of how far it is to the least. */
const SHORTEST_MS = 0.5

async function grown({ name, prepare }: Subject, length: number, runs: number): Promise<Growth> {
  const times: number[] = []
  for (const factor of [1, 2, 4]) times.push(await median(prepare(length * factor), runs))
  const [one = 0, two = 0, four = 0] = times
  return {
    name,
    length,
    double: Math.max(two / one, four / two),
    fourfold: four / one,
    perMB: (four / (4 * length)) * 1e6,
  }
}

/**
 * How the cost of a subject grows from a length on. One measure may still be disturbed, so one that is too much is
 * taken twice more, and the middle one of the three stands.
 */
export async function growth(subject: Subject, length: number, runs = 3): Promise<Growth> {
  const first = await grown(subject, length, runs)
  if (!isTooMuch(first)) return first
  const all = [first, await grown(subject, length, runs), await grown(subject, length, runs)]
  return all.toSorted((a, b) => a.double - b.double)[1] ?? first
}
