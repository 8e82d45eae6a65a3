import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import type { Row } from '../../text/row.js'
import { linkGateway } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import { checkHostName } from '../host-name.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { addressAt } from '../unix/arp-at.js'

/** A line of more cells holds several rows. */
const MOST_CELLS = 10
const INFINIBAND = /^[SD]QP:0x/

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(({ cells }) =>
    cells.slice(2, 4).some((cell) => linkGateway(cell) !== undefined),
  )
  const inParentheses = sample.match(/\([0-9a-f:.]*:[0-9a-f:.]*(?:%\w+)?\) \S+ (?:link#|\()/i)
  return rows > 0 && inParentheses
    ? { score: 0.9, reasons: ['entries name their interface as link#N'] }
    : undefined
}

class NdpReader implements Reader {
  private readonly out: Output
  /** An InfiniBand row, whose hardware address goes on on the next line. */
  private open: { readonly line: number } | undefined

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * gw6 (2001:db8::1) at link#2 0:0:5e:0:53:1
   * ib6 (fe80::2:c903:1:1e85) at link#5 SQP:0xe SLID0x49 DQP:0x48 DLID:0xf
   * 0:48:fe80::2:c903:1:1e85 [InfiniBand]
   * ```
   */
  read(row: Row): Reading {
    const wrapped = this.open !== undefined && row.line === this.open.line + 1
    this.open = undefined
    if (row.count > MOST_CELLS) return undefined
    const at = addressAt(row)
    if (wrapped && at < 0 && row.is(row.count - 1, '[InfiniBand]')) {
      this.out.amend({ hwtype: 'InfiniBand' })
      return 'record'
    }
    if (at < 0 || linkGateway(row.cell(at + 2)) === undefined) return undefined
    const text = row.flat(at).slice(1, -1)
    const read = readAddress(text)
    if (read === undefined) {
      this.out.diagnose('bad-address', { text, column: 'the address' }, this.out.span(at, at + 1))
      return 'unparsed'
    }
    const neighbor: Open<Neighbor> = { address: read.address, mac: null, span: this.out.span() }
    if (read.zone !== undefined) neighbor.zone = read.zone
    if (at === 1 && !row.is(0, '?')) {
      neighbor.hostname = row.flat(0)
      checkHostName(this.out, 0)
    }
    this.readHardware(neighbor, at + 3)
    this.out.add(neighbor)
    return 'record'
  }

  private readHardware(neighbor: Open<Neighbor>, at: number): void {
    const { out } = this
    const { row } = out
    if (at === row.count) {
      out.diagnose('cut-row', { text: row.excerpt(200), missing: 'the hardware address' })
      return
    }
    if (INFINIBAND.test(row.cell(at))) {
      if (row.is(row.count - 1, '[InfiniBand]')) neighbor.hwtype = 'InfiniBand'
      else this.open = { line: row.line }
      return
    }
    if (row.find('(incomplete)', at) >= 0 || row.find('incomplete', at) >= 0) {
      neighbor.incomplete = true
      return
    }
    const mac = readMac(row.cell(at), [6, 8, 20])
    if (mac === undefined) out.diagnose('bad-mac', { text: row.cell(at) }, out.span(at, at + 1))
    else neighbor.mac = mac
    if (row.find('permanent', at) > 0) neighbor.permanent = true
    if (row.find('published', at) > 0) neighbor.published = true
  }
}

/** `ndp -a` of AIX. */
export const aixNdp = {
  id: 'aix-ndp',
  kind: 'neighbors',
  platform: 'aix',
  title: 'ndp -a of AIX',
  commands: ['ndp -a', 'ndp -an'],
  about: `"name (address) at link#N mac": the interface is given by its index alone. InfiniBand entries show queue pairs
and are broken before the rest of their hardware address and [InfiniBand]; their mac is null.`,
  cues: ['link#1', 'link#2', 'link#3', 'link#4', 'link#5', 'link#6', '[InfiniBand]'],
  fromCommand: /\bndp\s+-\w*a/,
  detect,
  reader: (out: Output) => new NdpReader(out),
  startsRow: (row: Row, index: number) =>
    linkGateway(row.cell(index + 3)) !== undefined && row.code(index + 1) === 40,
  expects: 'a name, an address in parentheses, link#N and a hardware address',
} as const satisfies Format
