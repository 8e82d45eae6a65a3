import type { ReportedHost } from '../report/index.js'
import { type Problem, readHostLine } from '../snapshot/index.js'
import type { Io } from './io.js'
import { judge, type Standards } from './judge.js'
import { STDIN } from './sources.js'

/** One line of the answer: a host, or why there is none. */
export type ResultLine = ReportedHost | { readonly problem: Problem }

/** One result a line of standard input, in the same order; nothing of a line is kept for the next. */
export async function* judgeLines(io: Io, standards: Standards): AsyncGenerator<ResultLine> {
  for await (const line of lines(chunksOf(io))) {
    if (line.trim() === '') continue
    const read = readHostLine(line)
    yield 'fault' in read
      ? { problem: { path: read.name ?? STDIN, message: read.fault } }
      : judge(read.host, standards)
  }
}

async function* chunksOf(io: Io): AsyncGenerator<Uint8Array> {
  if (io.chunks === undefined) yield await io.stdin()
  else yield* io.chunks()
}

/** The lines of UTF-8 bytes that are cut anywhere. */
export async function* lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield [...parts, text.slice(from, end)].join('')
      parts = []
      from = end + 1
    }
    parts.push(text.slice(from))
  }
  const last = [...parts, decoder.decode()].join('')
  if (last !== '') yield last
}
