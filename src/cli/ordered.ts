import { turn } from '../snapshot/turn.js'

/** How much is at work at once, and what ends it early. */
export interface Ordering {
  readonly most: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Works on what comes, at most so many at a time, and answers in the order in which it came. An answer is given as
 * soon as it is there, also where nothing more comes for now: who sends a line may wait for its answer.
 */
export async function* ordered<T, U>(
  source: AsyncIterable<T>,
  work: (item: T) => U | Promise<U>,
  { most, signal }: Ordering,
): AsyncGenerator<U> {
  const iterator = source[Symbol.asyncIterator]()
  const bell = new Bell()
  const pending: Watched<U>[] = []
  let next: Watched<IteratorResult<T>> | undefined
  let isOver = false
  signal?.addEventListener('abort', bell.ring)
  try {
    while (!signal?.aborted && !(isOver && pending.length === 0)) {
      const [head] = pending
      if (head?.outcome !== undefined) {
        pending.shift()
        yield head.outcome()
        await turn()
      } else if (next?.outcome !== undefined) {
        const came = next.outcome()
        next = undefined
        if (came.done === true) isOver = true
        else pending.push(bell.watch(work(came.value)))
      } else if (!isOver && next === undefined && pending.length < most)
        next = bell.watch(iterator.next())
      else await bell.rung()
    }
  } finally {
    signal?.removeEventListener('abort', bell.ring)
    const closed = iterator.return?.()
    // A source that waits for input ends only when some comes: after Ctrl-C nobody waits for that.
    if (signal?.aborted) closed?.catch(() => undefined)
    else await closed
  }
}

/** A promise whose end can be seen: `outcome` gives the value, or throws what it was rejected with. */
interface Watched<T> {
  outcome?: () => T
}

/** Wakes who waits for any of many things; a race of promises would keep a callback of every one that goes on. */
class Bell {
  private wake: () => void = () => undefined

  readonly ring = (): void => this.wake()

  watch<T>(value: T | Promise<T>): Watched<T> {
    const watched: Watched<T> = {}
    if (!(value instanceof Promise)) return { outcome: () => value }
    const settle = (outcome: () => T) => {
      watched.outcome = outcome
      this.wake()
    }
    value.then(
      (done) => settle(() => done),
      (error) =>
        settle(() => {
          throw error
        }),
    )
    return watched
  }

  rung(): Promise<void> {
    return new Promise((done) => {
      this.wake = done
    })
  }
}
