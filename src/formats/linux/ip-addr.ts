import type { Row } from '../../text/row.js'
import { type BlockOrder, BlockWatch, resemblesHead, sayOrphan } from '../block-watch.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Block } from '../ifconfig-address.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { readIpAddress } from './ip-addr-line.js'
import { readLinkAddress } from './link-address.js'

const EXCERPT = 200
const LESS = 60
const COLON = 58

/** First words of lines that belong to a block and hold no address. */
const DETAILS =
  /^(?:altname|alias|valid_lft|vf|RX:?|TX:?|bridge\w*|bond\w*|veth|vlan|vxlan|tun|vrf|dummy|prog\/\S+|link-netns\S*)$/

/** Order of the lines of a block; the numbers count up. */
const ORDER: BlockOrder = { before: ['link/ether', 'link/loopback', 'link/none'] }

class IpAddrReader implements Reader {
  private readonly out: Output
  private readonly watch: BlockWatch
  private block: Block | undefined
  /** True below a head that could not be read. */
  private lost = false

  constructor(out: Output) {
    this.out = out
    this.watch = new BlockWatch(out, ORDER)
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

  /**
   * ```
   * 2: eth0@if5: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
   *     link/ether 00:00:5e:00:53:01 brd ff:ff:ff:ff:ff:ff
   *     inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0
   *        valid_lft forever preferred_lft forever
   * 2: eth0    inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0\       valid_lft forever       with -o
   * ```
   */
  read(row: Row): Reading {
    if (startsHead(row, 0)) return holdsMore(row, 2) ? undefined : this.readHead(row)
    if (startsOneLine(row, 0)) return this.readOneLine(row)
    const { block } = this
    if (isFamily(row, 0)) {
      if (holdsMore(row, 1)) return undefined
      if (block === undefined) return this.orphan(row)
      if (!readIpAddress(this.out, block, { index: 0, end: row.count })) return 'unparsed'
      this.watch.address(row, block.addresses.at(-1))
      return 'record'
    }
    if (block === undefined) return this.lost && row.column(0) > 0 ? 'outside' : undefined
    if (this.watch.isLostHead(row)) {
      if (!resemblesHead(row)) return undefined
      this.lose()
      return sayOrphan(this.out)
    }
    if (row.cell(0).startsWith('link/'))
      return holdsMore(row, 1) ? undefined : this.readLink(row, 0)
    if (row.is(0, 'valid_lft')) {
      if (holdsMore(row, 1)) return undefined
      this.out.extend()
      return 'record'
    }
    return row.column(0) > 0 || DETAILS.test(row.cell(0)) ? 'outside' : undefined
  }

  private readHead(row: Row): Reading {
    const { out } = this
    const shown = row.cell(1).replace(/:$/, '')
    const at = shown.indexOf('@')
    const name = at < 0 ? shown : shown.slice(0, at)
    const flags = this.flags(row)
    const index = Number.parseInt(row.cell(0), 10)
    const mtu = row.uint(row.find('mtu') + 1)
    const loopback = (flags === undefined ? name === 'lo' : flags.split(',').includes('LOOPBACK'))
      ? (true as const)
      : undefined
    const head: Block['head'] = {
      name,
      index,
      ...(flags === undefined ? {} : { flags }),
      ...(row.find('mtu') > 0 && mtu >= 0 ? { mtu } : {}),
      ...(loopback === undefined ? {} : { loopback }),
      span: out.span(),
    }
    out.addInterface(head)
    this.block = { head, addresses: [] }
    this.watch.head(row)
    for (let i = 3; i < row.count; i++) {
      const cell = row.cell(i)
      if (cell.startsWith('link/') || cell.startsWith('\\link/')) this.readLink(row, i)
    }
    return 'record'
  }

  private flags(row: Row): string | undefined {
    const text = row.cell(2)
    if (text.endsWith('>')) return text.slice(1, -1)
    this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the end of the flags' })
    return undefined
  }

  private readLink(row: Row, at: number): Reading {
    const { block, out } = this
    if (block === undefined) return undefined
    if (!this.watch.isOwnHardware(row)) return 'outside'
    const mac = readLinkAddress(row.cell(at + 1).replace(/\\$/, ''))
    if (mac !== undefined) {
      block.head.mac = mac
      for (const address of block.addresses) address.mac = mac
    } else if (row.is(at, 'link/ether'))
      out.diagnose('bad-mac', { text: row.cell(at + 1) }, out.span(at, row.count))
    if (at === 0) out.extend()
    return 'record'
  }

  /** -o repeats number and name before each address. */
  private readOneLine(row: Row): Reading {
    const { out } = this
    const end = row.find('valid_lft')
    if (holdsMore(row, 3)) return undefined
    const index = Number.parseInt(row.cell(0), 10)
    const name = row.cell(1)
    if (this.block?.head.name !== name || this.block.head.index !== index) {
      const loopback = name === 'lo' ? { loopback: true as const } : {}
      this.block = { head: { name, index, ...loopback, span: out.span() }, addresses: [] }
    }
    const at = { index: 2, end: end < 0 ? row.count : end }
    return readIpAddress(out, this.block, at) ? 'record' : 'unparsed'
  }

  /** An address whose interface stood in a head that is missing. */
  private orphan(row: Row): Reading {
    return row.find('scope') < 0 ? undefined : sayOrphan(this.out)
  }
}

/** `2:` */
function isNumber(row: Row, index: number): boolean {
  return row.code(index, -1) === COLON && /^\d{1,7}:$/.test(row.cell(index))
}

function startsHead(row: Row, index: number): boolean {
  return (
    row.code(index + 2) === LESS &&
    row.code(index + 1, -1) === COLON &&
    row.size(index + 1) > 1 &&
    isNumber(row, index)
  )
}

function isFamily(row: Row, index: number): boolean {
  return row.is(index, 'inet') || row.is(index, 'inet6')
}

function startsOneLine(row: Row, index: number): boolean {
  return isFamily(row, index + 2) && isNumber(row, index) && isOwnAddress(row, index + 3)
}

function startsAddress(row: Row, index: number): boolean {
  if (!isFamily(row, index) || isNumber(row, index - 2)) return false
  return isOwnAddress(row, index + 1)
}

/** The groups that `ip maddr` lists behind the same words have neither a length nor a peer. */
function isOwnAddress(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind === 'cidr4' || kind === 'cidr6') return true
  if (kind !== 'ipv4' && kind !== 'ipv6') return false
  return row.is(index + 1, 'peer') || row.is(index + 1, 'brd') || row.is(index + 1, 'scope')
}

/** True where another line of a listing begins at a cell from `from` on: a paste. */
function holdsMore(row: Row, from: number): boolean {
  for (let i = from; i < row.count; i++)
    if (startsHead(row, i) || startsOneLine(row, i) || startsAddress(row, i)) return true
  return false
}

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.match(/^\d+: \S+: <[A-Z0-9_,-]*>/)) {
    score += 0.6
    reasons.push('interface heads have a number, a name and flags in angle brackets')
  }
  if (sample.match(/^(?:\d+:\s+\S+\s+)?inet6? \S+ .*\bscope \w+/)) {
    score += 0.35
    reasons.push('addresses have a scope')
  }
  return score === 0 ? undefined : { score, reasons }
}

/** `ip addr` and `ip -oneline addr`. */
export const linuxIpAddr = {
  id: 'linux-ip-addr',
  kind: 'addresses',
  platform: 'linux',
  title: 'ip addr of Linux',
  commands: ['ip addr', 'ip address show', 'ip -oneline addr', 'ip -details addr'],
  about: `A head for each interface with number, name (with its parent behind @), flags and mtu; link/ with the hardware
address; inet and inet6 with length, scope, flags and, for IPv4, the label. Of a peer's address the length stands behind
the peer. With -o each address is a line, a backslash in place of line ends. Never translated.`,
  cues: ['brd', 'inet', 'inet6', 'link/ether', 'link/loopback', 'mtu', 'scope', 'valid_lft'],
  openings: [{ rows: ['1: lo: <LOOPBACK,UP,LOWER_UP> mtu <number> qdisc <word> state UNKNOWN …'] }],
  fromCommand: /\bip\s(?!.*-(?:j|br))(?:.*\s)?(?:a(?:d\w*)?|l(?:i\w*)?)(?:\s|$)/,
  detect,
  reader: (out: Output) => new IpAddrReader(out),
  startsRow: (row: Row, index: number) =>
    startsHead(row, index) || startsOneLine(row, index) || startsAddress(row, index),
  startsHeading: (row: Row, index: number) =>
    row.cell(index).startsWith('link/') || row.is(index, 'valid_lft'),
  expects: 'the head of an interface or an address of it',
} as const satisfies Format
