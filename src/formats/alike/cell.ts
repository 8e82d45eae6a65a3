import { CodeBuffer } from '../../text/code-buffer.js'
import type { CodeWindow } from '../../text/code-window.js'
import type { Codes } from '../../text/codes.js'
import type { KnownCells } from '../../text/known-cells.js'
import type { Row } from '../../text/row.js'
import { SHARED_FROM, textAnd } from '../../text/text-of-codes.js'
import type { Column } from './column.js'
import { type Fields, isSame } from './fields.js'
import {
  FORMS,
  GATEWAY,
  IPV4,
  IPV6,
  KNOWN,
  MAC,
  NAME,
  NETWORK,
  NUMBER,
  PARENS,
  SAME,
} from './form-numbers.js'
import {
  ipv4Behind,
  ipv6Behind,
  networkBehind,
  networkText,
  numberAt,
  numberBehind,
  octetsRead,
  parensBehind,
} from './forms.js'
import {
  gateway6Behind,
  gatewayBehind,
  isOfCapture,
  knownOf,
  nameBehind,
  names,
} from './known-forms.js'
import { type MacSpelling, macBehind, macSpelling, macText } from './mac-form.js'

/** Longest cell that a column remembers. */
const LONGEST_KNOWN = 40

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
  /** What stands behind an address in the field. */
  private suffix = ''
  /** A length stands behind the address. */
  private readonly hasLength: boolean
  private readonly spelling: MacSpelling
  private readonly known: KnownCells<unknown>
  /** The cell that has matched is a plain name. */
  private isName = false
  /** Octets of the network that has matched. */
  private octets = 0
  private from = 0
  private to = 0

  private constructor(column: Column | undefined, count: number, text: string) {
    this.column = column
    this.count = count
    this.form = column === undefined ? SAME : FORMS[column.form]
    this.hasLength = text.includes('/')
    this.spelling = macSpelling(text)
    this.known = knownOf(column?.form)
  }

  /** Cells of a row that are the same in every other, blanks between them included. */
  static same(row: Row, first: number, count: number): Cell {
    const text = row.between(first, first + count)
    const cell = new Cell(undefined, count, text)
    cell.tail = CodeBuffer.of(text)
    cell.tailSize = text.length
    return cell
  }

  /** The cell of a row, of which `fields` were made; undefined where no column says how it may differ. */
  static of(
    row: Row,
    index: number,
    made: { columns: readonly Column[]; fields: Fields },
  ): Cell | undefined {
    for (const column of made.columns) {
      const { at } = column
      if (typeof at === 'number' ? at !== index : !row.is(index - 1, at)) continue
      const cell = new Cell(column, 1, row.cell(index))
      if (cell.begin(row, index, made.fields)) return cell
    }
    return undefined
  }

  /** Index behind the part that begins at `from`; -1 where it is another. */
  match(buffer: CodeBuffer, from: number): number {
    const { form } = this
    let at: number
    // The commonest come first, in a function that is small enough for engines to take it in where it is called.
    if (form === SAME)
      at = buffer.matches(from, this.tail, 0, this.tailSize) ? from + this.tailSize : -1
    else if (form === NUMBER) at = numberBehind(buffer.codes, from)
    else at = this.behind(buffer, from)
    this.from = from
    this.to = at
    return at
  }

  private behind(buffer: CodeBuffer, from: number): number {
    const { codes } = buffer
    switch (this.form) {
      case IPV4:
        return this.ipv4Behind(buffer, from)
      case IPV6:
        return ipv6Behind(codes, from, this.hasLength)
      case NETWORK:
        return this.networkBehind(codes, from)
      case PARENS:
        return parensBehind(codes, from)
      case MAC:
        return macBehind(codes, from, this.spelling)
      case NAME:
        return this.nameBehind(buffer, from)
      default:
        return this.knownBehind(buffer, from)
    }
  }

  /** What the cell that has matched makes of its field. */
  value(source: CodeWindow): unknown {
    const { from, to } = this
    switch (this.form) {
      case IPV4:
      case IPV6:
        return this.address(source)
      case NETWORK:
        return this.octets === 4 ? source.textOf(from, to) : networkText(source.codes, from, to)
      case PARENS:
        return source.textOf(from + 1, to - 1)
      case MAC:
        return macText(source.codes, from, this.spelling)
      case NUMBER:
        return numberAt(source.codes, from, to)
      case NAME:
        return this.isName ? names.value : this.known.value
      default:
        return this.known.value
    }
  }

  /** Takes in the cells of a row, from `index` on, of which `fields` were made; false where they are others. */
  learn(row: Row, index: number, fields: Fields): boolean {
    const last = index + this.count - 1
    if (last >= row.count) return false
    const from = row.from(index)
    const isMatch = this.match(row.buffer, from) === row.to(last)
    if (this.column === undefined) return isMatch
    const value = fields[this.column.field]
    if (isMatch) return isSame(this.value(row.source), value)
    return row.size(index) <= LONGEST_KNOWN && this.remember(row, index, value)
  }

  /** Forgets what cells mean in one capture. */
  renew(): void {
    if (isOfCapture(this.column?.form)) this.known.clear()
  }

  /** Takes in the cell of the first row; false where the column does not say what the record has of it. */
  private begin(row: Row, index: number, fields: Fields): boolean {
    const value = this.column === undefined ? undefined : fields[this.column.field]
    if (value === undefined) return false
    if (typeof value === 'string' && (this.form === IPV4 || this.form === IPV6)) {
      const cell = row.cell(index)
      const address = this.form === IPV6 ? cell : this.addressOf(row, index)
      if (!value.startsWith(address)) return false
      this.tail = CodeBuffer.of(cell.slice(address.length))
      this.tailSize = cell.length - address.length
      this.suffix = value.slice(address.length)
    }
    return this.learn(row, index, fields)
  }

  /** The IPv4 address that the cell begins with. */
  private addressOf(row: Row, index: number): string {
    const from = row.from(index)
    return row.cell(index).slice(0, Math.max(0, ipv4Behind(row.codes, from) - from))
  }

  /** The address of the cell that has matched, with what its field has behind it. */
  private address(source: CodeWindow): string {
    const { from, suffix } = this
    const to = this.to - this.tailSize
    if (suffix === '') return source.textOf(from, to)
    // Engines join short texts to one, and leave longer ones in their parts.
    if (to - from + suffix.length < SHARED_FROM) return source.textOf(from, to) + suffix
    return textAnd(source.codes, from, to, suffix)
  }

  /** Index behind an IPv4 address and what this cell has behind it. */
  private ipv4Behind(buffer: CodeBuffer, from: number): number {
    const { tail, tailSize: size } = this
    const at = ipv4Behind(buffer.codes, from)
    if (size === 0) return at
    return at >= 0 && buffer.matches(at, tail, 0, size) ? at + size : -1
  }

  /** As the form has it; notes how many octets there are. */
  private networkBehind(codes: Codes, from: number): number {
    const at = networkBehind(codes, from)
    this.octets = octetsRead()
    return at
  }

  /** Index behind a cell that is known, or a gateway that is known from then on. */
  private knownBehind(buffer: CodeBuffer, from: number): number {
    const { known, form } = this
    const at = known.look(buffer, from)
    if (at >= 0 || form === KNOWN) return at
    return (form === GATEWAY ? gatewayBehind : gateway6Behind)(buffer.codes, from, known)
  }

  /** Index behind a plain name, or a cell that is known. */
  private nameBehind(buffer: CodeBuffer, from: number): number {
    let at = names.look(buffer, from)
    if (at < 0) at = nameBehind(buffer.codes, from)
    this.isName = at >= 0
    return this.isName ? at : this.known.look(buffer, from)
  }

  /** Remembers what a cell means that was not known. */
  private remember(row: Row, index: number, value: unknown): boolean {
    if (!isOfCapture(this.column?.form) || value === undefined) return false
    this.known.has(row.buffer, row.from(index), row.to(index))
    this.known.add(row.flat(index), value)
    return true
  }
}
