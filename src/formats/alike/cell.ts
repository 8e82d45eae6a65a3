import { CodeBuffer } from '../../text/code-buffer.js'
import type { CodeWindow } from '../../text/code-window.js'
import type { Codes } from '../../text/codes.js'
import { KnownCells } from '../../text/known-cells.js'
import type { Row } from '../../text/row.js'
import type { Column, MadeOfCell } from './column.js'
import { type Fields, isSame } from './fields.js'
import {
  FORMS,
  GATEWAY,
  HOST,
  IPV4,
  IPV6,
  KNOWN,
  MAC,
  MAC_GATEWAY,
  NAME,
  NETWORK,
  NUMBER,
  PARENS,
  SAME,
} from './form-numbers.js'
import {
  hostBehind,
  ipv4Behind,
  ipv6Behind,
  networkBehind,
  networkText,
  numberAt,
  numberBehind,
  octetsRead,
  parensBehind,
} from './forms.js'
import { gateway6Behind, gatewayBehind, isOfCapture, nameBehind, names } from './known-forms.js'
import { type MacSpelling, macBehind, macSpelling, macText } from './mac-form.js'

/** Longest cell that a column remembers. */
const LONGEST_KNOWN = 40
const NONE_KNOWN = /* @__PURE__ */ new KnownCells<unknown>()
const NO_TAIL = /* @__PURE__ */ new CodeBuffer(0)

/**
 * A part of a row pattern: cells side by side that are the same in every row, or one that decides a field. It knows
 * where it lies in the row that is looked at, and what that makes of its field.
 *
 * Both are of one class, as engines take a call apart that always meets the same.
 */
export class Cell {
  /** What the cell decides; undefined where it is the same in every row. */
  readonly column: Column | undefined
  /** How many cells of the row this part has. */
  readonly count: number
  private readonly form: number
  /** What stands behind an address in the cell, or all of the text that is the same in every row. */
  private tail = NO_TAIL
  private tailSize = 0
  /** A length stands behind the address. */
  private readonly hasLength: boolean
  private readonly spelling: MacSpelling
  private readonly known: KnownCells<unknown>
  /** What the cell means that has matched and is known. */
  private found: unknown
  /** Octets of the network that has matched. */
  private octets = 0
  /** Where the part lies that has matched; `to` is -1 where it has not. */
  private from = 0
  to = 0

  private constructor(
    column: Column | undefined,
    count: number,
    text: string,
    known: KnownCells<unknown>,
  ) {
    this.column = column
    this.count = count
    this.form = column === undefined ? SAME : FORMS[column.form]
    this.hasLength = text.includes('/')
    this.spelling = macSpelling(text)
    this.known = known
    if (column === undefined) this.setTail(text)
  }

  /** Cells of a row that are the same in every other, blanks between them included. */
  static same(row: Row, first: number, count: number): Cell {
    return new Cell(undefined, count, row.between(first, first + count), NONE_KNOWN)
  }

  /** The cell of a row that has the form of a column; undefined where something else was made of it. */
  static of(row: Row, index: number, made: MadeOfCell): Cell | undefined {
    const cell = new Cell(made.column, 1, row.cell(index), made.known)
    return cell.begin(row, index, made.fields) ? cell : undefined
  }

  /** The cell of a row that its column remembers; undefined where that is no use. */
  static remembered(row: Row, index: number, made: MadeOfCell): Cell | undefined {
    const cell = new Cell(made.column, 1, '', made.known)
    return cell.remember(row, index, made.fields) ? cell : undefined
  }

  /** Index behind the part that begins at `from`; -1 where it is another. */
  match(buffer: CodeBuffer, from: number): number {
    const { form } = this
    let at: number
    // The commonest come first, in a function that is small enough for engines to take it in where it is called.
    if (form === SAME)
      at = buffer.matches(from, this.tail, 0, this.tailSize) ? from + this.tailSize : -1
    else if (form === NUMBER && this.tailSize === 0) at = numberBehind(buffer.codes, from)
    else at = this.behind(buffer, from)
    this.from = from
    this.to = at
    return at
  }

  private behind(buffer: CodeBuffer, from: number): number {
    const { codes } = buffer
    switch (this.form) {
      case IPV4:
        return this.tailBehind(buffer, ipv4Behind(codes, from))
      case NUMBER:
        return this.tailBehind(buffer, numberBehind(codes, from))
      case HOST:
        return hostBehind(codes, from)
      case IPV6:
        return ipv6Behind(codes, from, this.hasLength)
      case NETWORK:
        return this.networkBehind(codes, from)
      case PARENS:
        return parensBehind(codes, from)
      case MAC:
      case MAC_GATEWAY:
        return macBehind(codes, from, this.spelling)
      case NAME:
        return this.nameBehind(buffer, from)
      default:
        return this.knownBehind(buffer, from)
    }
  }

  /** What the cell that has matched makes of its field, which has `suffix` behind an address. */
  value(source: CodeWindow, suffix: string): unknown {
    const { from, to } = this
    switch (this.form) {
      case IPV4:
      case IPV6:
      case HOST:
        return source.textAnd(from, to - this.tailSize, suffix)
      case NETWORK:
        return this.octets === 4 ? source.textOf(from, to) : networkText(source.codes, from, to)
      case PARENS:
        return source.textOf(from + 1, to - 1)
      case MAC:
        return macText(source.codes, from, this.spelling)
      case MAC_GATEWAY:
        return { kind: 'mac', mac: macText(source.codes, from, this.spelling) }
      case NUMBER:
        return numberAt(source.codes, from, to - this.tailSize)
      default:
        return this.found
    }
  }

  /** What a field's value has behind the address of the cell that has matched. */
  suffixOf(value: unknown): string {
    if ((this.form !== IPV4 && this.form !== IPV6) || typeof value !== 'string') return ''
    return value.slice(this.to - this.tailSize - this.from)
  }

  /** True where these are cells of a row, from one of its cells on. */
  fits(row: Row, index: number): boolean {
    const last = index + this.count - 1
    return last < row.count && this.match(row.buffer, row.from(index)) === row.to(last)
  }

  /** As `fits`; what is known of the cell must be what was made of it. */
  holds(row: Row, index: number, fields: Fields): boolean {
    this.found = undefined
    if (!this.fits(row, index)) return false
    return (
      this.column === undefined ||
      this.found === undefined ||
      isSame(this.found, fields[this.column.field])
    )
  }

  /** Remembers what a cell means that was not known; false where that is no use, or it has meant something else. */
  remember(row: Row, index: number, fields: Fields): boolean {
    const { column, known } = this
    if (column === undefined || !isOfCapture(column.form)) return false
    const value = fields[column.field]
    if (value === undefined || row.size(index) > LONGEST_KNOWN) return false
    // A text that stands elsewhere in the row is not this cell's to decide.
    if (typeof value === 'string' && !row.is(index, value)) return false
    const isKnown = known.has(row.buffer, row.from(index), row.to(index))
    if (isKnown && !isSame(known.value, value)) return false
    if (!isKnown) known.add(row.flat(index), value)
    return this.fits(row, index)
  }

  /** Takes in the cell of the first row; false where the column does not say what the record has of it. */
  private begin(row: Row, index: number, fields: Fields): boolean {
    const value = this.column === undefined ? undefined : fields[this.column.field]
    if (this.form === IPV4 || this.form === NUMBER) {
      const from = row.from(index)
      const at = (this.form === IPV4 ? ipv4Behind : numberBehind)(row.codes, from)
      this.setTail(row.cell(index).slice(at < 0 ? 0 : at - from))
    }
    return this.fits(row, index) && isSame(this.value(row.source, this.suffixOf(value)), value)
  }

  /** What a cell has behind its address or number. */
  private setTail(tail: string): void {
    this.tail = CodeBuffer.of(tail)
    this.tailSize = tail.length
  }

  /** As the form has it; notes how many octets there are. */
  private networkBehind(codes: Codes, from: number): number {
    const at = networkBehind(codes, from)
    this.octets = octetsRead()
    return at
  }

  /** Index behind what this cell has behind an address or a number, which ends at `at`; or -1. */
  private tailBehind(buffer: CodeBuffer, at: number): number {
    const { tail, tailSize: size } = this
    if (size === 0) return at
    return at >= 0 && buffer.matches(at, tail, 0, size) ? at + size : -1
  }

  /** Index behind a cell that is known, or a gateway that is known from then on. */
  private knownBehind(buffer: CodeBuffer, from: number): number {
    const { known, form } = this
    let at = known.look(buffer, from)
    if (at < 0 && form !== KNOWN && form !== NAME)
      at = (form === GATEWAY ? gatewayBehind : gateway6Behind)(buffer.codes, from, known)
    if (at >= 0) this.found = known.value
    return at
  }

  /** Index behind a plain name, or a cell that is known. */
  private nameBehind(buffer: CodeBuffer, from: number): number {
    let at = names.look(buffer, from)
    if (at < 0) at = nameBehind(buffer.codes, from)
    if (at < 0) return this.knownBehind(buffer, from)
    this.found = names.value
    return at
  }
}
