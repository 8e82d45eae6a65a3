import type { AnyRecord } from '../model/capture.js'
import type { Row } from '../text/row.js'
import type { Output } from './output.js'

/** Widths at which terminals, printers and forms cut lines. */
const WIDTHS: ReadonlySet<number> = new Set([40, 80, 100, 120, 132])
/** Most last cells that are remembered. */
const MOST = 256

/**
 * Looks for a text of whose lines all that stood behind a column was cut off: no line is longer than a common width, and
 * rows of that very width end in cells that no shorter row ends in, and that do not stand below each other.
 *
 * ```
 * default via 192.0.2.20 dev eth0 table 10          cut at column 40; it was table 100
 * 203.0.113.96/27 via inet6 fe80::1 dev et
 * ```
 */
export class CutColumns {
  private readonly out: Output
  private longest = 0
  private readonly shorter = new Set<string>()
  private readonly last = new Map<number, string>()

  constructor(out: Output) {
    this.out = out
  }

  /** Called with each row that is looked at. */
  see(row: Row): void {
    if (!row.isPlain) return
    const width = row.end(row.count - 1) - row.lineStart
    if (width > this.longest) this.longest = width
    if (WIDTHS.has(width)) {
      if (this.last.size < MOST) this.last.set(row.line, row.cell(row.count - 1))
    } else if (this.shorter.size < MOST) this.shorter.add(row.cell(row.count - 1))
  }

  /** Called behind the last row. */
  end(): void {
    const { out } = this
    for (const { span } of out.records)
      if (span.endColumn - 1 > this.longest) this.longest = span.endColumn - 1
    if (!WIDTHS.has(this.longest)) return
    const cut = out.records.filter((record) => this.isCut(record))
    if (new Set(cut.map(({ span }) => this.textOf(span).length)).size < 2) return
    const why = `it ends at column ${this.longest}, where lines may be cut`
    for (const { span } of cut) out.diagnose('row-doubtful', { text: this.textOf(span), why }, span)
  }

  private isCut({ span }: AnyRecord): boolean {
    if (span.endColumn - 1 !== this.longest) return false
    const cell = this.last.get(span.endLine)
    return cell !== undefined && !this.shorter.has(cell)
  }

  private textOf({ endLine }: AnyRecord['span']): string {
    return this.last.get(endLine) ?? ''
  }
}
