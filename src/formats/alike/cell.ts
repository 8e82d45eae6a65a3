import { CodeBuffer } from '../../text/code-buffer.js'
import type { Codes } from '../../text/codes.js'
import { KnownCells } from '../../text/known-cells.js'
import type { Row } from '../../text/row.js'
import { textOfCodes } from '../../text/text-of-codes.js'
import type { Column, ColumnForm } from './column.js'
import { type Fields, isSame } from './fields.js'
import {
  addressText,
  ipv4Behind,
  ipv6Behind,
  networkBehind,
  networkText,
  numberBehind,
  parensBehind,
} from './forms.js'
import { gateway6Behind, gatewayBehind, knownBehind, nameBehind } from './known-forms.js'
import { type MacSpelling, macBehind, macSpelling, macText } from './mac-form.js'

/** Longest cell that a column remembers. */
const LONGEST_KNOWN = 40

/** Forms as numbers, which are told apart faster than words. */
const IPV4 = 1
const NETWORK = 2
const PARENS = 3
const MAC = 4
const NUMBER = 5
const KNOWN = 6
const GATEWAY = 7
const IPV6 = 8
const GATEWAY_6 = 9
const NAME = 10
const FORMS: Readonly<Record<ColumnForm, number>> = {
  ipv4: IPV4,
  ipv6: IPV6,
  network: NETWORK,
  parens: PARENS,
  mac: MAC,
  number: NUMBER,
  known: KNOWN,
  gateway: GATEWAY,
  gateway6: GATEWAY_6,
  name: NAME,
}

/** Cells that a column remembers; few tables have more interfaces. */
const KNOWN_CELLS = 64
/** An address as a gateway means the same in every capture. */
const gateways4 = /* @__PURE__ */ new KnownCells<unknown>()
const gateways6 = /* @__PURE__ */ new KnownCells<unknown>()
/** So does the plain name of an interface. */
const names = /* @__PURE__ */ new KnownCells<unknown>()

const NO_SPELLING: MacSpelling = { separator: 0, short: false, upper: false }
const NONE_KNOWN = /* @__PURE__ */ new KnownCells<unknown>()
const NO_TAIL = /* @__PURE__ */ new CodeBuffer(0)

/** True for the forms whose cells may mean something else in another capture. */
function isOfCapture(form: number): boolean {
  return form === KNOWN || form === NAME
}

function knownOf(form: number): KnownCells<unknown> {
  if (isOfCapture(form)) return new KnownCells(KNOWN_CELLS)
  return form === GATEWAY ? gateways4 : form === GATEWAY_6 ? gateways6 : NONE_KNOWN
}

/** A cell of a row pattern that decides a field: where it lies in the row that is looked at, and what it makes of it. */
export class Cell {
  readonly column: Column
  readonly count = 1
  private readonly form: number
  /** What an address has behind it in the cell, and in the field. */
  private tail = NO_TAIL
  private tailSize = 0
  private suffix = ''
  /** A length stands behind the address. */
  private readonly hasLength: boolean
  private readonly spelling: MacSpelling
  private readonly known: KnownCells<unknown>
  /** The cell that has matched is a plain name. */
  private isName = false
  private from = 0
  private to = 0

  private constructor(column: Column, text: string) {
    this.column = column
    this.form = FORMS[column.form]
    this.hasLength = text.includes('/')
    this.spelling = this.form === MAC ? macSpelling(text) : NO_SPELLING
    this.known = knownOf(this.form)
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
      const cell = new Cell(column, row.cell(index))
      if (cell.begin(row, index, made.fields)) return cell
    }
    return undefined
  }

  /** Index behind the cell that begins at `from`; -1 where it is another. */
  match(buffer: CodeBuffer, from: number): number {
    this.from = from
    this.to = this.behind(buffer, from)
    return this.to
  }

  private behind(buffer: CodeBuffer, from: number): number {
    const { codes } = buffer
    switch (this.form) {
      case IPV4:
        return this.ipv4Behind(buffer, from)
      case IPV6:
        return ipv6Behind(codes, from, this.hasLength)
      case NETWORK:
        return networkBehind(codes, from)
      case PARENS:
        return parensBehind(codes, from)
      case MAC:
        return macBehind(codes, from, this.spelling)
      case NUMBER:
        return numberBehind(codes, from)
      case KNOWN:
        return knownBehind(buffer, from, this.known)
      case GATEWAY:
        return gatewayBehind(buffer, from, this.known)
      case GATEWAY_6:
        return gateway6Behind(buffer, from, this.known)
      default:
        return this.nameBehind(buffer, from)
    }
  }

  /** What the cell that has matched makes of its field. */
  value(codes: Codes): unknown {
    const { from, to } = this
    switch (this.form) {
      case IPV4:
      case IPV6:
        return addressText(codes, from, to - this.tailSize, this.suffix)
      case NETWORK:
        return networkText(codes, from, to)
      case PARENS:
        return textOfCodes(codes, from + 1, to - 1)
      case MAC:
        return macText(codes, from, this.spelling)
      case NUMBER:
        return numberAt(codes, from, to)
      case NAME:
        return this.isName ? names.value : this.known.value
      default:
        return this.known.value
    }
  }

  /** Takes in the cell of a row of which `fields` were made; false where it is another. */
  learn(row: Row, index: number, fields: Fields): boolean {
    const from = row.from(index)
    const to = row.to(index)
    const value = fields[this.column.field]
    if (this.match(row.buffer, from) === to) return isSame(this.value(row.codes), value)
    return to - from <= LONGEST_KNOWN && this.remember(row, index, value)
  }

  /** Forgets what cells mean in one capture. */
  renew(): void {
    if (isOfCapture(this.form)) this.known.clear()
  }

  /** Takes in the cell of the first row; false where the column does not say what the record has of it. */
  private begin(row: Row, index: number, fields: Fields): boolean {
    const value = fields[this.column.field]
    if (value === undefined) return false
    if (this.form === IPV4 || this.form === IPV6) {
      if (typeof value !== 'string') return false
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
    const to = ipv4Behind(row.codes, from)
    return row.cell(index).slice(0, Math.max(0, to - from))
  }

  /** Index behind an IPv4 address and what this cell has behind it. */
  private ipv4Behind(buffer: CodeBuffer, from: number): number {
    const { tail, tailSize: size } = this
    const at = ipv4Behind(buffer.codes, from)
    if (at < 0 || size === 0) return at
    return buffer.matches(at, tail, 0, size) ? at + size : -1
  }

  /** Index behind a plain name, or a cell that is known. */
  private nameBehind(buffer: CodeBuffer, from: number): number {
    const at = nameBehind(buffer, from, names)
    this.isName = at >= 0
    return this.isName ? at : knownBehind(buffer, from, this.known)
  }

  /** Remembers what a cell means that was not known. */
  private remember(row: Row, index: number, value: unknown): boolean {
    if (!isOfCapture(this.form) || value === undefined) return false
    this.known.has(row.buffer, row.from(index), row.to(index))
    this.known.add(row.flat(index), value)
    return true
  }
}

const ZERO = 48

/** The number whose digits lie there. */
function numberAt(codes: Codes, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + (codes[at] as number) - ZERO
  return value
}
