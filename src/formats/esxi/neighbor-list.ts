import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { holdsNoAddress } from '../unix/cells.js'

const DEVICE = /^vmk\d+$/

function detect(sample: Sample): Verdict | undefined {
  if (sample.heading('Neighbor', 'Vmknic', 'Expiry'))
    return { score: 0.97, reasons: ['the heading has Vmknic'] }
  const rows = sample.count(
    (line) => line.cells.slice(1, 3).some((cell) => DEVICE.test(cell)) && line.kind(1) === 'mac',
  )
  return rows > 0 ? { score: 0.7, reasons: ['rows name an interface vmkN'] } : undefined
}

class NeighborListReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * 192.0.2.1    00:00:5e:00:53:01  vmk1    164 sec         Unknown
   *                                                ^^^^^ blank for IPv4
   * ```
   */
  read(row: Row): Reading {
    const device = deviceAt(row, 0)
    if (device < 0) return readTitle(row)
    const read = readAddress(row.flat(0))
    if (read === undefined) return undefined
    const { out, words } = this
    const mac = device === 2 ? readMac(row.cell(1)) : undefined
    const neighbor: Open<Neighbor> = {
      address: read.address,
      mac: mac ?? null,
      interface: words.at(row, device),
      span: out.span(),
    }
    if (read.zone !== undefined) neighbor.zone = read.zone
    if (device === 1)
      out.diagnose('cut-row', { text: row.excerpt(), missing: 'the hardware address' })
    else if (row.is(1, '(incomplete)')) neighbor.incomplete = true
    else if (mac === undefined) out.diagnose('bad-mac', { text: row.cell(1) }, out.span(1, 2))
    if (!this.readTail(neighbor, device + 1)) return undefined
    out.add(neighbor)
    return 'record'
  }

  /** `164 sec`, a state and a type; the state is blank more often than not. */
  private readTail(neighbor: Open<Neighbor>, from: number): boolean {
    const { row } = this.out
    let at = from
    if (row.uint(at) >= 0) {
      neighbor.expire = row.uint(at)
      at += row.is(at + 1, 'sec') ? 2 : 1
    } else if (row.kind(at) === 'dash') at++
    if (row.is(at, 'sec')) return false
    if (row.count === at || row.count > at + 2) return this.sayCut(row, row.count === at)
    if (row.count === at + 2 && !/^[A-Za-z]/.test(row.cell(at))) return this.sayCut(row, true)
    if (row.count === at + 2) neighbor.state = this.words.at(row, at)
    // A state alone, for its type was lost.
    else if (row.size(at) === 1) return this.sayCut(row, true)
    const type = this.words.at(row, row.count - 1)
    neighbor.type = type
    if (/^static$/i.test(type)) neighbor.static = true
    return true
  }

  private sayCut(row: Row, isCut: boolean): boolean {
    if (isCut) this.out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the type' })
    return isCut
  }
}

/** Where the vmknic stands: behind the hardware address, or where that was lost behind the address; -1 in no row. */
function deviceAt(row: Row, index: number): number {
  const kind = row.kind(index)
  if (kind !== 'ipv4' && kind !== 'ipv6') return -1
  if (DEVICE.test(row.cell(index + 1))) return index + 1
  return DEVICE.test(row.cell(index + 2)) ? index + 2 : -1
}

function readTitle(row: Row): Reading {
  if (row.count > 8 || !holdsNoAddress(row)) return undefined
  return row.is(0, 'Neighbor') || row.find('Vmknic') > 0 ? 'heading' : undefined
}

/** `esxcli network ip neighbor list` of ESXi. */
export const esxiNeighborList = {
  id: 'esxi-neighbor-list',
  kind: 'neighbors',
  platform: 'esxi',
  title: 'esxcli network ip neighbor list of ESXi',
  commands: ['esxcli network ip neighbor list'],
  about: `Neighbor, Mac Address, Vmknic, Expiry (a number and "sec"), State (blank for IPv4) and Type, in columns under a rule
of dashes.`,
  cues: ['Neighbor', 'Vmknic', 'vmk0', 'vmk1', 'vmk2'],
  fromCommand: /esxcli\s+network\s+ip\s+neighbor/,
  detect,
  reader: (out: Output) => new NeighborListReader(out),
  startsRow: (row: Row, index: number) => {
    const device = deviceAt(row, index)
    return (
      device > 0 &&
      (device === index + 1 || row.kind(index + 1) === 'mac' || row.is(index + 1, '(incomplete)'))
    )
  },
  startsHeading: (row: Row, index: number) => row.is(index, 'Neighbor'),
  headed: true,
  expects: 'an address, a hardware address and a vmknic',
} as const satisfies Format
