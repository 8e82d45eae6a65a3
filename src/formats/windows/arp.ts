import { readIPv4 } from '../../net/ipv4.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { NeighborRows, startsNeighbor } from './neighbor-reader.js'

const HEAD = /(?:^|[\s:])\d{1,3}(?:\.\d{1,3}){3}\s+(?:-+\s+|on Interface\s+)(?:0x[0-9a-f]+|\d+)/i
const ROW = /^\d{1,3}(?:\.\d{1,3}){3}\s+(?:[0-9a-f]{2}-){5}[0-9a-f]{2}\s+\S/i
/** What is said of an empty cache: "No ARP Entries Found", in some languages. */
const EMPTY =
  /\bARP\b.*(?:found|gefunden|trouv|encontr|trovat|найден|znalezion|nalezen|bulunam|存在|找到|見つ|찾)|(?:No se|Impossibile|Non|Não|Aucune|Nenhuma|Nessuna|Не|找不到|未找到).*\bARP\b/i

function detect(sample: Sample): Verdict | undefined {
  if (sample.match(HEAD))
    return { score: 0.95, reasons: ['a head has an address, --- and a number'] }
  if (sample.count((line) => ROW.test(line.text)) > 0)
    return {
      score: 0.7,
      reasons: ['rows hold an address, a hardware address with hyphens, a word'],
    }
  if (sample.lines.length === 1 && sample.match(EMPTY))
    return { score: 0.6, reasons: ['it says that there are no ARP entries'] }
  return undefined
}

class ArpReader implements Reader {
  private readonly out: Output
  private readonly rows: NeighborRows

  constructor(out: Output) {
    this.out = out
    this.rows = new NeighborRows(out, false)
  }

  read(row: Row): Reading {
    const at = headAddress(row)
    if (at >= 0) return this.readHead(row, at)
    return this.rows.read(row) ?? this.readWords(row)
  }

  get alike(): readonly Column[] | undefined {
    return this.rows.alike
  }

  end(): void {
    this.rows.end()
  }

  /**
   * ```
   * Interface: 192.0.2.10 --- 0xb
   *            ^^^^^^^^^^     ^^^
   * Interface: 192.0.2.10 on Interface 0x1000003      (NT 4, 2000)
   * ```
   */
  private readHead(row: Row, at: number): Reading {
    for (let i = at + 1; i < row.count; i++) if (startsNeighbor(row, i)) return undefined
    this.rows.begin({})
    if (row.isTextStart && at === 0) return this.readCutHead(row)
    const address = addressOf(row, at)
    const index = numberOf(row, at + 2) ?? numberOf(row, at + 3)
    const loopback = address.startsWith('127.')
    this.rows.begin({
      interface: address,
      ...(index === undefined ? {} : { index }),
      ...(loopback ? { loopback } : {}),
    })
    return 'heading'
  }

  /** Without its label the address may have lost its front. */
  private readCutHead(row: Row): Reading {
    this.out.diagnose('cut-row', { text: row.excerpt(), missing: 'the word before the address' })
    return 'heading'
  }

  private readWords(row: Row): Reading {
    for (let i = 0; i < row.count; i++) if (row.kind(i) !== 'word') return undefined
    if (EMPTY.test(row.excerpt())) {
      this.out.saidEmpty = true
      return 'outside'
    }
    if (row.count < COLUMNS || /[>\\$#]/.test(row.excerpt())) return undefined
    this.rows.titles()
    return 'heading'
  }
}

const COLUMNS = 3

/** The cell of the address in a section's head, before which words alone stand; -1 where the row is none. */
function headAddress(row: Row): number {
  for (let i = 0; i < MOST_WORDS && i < row.count; i++) {
    if (isHead(row, i)) return i
    if (row.kind(i) !== 'word') return -1
  }
  return -1
}

/** Cells of a head's label and of column titles that a paste has put before it. */
const MOST_WORDS = 16

/** True where cell `index` is the address of a head: dashes or words, and a number, follow. */
function isHead(row: Row, index: number): boolean {
  if (readIPv4(addressOf(row, index)) < 0) return false
  const next = row.code(index + 1)
  if (next === HYPHEN && row.code(index + 1, -1) === HYPHEN) return row.size(index + 1) > 1
  return row.is(index + 1, 'on') && numberOf(row, index + 3) !== undefined
}

const HYPHEN = 45

/** `192.0.2.10`, or `Interface:192.0.2.10` where the blank was lost. */
function addressOf(row: Row, index: number): string {
  if (ipv4At(row, index) >= 0) return row.flat(index)
  const text = row.cell(index)
  return text.slice(text.lastIndexOf(':') + 1)
}

/** The interface's number, which heads give in hexadecimal. */
function numberOf(row: Row, index: number): number | undefined {
  if (row.kind(index) === 'hex') return Number(row.cell(index))
  const value = row.uint(index)
  return value < 0 ? undefined : value
}

/** A word before an address and dashes begins a head; so do the column titles behind one, which belong to it. */
function startsHeading(row: Row, index: number): boolean {
  return isHead(row, index)
    ? !isLabel(row, index - 1)
    : isLabel(row, index) && isHead(row, index + 1)
}

function isLabel(row: Row, index: number): boolean {
  return row.kind(index) === 'word' && row.code(index, -1) === COLON
}

const COLON = 58

/** `arp -a` of Windows. */
export const windowsArp = {
  id: 'windows-arp',
  kind: 'neighbors',
  platform: 'windows',
  title: 'arp -a of Windows',
  commands: ['arp -a', 'arp -a -v', 'arp -g'],
  about: `A section for each interface: its address and number, then rows of address, hardware address with hyphens,
and type, in the system's language. NT 4 and 2000 say "on Interface 0x…" in the head. -v adds the loopback interface, whose
rows have no hardware address, and invalid entries, of which the unresolved show zeros. Groups are always static.`,
  cues: ['---', 'ARP', 'ipv4 mac', 'on'],
  fromCommand: /\barp(?:\.exe)?\s+[-/][ag]/i,
  detect,
  reader: (out: Output) => new ArpReader(out),
  startsRow: startsNeighbor,
  startsHeading,
  headed: true,
  openings: [{ rows: ['<word> <ipv4> --- <hex>', '<word> : <ipv4> --- <hex>'] }],
  expects: 'an address, a hardware address and a type',
} as const satisfies Format
