import type { InterfaceAddress } from '../model/interface.js'
import type { Row } from '../text/row.js'
import type { Reading } from './format.js'
import type { Output } from './output.js'

/** In which order a system prints the lines of an interface's block; by the first words of the lines. */
export interface BlockOrder {
  /** Lines that stand before the addresses. */
  readonly before?: readonly string[]
  /** Lines that stand behind the addresses. */
  readonly behind?: readonly string[]
  /** An alias is a block of its own: a block holds one address. */
  readonly single?: true
}

const EXCERPT = 200
/** `en0:`; the words of other lines end in a letter. */
const NAME = /^[A-Za-z][\w.-]*\d(?::\d+)?:$/
/** Words that every system prints among an interface's flags. */
const FLAGS = /^[^<]*<(?:[A-Z0-9_-]+,)*(?:UP|BROADCAST|LOOPBACK|POINTOPOINT|RUNNING|MULTICAST)\b/

/**
 * Watches over the lines of interfaces' blocks: where a head was lost or damaged, what follows is another interface's
 * than the one whose block is being read.
 *
 * ```
 * lo0: flags=8049<UP,LOOPBACK,RUNNING,MULTICAST> mtu 16384
 *         inet 127.0.0.1 netmask 0xff000000
 *         nd6 options=201<PERFORMNUD,DAD>
 * 0: flgs=8863<UP,BROADCAST> mtu 1500      no head, and none of lo0's lines either
 *         inet 192.0.2.10 netmask 0xffffff00
 * ```
 */
export class BlockWatch {
  private readonly out: Output
  private readonly order: BlockOrder
  private headColumn = 0
  /** True where the lines of blocks stand to the right of their heads. */
  private indented = false
  private addresses = 0
  private behind = false
  /** The line that a block has once was seen. */
  private once = false
  private why: string | undefined

  constructor(out: Output, order: BlockOrder = {}) {
    this.out = out
    this.order = order
  }

  /** Called with the head of a block. */
  head(row: Row): void {
    if (isWhole(row)) this.headColumn = row.column(0)
    this.addresses = 0
    this.behind = this.once = false
    this.why = undefined
  }

  /** True for a row that is no head and stands where only heads stand, or has a name where heads have it. */
  isLostHead(row: Row): boolean {
    if (resemblesHead(row) || NAME.test(row.cell(0))) return true
    return this.indented && isWhole(row) && row.column(0) <= this.headColumn && !this.isKnown(row)
  }

  private isKnown(row: Row): boolean {
    const { before, behind } = this.order
    const word = row.cell(0)
    return (
      row.kind(1) === 'mac' ||
      (before?.includes(word) ?? false) ||
      (behind?.includes(word) ?? false)
    )
  }

  /** Called with a line of a block that holds no address. */
  detail(row: Row): void {
    this.see(row)
    const { before, behind } = this.order
    const word = row.cell(0)
    if (behind?.includes(word)) this.behind = true
    if (before?.includes(word) && (this.addresses > 0 || this.behind))
      this.doubt(`${word} stands before the addresses of a block: a head may be lost`)
  }

  /** Called with the line of a hardware address; false where it is another interface's. */
  isOwnHardware(row: Row): boolean {
    this.detail(row)
    if (this.once) this.doubt('a block has one hardware address: a head may be lost')
    this.once = true
    return this.why === undefined
  }

  /** Called with a line that stands behind the addresses. */
  last(row: Row): void {
    this.see(row)
    this.behind = true
  }

  /** Called with a line that stands once in a block, behind the addresses; false where it is another interface's. */
  isOwnLast(row: Row): boolean {
    this.last(row)
    if (this.once) this.doubt('a line stands twice in a block: a head may be lost')
    this.once = true
    return this.why === undefined
  }

  /** Called behind an address that was kept; says where it may be another interface's. */
  address(row: Row, address: InterfaceAddress | undefined): void {
    this.see(row)
    this.addresses++
    if (address !== undefined && !fits(address)) this.doubt('the flags of the interface do not fit')
    if (this.behind)
      this.doubt('addresses stand before the last lines of a block: a head may be lost')
    if (this.order.single && this.addresses > 1)
      this.doubt('a block has one address: a head may be lost')
    this.say()
  }

  /** True where what follows in the block may be another interface's. */
  get isDoubtful(): boolean {
    return this.why !== undefined
  }

  /** Takes all further addresses of the block for another interface's. */
  doubt(why: string): void {
    this.why ??= why
  }

  private say(): void {
    if (this.why === undefined) return
    const text = this.out.row.excerpt(EXCERPT)
    this.out.diagnose('row-doubtful', { text, why: this.why })
  }

  private see(row: Row): void {
    if (isWhole(row) && row.column(0) > this.headColumn) this.indented = true
  }
}

/** False for a part of a paste, whose columns say nothing. */
function isWhole(row: Row): boolean {
  return row.isPlain && row.windowStart === 0 && row.count === row.total
}

/**
 * False for the host's loopback address on an interface that is no loopback, and for an address with another end on one
 * that has none.
 */
function fits({ address, family, flags, loopback, peer }: InterfaceAddress): boolean {
  if (flags === undefined) return true
  const isLoopback = address === '::1' || address.startsWith('127.')
  if (isLoopback && loopback !== true) return false
  if (peer !== undefined && loopback === true) return false
  return !flags.split(',').includes(family === 4 ? 'IPv6' : 'IPv4')
}

/** Says that the head above an address is lost. */
export function sayOrphan(out: Output): Reading {
  out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing: 'the interface' })
  return 'unparsed'
}

/** True where a row has the flags of an interface among its first cells, as a head has. */
export function resemblesHead(row: Row): boolean {
  for (let i = 0; i < 4; i++) {
    const text = row.cell(i)
    if (i < 2 && /^flags=\w/.test(text)) return true
    if (FLAGS.test(text) && !row.is(0, 'nd6')) return true
  }
  return false
}
