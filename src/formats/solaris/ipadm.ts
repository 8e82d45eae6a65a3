import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readCidr } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { holdsNoAddress } from '../unix/cells.js'

const OBJECT = /^([A-Za-z][\w.-]*\d)\/[\w.?-]+$/
const TYPES: ReadonlySet<string> = new Set([
  'addrconf',
  'dhcp',
  'from-gz',
  'inherited',
  'static',
  'vip',
  'vrrp',
])
const STATES: ReadonlySet<string> = new Set([
  'disabled',
  'down',
  'duplicate',
  'inaccessible',
  'ok',
  'tentative',
])

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(({ cells }) => OBJECT.test(cells[0] ?? '') && TYPES.has(cells[1] ?? ''))
  if (rows === 0) return undefined
  const heading = sample.heading('ADDROBJ') ?? sample.heading('NAME', 'CLASS/TYPE', 'STATE')
  return { score: heading ? 0.97 : 0.85, reasons: ['rows begin with an address object'] }
}

class IpadmReader implements Reader {
  private readonly out: Output

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * net0/v4           static   ok           192.0.2.10/24
   * net0/v4           static   ok           --         192.0.2.10/24     ipadm, 11.4
   * tun0/v4           static   ok           192.0.2.1->192.0.2.2
   * ```
   */
  read(row: Row): Reading {
    const name = OBJECT.exec(row.cell(0))?.[1]
    if (name === undefined || !TYPES.has(row.cell(1))) return this.readOther(row)
    const { out } = this
    const last = row.count - 1
    const text = row.flat(last)
    if (row.count > 6 || !STATES.has(row.cell(2))) return undefined
    if (last === 2) {
      out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the address' })
      return 'unparsed'
    }
    if (text === '?' || text === '--') return 'outside'
    const address = addressOf(text)
    if (address === undefined) {
      out.diagnose('bad-address', { text, column: 'ADDR' }, out.span(last, last + 1))
      return 'unparsed'
    }
    const record: Open<InterfaceAddress> = {
      interface: name,
      label: row.flat(0),
      ...address,
      span: out.span(),
    }
    if (/^lo\d+$/.test(name)) record.loopback = true
    if (!row.is(2, 'ok')) record.attributes = [row.flat(2)]
    out.add(record)
    return 'record'
  }

  /** `ipadm` of 11.4 lists interfaces between the addresses. */
  private readOther(row: Row): Reading {
    if (row.is(0, 'ADDROBJ') || (row.is(0, 'NAME') && row.find('STATE') > 0)) return 'heading'
    return row.is(row.count - 1, '--') && holdsNoAddress(row) ? 'outside' : undefined
  }
}

type Address = Pick<InterfaceAddress, 'address' | 'family'> & Partial<Open<InterfaceAddress>>

function addressOf(text: string): Address | undefined {
  const arrow = text.indexOf('->')
  const read = readCidr(arrow < 0 ? text : text.slice(0, arrow))
  if (read === undefined) return undefined
  const { family, cidr, zone, length } = read
  const address: Address = { family, address: cidr.slice(0, cidr.indexOf('/')) }
  if (zone !== undefined) address.zone = zone
  if (arrow < 0) return text.includes('/') ? { ...address, prefixLength: length } : address
  const peer = readAddress(text.slice(arrow + 2))
  return peer === undefined ? undefined : { ...address, peer: peer.address }
}

/** `ipadm show-addr` of Solaris 11 and illumos. */
export const solarisIpadm = {
  id: 'solaris-ipadm',
  kind: 'addresses',
  platform: 'solaris',
  title: 'ipadm show-addr of Solaris and illumos',
  commands: ['ipadm show-addr', 'ipadm'],
  insteadOf: 'solaris-ifconfig',
  about: `An address object (net0/v4), kept as the label, its type, its state and its address with length; "?" where it has none
yet. ipadm of 11.4 has the class and the interface below in the rows, and rows for interfaces.`,
  cues: ['ADDROBJ', 'CLASS/TYPE', 'addrconf', 'static', 'dhcp', 'from-gz', 'inherited'],
  fromCommand: /\bipadm\b/,
  detect,
  reader: (out: Output) => new IpadmReader(out),
  startsRow: (row: Row, index: number) =>
    TYPES.has(row.cell(index + 1)) &&
    STATES.has(row.cell(index + 2)) &&
    OBJECT.test(row.cell(index)),
  headed: true,
  startsHeading: (row: Row, index: number) => row.is(index, 'ADDROBJ') || row.is(index, 'NAME'),
  expects: 'an address object, a type, a state and an address',
} as const satisfies Format
