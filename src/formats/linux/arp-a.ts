import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { addressInParens, isAddressInParens } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import { checkHostName } from '../host-name.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { ARP_LIST_ROW } from './alike-columns.js'
import { arpFooter, checkHardware, readInterface } from './arp-words.js'
import { linkAddressAt, readLinkAddress } from './link-address.js'

const EXCERPT = 200
const LESS = 60
const GREATER = 62
const OPEN = 40
const BRACKET = 91
const BRACKET_END = 93

/** Flags behind the hardware address; busybox and net-tools before 2001-05 print PUP for PUB. Never translated. */
const FLAGS: ReadonlySet<string> = new Set(['AUTO', 'DONTPUB', 'PERM', 'PUB', 'PUP', 'TRAIL'])

/** What the cells behind "at" are: one of the three forms, and the cell behind it. */
interface Hardware {
  readonly form: 'incomplete' | 'mac' | 'published'
  readonly end: number
}

/**
 * The hardware address that begins at cell `index`. undefined where nothing of this tool's form does.
 *
 * ```
 * 00:00:5e:00:53:01 [ether]
 * <incomplete>            <inte komplett> in Swedish; <nekompletní>na in Czech and Estonian, without a blank
 * <from_interface>        published; * in net-tools before 2002-12, busybox and toybox
 * ```
 */
function hardwareAt(row: Row, index: number): Hardware | undefined {
  if (row.code(index + 1) === BRACKET && row.code(index + 1, -1) === BRACKET_END)
    return isLinkText(row, index) ? { form: 'mac', end: index + 2 } : undefined
  if (row.is(index, '*')) return { form: 'published', end: index + 1 }
  if (row.code(index) !== LESS) return undefined
  const close = closing(row, index)
  if (close < 0) return undefined
  const word = row.rest(index, close + 1)
  // The word is translated, but what has an underscore is <from_interface> in every language that has it.
  return { form: /^<\w+_[^>]*>/.test(word) ? 'published' : 'incomplete', end: close + 1 }
}

function isLinkText(row: Row, index: number): boolean {
  return row.kind(index) === 'mac' || readLinkAddress(row.cell(index)) !== undefined
}

/** The cell in which the word in angle brackets ends: this one or the next. */
function closing(row: Row, index: number): number {
  for (let at = index; at < index + 2; at++) if (row.cell(at).includes('>')) return at
  return -1
}

/** Cell behind the row that begins at cell `index` with a name and an address in parentheses; -1 where none does. */
function rowEnd(row: Row, index: number): number {
  if (!isAddressInParens(row, index + 1)) return -1
  const hardware = hardwareAt(row, index + 3)
  if (hardware === undefined) return -1
  const end = tailEnd(row, hardware)
  return end <= row.count ? end : -1
}

/** Cell behind the interface: flags and a mask may stand before "on"; Georgian has "eth0-ზე" for "on eth0". */
function tailEnd(row: Row, hardware: Hardware): number {
  let at = hardware.end
  const glued = row.code(at - 1) === LESS && row.code(at - 1, -1) !== GREATER
  while (at < row.count && FLAGS.has(row.cell(at))) at++
  const mask = maskAt(row, at)
  if (mask > 0) at = mask + 1
  while (at < row.count && FLAGS.has(row.cell(at))) at++
  return glued || isSuffixed(row, at) ? at + 1 : at + 2
}

/** `netmask 255.255.255.0`, two words in Czech: the cell of the mask; -1 where there is none. */
function maskAt(row: Row, index: number): number {
  for (let at = index + 1; at < index + 3; at++) if (row.kind(at) === 'ipv4') return at
  return -1
}

function isSuffixed(row: Row, index: number): boolean {
  return row.code(index, -1) > 0x7f && row.cell(index).includes('-')
}

const types = /* @__PURE__ */ new CellMemo((text) => text.slice(1, -1))

class ArpListReader implements Reader {
  readonly alike = ARP_LIST_ROW
  private readonly out: Output
  private readonly types = types
  private readonly names = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * gw (192.0.2.1) at 00:00:5e:00:53:01 [ether] PERM on eth0
   *                ^^ and "on" are translated; the bracket before "on" is Linux'
   * ```
   */
  read(row: Row): Reading {
    const end = rowEnd(row, 0)
    if (end < 0) return arpFooter(row) ? 'outside' : this.readCut(row)
    return end === row.count ? this.readRow(row) : undefined
  }

  private readRow(row: Row): Reading {
    const { out } = this
    const hardware = hardwareAt(row, 3)
    if (hardware === undefined) return undefined
    const neighbor: Open<Neighbor> = {
      address: addressInParens(row, 1),
      mac: hardware.form === 'mac' ? linkAddressAt(out, 3) : null,
      interface: readInterface(this.names.at(row, row.count - 1)),
      span: out.span(),
    }
    if (!row.is(0, '?')) {
      neighbor.hostname = row.flat(0)
      checkHostName(out, 0)
    }
    if (hardware.form === 'mac') {
      neighbor.hwtype = this.types.at(row, 4)
      checkHardware(out, neighbor, 3)
    } else if (hardware.form === 'published') neighbor.published = true
    if (row.count > hardware.end + 2) this.readFlags(neighbor, hardware.end)
    if (hardware.form === 'incomplete' && !neighbor.published) neighbor.incomplete = true
    out.add(neighbor)
    return 'record'
  }

  private readFlags(neighbor: Open<Neighbor>, from: number): void {
    const { row } = this.out
    for (let at = from; at < row.count - 1; at++) {
      if (row.is(at, 'PERM')) neighbor.permanent = true
      else if (row.is(at, 'PUB') || row.is(at, 'PUP')) neighbor.published = true
      else if (row.kind(at) === 'ipv4') neighbor.mask = row.flat(at)
    }
  }

  /** A row that ends before its interface. */
  private readCut(row: Row): Reading {
    if (row.count > 6 || row.code(1) !== OPEN || !isCutTail(row)) return undefined
    this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the end of the row' })
    return 'unparsed'
  }
}

/** True where what stands behind the name is the beginning of a row. */
function isCutTail(row: Row): boolean {
  if (row.count > 4) return row.code(4) === BRACKET || row.code(3) === LESS
  return row.count === 2 || isAddressInParens(row, 1)
}

function isRow(line: SampleLine): boolean {
  const { cells } = line
  if (!/^\(\d+\.\d+\.\d+\.\d+\)$/.test(cells[1] ?? '')) return false
  const last = cells.at(-1) ?? ''
  const hardware = cells[3] ?? ''
  if (hardware.startsWith('<') || hardware === '*') return !last.endsWith(']')
  // AIX' [ethernet] stands there too, but no interface behind it.
  return /^\[(?!ethernet)[\w.-]+\]$/.test(cells[4] ?? '') && cells.length > 5
}

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(isRow)
  if (rows === 0) return undefined
  return {
    score: rows * 2 > sample.lines.length ? 0.95 : 0.7,
    reasons: ['the hardware type stands in brackets before "on", or <incomplete> in its place'],
  }
}

/** `arp -a` of net-tools, busybox and toybox. */
export const linuxArpA = {
  id: 'linux-arp-a',
  kind: 'neighbors',
  platform: 'linux',
  title: 'arp -a of Linux',
  commands: ['arp -an', 'arp -a', 'busybox arp -an'],
  insteadOf: 'linux-ip-neigh',
  about: `One row an entry: NAME (ADDRESS) at HARDWARE [TYPE] flags on INTERFACE. "at", "on" and the word for incomplete are
translated. Published entries show <from_interface> (net-tools before 2002-12, busybox and toybox: *) with PUB (busybox
and net-tools before 2001-05: PUP), permanent ones PERM. InfiniBand addresses are cut to nine octets by the kernel.`,
  cues: [
    '<from_interface>',
    '<incomplete>',
    '<incompleto>',
    '<mittetäielik>pordil',
    '<nekompletní>na',
    '<unvollständig>',
    '<不完全>',
    '?',
    'PERM',
    '[ether]',
    '[infiniband]',
    'PUB',
    'PUP',
  ],
  fromCommand: /\barp\s+-\w*a/,
  detect,
  reader: (out: Output) => new ArpListReader(out),
  startsRow: (row: Row, index: number) => rowEnd(row, index) > 0,
  openings: [
    {
      rows: [
        '<word> (<ipv4>) at <mac> [ether] on <word>',
        '<word> (<ipv4>) at <incomplete> on <word>',
      ],
    },
  ],
  expects: 'a name, an address in parentheses, a hardware address and an interface',
} as const satisfies Format
