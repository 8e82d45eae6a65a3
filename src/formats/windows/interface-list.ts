import type { Interface } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import { readMac } from '../../net/mac.js'
import type { Row } from '../../text/row.js'
import type { Output } from '../output.js'
import { routeShape } from './route-row.js'

const DOT = 46
/** Width of the console at which XP and 2003 break the names of adapters. */
const CONSOLE_WIDTH = 80
/** Decimal numbers are right-aligned in as many columns; those of 2000 to 2003, 0x1 and longer, fill them. */
const INDEX_WIDTH = 3
/** A line that was broken is at least this wide, though its last blanks may be lost. */
const BROKEN_WIDTH = 76
/** What every installable loopback adapter of Microsoft shows, in every language: 02 00 and "LOOP". */
const LOOPBACK_MAC = '02:00:4c:4f:4f:50'
/** The built-in loopback interface has this index and no hardware address in every version since 2000. */
const BUILT_IN_INDEX = 1

/** True for the hardware address of Microsoft's loopback adapter. */
export function isLoopbackMac(mac: string | undefined): boolean {
  return mac === LOOPBACK_MAC
}

/**
 * True where a row of the Interface List begins at cell `index`: a number and dots.
 *
 * `11...00` of Vista and later, `0x2 ...00` of 2000 to 2003, `8 ...00` of early Vista.
 */
export function startsInterface(row: Row, index: number): boolean {
  const number = indexDigits(row, index)
  if (number === 0) return false
  return number === row.size(index) ? hasDots(row, index + 1, 0) : hasDots(row, index, number)
}

/** Three dots stand before a hardware address, many where there is none; the six behind an address start nothing. */
function hasDots(row: Row, index: number, offset: number): boolean {
  let dots = 0
  while (row.code(index, offset + dots) === DOT) dots++
  return dots === BEFORE_ADDRESS || dots >= WITHOUT_ADDRESS
}

const BEFORE_ADDRESS = 3
const WITHOUT_ADDRESS = 12

/** How many characters of a cell are the interface's number, decimal or 0x…; 0 where it does not begin with one. */
function indexDigits(row: Row, index: number): number {
  const first = row.code(index)
  if (first < 48 || first > 57) return 0
  const hex = first === 48 && (row.code(index, 1) | 32) === 120
  let at = hex ? 2 : 1
  while (isIndexDigit(row.code(index, at), hex)) at++
  return at > (hex ? 10 : 9) || (hex && at === 2) ? 0 : at
}

function isIndexDigit(code: number, hex: boolean): boolean {
  if (code >= 48 && code <= 57) return true
  return hex && (code | 32) >= 97 && (code | 32) <= 102
}

const ROW = /^(0x[0-9a-f]+|\d+)\s*\.\.\.\s*/i
const OCTET = /^[0-9a-z*?#]{2}(?=[\s.]|$)\s*/i

/** The Interface List above Windows' route tables: each row a number, a hardware address, and the adapter's name. */
export class InterfaceList {
  private readonly out: Output
  private last: Open<Interface> | undefined
  private width = 0

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   *   3...02 00 4c 4f 4f 50 ......Microsoft KM-TEST Loopback Adapter
   *   ^   ^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   *  13...00 00 00 00 00 00 00 e0 Microsoft ISATAP Adapter
   * 0x1 ........................... MS TCP Loopback interface
   * ```
   */
  read(row: Row): void {
    const { out } = this
    const text = row.between(0)
    const head = ROW.exec(text)
    if (head === null) return
    const index = Number(head[1])
    const { octets, rest } = takeOctets(text.slice(head[0].length))
    const name = rest.replace(/^[.\s]+/, '')
    const item: Open<Interface> = { name, index, span: out.span() }
    const mac = octets.length === 0 ? undefined : this.mac(octets)
    if (mac !== undefined) item.mac = mac
    if (name === '') out.diagnose('cut-row', { text: row.excerpt(), missing: 'the name' })
    if (isLoopbackMac(mac) || (octets.length === 0 && index === BUILT_IN_INDEX))
      item.loopback = true
    out.addInterface(item)
    this.last = item
    this.width = INDEX_WIDTH - Math.min(INDEX_WIDTH, indexDigits(row, 0)) + widthOf(row)
  }

  /** Takes a line as the rest of the name above it, which the console has broken. */
  continue(row: Row): boolean {
    if (this.last === undefined || this.width < BROKEN_WIDTH) return false
    this.last.name += (this.width < CONSOLE_WIDTH ? ' ' : '') + row.between(0)
    this.out.extend()
    this.width = widthOf(row)
    return true
  }

  /** Called where the list ends: what follows is no name. */
  close(): void {
    this.last = undefined
  }

  private mac(octets: readonly string[]): string | undefined {
    const mac = readMac(octets.join('-'), [6, 8])
    if (mac === undefined) this.out.diagnose('bad-mac', { text: octets.join(' ') })
    return mac
  }
}

function takeOctets(text: string): { octets: string[]; rest: string } {
  const octets: string[] = []
  let rest = text
  while (octets.length < 8) {
    const octet = OCTET.exec(rest)
    if (octet === null) break
    octets.push(octet[0].trim())
    rest = rest.slice(octet[0].length)
  }
  // Two letters may begin a name; an address has six or eight octets, unless the line was cut in it.
  return octets.length < 6 && rest !== '' ? { octets: [], rest: text } : { octets, rest }
}

/** Columns from the first cell to the line's last character; a blank at its end may be lost. */
function widthOf(row: Row): number {
  return row.end(row.count - 1) - row.start(0)
}

/** True where a row or an interface begins at a cell from `from` on: the line is a paste. */
export function holdsMore(row: Row, from: number): boolean {
  for (let i = from; i < row.count; i++) if (startsRow(row, i)) return true
  return false
}

/** True where a row of a table or of the Interface List begins at cell `index`. */
export function startsRow(row: Row, index: number): boolean {
  return routeShape(row, index) !== undefined || startsInterface(row, index)
}
