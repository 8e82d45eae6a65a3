import { Batcher } from './batches.js'
import type { Io } from './io.js'

/** A line of standard input; without text where it is longer than the limit. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly text?: string
}

export const sizeOfLine = ({ text = '' }: Line): number => text.length

/** Lines that are not blank, as many at once as have come: nobody waits for the next one. */
export async function* lineBatches(io: Io, most: number): AsyncGenerator<readonly Line[]> {
  const batcher = new Batcher(sizeOfLine)
  let number = 0
  for await (const group of lines(chunksOf(io), most)) {
    const numbered = group.map((text) => ({
      number: ++number,
      ...(text === undefined ? {} : { text }),
    }))
    yield* batcher.filled(numbered.filter(({ text }) => text?.trim() !== ''))
    yield* batcher.rest()
  }
}

async function* chunksOf(io: Io): AsyncGenerator<Uint8Array> {
  if (io.chunks === undefined) yield await io.stdin()
  else yield* io.chunks()
}

/** The lines of UTF-8 bytes that are cut anywhere, those that end in one chunk together; undefined for one that is too long. */
export async function* lines(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<readonly (string | undefined)[]> {
  const decoder = new TextDecoder()
  const open = new OpenLine(most)
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n')
    const last = parts.pop() ?? ''
    if (parts.length > 0) yield parts.map((part) => open.ended(part))
    open.add(last)
  }
  const last = open.ended(decoder.decode())
  if (last !== '') yield [last]
}

/** A line that has not ended yet; of one that is too long, nothing is kept. */
class OpenLine {
  private readonly most: number
  private parts: string[] = []
  private size = 0

  constructor(most: number) {
    this.most = most
  }

  add(part: string): void {
    this.size += part.length
    if (this.size > this.most) this.parts = []
    else this.parts.push(part)
  }

  ended(part: string): string | undefined {
    this.add(part)
    const line = this.size > this.most ? undefined : this.parts.join('')
    this.parts = []
    this.size = 0
    return line
  }
}
