/** What is judged at once: enough that sending it to a worker costs little, so little that all workers have some. */
const MOST_ITEMS = 64
const MOST_CHARACTERS = 256 * 1024

/** Cuts what comes into batches by count and size; an item is never cut. */
export class Batcher<T> {
  private readonly sizeOf: (item: T) => number
  private batch: T[] = []
  private size = 0

  constructor(sizeOf: (item: T) => number) {
    this.sizeOf = sizeOf
  }

  /** The batches that these items fill. */
  *filled(items: Iterable<T>): Generator<readonly T[]> {
    for (const item of items) {
      this.batch.push(item)
      this.size += this.sizeOf(item)
      if (this.batch.length >= MOST_ITEMS || this.size >= MOST_CHARACTERS) yield* this.rest()
    }
  }

  /** What no further item comes for. */
  *rest(): Generator<readonly T[]> {
    if (this.batch.length > 0) yield this.batch
    this.batch = []
    this.size = 0
  }
}

/** Batches of what comes one by one. */
export async function* batches<T>(
  items: AsyncIterable<T>,
  sizeOf: (item: T) => number,
): AsyncGenerator<readonly T[]> {
  const batcher = new Batcher(sizeOf)
  for await (const item of items) yield* batcher.filled([item])
  yield* batcher.rest()
}
