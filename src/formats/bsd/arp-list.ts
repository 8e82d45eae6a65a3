import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import type { Reader, Reading } from '../format.js'
import { checkHostName } from '../host-name.js'
import type { Output } from '../output.js'
import { interfaceShape } from './row-shape.js'
import { isTime, seconds } from './time.js'

const EXCERPT = 200
const MAC_OCTETS = [6, 8, 20] as const
/** Words behind a hardware address that are kept in no field. */
const SILENT: ReadonlySet<string> = new Set(['(weird)', 'expired', 'ifscope'])
/** Words that stand behind an interface and never in its place. */
const WORDS: ReadonlySet<string> = new Set([
  'expired',
  'expires',
  'ifscope',
  'permanent',
  'published',
  'static',
])
/** NetBSD 10's state of an entry. */
const STATE = /^[DINPRSUW?]$/

const interfaces = /* @__PURE__ */ new CellMemo((text) =>
  interfaceShape.test(text) && !WORDS.has(text) ? text : undefined,
)

const ALIKE: readonly Column[] = [
  { at: 0, field: 'hostname', form: 'host' },
  { at: 1, field: 'address', form: 'parens' },
  { at: 'at', field: 'mac', form: 'mac' },
  { at: 'on', field: 'interface', form: 'name' },
  { at: 'in', field: 'expire', form: 'number' },
]

/**
 * Reads what `arp -a` of macOS and the BSDs prints; the systems differ in the words behind the interface.
 *
 * ```
 * ? (192.0.2.7) at 0:0:5e:0:53:7 on en0 ifscope permanent published (proxy only) [ethernet]
 * ^ a name, or a question mark         ^^^ missing up to macOS 10.3 and on 4.4BSD
 * ? (192.0.2.8) at (incomplete) on em0 expires in 12 seconds [ethernet]
 * ```
 */
export class ArpListReader implements Reader {
  readonly alike = ALIKE
  private readonly out: Output
  private readonly names = textMemo()
  private readonly interfaces = interfaces

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    const at = row.is(1, 'at') ? 1 : 2
    if (!row.is(at, 'at') || row.code(at - 1) !== OPEN) return undefined
    return this.readRow(row, at)
  }

  private readRow(row: Row, at: number): Reading {
    const { out } = this
    const text = row.flat(at - 1)
    const read = readAddress(text.slice(1, -1))
    if (read === undefined || !text.endsWith(')')) return this.badAddress(text, at)
    const isIncomplete = row.is(at + 1, '(incomplete)') || row.is(at + 1, '<incomplete>')
    const mac = isIncomplete ? null : readMac(row.cell(at + 1), MAC_OCTETS)
    if (mac === undefined) return this.withoutMac(row, at)
    const entry: Open<Neighbor> = { address: read.address, mac, span: out.span() }
    if (read.zone !== undefined) entry.zone = read.zone
    if (at === 2 && !row.is(0, '?')) {
      entry.hostname = this.names.at(row, 0)
      checkHostName(out, 0)
    }
    if (isIncomplete) entry.incomplete = true
    const end = this.readWords(entry, at + 2)
    if (end < row.count) {
      if (isForeign(row, end) || hasLaterEntry(row, end)) return undefined
      out.diagnose('extra-cell', { text: row.between(end).slice(0, EXCERPT) }, out.span(end))
    }
    if (at === 1) out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the name' })
    out.add(entry)
    return 'record'
  }

  /** Reads the words behind the hardware address and returns the first cell that is none of them. */
  private readWords(entry: Open<Neighbor>, from: number): number {
    let at = from
    for (;;) {
      const next = this.readWord(entry, at)
      if (next === at) return at
      at = next
    }
  }

  /** Reads one word with its values; the same position where it is not known. */
  private readWord(entry: Open<Neighbor>, at: number): number {
    const { row } = this.out
    if (row.is(at, 'on') && entry.interface === undefined) {
      const name = this.interfaces.at(row, at + 1)
      if (name !== undefined) entry.interface = name
      else this.cutInterface()
      return name === undefined ? at + 1 : at + 2
    }
    if (row.is(at, 'permanent')) entry.permanent = true
    else if (row.is(at, 'static')) entry.static = true
    else if (row.is(at, 'published')) return this.published(entry, at)
    else if (row.is(at, 'expires')) return this.expires(entry, at)
    else if (row.code(at) === BRACKET) return hasType(row, at) ? at + 1 : at
    else if (!SILENT.has(row.cell(at)) && !isRoute(row, at)) return this.readState(entry, at)
    return at + 1
  }

  private published(entry: Open<Neighbor>, at: number): number {
    const { row } = this.out
    entry.published = true
    if (!row.is(at + 1, '(proxy') || !row.is(at + 2, 'only)')) return at + 1
    entry.proxy = true
    return at + 3
  }

  private expires(entry: Open<Neighbor>, at: number): number {
    const { out } = this
    const { row } = out
    const value = row.uint(at + 2)
    if (value < 0 || !row.is(at + 1, 'in')) {
      if (at + 3 < row.count) return at
      out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the expiry' })
      return row.count
    }
    entry.expire = value
    if (row.is(at + 3, 'seconds') || row.is(at + 3, 'second')) return at + 4
    out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: '"seconds"' })
    return at + 3 === row.count - 1 ? row.count : at + 3
  }

  /** NetBSD 10 ends with the time left and a letter. */
  private readState(entry: Open<Neighbor>, at: number): number {
    const { row } = this.out
    const text = row.cell(at)
    if (isTime(text)) entry.expire = seconds(text)
    else if (at === row.count - 1 && STATE.test(text) && entry.interface !== undefined)
      entry.state = text
    else return at
    return at + 1
  }

  private cutInterface(): void {
    const { out } = this
    out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing: 'the interface' })
  }

  private badAddress(text: string, at: number): Reading {
    const { out } = this
    if (hasLaterEntry(out.row, at)) return undefined
    out.diagnose('bad-address', { text, column: 'the address' }, out.span(at - 1, at))
    return 'unparsed'
  }

  /** A row that ends in the middle, or whose hardware address is none. */
  private withoutMac(row: Row, at: number): Reading {
    const { out } = this
    if (hasLaterEntry(row, at)) return undefined
    const text = row.cell(at + 1)
    if (row.count <= at + 2)
      out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the hardware address' })
    else out.diagnose('bad-mac', { text }, out.span(at + 1, at + 2))
    return 'unparsed'
  }
}

const OPEN = 40
const BRACKET = 91
const CLOSE = 93

/** `[ethernet]`, `[token-ring]` …; Linux' `[ether]` is another system's. */
function hasType(row: Row, at: number): boolean {
  return row.code(at, -1) === CLOSE && !row.is(at, '[ether]')
}

/** Token ring's source route: `rt=10:20:30`. */
function isRoute(row: Row, at: number): boolean {
  return row.size(at) > 3 && row.cell(at).startsWith('rt=')
}

/** True for words that only other systems print behind the hardware address. */
function isForeign(row: Row, at: number): boolean {
  return row.is(at, '[ether]') || row.is(at, 'ether') || row.is(at, 'stored')
}

function hasLaterEntry(row: Row, from: number): boolean {
  for (let i = from; i < row.count; i++) if (startsEntry(row, i)) return true
  return false
}

/** True where an entry begins at cell `index`: a name, an address in brackets, `at` and a hardware address. */
export function startsEntry(row: Row, index: number): boolean {
  if (!row.is(index + 2, 'at') || row.code(index + 1) !== OPEN) return false
  const text = row.cell(index + 1)
  if (!text.endsWith(')') || readAddress(text.slice(1, -1)) === undefined) return false
  return row.kind(index + 3) === 'mac' || row.is(index + 3, '(incomplete)')
}
