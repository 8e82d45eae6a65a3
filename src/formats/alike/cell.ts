import { type Codes, textOfCodes } from '../../text/codes.js'
import { KnownCells } from '../../text/known-cells.js'
import type { Row } from '../../text/row.js'
import type { Column, ColumnForm } from './column.js'
import type { Fields } from './copier.js'
import {
  addressText,
  gateway6Behind,
  gatewayBehind,
  ipv4Behind,
  ipv6Behind,
  isNetwork6,
  knownBehind,
  type MacSpelling,
  macBehind,
  macSpelling,
  macText,
  networkBehind,
  networkText,
  numberBehind,
  parensBehind,
  textBehind,
} from './forms.js'

/** Longest cell that a column remembers. */
const LONGEST_KNOWN = 40

/** Forms as numbers, which are told apart faster than words. */
const SAME = 0
const IPV4 = 1
const NETWORK = 2
const PARENS = 3
const MAC = 4
const NUMBER = 5
const KNOWN = 6
const GATEWAY = 7
const IPV6 = 8
const GATEWAY_6 = 9
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
}

/** Cells that a column remembers; few tables have more interfaces. */
const KNOWN_CELLS = 64
/** An address as a gateway means the same in every capture. */
const gateways4 = /* @__PURE__ */ new KnownCells<unknown>()
const gateways6 = /* @__PURE__ */ new KnownCells<unknown>()

const NO_SPELLING: MacSpelling = { separator: 0, short: false, upper: false }
const NONE_KNOWN = /* @__PURE__ */ new KnownCells<unknown>()

function knownOf(form: number): KnownCells<unknown> {
  if (form === KNOWN) return new KnownCells(KNOWN_CELLS)
  return form === GATEWAY ? gateways4 : form === GATEWAY_6 ? gateways6 : NONE_KNOWN
}

/** A cell of a row pattern: where it lies in the row that is looked at, and what it makes of its field. */
export class Cell {
  /** How the cell decides a field; undefined where it is the same in every row. */
  readonly column: Column | undefined
  private readonly form: number
  /** What stands there where it is the same; of an address, what the cell has behind it. */
  private text: string
  /** What the field has behind an address. */
  private suffix = ''
  /** A length stands behind the address. */
  private readonly hasLength: boolean
  /** The network of an IPv6 cell that has matched. */
  private network = ''
  private readonly spelling: MacSpelling
  private readonly known: KnownCells<unknown>
  private from = 0
  private to = 0

  private constructor(column: Column | undefined, text: string) {
    this.column = column
    this.form = column === undefined ? SAME : FORMS[column.form]
    this.text = text
    this.hasLength = text.includes('/')
    this.spelling = this.form === MAC ? macSpelling(text) : NO_SPELLING
    this.known = knownOf(this.form)
  }

  /** The cell of a row that was read; the same in every row unless a column says how it may differ. */
  static of(row: Row, index: number, made: { columns: readonly Column[]; fields: Fields }): Cell {
    for (const column of made.columns) {
      const { at } = column
      if (typeof at === 'number' ? at !== index : !row.is(index - 1, at)) continue
      const cell = new Cell(column, row.cell(index))
      if (cell.begin(row, index, made.fields)) return cell
    }
    return new Cell(undefined, row.flat(index))
  }

  /** Index behind the cell that begins at `from`; -1 where it is another. */
  match(codes: Codes, from: number): number {
    this.from = from
    const to = this.behind(codes, from)
    this.to = to
    return to
  }

  private behind(codes: Codes, from: number): number {
    switch (this.form) {
      case SAME:
        return textBehind(codes, from, this.text)
      case IPV4:
        return textBehind(codes, ipv4Behind(codes, from), this.text)
      case IPV6:
        return this.ipv6Behind(codes, from)
      case NETWORK:
        return networkBehind(codes, from)
      case PARENS:
        return parensBehind(codes, from)
      case MAC:
        return macBehind(codes, from, this.spelling)
      case NUMBER:
        return numberBehind(codes, from)
      case KNOWN:
        return knownBehind(codes, from, this.known)
      case GATEWAY:
        return gatewayBehind(codes, from, this.known)
      default:
        return gateway6Behind(codes, from, this.known)
    }
  }

  /** What the cell that has matched makes of its field. */
  value(codes: Codes): unknown {
    const { from, to } = this
    switch (this.form) {
      case IPV4:
        return addressText(codes, { from, to: to - this.text.length, suffix: this.suffix })
      case IPV6:
        return this.suffix === '' ? this.network : this.network + this.suffix
      case NETWORK:
        return networkText(codes, from, to)
      case PARENS:
        return textOfCodes(codes, from + 1, to - 1)
      case MAC:
        return macText(codes, from, this.spelling)
      case NUMBER:
        return numberAt(codes, from, to)
      default:
        return this.known.value
    }
  }

  /** Takes in the cell of a row of which `fields` were made; false where it is another. */
  learn(row: Row, index: number, fields: Fields): boolean {
    const { column } = this
    const from = row.from(index)
    const to = row.to(index)
    if (this.match(row.codes, from) === to)
      return column === undefined || isSame(this.value(row.codes), fields[column.field])
    if (column === undefined || to - from > LONGEST_KNOWN) return false
    return this.remember(row, index, fields[column.field])
  }

  /** Takes in the cell of the first row; false where the column does not say what the record has of it. */
  private begin(row: Row, index: number, fields: Fields): boolean {
    const value = this.column === undefined ? undefined : fields[this.column.field]
    if (value === undefined) return false
    if (this.form === IPV4 || this.form === IPV6) {
      if (typeof value !== 'string') return false
      const address = this.addressOf(row, index)
      if (!value.startsWith(address)) return false
      this.text = this.text.slice(address.length)
      this.suffix = value.slice(address.length)
    }
    return this.learn(row, index, fields)
  }

  /** The address that the cell begins with, or all of it where it is of IPv6. */
  private addressOf(row: Row, index: number): string {
    if (this.form === IPV6) return this.text
    const from = row.from(index)
    const to = ipv4Behind(row.codes, from)
    return this.text.slice(0, Math.max(0, to - from))
  }

  /** Index behind a network or address of IPv6 in the spelling that records have; -1 where there is none. */
  private ipv6Behind(codes: Codes, from: number): number {
    const to = ipv6Behind(codes, from)
    if (to < 0) return -1
    this.network = textOfCodes(codes, from, to)
    return isNetwork6(this.network, this.hasLength) ? to : -1
  }

  /** Remembers what a cell means that was not known. */
  private remember(row: Row, index: number, value: unknown): boolean {
    if (this.form !== KNOWN || value === undefined) return false
    this.known.has(row.codes, row.from(index), row.to(index))
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

/** True for equal values of a field: texts, numbers, or gateways. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false
  return holdsAll(one as Fields, other as Fields) && holdsAll(other as Fields, one as Fields)
}

/** True where a flat object has all that another has. */
function holdsAll(one: Fields, other: Fields): boolean {
  for (const name in other) if (one[name] !== other[name]) return false
  return true
}
