import type { Span } from '../model/span.js'
import type { CellKind } from '../text/cell-kind.js'
import type { Row } from '../text/row.js'
import type { Output } from './output.js'

const EXCERPT = 200
/** Narrowest terminal that is believed to have broken a row. */
const NARROWEST = 60

/**
 * Looks for rows that a line end in their middle has torn in two: a terminal, a mail program or an editor broke them.
 *
 * ```
 * 19                                       what stands alone is the front of the address below it
 * 2.0.2.0      0.0.0.0    255.255.255.0 …
 * 192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1     as long as the longest line, and its rest below it
 * 0 metric 100
 * ```
 */
export class TornRows {
  private readonly out: Output
  /** Number and length of the line of the record read last. */
  private line = -1
  private length = 0
  private first: CellKind = 'none'
  private longest = 0
  /** Number of the line that ended in a piece of an address. */
  private piece = -1

  constructor(out: Output) {
    this.out = out
  }

  /** Called behind a row that gave a record. */
  record(row: Row): void {
    const { line } = row
    this.first = row.kind(0)
    if (this.piece === line - 1 && row.column(0) === 0 && ADDRESSES.has(this.first))
      this.say('its front may stand on the line before it')
    this.line = line
    this.length = row.lineEnd - row.lineStart
    if (this.length > this.longest) this.longest = this.length
  }

  /** Called with a row that is no part of the table. */
  refused(row: Row): void {
    const length = row.lineEnd - row.lineStart
    if (isPiece(row, row.count - 1)) this.piece = row.line
    // A damaged row begins like the others.
    const isRest = this.line === row.line - 1 && isOther(row.kind(0), this.first)
    const isFull = this.length >= NARROWEST && this.length >= this.longest && length < this.length
    if (isRest && isFull)
      this.say('it is as long as the longest line, and its rest may stand on the next', this.last())
    if (length > this.longest) this.longest = length
  }

  /** The place of a row that is no part of the table, with the record above it, which it may belong to. */
  spanOf(row: Row): Span {
    const span = this.out.span()
    const last = this.last()
    if (last === undefined || this.line !== row.line - 1 || !isOther(row.kind(0), this.first))
      return span
    return { ...span, line: last.line, column: last.column }
  }

  private last(): Span | undefined {
    return this.out.records.at(-1)?.span
  }

  private say(why: string, span = this.out.span()): void {
    this.out.diagnose('row-doubtful', { text: this.out.row.excerpt(EXCERPT), why }, span)
  }
}

/** True for a cell that an address may begin with, and that is none itself. */
function isPiece(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind === 'short4') return true
  if (kind === 'number') return index === 0 || /^[A-Za-z]+$/.test(row.cell(index - 1))
  if (kind !== 'word' || (index > 0 && !row.cell(index).includes(':'))) return false
  return /^[\da-f]{0,4}:?(?::[\da-f]{0,4}){0,7}$/i.test(row.cell(index))
}

function isOther(kind: CellKind, first: CellKind): boolean {
  return kind !== first && !ADDRESSES.has(kind)
}

const ADDRESSES: ReadonlySet<CellKind> = new Set(['cidr4', 'cidr6', 'ipv4', 'ipv6', 'short4'])
