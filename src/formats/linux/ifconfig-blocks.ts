import { readAddress } from '../../net/address.js'
import { readCidr, readLength } from '../../net/cidr.js'
import { maskLength, readIPv4 } from '../../net/ipv4.js'
import { readMac } from '../../net/mac.js'
import type { Row } from '../../text/row.js'
import { BlockWatch, resemblesHead, sayOrphan } from '../block-watch.js'
import type { Reading } from '../format.js'
import { sayUnended } from '../ifconfig.js'
import { type Block, isAddressRest } from '../ifconfig-address.js'
import type { Output } from '../output.js'
import { type Address, addressOf, readFlags, setAll } from './ifconfig-records.js'
import { type InetStart, inetStart } from './ifconfig-shape.js'

const EXCERPT = 200
const NAME_WIDTH = 10
/** What an octet takes in a hardware address, as net-tools prints them. */
const TWO_DIGITS = 3
const MAC_OCTETS = [6, 8, 20] as const
/** Bits of the number before a head's flags, which are translated: IFF_LOOPBACK and IFF_POINTOPOINT. */
const LOOPBACK = 8
const POINT_TO_POINT = 16
/** `P-t-P:` of a tunnel; translations keep its form. */
const PEER_WORD = /^p\P{L}\p{L}*\P{L}p/iu
const DETAIL = /^(?:RX|TX|collisions|device|Interrupt|loop|ether|tunnel|unspec|ppp|infiniband)\b/i

/** `Bcast:`, `Difus.:`, `broadcast`, `všesměr`, `P-t-P:`: words of other values than an address or a mask. */
const OTHER_WORD = /b(?:road)?cast|^dif|^v[sš]es|^p\P{L}\p{L}*\P{L}p|^dest/iu
const MASK_WORD = /m[aá]s[ckq]/iu
/** Lines behind those of the addresses; none of net-tools' translations has other words for these. */
const LAST = /^(?:RX|TX|collisions|loop)\b/

/** A value behind an address, with the word before it. */
interface Value {
  readonly word: string
  readonly text: string
  readonly cell: number
}

/** Keeps what the lines of ifconfig's blocks say, in either layout of Linux. */
export class IfconfigBlocks {
  private readonly out: Output
  private readonly watch: BlockWatch
  private block: Block | undefined
  /** True below a head that could not be read. */
  private lost = false
  /** Undefined where the head does not say it. */
  private isPointToPoint: boolean | undefined
  /** What stands before the address, the colon included, in the first line of an address that gave a record. */
  private label: string | undefined

  constructor(out: Output) {
    this.out = out
    this.watch = new BlockWatch(out)
  }

  /** Called with a row that nobody understood. */
  refused(row: Row): void {
    if (this.watch.isLostHead(row)) this.lose()
  }

  doubt(why: string): void {
    this.watch.doubt(why)
  }

  private lose(): void {
    this.block = undefined
    this.lost = true
  }

  readFlagsHead(row: Row): Reading {
    const { out } = this
    const name = row.cell(0).slice(0, -1)
    const flags = /^flags=(\d+)<([^<>]*)>$/.exec(row.cell(1))
    const bits = Number(flags?.[1] ?? 0)
    if (flags === null) this.sayCut('the end of the flags')
    else this.checkFlags(bits, flags[2] ?? '')
    const mtu = row.uint(3)
    if (mtu < 0) this.sayCut('the mtu')
    this.isPointToPoint = flags === null ? undefined : (bits & POINT_TO_POINT) !== 0
    const head: Block['head'] = { name, span: out.span() }
    if (flags?.[2] !== undefined) head.flags = flags[2]
    if (mtu >= 0) head.mtu = mtu
    if ((bits & LOOPBACK) !== 0) head.loopback = true
    return this.begin(head)
  }

  readLinkHead(row: Row): Reading {
    if (row.cell(1).startsWith('encap:')) {
      this.lose()
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
      if (mac === undefined) continue
      if (row.size(i) < TWO_DIGITS * mac.split(':').length - 1)
        this.sayCut('the end of the hardware address')
      else head.mac = mac
    }
    if (head.mac === undefined && row.count < 5 && /:Ethernet$/.test(row.cell(2)))
      this.sayCut('the hardware address')
    return this.begin(head)
  }

  readInet(row: Row): Reading {
    const { block, out } = this
    const start = inetStart(row, 0)
    if (start === undefined) return undefined
    if (block === undefined) return sayOrphan(out)
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
    this.checkLabel(row, start)
    block.addresses.push(record)
    out.add(record)
    this.watch.address(row, record)
    return 'record'
  }

  /** Where the address was lost, that of the next word stands behind `inet`: `inet Bcast:192.0.2.255`. */
  private checkLabel(row: Row, { at, offset, family }: InetStart): void {
    if (family === 6 || offset === 0) return
    const label = row.cell(at).slice(0, offset)
    const isOther = OTHER_WORD.test(label) || MASK_WORD.test(label)
    if (!isOther) this.label ??= label
    if (isOther || label !== this.label)
      this.out.diagnose('unknown-word', { text: label, column: 'inet' }, this.out.span(at, at + 1))
  }

  /** Lines of a block that hold no address: flags, hardware, counters. */
  readDetail(row: Row): Reading {
    const { block, watch } = this
    if (block === undefined) return this.lost && row.column(0) > 0 ? 'outside' : undefined
    if (watch.isLostHead(row)) {
      if (!resemblesHead(row)) return undefined
      this.lose()
      return sayOrphan(this.out)
    }
    if (isAddressRest(row)) return undefined
    const mtu = /(?:^|\s)MTU:(\d+)/.exec(row.between(0))?.[1]
    if (mtu !== undefined) {
      if (watch.isOwnLast(row)) readFlags(this.out, block, Number(mtu))
      return 'outside'
    }
    if (row.kind(1) === 'mac' && row.kind(0) === 'word') {
      const mac = readMac(row.cell(1), MAC_OCTETS)
      if (!watch.isOwnLast(row)) return 'outside'
      if (row.isUnended) sayUnended(this.out, block.addresses)
      if (mac !== undefined) setAll(block, { mac })
      return 'outside'
    }
    if (LAST.test(row.cell(0))) watch.last(row)
    return row.column(0) > 0 || DETAIL.test(row.cell(0)) ? 'outside' : undefined
  }

  private begin(head: Block['head']): Reading {
    this.out.addInterface(head)
    this.block = { head, addresses: [] }
    this.watch.head(this.out.row)
    return 'record'
  }

  /** `netmask MASK broadcast ADDRESS` in any language, or `Bcast:ADDRESS Mask:MASK`. */
  private readTail4(record: Address, { at }: InetStart): void {
    const { out } = this
    const { row } = out
    const found: Value[] = []
    for (let i = at + 1; i < row.count; i++) {
      const [, label, text = ''] = /^(.*:)?([\d.]+)$/.exec(row.cell(i)) ?? []
      if (text === '') continue
      found.push({ word: label ?? row.cell(i - 1), text, cell: i })
    }
    const isOld = row.cell(at).includes(':') || found.some(({ word }) => word.endsWith(':'))
    const mask = isOld ? found.at(-1) : found[0]
    if (mask === undefined) return
    if (OTHER_WORD.test(mask.word)) this.sayCut('the netmask')
    else this.readMask(record, found.splice(found.indexOf(mask), 1)[0] ?? mask)
    for (const { word, text, cell } of found) this.readOther(record, word, { text, cell })
  }

  private readMask(record: Address, mask: Value): void {
    const { out } = this
    const value = readIPv4(mask.text)
    const length = value < 0 ? -1 : maskLength(value)
    if (length >= 0) record.prefixLength = length
    else out.diagnose('bad-mask', { text: mask.text }, out.span(mask.cell, mask.cell + 1))
  }

  private readOther(record: Address, word: string, one: { text: string; cell: number }): void {
    const { out } = this
    const { text, cell } = one
    const read = readAddress(text)
    if (read === undefined)
      out.diagnose('bad-address', { text, column: word }, out.span(cell, cell + 1))
    else if (this.isPointToPoint || PEER_WORD.test(word)) record.peer = read.address
    else if (this.isPointToPoint !== undefined) record.broadcast = read.address
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
    const scope =
      /0x[\da-f]+<([^<>]+)>/.exec(rest)?.[1] ?? /:\s?(\p{L}\S*)$/u.exec(rest.slice(-EXCERPT))?.[1]
    if (scope !== undefined) record.scope = scope.toLowerCase()
    else this.sayCut('the scope')
  }

  /** The kernel's bits and their words stand for each other, one word a bit. */
  private checkFlags(bits: number, words: string): void {
    let count = 0
    for (let rest = bits & 0xffff; rest > 0; rest &= rest - 1) count++
    if (count === (words === '' ? 0 : words.split(',').length)) return
    const why = 'its flags and their number do not fit'
    this.out.diagnose('row-doubtful', { text: this.out.row.excerpt(EXCERPT), why })
  }

  private sayCut(missing: string): void {
    this.out.diagnose('cut-row', { text: this.out.row.excerpt(EXCERPT), missing })
  }
}
