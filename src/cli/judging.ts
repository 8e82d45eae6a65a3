import { counted } from '../report/summary.js'
import type { Crew } from './crew.js'
import type { Standards } from './judge.js'
import { ordered } from './ordered.js'

/** One kind of work, done here or by a worker. */
export interface Kind<T, R> {
  /** The function of the worker that answers a batch, as text or what can be sent cheaply. */
  readonly asked: string
  readonly here: (batch: readonly T[], standards: Standards) => R
  /** What the worker answered, as it would have come about here. */
  readonly received: (answer: unknown) => R
  /** The answer where a worker broke down over one item. */
  readonly lost: (item: T, error: unknown) => R
  readonly joined: (parts: readonly R[]) => R
  readonly sizeOf: (item: T) => number
}

/** Who does the work, and what ends it early. */
export interface Working {
  readonly crew: Crew
  readonly signal?: AbortSignal | undefined
}

/**
 * Answers batches in the order in which they come. The work begins here; where it turns out to be long, workers are
 * started, and take over as soon as they are there.
 */
export async function* judgeBatches<T, R>(
  batches: AsyncIterable<readonly T[]>,
  kind: Kind<T, R>,
  { crew, signal }: Working,
): AsyncGenerator<R> {
  const work = (batch: readonly T[]): R | Promise<R> => {
    if (crew.isReady) return sent(batch, kind, crew)
    const size = batch.reduce((sum, item) => sum + kind.sizeOf(item), 0)
    crew.done(batch.length, size)
    return kind.here(batch, crew.standards)
  }
  try {
    yield* ordered(batches, work, { most: crew.most, signal })
  } finally {
    await crew.dismissed()
  }
}

/** A worker that breaks down loses what it had; sent one by one, all but what broke it are answered. */
async function sent<T, R>(batch: readonly T[], kind: Kind<T, R>, crew: Crew): Promise<R> {
  try {
    return kind.received(await crew.run(kind.asked, batch))
  } catch (error) {
    const [first] = batch
    if (batch.length === 1 && first !== undefined) return kind.lost(first, error)
    return kind.joined(await Promise.all(batch.map((item) => sent([item], kind, crew))))
  }
}

/** What stands in a report that Ctrl-C ended early. */
export function interrupted(count: number, noun: string): string {
  return `interrupted after ${counted(count, noun)}; the rest was not checked`
}
