import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readCidr, readLength } from '../../net/cidr.js'
import { maskLength, readIPv4 } from '../../net/ipv4.js'
import { readMac } from '../../net/mac.js'
import type { Row } from '../../text/row.js'
import type { Reading } from '../format.js'
import { sayUnended } from '../ifconfig.js'
import type { Block } from '../ifconfig-address.js'
import type { Output } from '../output.js'
import { type InetStart, inetStart } from './ifconfig-shape.js'

const EXCERPT = 200
const NAME_WIDTH = 10
const MAC_OCTETS = [6, 8, 20] as const
/** Bits of the number before a head's flags, which are translated: IFF_LOOPBACK and IFF_POINTOPOINT. */
const LOOPBACK = 8
const POINT_TO_POINT = 16
/** `P-t-P:` of a tunnel; translations keep its form. */
const PEER_WORD = /^p\P{L}\p{L}*\P{L}p/iu
const DETAIL = /^(?:RX|TX|collisions|device|Interrupt|loop|ether|tunnel|unspec|ppp|infiniband)\b/i

type Address = Open<InterfaceAddress>

/** Keeps what the lines of ifconfig's blocks say, in either layout of Linux. */
export class IfconfigBlocks {
  private readonly out: Output
  private block: Block | undefined
  private isPointToPoint = false

  constructor(out: Output) {
    this.out = out
  }

  readFlagsHead(row: Row): Reading {
    const { out } = this
    const name = row.cell(0).slice(0, -1)
    const flags = /^flags=(\d+)<([^<>]*)>$/.exec(row.cell(1))
    const bits = Number(flags?.[1] ?? 0)
    if (flags === null) this.sayCut('the end of the flags')
    const mtu = row.uint(3)
    if (mtu < 0) this.sayCut('the mtu')
    this.isPointToPoint = (bits & POINT_TO_POINT) !== 0
    const head: Block['head'] = { name, span: out.span() }
    if (flags?.[2] !== undefined) head.flags = flags[2]
    if (mtu >= 0) head.mtu = mtu
    if ((bits & LOOPBACK) !== 0) head.loopback = true
    return this.begin(head)
  }

  readLinkHead(row: Row): Reading {
    if (row.cell(1).startsWith('encap:')) {
      this.block = undefined
      this.sayCut('the interface')
      return 'unparsed'
    }
    // Names are padded to ten columns: less before the next word at the very start means that some are lost.
    if (row.isTextStart && row.column(1) < NAME_WIDTH)
      this.out.diagnose('head-missing', { text: row.excerpt(EXCERPT) })
    const head: Block['head'] = { name: row.flat(0), span: this.out.span() }
    if (/^lo(?::|$)/.test(head.name)) head.loopback = true
    this.isPointToPoint = false
    for (let i = 2; i < row.count; i++) {
      const mac = row.kind(i) === 'mac' ? readMac(row.cell(i), MAC_OCTETS) : undefined
      if (mac !== undefined) head.mac = mac
    }
    if (head.mac === undefined && /:Ethernet$/.test(row.cell(2)))
      this.sayCut('the hardware address')
    return this.begin(head)
  }

  readInet(row: Row): Reading {
    const { block, out } = this
    const start = inetStart(row, 0)
    if (start === undefined) return undefined
    if (block === undefined) {
      this.sayCut('the interface')
      return 'unparsed'
    }
    const text = row.cell(start.at).slice(start.offset)
    const read = readCidr(text)
    if (read === undefined || read.family !== start.family) {
      out.diagnose('bad-address', { text, column: row.cell(0) }, out.span(start.at, start.at + 1))
      return 'unparsed'
    }
    const record = addressOf(block, read)
    record.span = out.span()
    if (text.includes('/')) record.prefixLength = read.length
    const said = out.diagnostics.length
    if (start.family === 6) this.readTail6(record, start)
    else this.readTail4(record, start)
    if (record.prefixLength === undefined && out.diagnostics.length === said)
      this.sayCut('the netmask')
    block.addresses.push(record)
    out.add(record)
    return 'record'
  }

  /** Lines of a block that hold no address: flags, hardware, counters. */
  readDetail(row: Row): Reading {
    const { block } = this
    if (block === undefined) return undefined
    const mtu = /(?:^|\s)MTU:(\d+)/.exec(row.between(0))?.[1]
    if (mtu !== undefined) return readFlags(row, block, Number(mtu))
    if (row.kind(1) === 'mac' && row.kind(0) === 'word') {
      const mac = readMac(row.cell(1), MAC_OCTETS)
      if (row.isUnended) sayUnended(this.out, block.addresses)
      if (mac !== undefined) setAll(block, { mac })
      return 'outside'
    }
    return row.column(0) > 0 || DETAIL.test(row.cell(0)) ? 'outside' : undefined
  }

  private begin(head: Block['head']): Reading {
    this.out.addInterface(head)
    this.block = { head, addresses: [] }
    return 'record'
  }

  /** `netmask MASK broadcast ADDRESS` in any language, or `Bcast:ADDRESS Mask:MASK`. */
  private readTail4(record: Address, { at }: InetStart): void {
    const { out } = this
    const { row } = out
    const found: { word: string; text: string; cell: number }[] = []
    for (let i = at + 1; i < row.count; i++) {
      const [, label, text = ''] = /^(.*:)?([\d.]+)$/.exec(row.cell(i)) ?? []
      if (text === '') continue
      found.push({ word: label ?? row.cell(i - 1), text, cell: i })
    }
    const isOld = row.cell(at).includes(':') || found.some(({ word }) => word.endsWith(':'))
    const mask = isOld ? found.pop() : found.shift()
    if (mask === undefined) return
    const value = readIPv4(mask.text)
    const length = value < 0 ? -1 : maskLength(value)
    if (length >= 0) record.prefixLength = length
    else out.diagnose('bad-mask', { text: mask.text }, out.span(mask.cell, mask.cell + 1))
    for (const { word, text, cell } of found) this.readOther(record, word, { text, cell })
  }

  private readOther(record: Address, word: string, one: { text: string; cell: number }): void {
    const { out } = this
    const { text, cell } = one
    const read = readAddress(text)
    if (read === undefined)
      out.diagnose('bad-address', { text, column: word }, out.span(cell, cell + 1))
    else if (this.isPointToPoint || PEER_WORD.test(word)) record.peer = read.address
    else record.broadcast = read.address
  }

  /** `prefixlen 64  scopeid 0x20<link>` in any language, or `Scope:Link` behind a length. */
  private readTail6(record: Address, { at }: InetStart): void {
    const { out } = this
    const { row } = out
    if (record.prefixLength === undefined) {
      const length = readLength(row.cell(at + 2), 128)
      if (length >= 0) record.prefixLength = length
      else out.diagnose('bad-length', { text: row.cell(at + 2) }, out.span(at, row.count))
    }
    const rest = row.between(at + 1)
    const scope = /0x[\da-f]+<([^<>]+)>/.exec(rest)?.[1] ?? /:\s?(\p{L}\S*)$/u.exec(rest)?.[1]
    if (scope !== undefined) record.scope = scope.toLowerCase()
    else this.sayCut('the scope')
  }

  private sayCut(missing: string): void {
    this.out.diagnose('cut-row', { text: this.out.row.excerpt(EXCERPT), missing })
  }
}

/** `UP LOOPBACK RUNNING  MTU:65536  Metric:1`, behind the addresses of the block. */
function readFlags(row: Row, block: Block, mtu: number): Reading {
  block.head.mtu = mtu
  const words: string[] = []
  for (let i = 0; i < row.count && !row.cell(i).includes(':'); i++) words.push(row.cell(i))
  if (words.length > 0) setAll(block, { flags: words.join(',') })
  if (words.includes('LOOPBACK')) setAll(block, { loopback: true })
  return 'outside'
}

function setAll(block: Block, fields: { flags?: string; mac?: string; loopback?: true }): void {
  Object.assign(block.head, fields)
  for (const address of block.addresses) Object.assign(address, fields)
}

function addressOf(
  { head }: Block,
  read: { family: 4 | 6; cidr: string; zone?: string | undefined },
): Address {
  const { name, span, flags, mac, loopback } = head
  const colon = name.indexOf(':')
  const record: Address = {
    family: read.family,
    interface: colon > 0 ? name.slice(0, colon) : name,
    address: read.cidr.slice(0, read.cidr.indexOf('/')),
    span,
  }
  if (colon > 0) record.label = name
  if (read.zone !== undefined) record.zone = read.zone
  if (flags !== undefined) record.flags = flags
  if (mac !== undefined) record.mac = mac
  if (loopback !== undefined) record.loopback = loopback
  return record
}
