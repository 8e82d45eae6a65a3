import type { Span } from '../model/span.js'
import type { CellKind } from '../text/cell-kind.js'
import type { Row } from '../text/row.js'
import type { Output } from './output.js'

const EXCERPT = 200
/** Widths at which terminals and printers break lines. */
const WIDTHS: ReadonlySet<number> = new Set([80, 100, 120, 132])

/**
 * Looks for rows that a line end in their middle has torn in two: a terminal, a mail program or an editor broke them.
 *
 * ```
 * 19                                       what stands alone is the front of the address below it
 * 2.0.2.0      0.0.0.0    255.255.255.0 …
 * 192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1      80 characters, and the rest below them
 * 0 metric 100
 * ```
 */
export class TornRows {
  private readonly out: Output
  /** Number of the line that ended in a piece of an address. */
  private piece = -1

  constructor(out: Output) {
    this.out = out
  }

  /** Called behind a row that gave a record. */
  record(row: Row): void {
    if (this.piece === row.line - 1 && row.column(0) === 0 && ADDRESSES.has(row.kind(0)))
      this.say('its front may stand on the line before it')
  }

  /** Called with a row that is no part of the table. */
  refused(row: Row): void {
    if (isPiece(row, row.count - 1)) this.piece = row.line
    const above = this.above(row)
    if (above !== undefined && WIDTHS.has(above.endColumn - 1))
      this.say('it ends where lines are broken, and its rest may stand on the next', above)
  }

  /** The place of a row that is no part of the table, with the record above it, which it may belong to. */
  spanOf(row: Row): Span {
    const span = this.out.span()
    const above = this.above(row)
    return above === undefined ? span : { ...span, line: above.line, column: above.column }
  }

  /** The place of the record on the line above, where the row is none that begins like one. */
  private above(row: Row): Span | undefined {
    const span = this.out.records.at(-1)?.span
    const beginsRow = ADDRESSES.has(row.kind(0)) || row.code(0) === QUESTION || row.code(1) === OPEN
    return span?.endLine === row.line - 1 && !beginsRow ? span : undefined
  }

  private say(why: string, span = this.out.span()): void {
    this.out.diagnose('row-doubtful', { text: this.out.row.excerpt(EXCERPT), why }, span)
  }
}

const OPEN = 40
const QUESTION = 63

/** True for a cell that an address may begin with, and that is none itself. */
function isPiece(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind === 'short4') return true
  if (kind === 'number') return index === 0 || /^[A-Za-z]+$/.test(row.cell(index - 1))
  if (kind !== 'word' || (index > 0 && !row.cell(index).includes(':'))) return false
  return /^[\da-f]{0,4}:?(?::[\da-f]{0,4}){0,7}$/i.test(row.cell(index))
}

const ADDRESSES: ReadonlySet<CellKind> = new Set(['cidr4', 'cidr6', 'ipv4', 'ipv6', 'short4'])
