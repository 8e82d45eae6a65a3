import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { PROC_ARP_ROW } from './alike-columns.js'
import { checkHardware } from './arp-words.js'
import { linkAddressAt } from './link-address.js'

const EXCERPT = 200
/** Bits of include/uapi/linux/if_arp.h. */
const COMPLETE = 0x02
const PERMANENT = 0x04
const PUBLISHED = 0x08

class ProcArpReader implements Reader {
  readonly alike = PROC_ARP_ROW
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * 192.0.2.10       0x1         0x2         00:00:5e:00:53:01     *        eth0
   *                              ^^^ 0 incomplete, whatever address is left there
   * ```
   */
  read(row: Row): Reading {
    if (isRowStart(row, 0)) return row.count === 6 ? this.readRow(row) : undefined
    if (row.is(0, 'IP') && row.is(1, 'address')) return row.count < 10 ? 'heading' : undefined
    return this.readCut(row)
  }

  private readRow(row: Row): Reading {
    const { out, words } = this
    const flags = words.at(row, 2)
    const bits = Number.parseInt(flags, 16)
    const neighbor: Open<Neighbor> = {
      address: row.flat(0),
      mac: (bits & COMPLETE) === 0 ? null : linkAddressAt(out, 3),
      interface: this.words.at(row, 5),
      hwtype: words.at(row, 1),
      flags,
      span: out.span(),
    }
    if (!/^0x[\da-f]+$/i.test(flags))
      out.diagnose('bad-number', { text: flags, column: 'Flags' }, out.span(2, 3))
    if ((bits & PUBLISHED) !== 0) neighbor.published = true
    else if ((bits & COMPLETE) === 0) neighbor.incomplete = true
    if ((bits & PERMANENT) !== 0) neighbor.permanent = true
    if (!row.is(4, '*')) neighbor.mask = words.at(row, 4)
    checkHardware(out, neighbor, 3)
    out.add(neighbor)
    return 'record'
  }

  private readCut(row: Row): Reading {
    if (ipv4At(row, 0) < 0 || row.count > 5) return undefined
    if (row.count > 1 && row.kind(1) !== 'hex' && !row.is(1, '0')) return undefined
    this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'a column' })
    return 'unparsed'
  }
}

function isRowStart(row: Row, index: number): boolean {
  return (
    row.kind(index + 1) === 'hex' &&
    row.kind(index + 2) === 'hex' &&
    ipv4At(row, index) >= 0 &&
    isMask(row, index + 4) &&
    index + 5 < row.count
  )
}

function isMask(row: Row, index: number): boolean {
  return row.is(index, '*') || row.kind(index) === 'ipv4'
}

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.heading('IP', 'address', 'HW', 'type', 'Flags', 'HW')) {
    score += 0.8
    reasons.push('the heading has IP address, HW type and HW address')
  }
  if (sample.count((line) => line.is('ipv4', 'hex', 'hex', 'mac')) > 0) {
    score += 0.6
    reasons.push('rows have hexadecimal types and flags')
  }
  return score === 0 ? undefined : { score: Math.min(0.98, score), reasons }
}

/** /proc/net/arp. */
export const linuxProcArp = {
  id: 'linux-proc-arp',
  kind: 'neighbors',
  platform: 'linux',
  title: '/proc/net/arp of Linux',
  commands: ['cat /proc/net/arp'],
  insteadOf: 'linux-arp-a',
  about: `A heading, then address, hardware type (0x1 Ethernet, 0x20 InfiniBand), flags (0x0 incomplete, 0x2 complete, 0x4
permanent, 0x8 published), hardware address (nine octets at most), a mask that is * on kernels in use, and the device.
An entry without 0x2 is incomplete even where an old hardware address is left in it.`,
  cues: ['Device', 'ipv4 hex'],
  fromCommand: /proc\/net\/arp/,
  detect,
  reader: (out: Output) => new ProcArpReader(out),
  headed: true,
  startsRow: isRowStart,
  startsHeading: (row: Row, index: number) => row.is(index, 'IP') && row.is(index + 1, 'address'),
  headings: ['IP address HW type Flags HW address Mask Device'],
  expects: 'an address, type and flags in hexadecimal, a hardware address, a mask and a device',
} as const satisfies Format
