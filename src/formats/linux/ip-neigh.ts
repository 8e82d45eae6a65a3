import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { addressAt } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { NEIGH_ROW } from './alike-columns.js'
import { linkAddressAt } from './link-address.js'
import { LostHead } from './lost-head.js'
import { isState, lacksLink, markState, neighRole, neighRoles } from './neigh-words.js'

const EXCERPT = 200
const LETTER_S = 115

/** Where the words of a row stand; -1 where the row has no such word. */
interface Places {
  dev: number
  lladdr: number
  state: number
  /** Cell behind the last state. */
  stateEnd: number
  proxy: number
  flag: number
  /** First cell that is no word of the tool. */
  strange: number
}

class IpNeighReader implements Reader {
  readonly alike = NEIGH_ROW
  private readonly out: Output
  private readonly roles = neighRoles()
  private readonly words = textMemo()
  private readonly head: LostHead
  private readonly places: Places = {
    dev: -1,
    lladdr: -1,
    state: -1,
    stateEnd: -1,
    proxy: -1,
    flag: -1,
    strange: -1,
  }

  constructor(out: Output) {
    this.out = out
    this.head = new LostHead(out)
  }

  follow(): void {
    this.head.see()
  }

  end(): void {
    this.head.end()
  }

  /**
   * ```
   * 192.0.2.10 dev eth0 lladdr 00:00:5e:00:53:01 ref 1 used 2/62/2 probes 4 REACHABLE
   *            ^^^^^^^^ not where the listing was asked for one device
   * ```
   */
  read(row: Row): Reading {
    if (row.count < 2) return undefined
    const to = addressAt(row, 0)
    if (to === undefined || !this.findWords(row)) return undefined
    const { out, words, places } = this
    const { dev, lladdr, proxy, state } = places
    const neighbor: Open<Neighbor> = {
      address: to.address,
      mac: lladdr < 0 ? null : linkAddressAt(out, lladdr + 1),
      span: out.span(),
    }
    if (to.zone !== undefined) neighbor.zone = to.zone
    if (dev >= 0) this.readDevice(neighbor, dev + 1)
    if (state >= 0) this.readState(neighbor, words.at(row, state))
    if (proxy >= 0) neighbor.proxy = neighbor.published = true
    if (places.flag >= 0) neighbor.flags = this.flags(row)
    this.complain(neighbor)
    out.add(neighbor)
    this.head.see()
    return 'record'
  }

  /** Finds the words behind the address; false where the row is none of `ip neigh`, or holds several. */
  private findWords(row: Row): boolean {
    const { places, roles } = this
    places.dev = places.lladdr = places.state = places.stateEnd = -1
    places.proxy = places.flag = places.strange = -1
    for (let at = 1; at < row.count; at++) {
      switch (roles.at(row, at)) {
        case 'dev':
          if (places.dev < 0) places.dev = at++
          break
        case 'lladdr':
          places.lladdr = at++
          break
        case 'state':
          if (places.state < 0) places.state = at
          places.stateEnd = at + 1
          break
        case 'proxy':
          places.proxy = at
          break
        case 'flag':
          if (places.flag < 0) places.flag = at
          break
        case 'number':
          at++
          break
        case 'used':
          at += usedCells(row, at)
          break
        case 'nud':
          break
        default:
          if (places.strange < 0) places.strange = at
          if (neighborEnd(row, at) > 0) return false
      }
    }
    return places.dev > 0 || places.lladdr > 0 || places.state === 1 || places.state === 2
  }

  private readDevice(neighbor: Open<Neighbor>, at: number): void {
    const { words } = this
    const { row } = this.out
    const isName = neighRole(row.cell(at)) === 'other' || !takesValue(row, at)
    if (at < row.count && isName) neighbor.interface = words.at(row, at)
    else this.cut('the interface')
  }

  private readState(neighbor: Open<Neighbor>, first: string): void {
    const { state, stateEnd } = this.places
    neighbor.state = stateEnd === state + 1 ? first : this.out.row.rest(state, stateEnd)
    markState(neighbor)
  }

  private flags(row: Row): string {
    let flags = ''
    for (let at = this.places.flag; at < row.count; at++)
      if (this.roles.at(row, at) === 'flag') flags += (flags === '' ? '' : ' ') + row.cell(at)
    return flags
  }

  /** Says what the row lacks, and what it has too much. */
  private complain(neighbor: Neighbor): void {
    const { out, places } = this
    const { strange, stateEnd } = places
    if (strange >= 0) {
      const text = out.row.cell(strange)
      const span = out.span(strange, strange + 1)
      if (stateEnd < 0) out.diagnose('unknown-word', { text, column: 'state' }, span)
      else out.diagnose('extra-cell', { text }, span)
    } else if (stateEnd < 0 && places.proxy < 0) this.cut('the state')
    else if (places.lladdr < 0 && lacksLink(neighbor)) this.cut('lladdr')
  }

  private cut(missing: string): void {
    this.out.diagnose('cut-row', { text: this.out.row.excerpt(EXCERPT), missing })
  }
}

/** True where the cell is a word of the tool with its own value behind it: the value before it is missing. */
function takesValue(row: Row, at: number): boolean {
  const role = neighRole(row.cell(at))
  return (
    (role === 'lladdr' && row.kind(at + 1) === 'mac') || (role === 'state' && at + 1 === row.count)
  )
}

/** Cells of the value behind `used`: with `2/62/2probes` (iproute2 6.0 and 6.1) that of probes as well. */
function usedCells(row: Row, at: number): 1 | 2 {
  return row.code(at + 1, -1) === LETTER_S ? 2 : 1
}

/** The cell behind the row that begins at cell `index`; -1 where none does. */
function neighborEnd(row: Row, index: number): number {
  if (addressAt(row, index) === undefined) return -1
  let at = index + 1
  let ended = false
  for (; at < row.count; at++) {
    const role = neighRole(row.cell(at))
    if (role === 'other') break
    if (role === 'state' || role === 'proxy') ended = true
    else if (role === 'used') at += usedCells(row, at)
    else if (role !== 'flag' && role !== 'nud') at++
  }
  return ended ? at : -1
}

function isNeighbor(line: SampleLine): boolean {
  const { cells } = line
  const kind = line.kind(0)
  if (kind !== 'ipv4' && kind !== 'ipv6') return false
  const [, first = '', , third = ''] = cells
  const role = neighRole(first)
  if (role !== 'dev' && role !== 'lladdr' && role !== 'flag' && role !== 'state') return false
  if (role === 'dev' && neighRole(third) === 'other') return false
  return cells.some((cell, index) => index > 0 && (isState(cell) || cell === 'proxy'))
}

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(isNeighbor)
  if (rows === 0) return undefined
  return {
    score: rows / sample.lines.length > 0.5 ? 0.95 : 0.8,
    reasons: ['rows end in a state of the neighbour table, or in proxy'],
  }
}

/** `ip neigh`, in the text form. */
export const linuxIpNeigh = {
  id: 'linux-ip-neigh',
  kind: 'neighbors',
  platform: 'linux',
  title: 'ip neigh of Linux',
  commands: ['ip neigh show', 'ip neigh', 'ip -6 neigh show', 'ip neigh show proxy'],
  captures: ['ip neigh show', 'ip neigh show proxy'],
  about: `One row an entry without a heading: the address, then words and values in a fixed order, the state last. There
is no dev where the listing was asked for one device, no lladdr where none is known. -s -s puts ref, used and
probes before the state (iproute2 6.0 and 6.1 print "2/62/2probes"). lladdr of a tunnel is an IP address. Published
entries are listed by "ip neigh show proxy" only, without a state.`,
  cues: [
    'DELAY',
    'FAILED',
    'INCOMPLETE',
    'lladdr',
    'NOARP',
    'PERMANENT',
    'PROBE',
    'proxy',
    'REACHABLE',
    'STALE',
  ],
  fromCommand: /\bip\s(?!.*-(?:j|br))(?:.*\s)?n(?:ei\w*)?(?:\s|$)/,
  detect,
  reader: (out: Output) => new IpNeighReader(out),
  startsRow: (row: Row, index: number) => neighborEnd(row, index) > 0,
  openings: [
    {
      rows: [
        '<ipv4>|<ipv6> dev <word> lladdr <mac> DELAY|NOARP|PERMANENT|PROBE|REACHABLE|STALE',
        '<ipv4>|<ipv6> dev <word> FAILED|INCOMPLETE',
      ],
    },
  ],
  expects: 'an address, a device, a hardware address and a state',
} as const satisfies Format
