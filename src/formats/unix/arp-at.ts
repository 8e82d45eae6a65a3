import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Reader, Reading } from '../format.js'
import { checkHostName } from '../host-name.js'
import type { Output } from '../output.js'
import { isNameLike } from './cells.js'

const MAC_OCTETS = [6, 8, 20] as const
const OPEN = 40
const CLOSE = 41
const BRACKET = 91
const CLOSE_BRACKET = 93

/** Words behind the hardware address and what they say; `undefined` is a word that changes nothing. */
const WORDS: ReadonlyMap<string, 'permanent' | 'published' | 'hwtype' | undefined> = new Map([
  ['atm', 'hwtype'],
  ['ether', 'hwtype'],
  ['ethernet', 'hwtype'],
  ['fc', 'hwtype'],
  ['fddi', 'hwtype'],
  ['ieee', 'hwtype'],
  ['permanent', 'permanent'],
  ['pub', 'published'],
  ['published', 'published'],
  ['router', undefined],
  ['stale', undefined],
  ['temp', undefined],
  ['temporary', undefined],
  ['token', 'hwtype'],
  ['trail', undefined],
  ['trailers', undefined],
])

/**
 * Reads `name (address) at mac type words`: AIX, HP-UX, Tru64, IRIX, and `arp HOST` of Solaris.
 *
 * ```
 * ? (192.0.2.1) at 0:0:5e:0:53:1 [ethernet] permanent published stored in bucket 93    AIX
 *  (192.0.2.1) at 0:0:5e:0:53:1 ether                                                  HP-UX with -n
 * 192.0.2.1 at 00:00:5e:00:53:01 stale                                                 Tru64 with -n
 * caju6 (192.0.2.4) at (incomplete)
 * ```
 * The word between address and hardware address may be in any language.
 */
export class ArpAtReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    const at = addressAt(row)
    if (at < 0) return isTally(row) ? 'outside' : undefined
    if (holdsAnother(row, at + 3)) return undefined
    // `web1 (192.0.2.1) -- no entry` answers the question for one host.
    if (row.is(at + 1, '--')) return 'outside'
    const { out } = this
    const text = addressText(row, at)
    const read = readAddress(text)
    if (read === undefined) {
      out.diagnose('bad-address', { text, column: 'the address' }, out.span(at, at + 1))
      return 'unparsed'
    }
    if (row.count < at + 3) return this.sayCut(row)
    const incomplete = row.code(at + 2) === OPEN
    const mac = incomplete ? undefined : readMac(row.cell(at + 2), MAC_OCTETS)
    if (!incomplete && mac === undefined)
      out.diagnose('bad-mac', { text: row.cell(at + 2) }, out.span(at + 2, at + 3))
    const neighbor: Open<Neighbor> = {
      address: read.address,
      mac: mac ?? null,
      span: out.span(),
    }
    if (read.zone !== undefined) neighbor.zone = read.zone
    if (at === 1 && !row.is(0, '?')) {
      neighbor.hostname = row.flat(0)
      checkHostName(out, 0)
    }
    if (incomplete) neighbor.incomplete = true
    this.readWords(neighbor, at + 3)
    out.add(neighbor)
    return 'record'
  }

  private sayCut(row: Row): Reading {
    this.out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the hardware address' })
    return 'unparsed'
  }

  private readWords(neighbor: Open<Neighbor>, from: number): void {
    const { out, words } = this
    const { row } = out
    const end = bucketAt(row)
    for (let i = from; i < end; i++) {
      if (row.code(i) === BRACKET) {
        i = this.readType(neighbor, i)
        continue
      }
      const word = row.cell(i)
      const meaning = WORDS.get(word.toLowerCase())
      if (meaning === 'hwtype') neighbor.hwtype = words.at(row, i)
      else if (meaning !== undefined) neighbor[meaning] = true
      else if (!WORDS.has(word.toLowerCase()))
        out.diagnose('unknown-word', { text: word, column: 'mark' }, out.span(i, i + 1))
    }
  }

  /** `[token ring]` has a blank inside. Without its end, what stands behind it is no word of the row either. */
  private readType(neighbor: Open<Neighbor>, from: number): number {
    const { row } = this.out
    let to = from
    while (to < row.count - 1 && row.code(to, -1) !== CLOSE_BRACKET) to++
    if (row.code(to, -1) !== CLOSE_BRACKET) {
      this.out.diagnose('cut-row', { text: row.excerpt(), missing: 'the end of the type' })
      return row.count
    }
    neighbor.hwtype = row.rest(from, to + 1).slice(1, -1)
    return to
  }
}

/** Where the words of AIX' `stored in bucket 93` begin: a number ends them, in whatever language they are. */
function bucketAt(row: Row): number {
  const { count } = row
  return row.kind(count - 1) === 'number' && row.kind(count - 2) === 'word' ? count - 4 : count
}

/** `bucket: 0 contains: 0 entries`, and the line that counts them all. */
function isTally(row: Row): boolean {
  return (row.uint(1) >= 0 && row.code(0, -1) === 58) || (row.is(0, 'There') && row.uint(2) >= 0)
}

/** The cell that holds the address: in parentheses behind a name, or alone; -1 where the row has none there. */
export function addressAt(row: Row): number {
  if (isParenthesised(row, 0)) return 0
  if (isParenthesised(row, 1)) return 1
  const kind = row.kind(0)
  if (kind !== 'ipv4' && kind !== 'ipv6') return -1
  return row.kind(1) === 'word' && (row.kind(2) === 'mac' || row.code(2) === OPEN) ? 0 : -1
}

/** True where another entry stands on the line: the shared code takes it apart. */
function holdsAnother(row: Row, from: number): boolean {
  for (let i = from; i < row.count; i++)
    if (isParenthesised(row, i) || row.kind(i) === 'mac') return true
  return false
}

function isParenthesised(row: Row, index: number): boolean {
  const size = row.size(index)
  if (size < 4 || row.code(index) !== OPEN || row.code(index, -1) !== CLOSE) return false
  const code = row.code(index, 1) | 32
  return (code >= 48 && code <= 58) || (code >= 97 && code <= 102)
}

function addressText(row: Row, index: number): string {
  return row.code(index) === OPEN ? row.flat(index).slice(1, -1) : row.flat(index)
}

/** True where a row begins at cell `index`: with a name, or with the address where the cell before is no name. */
export function startsArpAtRow(row: Row, index: number): boolean {
  if (isParenthesised(row, index)) return isEntry(row, index) && !isHostName(row, index - 1)
  return isHostName(row, index) && isParenthesised(row, index + 1) && isEntry(row, index + 1)
}

function isEntry(row: Row, index: number): boolean {
  return (
    row.kind(index + 1) === 'word' &&
    (row.kind(index + 2) === 'mac' || row.code(index + 2) === OPEN)
  )
}

function isHostName(row: Row, index: number): boolean {
  if (row.is(index, '?')) return true
  return isNameLike(row, index) && !WORDS.has(row.cell(index).toLowerCase())
}

/** True where AIX' table of buckets goes on at cell `index`. */
export function startsArpTally(row: Row, index: number): boolean {
  return row.is(index, 'bucket:') || row.is(index, 'There')
}
