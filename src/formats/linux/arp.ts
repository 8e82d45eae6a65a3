import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'
import { ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import {
  type ArpLayout,
  arpFlags,
  arpLayoutAt,
  arpTypes,
  gluedHardware,
  startsArpRow,
} from './arp-layout.js'
import { arpFooter, checkHardware } from './arp-words.js'
import { linkAddressAt, readCutLinkAddress } from './link-address.js'

const EXCERPT = 200
const OPEN = 40
const COLON = 58

/** Words of the heading in the languages of net-tools: its second and third column. */
const HEADING = /^(?:\w*HW|HWtyp|TypeMap|AdresseMat|Hardware|ოპტიპი|硬件)/i

const ALIKE: readonly Column[] = [
  { at: 0, field: 'address', form: 'ipv4' },
  { at: 2, field: 'mac', form: 'mac' },
  { at: 4, field: 'interface', form: 'name' },
]

class ArpTableReader implements Reader {
  readonly alike = ALIKE
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    const layout = arpLayoutAt(row, 0)
    if (layout !== undefined) return this.readWhole(row, layout)
    if (isHeading(row)) return 'heading'
    if (arpFooter(row)) return 'outside'
    return this.readCut(row)
  }

  private readWhole(row: Row, layout: ArpLayout): Reading {
    const { out } = this
    const { last } = layout
    for (let at = last + 1; at < row.count; at++) if (startsArpRow(row, at)) return undefined
    if (last + 1 < row.count)
      out.diagnose('extra-cell', { text: row.rest(last + 1).slice(0, EXCERPT) }, out.span(last + 1))
    const neighbor: Open<Neighbor> = {
      address: ipv4At(row, 0) < 0 ? null : row.flat(0),
      mac: null,
      interface: this.words.at(row, last),
      span: out.span(),
    }
    if (neighbor.address === null) this.readName(neighbor)
    this.readHardware(neighbor, layout)
    this.readFlags(neighbor, layout)
    out.add(neighbor)
    return 'record'
  }

  /** Without -n the name stands in place of the address, at most 23 characters of it. */
  private readName(neighbor: Open<Neighbor>): void {
    const { out } = this
    const text = out.row.flat(0)
    neighbor.hostname = text
    out.diagnose('name-for-address', { text, column: 'address' }, out.span(0, 1))
  }

  private readHardware(neighbor: Open<Neighbor>, { form }: ArpLayout): void {
    const { out } = this
    const { row } = out
    if (form === 'published') neighbor.published = true
    else if (form === 'incomplete') neighbor.incomplete = true
    else if (form === 'glued') this.readGlued(neighbor)
    else {
      neighbor.hwtype = this.words.at(row, 1)
      if (row.code(2, -1) === COLON)
        this.readCutHardware(neighbor, 2, readCutLinkAddress(row.cell(2).slice(0, -1)))
      else {
        neighbor.mac = linkAddressAt(out, 2)
        checkHardware(out, neighbor, 2)
      }
    }
  }

  private readCutHardware(neighbor: Open<Neighbor>, index: number, mac: string | undefined): void {
    const { out } = this
    neighbor.mac = mac ?? null
    neighbor.truncated = true
    const text = out.row.cell(index)
    out.diagnose(
      'address-cut',
      { text, column: 'the hardware address' },
      out.span(index, index + 1),
    )
  }

  private readGlued(neighbor: Open<Neighbor>): void {
    const glued = gluedHardware(this.out.row, 1)
    neighbor.hwtype = 'infiniband'
    if (glued === undefined) return
    this.readCutHardware(neighbor, 1, glued.mac)
    this.setFlags(neighbor, glued.flags)
  }

  private readFlags(neighbor: Open<Neighbor>, { flags, mask }: ArpLayout): void {
    const { row } = this.out
    if (flags > 0) this.setFlags(neighbor, this.words.at(row, flags))
    if (mask > 0 && !row.is(mask, '*')) neighbor.mask = row.flat(mask)
  }

  private setFlags(neighbor: Open<Neighbor>, text: string): void {
    neighbor.flags = text
    if (text === 'C') return
    if (text.includes('M')) neighbor.permanent = true
    if (text.includes('P')) neighbor.published = true
  }

  /** A row of which a cell is missing. */
  private readCut(row: Row): Reading {
    if (row.count > 6 || ipv4At(row, 0) < 0) return undefined
    const isRow = arpTypes.has(row.cell(1)) || row.code(1) === OPEN || row.kind(1) === 'mac'
    if (!isRow && row.count > 1) return undefined
    this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'a column' })
    return 'unparsed'
  }
}

function isHeading(row: Row): boolean {
  if (row.count < 4 || row.count > 10) return false
  for (let at = 1; at < 3; at++) if (HEADING.test(row.cell(at))) return ipv4At(row, 0) < 0
  return false
}

function isComplete(line: SampleLine): boolean {
  const [, type = '', hardware = '', flags = ''] = line.cells
  if (!arpTypes.has(type) || line.cells.length < 5) return false
  return (line.kind(2) === 'mac' || /^[<*]|:$/.test(hardware)) && arpFlags.test(flags)
}

function isIncomplete(line: SampleLine): boolean {
  const [, first = '', second = ''] = line.cells
  if (line.kind(0) !== 'ipv4' || !first.startsWith('(')) return false
  return line.cells.length === (first.endsWith(')') ? 3 : 4) && !second.startsWith('(')
}

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.heading('HWtype', 'HWaddress')) {
    score += 0.8
    reasons.push('the heading has HWtype and HWaddress')
  }
  if (sample.count(isComplete) > 0) {
    score += 0.7
    reasons.push('rows have a hardware type, an address and the flags C, M or P')
  } else if (sample.count(isIncomplete) > 0) {
    score += 0.4
    reasons.push('rows show a word in parentheses for the hardware address')
  }
  return score === 0 ? undefined : { score: Math.min(0.98, score), reasons }
}

/** `arp -n`, `arp -e` and `arp` of net-tools. */
export const linuxArp = {
  id: 'linux-arp',
  kind: 'neighbors',
  platform: 'linux',
  title: 'arp -n of Linux',
  commands: ['arp -n', 'arp -e', 'arp', 'arp -ev'],
  insteadOf: 'linux-arp-a',
  about: `A translated heading, then address, hardware type, hardware address, flags, mask (blank on kernels in use) and
interface. Incomplete rows have neither type nor flags; published ones show * and <from_interface>. Without -n a name
replaces the address, cut to 23 characters. InfiniBand addresses are cut to 20 characters. -v adds a line of counts.`,
  cues: [
    '(incomplete)',
    '(incompleto)',
    '(mittetäielik)',
    '(nekompletní)',
    '(unvollständig)',
    '(不完全)',
    '<from_interface>',
    'ether',
    'HWaddress',
    'infiniband',
    'tunnel',
  ],
  fromCommand: /\barp(?:\s+-(?!\w*a)\w+)*\s*$/,
  detect,
  reader: (out: Output) => new ArpTableReader(out),
  headed: true,
  startsRow: startsArpRow,
  startsHeading: (row: Row, index: number) => HEADING.test(row.cell(index + 1)) && index === 0,
  headings: ['Address HWtype HWaddress Flags Mask Iface'],
  expects: 'an address, a hardware type and address, flags and an interface',
} as const satisfies Format
