import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { addressAt, ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { linkAddressAt, readLinkAddress } from './link-address.js'

/** From 255.0.0.0 on there are masks, not neighbours. */
const BROADCASTS = 0xff000000

class BriefReader implements Reader {
  private readonly out: Output
  private readonly names = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * 192.0.2.10                              eth0             00:00:5e:00:53:01
   *                                                          ^^^^^^^^^^^^^^^^^ blank where none is known
   * ```
   */
  read(row: Row): Reading {
    const { out } = this
    if (row.count < 2 || row.count > 3 || row.kind(1) !== 'word') return undefined
    const to = addressAt(row, 0)
    if (to === undefined) return undefined
    const neighbor: Open<Neighbor> = {
      address: to.address,
      mac: row.count < 3 ? null : linkAddressAt(out, 2),
      interface: this.names.at(row, 1),
      span: out.span(),
    }
    if (to.zone !== undefined) neighbor.zone = to.zone
    out.add(neighbor)
    return 'record'
  }
}

const SOLARIS_FLAGS = /^[SPUMLA]+$/

function isBrief(line: SampleLine): boolean {
  const kind = line.kind(0)
  const { length } = line.cells
  if ((kind !== 'ipv4' && kind !== 'ipv6') || line.kind(1) !== 'word') return false
  // What is left of a row of Solaris' arp whose beginning was cut: mask, flags, hardware address.
  if (line.cells[1] === 'at' || SOLARIS_FLAGS.test(line.cells[1] ?? '')) return false
  return length === 2 || (length === 3 && readLinkAddress(line.cells[2] ?? '') !== undefined)
}

/** Nothing but its shape speaks for this form, so all of it must fit. */
function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(isBrief)
  const complete = sample.count((line) => line.cells.length === 3 && isBrief(line))
  if (complete === 0 || rows < sample.lines.length) return undefined
  return { score: 0.45, reasons: ['rows are an address, a name and a hardware address'] }
}

/** Only a row that has its last column is told from other words. */
function startsRow(row: Row, index: number): boolean {
  if (row.kind(index + 1) !== 'word' || row.is(index + 1, 'at')) return false
  if (addressAt(row, index) === undefined || ipv4At(row, index) >= BROADCASTS) return false
  return row.kind(index + 2) === 'mac' && readLinkAddress(row.cell(index + 2)) !== undefined
}

/** `ip -brief neigh`. */
export const linuxIpNeighBrief = {
  id: 'linux-ip-neigh-brief',
  kind: 'neighbors',
  platform: 'linux',
  title: 'ip -brief neigh of Linux',
  commands: ['ip -brief neigh show', 'ip -br neigh'],
  insteadOf: 'linux-ip-neigh',
  about: `Three columns without a heading: address, device, hardware address; the last is blank where it is not known.
There is no state.`,
  cues: ['ipv4 word', 'ipv6 word'],
  fromCommand: /\bip\s(?=.*-br)(?:.*\s)?n(?:ei\w*)?(?:\s|$)/,
  detect,
  reader: (out: Output) => new BriefReader(out),
  expects: 'an address, a device and a hardware address',
  startsRow,
} as const satisfies Format
