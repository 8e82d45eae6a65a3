import type { Span } from '../../model/span.js'
import type { Row } from '../../text/row.js'
import type { Output } from '../output.js'
import type { InterfaceNames } from './interface-names.js'

/**
 * Says where the last row of a text is likely to have been cut: there is no line end behind it, and it lacks what the
 * other rows have at their ends.
 */
export class EndOfText {
  private readonly out: Output
  private readonly names: InterfaceNames
  private rows = 0
  /** Rows behind which a blank stands before the line end, or that end in `pref`. */
  private closed = 0
  private open: { span: Span; text: string; closed: boolean } | undefined

  constructor(out: Output, names: InterfaceNames) {
    this.out = out
    this.names = names
  }

  /** Looks at a row that was read. */
  see(row: Row): void {
    const closed = row.hasTail || row.is(row.count - 2, 'pref')
    if (row.isOpen) this.open = { span: this.out.span(), text: row.excerpt(), closed }
    else {
      this.rows++
      if (closed) this.closed++
    }
  }

  /** Called behind the last row. */
  check(): void {
    const { open, rows } = this
    if (open === undefined) return
    const odd = rows > 0 && this.closed === rows && !open.closed
    if (odd || this.names.lastIsCut)
      this.out.diagnose('cut-row', { text: open.text, missing: 'its end' }, open.span)
  }
}
