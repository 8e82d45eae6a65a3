import type { Kind, LineAccount, RecordOf } from '../model/capture.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Neighbor } from '../model/neighbor.js'
import type { Route } from '../model/route.js'
import { BytesDecoder } from './decoder.js'
import { addLines, noLines, outside, recordsAs, wrongKind } from './kinds.js'
import { type ParseOptions, scanOptions } from './options.js'
import type { Output } from './output.js'
import { type Scanned, Scanner } from './scan.js'

/** A part of what a long capture holds. */
export interface Batch<R> {
  readonly records: readonly R[]
  readonly diagnostics: readonly Diagnostic[]
  /** The lines read since the batch before; all batches together account for every line. */
  readonly lines: LineAccount
}

/** A text in pieces that are cut anywhere; bytes are UTF-8, or UTF-16 where they begin with its mark. */
export type ChunkSource = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** The routes of a text too long for a string, batch by batch, in bounded memory. */
export function readRoutes(
  source: ChunkSource,
  options: ParseOptions = {},
): AsyncIterableIterator<Batch<Route>> {
  return readKind('routes', source, options)
}

/** The ARP or neighbour entries of a text too long for a string, batch by batch, in bounded memory. */
export function readArp(
  source: ChunkSource,
  options: ParseOptions = {},
): AsyncIterableIterator<Batch<Neighbor>> {
  return readKind('neighbors', source, options)
}

/** Characters or bytes that are read at once; what they give is let go before the next are read. */
const BLOCK = 1 << 15

async function* readKind<K extends Kind>(
  kind: K,
  source: ChunkSource,
  options: ParseOptions,
): AsyncIterableIterator<Batch<RecordOf[K]>> {
  const wanted = scanOptions(options)
  let scanner: Scanner | undefined
  const collector = new Collector(kind)
  for await (const text of blocks(source)) {
    if (scanner === undefined) scanner = new Scanner(text, wanted)
    else scanner.append(text)
    scanner.read(false)
    const batch = collector.collect(scanner)
    if (batch.lines.total > 0) yield batch
  }
  scanner ??= new Scanner('', wanted)
  scanner.read(true)
  yield collector.collect(scanner, true)
}

/** The text in blocks of some size, whatever the size of the chunks. */
async function* blocks(source: ChunkSource): AsyncIterableIterator<string> {
  let text = ''
  const decoder = new BytesDecoder()
  for await (const chunk of source)
    for (let at = 0; at < chunk.length; at += BLOCK) {
      if (typeof chunk === 'string') text += chunk.slice(at, at + BLOCK)
      else text += decoder.decode(chunk.subarray(at, at + BLOCK))
      if (text.length < BLOCK) continue
      yield text
      text = ''
    }
  text += decoder.end()
  if (text !== '') yield text
}

/** Gathers what a scanner has read into batches of one kind of records. */
class Collector<K extends Kind> {
  private readonly kind: K
  private sawKind = false
  private readonly others: Scanned[] = []

  constructor(kind: K) {
    this.kind = kind
  }

  collect(scanner: Scanner, atEnd = false): Batch<RecordOf[K]> {
    let records: readonly RecordOf[K][] = []
    const diagnostics: Diagnostic[] = []
    let lines = noLines
    const add = (out: Output, kind: Kind | undefined, ended: boolean) => {
      const part = out.drain(ended)
      const isKind = kind === this.kind
      if (isKind) {
        const more = recordsAs<RecordOf[K]>(part.records)
        // Mostly there is but one part.
        records = records.length === 0 ? more : records.concat(more)
      }
      if (isKind || kind === undefined)
        for (const diagnostic of part.diagnostics) diagnostics.push(diagnostic)
      lines = addLines(lines, isKind || kind === undefined ? part.lines : outside(part.lines))
    }
    for (const one of scanner.found) {
      this.note(one)
      add(one.out, one.format?.kind, true)
    }
    scanner.found = []
    const { open } = scanner
    if (open !== undefined) add(open.reader.out, open.format.kind, false)
    if (atEnd && !this.sawKind)
      for (const one of this.others) diagnostics.push(wrongKind(one, this.kind))
    return { records, diagnostics, lines }
  }

  private note(one: Scanned): void {
    if (one.format?.kind === this.kind) this.sawKind = true
    else if (one.format !== undefined && this.others.length < MOST_OTHERS) this.others.push(one)
  }
}

/** Outputs of other commands that are named where none of the wanted kind was found. */
const MOST_OTHERS = 20
