import type { InterfaceAddress } from '../model/interface.js'
import { readLength } from '../net/cidr.js'
import { readMac } from '../net/mac.js'
import type { Row } from '../text/row.js'
import { type BlockOrder, BlockWatch, resemblesHead, sayOrphan } from './block-watch.js'
import type { Reader, Reading } from './format.js'
import { type Block, isAddressRest, readAddressLine } from './ifconfig-address.js'
import type { Output } from './output.js'

/** Words that stand before a hardware address: BSD and Linux, OpenBSD, NetBSD, FreeBSD's burnt-in one is left out. */
const MAC_WORDS: ReadonlySet<string> = new Set(['address:', 'ether', 'infiniband', 'lladdr'])
const MAC_OCTETS = [6, 8, 20] as const

/**
 * Reads the blocks that ifconfig prints for each interface: the BSDs, macOS, AIX, Solaris, HP-UX and current Linux
 * differ in the words of a block, not in its form.
 *
 * ```
 * en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
 * ^^^        ^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^
 *         ether 0:0:5e:0:53:1
 *         inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
 * ```
 */
export class IfconfigReader implements Reader {
  private readonly out: Output
  private readonly watch: BlockWatch
  private block: Block | undefined
  /** True below a head that could not be read. */
  private lost = false

  constructor(out: Output, order?: BlockOrder) {
    this.out = out
    this.watch = new BlockWatch(out, order)
  }

  read(row: Row): Reading {
    const isHead = startsBlock(row, 0)
    if ((isHead || startsIfconfigRow(row, 0)) && holdsMore(row)) return undefined
    if (isHead) return this.readHead(row)
    if (this.block === undefined) return this.lost ? this.readOrphan(row) : undefined
    return this.readDetail(row, this.block)
  }

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

  /** A line below a head that could not be read. */
  private readOrphan(row: Row): Reading {
    if (row.is(1, 'tunnel')) return 'outside'
    if (isInet(row, 0)) return sayOrphan(this.out)
    return row.column(0) > 0 || isBlockWord(row, 0) ? 'outside' : undefined
  }

  private readHead(row: Row): Reading {
    const { out } = this
    const name = row.cell(0).slice(0, -1)
    const flags = this.readFlags(row)
    const loopback = isLoopback(name, flags)
    const mtu = this.numberAfter('mtu')
    const index = this.numberAfter('index')
    const head: Block['head'] = {
      name,
      ...(index === undefined ? {} : { index }),
      ...(flags === undefined ? {} : { flags }),
      ...(mtu === undefined ? {} : { mtu }),
      ...(loopback ? { loopback } : {}),
      span: out.span(),
    }
    out.addInterface(head)
    this.block = { head, addresses: [] }
    this.watch.head(row)
    return 'record'
  }

  /** The words between the angle brackets; a head without the closing one was cut. */
  private readFlags(row: Row): string | undefined {
    const text = row.cell(1)
    const open = text.indexOf('<')
    if (open >= 0 && text.endsWith('>')) return text.slice(open + 1, -1)
    const missing = 'the end of the flags'
    this.out.diagnose('cut-row', { text: row.excerpt(200), missing }, this.out.span(1, 2))
    return undefined
  }

  private numberAfter(word: string): number | undefined {
    const { row } = this.out
    const at = row.find(word)
    if (at < 0) return undefined
    const value = row.uint(at + 1)
    if (value >= 0) return value
    if (at + 1 === row.count)
      this.out.diagnose('cut-row', { text: row.excerpt(200), missing: `the ${word}` })
    else
      this.out.diagnose(
        'bad-number',
        { text: row.cell(at + 1), column: word },
        this.out.span(at + 1, at + 2),
      )
    return undefined
  }

  private readDetail(row: Row, block: Block): Reading {
    const { watch, out } = this
    // Solaris and illumos describe a tunnel's ends as "inet tunnel src …".
    if (row.is(1, 'tunnel')) return 'outside'
    if (isInet(row, 0)) {
      const reading = readAddressLine(out, block)
      if (reading === 'record') this.checkAddress(row, block)
      return reading
    }
    if (watch.isLostHead(row)) {
      if (!resemblesHead(row)) return undefined
      this.lose()
      return sayOrphan(out)
    }
    if (MAC_WORDS.has(row.cell(0))) return this.readHardware(row, block)
    if (isAddressRest(row)) return undefined
    const isIndex = row.is(0, 'index')
    if (row.column(0) === 0 && !isIndex && !isBlockWord(row, 0)) return undefined
    watch.detail(row)
    const index = isIndex && !watch.isDoubtful ? readLength(row.cell(1), 999) : -1
    if (index >= 0) setIndex(block, index)
    return 'outside'
  }

  /** The zone of an address is the name of its interface. */
  private checkAddress(row: Row, block: Block): void {
    const { watch } = this
    const address = block.addresses.at(-1)
    const zone = address?.zone
    if (zone !== undefined && !/^\d+$/.test(zone) && zone !== address?.interface)
      watch.doubt(`the zone is ${zone}`)
    watch.address(row, address)
  }

  private readHardware(row: Row, block: Block): Reading {
    const mac = readMac(row.cell(1), MAC_OCTETS)
    if (mac === undefined) {
      this.out.diagnose('bad-mac', { text: row.cell(1) })
      return 'outside'
    }
    if (!this.watch.isOwnHardware(row)) return 'outside'
    if (row.isUnended) sayUnended(this.out, block.addresses)
    block.head.mac = mac
    for (const address of block.addresses) address.mac = mac
    return 'outside'
  }
}

/** Says of the addresses of a block that the text ends in their hardware address, which may go on. */
export function sayUnended(out: Output, addresses: readonly InterfaceAddress[]): void {
  const span = out.span()
  const first = addresses[0]?.span ?? span
  const { line, column } = first
  out.diagnose('no-line-end', { text: out.row.excerpt(200) }, { ...span, line, column })
}

function setIndex(block: Block, index: number): void {
  block.head.index = index
  for (const address of block.addresses) address.index = index
}

/** True for an interface that says so, or that has the name which every Unix gives its loopback interface. */
function isLoopback(name: string, flags: string | undefined): boolean {
  return flags === undefined ? /^lo\d*(?::\d+)?$/.test(name) : flags.split(',').includes('LOOPBACK')
}

/** True where the head of an interface's block begins at cell `index`. */
export function startsBlock(row: Row, index: number): boolean {
  return (
    row.size(index) > 1 &&
    row.code(index, -1) === COLON &&
    !isDigit(row.code(index)) &&
    row.size(index + 1) > 6 &&
    row.text.startsWith('flags=', row.start(index + 1))
  )
}

const COLON = 58

/** No system's interface begins with a digit: such a name has lost its beginning. */
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** True where further lines of a block stand behind the first: a paste. */
function holdsMore(row: Row): boolean {
  for (let i = 2; i < row.count; i++)
    if (startsIfconfigRow(row, i) || startsIfconfigDetail(row, i)) return true
  return false
}

/** True where a block's head or an address of it begins at cell `index`; for lists pasted on one line. */
export function startsIfconfigRow(row: Row, index: number): boolean {
  if (startsBlock(row, index)) return true
  if (!isInet(row, index)) return false
  if (row.is(index - 1, 'tunnel')) return false
  const at = row.is(index + 1, 'alias') ? index + 2 : index + 1
  const kind = row.kind(at)
  return kind === 'ipv4' || kind === 'cidr4' || kind === 'ipv6' || kind === 'cidr6'
}

/** True for the word before an address; OpenVMS marks an address that can move between interfaces with a star. */
function isInet(row: Row, index: number): boolean {
  return (
    row.is(index, 'inet') ||
    row.is(index, 'inet6') ||
    row.is(index, '*inet') ||
    row.is(index, '*inet6')
  )
}

/** True where a detail of a block that holds no address begins at cell `index`. */
export function startsIfconfigDetail(row: Row, index: number): boolean {
  if (MAC_WORDS.has(row.cell(index))) return row.kind(index + 1) === 'mac'
  return isBlockWord(row, index)
}

/** Details are `word:` or `word=…` (`media:`, `options=3<…>`), or one of these. */
const BLOCK_WORDS: ReadonlySet<string> = new Set([
  'groupname',
  'groups',
  'hwaddr',
  'member',
  'nd6',
  'tcp_sendspace',
  'tunnel',
  'zone',
])

function isBlockWord(row: Row, index: number): boolean {
  if (row.code(index, -1) === COLON && row.kind(index) === 'word')
    return !isDigit(row.code(index, -2))
  return BLOCK_WORDS.has(row.cell(index)) || /^(?!flags=)[a-z0-9_]+=/.test(row.cell(index))
}
