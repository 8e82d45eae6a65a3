import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { CellMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { ipv4At } from '../cells.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'
import { NEIGHBOR_ROW } from './alike-columns.js'
import { isGroupMac, type NeighborType, neighborType, ZERO_MAC } from './neighbor-types.js'

/** Ethernet, FireWire and tunnels, and the 16 octets that adapters without hardware address may show. */
const MAC_OCTETS = [4, 6, 8, 16, 20] as const

/** What the head of a section says of the rows below it. */
export interface Section {
  readonly interface?: string
  readonly index?: number
  /** On the loopback interface no row has a hardware address. */
  readonly loopback?: true
}

/** A row whose word for the type is not known: the other rows of the table may tell what it means. */
interface Doubtful {
  readonly record: Open<Neighbor>
  readonly word: string
}

const types = /* @__PURE__ */ new CellMemo(neighborType)
const typeWords = /* @__PURE__ */ new CellMemo(isTypeText)

/** Reads the rows that `arp -a` and `netsh interface ip show neighbors` share: address, hardware address, type. */
export class NeighborRows {
  section: Section = {}
  /** Rows of the section were read. */
  hasRows = false
  /** The head of the next section stood in a row: what was learned of rows names the section before. */
  private isLost = false
  private readonly out: Output
  private readonly types = types
  private readonly typeWords = typeWords
  private readonly doubtful: Doubtful[] = []
  private readonly groupWords = new Set<string>()
  private readonly keepsState: boolean

  /** The row that was read has no hardware address: what is said of it depends on its address. */
  private isBlank = false

  /** While no word is in doubt, which other rows may explain, and of rows with a hardware address. */
  get alike(): readonly Column[] | undefined {
    const isSure = this.doubtful.length === 0 && !this.isLost
    return isSure && !this.isBlank ? NEIGHBOR_ROW : undefined
  }

  constructor(out: Output, keepsState: boolean) {
    this.out = out
    this.keepsState = keepsState
  }

  /**
   * ```
   *   192.0.2.1             00-00-5e-00-53-01     dynamic
   *   224.0.0.22                                  static
   * ```
   */
  read(row: Row): Reading {
    const kind = row.kind(0)
    if (kind !== 'ipv4' && kind !== 'ipv6') return undefined
    const network = kind === 'ipv4' ? v4At(row) : readAddress(row.cell(0))
    if (network === undefined) return this.refuse('bad-address', 0)
    const hasMac = row.kind(1) === 'mac'
    this.isBlank = !hasMac
    const repeated = hasMac ? 0 : repeatedWords(row)
    const from = hasMac ? 2 : 1 + repeated
    if (from >= row.count) return this.sayCut()
    const end = this.typeEnd(row, from)
    if (end === from) return this.refuse('bad-mac', from)
    if (end < row.count && !hasMac) return undefined
    const mac = hasMac ? readMac(row.cell(1), MAC_OCTETS) : undefined
    if (hasMac && mac === undefined) return this.refuse('bad-mac', 1)
    const isZero = mac === undefined || mac === ZERO_MAC
    const record: Open<Neighbor> = {
      address: network.address,
      mac: isZero ? null : (mac ?? null),
      span: this.out.span(),
    }
    if (network.zone !== undefined) record.zone = network.zone
    this.addSection(record)
    this.addType(record, from, end)
    if (end < row.count) this.sayExtra(end)
    if (mac === ZERO_MAC) record.incomplete = true
    if (!hasMac) this.checkBlank(record, repeated > 0)
    this.out.add(record)
    this.hasRows = true
    return 'record'
  }

  /** Begins the section that a head names. */
  begin(section: Section): void {
    this.section = section
    this.hasRows = false
    this.isLost = false
  }

  /** Column titles stand below each head: where rows stand above them, the head in between was lost. */
  titles(): void {
    if (this.hasRows) this.begin({})
  }

  /** Called behind the last row: words that were not known mean what the rows that have them are. */
  end(): void {
    for (const { record, word } of this.doubtful) {
      const type = this.guess(record, word)
      if (type === undefined)
        this.out.diagnose('unknown-word', { text: word, column: 'type' }, record.span)
      setType(record, type ?? word)
    }
  }

  /** The cell behind the words of a type. */
  private typeEnd(row: Row, from: number): number {
    let end = from
    while (end < row.count && end < from + MOST_WORDS && this.typeWords.at(row, end)) end++
    return end
  }

  private addSection(record: Open<Neighbor>): void {
    const { section } = this
    if (section.interface !== undefined) record.interface = section.interface
    if (section.index !== undefined) record.index = section.index
  }

  private addType(record: Open<Neighbor>, at: number, end: number): void {
    const { row } = this.out
    const type = end === at + 1 ? this.types.at(row, at) : neighborType(row.rest(at, end))
    if (this.keepsState) record.state = row.rest(at, end)
    if (type !== undefined) {
      setType(record, type)
      return
    }
    const word = row.rest(at, end)
    if (record.mac !== null && isGroupMac(record.mac)) this.groupWords.add(word)
    this.doubtful.push({ record, word })
  }

  /** Windows lists groups as static; what other rows of the same word are, is static too. */
  private guess({ mac, incomplete }: Open<Neighbor>, word: string): NeighborType | undefined {
    if (this.groupWords.has(word)) return 'static'
    if (incomplete) return 'invalid'
    const words = new Set(this.doubtful.map((one) => one.word))
    return mac !== null && this.groupWords.size === 1 && words.size <= MOST_TYPES
      ? 'dynamic'
      : undefined
  }

  /** A blank hardware address is no surprise on the loopback interface and of groups; elsewhere it may be lost. */
  private checkBlank(record: Open<Neighbor>, isRepeated: boolean): void {
    const { row } = this.out
    const { address, type } = record
    if (type === 'invalid' && (isRepeated || this.keepsState)) {
      record.incomplete = true
      return
    }
    const isGroup = /^(?:22[4-9]|23\d|255|ff)/.test(address ?? '')
    if (this.section.loopback && isGroup) return
    this.out.diagnose('bad-mac', { text: row.cell(1) }, this.out.span(1, 2))
  }

  private refuse(code: 'bad-address' | 'bad-mac', index: number): Reading {
    const { out } = this
    const text = out.row.cell(index)
    const span = out.span(index, index + 1)
    if (code === 'bad-address') out.diagnose(code, { text, column: 'address' }, span)
    else out.diagnose(code, { text }, span)
    return 'unparsed'
  }

  /** The head of the next section may stand there: then the rows below are of an interface that is not known. */
  private sayExtra(from: number): void {
    const { out } = this
    const { row } = out
    for (let i = from; i < row.count; i++)
      if (row.code(i, -1) === COLON) {
        this.section = {}
        this.isLost = true
      }
    out.diagnose('extra-cell', { text: out.row.rest(from).slice(0, 200) }, out.span(from))
  }

  private sayCut(): Reading {
    this.out.diagnose('cut-row', { text: this.out.row.excerpt(), missing: 'the type' })
    return 'unparsed'
  }
}

const COLON = 58

/** netsh of Vista and 7 may print the state of an unresolved entry in place of its hardware address too. */
function repeatedWords(row: Row): number {
  const words = (row.count - 1) / 2
  for (let i = 1; i <= words; i++) if (row.cell(i) !== row.cell(i + words)) return 0
  return Number.isInteger(words) ? words : 0
}

/** static, dynamic, invalid. */
const MOST_TYPES = 3

/** Most words of a type: `Stale (Router)`, and what another language may need. */
const MOST_WORDS = 4

/** The address of a row's first cell; undefined where it is none. */
function v4At(row: Row): { readonly address: string; readonly zone?: string } | undefined {
  return ipv4At(row, 0) < 0 ? undefined : { address: row.flat(0) }
}

function setType(record: Open<Neighbor>, type: string): void {
  record.type = type
  if (type === 'static') record.static = true
}

/** True for a cell that can be a type in some language: no digits, nothing of an address. */
export function isTypeWord(row: Row, index: number): boolean {
  return row.kind(index) === 'word' && isTypeText(row.cell(index))
}

function isTypeText(text: string): boolean {
  return text !== '' && !/[\d:=<>|\\]|^-/.test(text)
}

/** True where a row of a paste begins: an address, a hardware address with hyphens or none, a type. */
export function startsNeighbor(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind !== 'ipv4' && kind !== 'ipv6') return false
  if (row.kind(index + 1) === 'mac') return isTypeWord(row, index + 2)
  return isTypeWord(row, index + 1) && neighborType(row.cell(index + 1)) !== undefined
}
