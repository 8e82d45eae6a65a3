import process from 'node:process'

/** Something whose cost may grow with the length of its input. */
export interface Subject {
  readonly name: string
  /** Makes an input of about that length and returns the work on it. */
  readonly prepare: (length: number) => () => unknown
}

export function subject(name: string, prepare: Subject['prepare']): Subject {
  return { name, prepare }
}

/** Characters that a host, an address or a waiver stands for where what grows is no text. */
const EACH = 100

/** As many things as stand for a text of that length; the number of each is given. */
export function list<T>(length: number, make: (i: number) => T): T[] {
  return Array.from({ length: Math.ceil(length / EACH) }, (_, i) => make(i))
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

/** The least of several runs: other programs and garbage collection only ever add to it. */
async function least(work: () => unknown, runs: number): Promise<number> {
  let time = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) time = Math.min(time, await once(work))
  return time
}

/** Processor time after which the compiler has settled. */
const WARM_MS = 16
const MOST_WARM_RUNS = 10

async function warmTime(work: () => unknown): Promise<number> {
  let time = 0
  for (let spent = 0, i = 0; spent < WARM_MS && i < MOST_WARM_RUNS; i++) {
    time = await once(work)
    spent += time
  }
  return time
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

const SHORTEST = 1 << 14
/** Below this a time says nothing of how far it is to the least. */
const SHORTEST_MS = 0.5

interface From {
  readonly length: number
  readonly runs?: number
}

/** The cost of a length and of four times as much, once each: most subjects show by that alone that they do not grow. */
async function glance({ name, prepare }: Subject, length: number): Promise<Growth> {
  const one = await least(prepare(length), 3)
  const four = await once(prepare(length * 4))
  return figures(name, length, [one, Math.sqrt(one * four), four])
}

async function grown({ name, prepare }: Subject, { length, runs = 3 }: From): Promise<Growth> {
  const times: number[] = []
  for (const factor of [1, 2, 4]) times.push(await least(prepare(length * factor), runs))
  return figures(name, length, times)
}

function figures(name: string, length: number, times: readonly number[]): Growth {
  const [one = 0, two = 0, four = 0] = times
  return {
    name,
    length,
    double: Math.max(two / one, four / two),
    fourfold: four / one,
    perMB: (four / (4 * length)) * 1e6,
  }
}

/** What is beyond this at a glance is measured well. */
const DOUBTFUL = 4.8

/** Lengths, by the first, at which too much is measured again: what truly grows grows there as well. */
const AGAIN = [1, 4, 8]

/** A quarter of the longest text that is promised to be read in linear time. */
const MOST_LENGTH = 1 << 24

/** How the cost of a subject grows from a length on; where it is too much, from the longest that was tried. */
export async function growth(subject: Subject, { length, runs }: From): Promise<Growth> {
  let found = await (runs === 1 ? grown(subject, { length, runs }) : glance(subject, length))
  if (runs === 1 || found.fourfold <= DOUBTFUL) return found
  for (const factor of AGAIN) {
    found = await grown(subject, { length: Math.min(length * factor, MOST_LENGTH) })
    if (!isTooMuch(found)) break
  }
  return found
}
