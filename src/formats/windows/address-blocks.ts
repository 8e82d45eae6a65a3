import type { Interface, InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import { readLength, readMask } from '../../net/cidr.js'
import { readMac } from '../../net/mac.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'
import { isLoopbackMac } from './interface-list.js'

/** An adapter and the addresses that its block lists. */
interface Block {
  readonly head: Open<Interface>
  readonly addresses: Open<InterfaceAddress>[]
  /** Label of the first line, which a block has once. */
  first?: string
  /** The head stood at the text's beginning and may have lost its front. */
  readonly doubtful: boolean
}

/** An IPv4 address whose mask is to follow on the next line. */
interface Pending {
  readonly label: string
  readonly record: Open<InterfaceAddress>
  /** The line says by itself that the address is the adapter's own. */
  readonly own: boolean
}

const ADDRESS = /^([0-9a-f.:]+(?:%[\w.-]+)?)\s*(?:\((.*)\))?\s*$/i
const STATES: ReadonlySet<string> = new Set(['deprecated', 'duplicate', 'tentative'])

/**
 * Keeps what the blocks of `ipconfig` and `netsh interface ip show addresses` say of an adapter's addresses, in any
 * language: an IPv4 address is the adapter's own where its mask or network stands on the next line; gateways and servers
 * have none. IPv6 addresses have the family in their label, or a state in parentheses.
 */
export class AddressBlocks {
  private readonly out: Output
  private block: Block | undefined
  private pending: Pending | undefined
  /** Label of the adapter's own addresses: XP gives IPv6 addresses the same. */
  private label: string | undefined
  private before = ''
  private hasBegun = false

  constructor(out: Output) {
    this.out = out
  }

  get begun(): boolean {
    return this.hasBegun
  }

  head(name: string, doubtful: boolean): Reading {
    this.drop()
    this.hasBegun = true
    const head: Open<Interface> = { name, span: this.out.span() }
    this.out.addInterface(head)
    this.block = { head, addresses: [], doubtful }
    return 'record'
  }

  /** What follows is another adapter's, whose head is lost. */
  lose(): void {
    this.drop()
    this.block = undefined
  }

  property(label: string, value: string): Reading {
    if (this.block?.first === label) this.lose()
    else if (this.block !== undefined && !ADDRESS.test(value)) this.block.first ??= label
    const length = this.pending === undefined ? -1 : maskOf(value)
    if (length >= 0) return this.keepPending(length)
    this.drop()
    const before = this.before
    this.before = value
    const mac = readMac(value, [6, 8])
    if (mac !== undefined) return this.hardware(mac, before)
    const [, text = '', state] = ADDRESS.exec(value) ?? []
    const network = text === '' ? undefined : readAddress(text)
    if (network === undefined) return this.checkOwn(label, value)
    const record: Open<InterfaceAddress> = {
      family: network.family,
      interface: this.block?.head.name ?? '',
      address: network.address,
      span: this.out.span(),
    }
    if (network.zone !== undefined) record.zone = network.zone
    if (state !== undefined && STATES.has(state.toLowerCase()))
      record.attributes = [state.toLowerCase()]
    const own = state !== undefined || label.includes(`IPv${network.family}`)
    if (network.family === 4) {
      this.pending = { label, record, own }
      return 'outside'
    }
    return own || label === this.label ? this.keep(record) : 'outside'
  }

  /** Called behind the last row. */
  end(): void {
    this.drop()
  }

  private hardware(mac: string, description: string): Reading {
    const { block } = this
    if (block === undefined) return 'outside'
    if (block.head.mac !== undefined && block.head.mac !== mac) this.lose()
    if (block.head.mac !== undefined) return 'outside'
    block.head.mac = mac
    if (description !== '') block.head.description = description
    if (isLoopbackMac(mac)) block.head.loopback = true
    for (const address of block.addresses) this.addHead(address, block)
    return 'outside'
  }

  /** A line that names the family and has a state, but no address: it is damaged. */
  private checkOwn(label: string, value: string): Reading {
    if (!/IPv[46]/.test(label) || !/^[0-9a-f.:]*[.:][0-9a-f.:]*/i.test(value)) return 'outside'
    this.out.diagnose('bad-address', { text: value, column: 'address' })
    return 'unparsed'
  }

  private keepPending(length: number): Reading {
    const { pending } = this
    if (pending === undefined) return undefined
    this.pending = undefined
    const { record } = pending
    this.label = pending.label
    record.prefixLength = length
    const { endLine, endColumn } = this.out.span()
    record.span = { ...record.span, endLine, endColumn }
    return this.keep(record)
  }

  /** Lets an address go whose mask did not follow: it is a gateway's or a server's, or the mask was lost. */
  private drop(): void {
    const { pending } = this
    this.pending = undefined
    if (pending === undefined || !pending.own) return
    const { record } = pending
    this.keep(record)
    this.sayCut(record, 'the netmask')
  }

  private keep(record: Open<InterfaceAddress>): Reading {
    const { block, out } = this
    if (block === undefined) {
      this.sayCut(record, 'the adapter’s name')
      out.mark('unparsed', record.span)
      return 'unparsed'
    }
    // The zone of an address is the number of its interface.
    if (record.zone !== undefined && /^\d{1,9}$/.test(record.zone))
      block.head.index = Number(record.zone)
    block.addresses.push(record)
    for (const one of block.addresses) this.addHead(one, block)
    if (isLoopbackAddress(record.address)) record.loopback = true
    out.add(record)
    out.mark('record', record.span)
    if (block.doubtful) this.sayCut(record, 'the front of the adapter’s name')
    return 'record'
  }

  private addHead(record: Open<InterfaceAddress>, { head }: Block): void {
    if (head.mac !== undefined) record.mac = head.mac
    if (head.index !== undefined) record.index = head.index
    if (head.loopback) record.loopback = true
  }

  private sayCut({ address, span }: { address: string; span: Span }, missing: string): void {
    this.out.diagnose('cut-row', { text: address, missing }, span)
  }
}

function isLoopbackAddress(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}

/** `255.255.255.0`, or `192.0.2.0/24 (mask 255.255.255.0)` of netsh; -1 where the text is neither. */
function maskOf(text: string): number {
  const first = text.split(' ', 1)[0] ?? ''
  const slash = first.indexOf('/')
  return slash < 0 ? readMask(first) : readLength(first.slice(slash + 1), 32)
}
