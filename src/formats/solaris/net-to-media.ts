import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { maskLength } from '../../net/ipv4.js'
import { readMac } from '../../net/mac.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { holdsNoAddress, isInterfaceName, isNameLike } from '../unix/cells.js'

const MAC_OCTETS = [6, 8, 20] as const
/** Letters in the order in which the tool joins them. */
const FLAGS = /^[SPDUMLdAoy]{1,10}$/
const STATE = /^[A-Z]{4,12}$/
const TYPES: ReadonlySet<string> = new Set(['dynamic', 'local', 'other', 'static'])

function detect(sample: Sample): Verdict | undefined {
  if (sample.match(/Net to Media Table/))
    return { score: 0.97, reasons: ['the title is Net to Media Table'] }
  if (sample.heading('Device', 'Mask', 'Flags', 'Phys', 'Addr'))
    return { score: 0.9, reasons: ['the heading has Device, Mask and Phys Addr'] }
  if (sample.count(isRow4) + sample.count(isRow6) === 0) return undefined
  return { score: 0.7, reasons: ['rows hold a device, an address, a mask and a hardware address'] }
}

const DEVICE = /^[a-z][\w.:-]*\d$/i

function isRow4(line: SampleLine): boolean {
  const { cells } = line
  if (!DEVICE.test(cells[0] ?? '') || !/^(?:255|240)\.\d+\.\d+\.\d+$/.test(cells[2] ?? ''))
    return false
  const last = cells.length - 1
  if (last === 3) return line.kind(3) === 'mac' || FLAGS.test(cells[3] ?? '')
  return last === 4 && line.kind(4) === 'mac' && FLAGS.test(cells[3] ?? '')
}

function isRow6(line: SampleLine): boolean {
  const { cells } = line
  const last = cells.length - 1
  if (last < 3 || last > 4 || !DEVICE.test(cells[0] ?? '') || line.kind(last) !== 'ipv6')
    return false
  return STATE.test(cells[last - 1] ?? '') && TYPES.has(cells[last - 2] ?? '')
}

/** What a letter says of an entry. */
interface FlagsCell {
  readonly text: string
  readonly fields: Partial<Open<Neighbor>>
}

function readFlags(text: string): FlagsCell | undefined {
  if (!FLAGS.test(text)) return undefined
  const fields: Partial<Open<Neighbor>> = {}
  if (text.includes('S')) fields.static = true
  if (text.includes('P')) fields.published = true
  if (text.includes('L')) fields.local = true
  if (text.includes('U')) fields.incomplete = true
  return { text, fields }
}

const flags = /* @__PURE__ */ new CellMemo(readFlags)

class NetToMediaReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()
  private readonly flags = flags

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    if (isInterfaceName(row, 0)) {
      const reading = row.kind(row.count - 1) === 'ipv6' ? this.readRow6(row) : this.readRow4(row)
      if (reading !== undefined) return reading
    }
    return readTitle(row)
  }

  /**
   * ```
   * e1000g0 192.0.2.10           255.255.255.255 SPLA     00:00:5e:00:53:01
   * elx1   192.0.2.1            255.255.255.255 U
   *                                             ^^^^ blank for what was learned, before Solaris 10
   * ```
   */
  private readRow4(row: Row): Reading {
    const { out, words } = this
    const mask = ipv4At(row, 2)
    if (mask < 0 || maskLength(mask) < 0 || row.count > 5) return undefined
    const value = ipv4At(row, 1)
    if (value < 0 && !isNameLike(row, 1)) return undefined
    const hasMac = row.kind(row.count - 1) === 'mac'
    const flags = row.count - (hasMac ? 1 : 0) === 4 ? this.flags.at(row, 3) : undefined
    if (row.count - (hasMac ? 1 : 0) === 4 && flags === undefined) return undefined
    const neighbor: Open<Neighbor> = {
      address: value < 0 ? null : row.flat(1),
      mac: this.macAt(row, hasMac ? row.count - 1 : -1),
      interface: words.at(row, 0),
      mask: words.at(row, 2),
      span: out.span(),
    }
    if (value < 0) this.noteName(neighbor, 1)
    if (flags !== undefined) {
      neighbor.flags = flags.text
      Object.assign(neighbor, flags.fields)
    }
    if (!hasMac && !neighbor.incomplete) this.sayCut(row)
    out.add(neighbor)
    return 'record'
  }

  private sayCut(row: Row): void {
    this.out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the hardware address' })
  }

  private macAt(row: Row, index: number): string | null {
    if (index < 0) return null
    const mac = readMac(row.cell(index), MAC_OCTETS)
    if (mac !== undefined) return mac
    this.out.diagnose('bad-mac', { text: row.cell(index) }, this.out.span(index, index + 1))
    return null
  }

  private noteName(neighbor: Open<Neighbor>, index: number): void {
    const { out } = this
    const text = out.row.flat(index)
    neighbor.hostname = text
    const column = 'the address'
    out.diagnose('name-for-address', { text, column }, out.span(index, index + 1))
  }

  /**
   * ```
   * net0  00:00:5e:00:53:01  dynamic REACHABLE    2001:db8::1
   *       ^^^^^^^^^^^^^^^^^ blank while INCOMPLETE
   * ```
   */
  private readRow6(row: Row): Reading {
    const { out, words } = this
    const last = row.count - 1
    if (last < 3 || last > 4 || !STATE.test(row.cell(last - 1))) return undefined
    const type = row.cell(last - 2)
    if (!TYPES.has(type) || (last === 4 && row.kind(1) !== 'mac')) return undefined
    const read = readAddress(row.flat(last))
    if (read === undefined) return undefined
    const state = words.at(row, last - 1)
    const neighbor: Open<Neighbor> = {
      address: read.address,
      mac: this.macAt(row, last === 4 ? 1 : -1),
      interface: words.at(row, 0),
      type: words.at(row, last - 2),
      state,
      span: out.span(),
    }
    if (state === 'INCOMPLETE') neighbor.incomplete = true
    if (type === 'static') neighbor.static = true
    if (type === 'local') neighbor.local = true
    if (last === 3 && !neighbor.incomplete) this.sayCut(row)
    out.add(neighbor)
    return 'record'
  }
}

function readTitle(row: Row): Reading {
  if (row.count > 8 || !holdsNoAddress(row)) return undefined
  if (row.is(0, 'Net') && row.find('Media') > 0) return 'heading'
  return row.is(0, 'Device') || (row.is(0, 'If') && row.find('State') > 0) ? 'heading' : undefined
}

/** `arp -a`, `netstat -p` and `ndp -a` of Solaris and illumos. */
export const solarisNetToMedia = {
  id: 'solaris-arp',
  kind: 'neighbors',
  platform: 'solaris',
  title: 'arp -a and netstat -p of Solaris and illumos',
  commands: ['arp -an', 'netstat -pn', 'arp -a', 'ndp -a', 'netstat -pn -f inet6'],
  captures: ['arp -an', 'netstat -pn -f inet6'],
  about: `Two tables titled Net to Media Table. IPv4: device, address, mask, flags and hardware address, of which flags and
hardware address may be blank. S static, P published, L the machine's own address, U unresolved, M multicast, A
authority, o old, d unverified. SPLA is an own address that is answered on the wire, SP without L one published for
somebody else (Solaris 8 prints SP for both). IPv6: interface, hardware address, type, state, address.`,
  cues: ['Media', 'Phys', 'Device', 'SPLA', 'SP', 'SM', 'word ipv4', 'word mac', 'REACHABLE'],
  fromCommand: /\barp\s+-\w*a|\bnetstat\s+.*-\w*p|\bndp\s+-\w*a/,
  detect,
  reader: (out: Output) => new NetToMediaReader(out),
  startsRow,
  startsHeading: (row: Row, index: number) =>
    (row.is(index, 'Net') && row.is(index + 1, 'to')) ||
    row.is(index, 'Device') ||
    (row.is(index, 'If') && row.is(index + 1, 'Physical')),
  headed: true,
  expects: 'a device, an address, a mask and a hardware address',
} as const satisfies Format

function startsRow(row: Row, index: number): boolean {
  if (!isInterfaceName(row, index)) return false
  if (row.kind(index + 1) === 'mac')
    return TYPES.has(row.cell(index + 2)) && row.kind(index + 4) === 'ipv6'
  if (TYPES.has(row.cell(index + 1))) return row.kind(index + 3) === 'ipv6'
  if (row.kind(index + 1) !== 'ipv4' && !isNameLike(row, index + 1)) return false
  if (maskLength(ipv4At(row, index + 2)) < 0 || row.kind(index + 2) !== 'ipv4') return false
  return row.kind(index + 3) === 'mac' || FLAGS.test(row.cell(index + 3))
}
