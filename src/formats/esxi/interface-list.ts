import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readLength } from '../../net/cidr.js'
import { formatIPv4, maskLength } from '../../net/ipv4.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { holdsNoAddress } from '../unix/cells.js'

const DEVICE = /^vmk\d+$/

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(
    (line) =>
      DEVICE.test(line.cells[0] ?? '') && (line.kind(1) === 'ipv4' || line.kind(1) === 'ipv6'),
  )
  return rows > 0
    ? { score: 0.9, reasons: ['rows begin with a vmknic and its address'] }
    : undefined
}

class InterfaceListReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * vmk0  192.0.2.50    255.255.255.0  192.0.2.255     STATIC        192.0.2.1   false
   * vmk0  2001:db8::50  64             STATIC  PREFERRED
   * ```
   */
  read(row: Row): Reading {
    if (!DEVICE.test(row.cell(0))) return readTitle(row)
    const read = readAddress(row.flat(1))
    if (read === undefined) return row.count > 1 ? undefined : 'outside'
    const { out } = this
    const prefixLength = lengthAt(row, read.family)
    if (prefixLength < 0) {
      out.diagnose('bad-mask', { text: row.cell(2) }, out.span(1, Math.min(3, row.count)))
      return 'unparsed'
    }
    const record: Open<InterfaceAddress> = {
      family: read.family,
      interface: this.words.at(row, 0),
      address: read.address,
      prefixLength,
      span: out.span(),
    }
    if (read.zone !== undefined) record.zone = read.zone
    const broadcast = ipv4At(row, 3)
    if (broadcast >= 0) record.broadcast = formatIPv4(broadcast)
    if (read.family === 6 && row.count > 4 && !row.is(4, 'PREFERRED'))
      record.attributes = [row.flat(4).toLowerCase()]
    // Behind the length stand the words of a type and a state, and nothing else.
    if (read.family === 6 && /\d/.test(row.cell(3)))
      out.diagnose('extra-cell', { text: row.cell(3) }, out.span(3, 4))
    out.add(record)
    return 'record'
  }
}

function lengthAt(row: Row, family: 4 | 6): number {
  if (family === 6) return readLength(row.cell(2), 128)
  const mask = ipv4At(row, 2)
  return mask < 0 ? -1 : maskLength(mask)
}

function readTitle(row: Row): Reading {
  if (row.count > 14 || !holdsNoAddress(row)) return undefined
  return row.find('Netmask') > 0 && (row.is(0, 'Name') || row.is(0, 'Interface'))
    ? 'heading'
    : undefined
}

/** `esxcli network ip interface ipv4 get` and `… ipv6 address list` of ESXi. */
export const esxiInterfaceList = {
  id: 'esxi-interface-list',
  kind: 'addresses',
  platform: 'esxi',
  title: 'esxcli network ip interface of ESXi',
  commands: [
    'esxcli network ip interface ipv4 get',
    'esxcli network ip interface ipv4 address list',
    'esxcli network ip interface ipv6 address list',
  ],
  captures: [
    'esxcli network ip interface ipv4 get',
    'esxcli network ip interface ipv6 address list',
  ],
  about: `The vmknic, its address and netmask (IPv6: prefix length), for IPv4 the broadcast address, how it was set, and
from 6.5 on a gateway.`,
  cues: ['vmk0', 'vmk1', 'vmk2', 'Netmask'],
  fromCommand: /esxcli\s+network\s+ip\s+interface/,
  detect,
  reader: (out: Output) => new InterfaceListReader(out),
  startsRow: (row: Row, index: number) =>
    DEVICE.test(row.cell(index)) &&
    (row.kind(index + 1) === 'ipv4'
      ? row.kind(index + 2) === 'ipv4'
      : row.kind(index + 1) === 'ipv6' && row.kind(index + 2) === 'number'),
  startsHeading: (row: Row, index: number) => row.is(index, 'Name') || row.is(index, 'Interface'),
  headed: true,
  expects: 'a vmknic, an address and a mask',
} as const satisfies Format
