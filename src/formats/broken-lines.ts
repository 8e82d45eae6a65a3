import type { Span } from '../model/span.js'
import type { Row } from '../text/row.js'
import type { Output } from './output.js'

const EXCERPT = 200
const LF = 10
const CR = 13
/** Of more lines than one in so many that end in a CR alone, they are line ends of another system, not damage. */
const RARE = 3

/**
 * Looks for lines that a CR in their middle has broken: alone it ends a line where a whole capture is written so, but
 * among other line ends it is what is left of a damaged byte.
 */
export class BrokenLines {
  private readonly out: Output
  /** Whether the lines of the text that end in a CR alone are few; looked up once. */
  private rare: boolean | undefined
  private broken = false
  /** Lines that rare ones stand before. */
  private readonly lines: number[] = []
  private before: Span | undefined
  private wasRecord = false

  constructor(out: Output) {
    this.out = out
  }

  /** Called with each row that was read, and with whether it gave a record. */
  see(row: Row, isRecord: boolean): void {
    if (this.breaks(row)) this.judge(isRecord)
    this.wasRecord = isRecord
    this.before = isRecord ? this.out.records.at(-1)?.span : undefined
  }

  /** True where a rare CR stands before this row, whose front stands on the line before. */
  get isBroken(): boolean {
    return this.broken
  }

  /** Called behind the last row: records that end before a rare CR, hold one, or begin behind it. */
  end(): void {
    for (const line of this.lines)
      for (const { span } of this.out.records)
        if (span.line <= line && span.endLine >= line - 1) this.say(span)
  }

  private breaks(row: Row): boolean {
    const { text, lineStart } = row
    this.broken = false
    if (!row.isPlain || text.charCodeAt(lineStart - 1) !== CR) return false
    this.rare ??= isRare(text)
    this.broken = this.rare
    if (this.rare) this.lines.push(row.line)
    return true
  }

  /** Where many lines end so, only a row is doubtful whose front or rest gives none. */
  private judge(isRecord: boolean): void {
    if (this.broken || this.wasRecord === isRecord) return
    if (this.wasRecord) this.say(this.before)
    else this.say(this.out.records.at(-1)?.span)
  }

  private say(span = this.out.span()): void {
    const why = 'a CR breaks the line'
    this.out.diagnose('row-doubtful', { text: this.out.row.excerpt(EXCERPT), why }, span)
  }
}

function isRare(text: string): boolean {
  let alone = 0
  let lines = 0
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next !== LF && next !== CR) alone++
  }
  for (
    let at = text.indexOf('\n');
    at >= 0 && lines < alone * RARE;
    at = text.indexOf('\n', at + 1)
  )
    lines++
  return lines >= alone * RARE
}
