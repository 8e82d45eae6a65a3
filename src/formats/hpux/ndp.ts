import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { holdsNoAddress, isInterfaceName, isNameLike } from '../unix/cells.js'

const STATES: ReadonlySet<string> = new Set(['DELAY', 'INCOMPLETE', 'PROBE', 'REACHABLE', 'STALE'])

function detect(sample: Sample): Verdict | undefined {
  if (sample.heading('Destination', 'Physical', 'Interface', 'State'))
    return { score: 0.95, reasons: ['the heading has Physical Address, Interface and State'] }
  const rows = sample.count(
    ({ cells }) => STATES.has(cells[3] ?? '') && /^lan\d/.test(cells[2] ?? ''),
  )
  return rows > 0
    ? { score: 0.8, reasons: ['rows have an interface of HP-UX and a state'] }
    : undefined
}

class NdpReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * 2001:db8::1            0:0:5e:0:53:1      lan0      REACHABLE  L
   * ```
   */
  read(row: Row): Reading {
    const at = stateAt(row, 0)
    if (at < 0) return readTitle(row)
    if (!isInterfaceName(row, at - 1) || row.count > at + 2) return undefined
    const { out, words } = this
    const read = readAddress(row.flat(0))
    if (read === undefined && !isNameLike(row, 0)) return undefined
    const state = words.at(row, at)
    const neighbor: Open<Neighbor> = {
      address: read?.address ?? null,
      mac: at === 3 ? (readMac(row.cell(1)) ?? null) : null,
      interface: words.at(row, at - 1),
      state,
      span: out.span(),
    }
    if (read?.zone !== undefined) neighbor.zone = read.zone
    if (read === undefined) this.noteName(neighbor)
    if (state === 'INCOMPLETE') neighbor.incomplete = true
    else if (neighbor.mac === null) out.diagnose('bad-mac', { text: row.cell(1) }, out.span(1, 2))
    if (row.count > at + 1) this.readFlags(neighbor, row.flat(at + 1))
    out.add(neighbor)
    return 'record'
  }

  private noteName(neighbor: Open<Neighbor>): void {
    const { out } = this
    const text = out.row.flat(0)
    neighbor.hostname = text
    out.diagnose('name-for-address', { text, column: 'the address' }, out.span(0, 1))
  }

  /** D deprecated, L local, P published, T temporary, A by autoconfiguration, a anycast. */
  private readFlags(neighbor: Open<Neighbor>, flags: string): void {
    neighbor.flags = flags
    if (flags.includes('L')) neighbor.local = true
    if (flags.includes('P')) neighbor.published = true
  }
}

/** Where the state stands: behind address, hardware address (blank while incomplete) and interface. */
function stateAt(row: Row, index: number): number {
  if (STATES.has(row.cell(index + 3))) return index + 3
  return STATES.has(row.cell(index + 2)) ? index + 2 : -1
}

function readTitle(row: Row): Reading {
  return row.count < 8 && holdsNoAddress(row) && row.find('State') > 0 ? 'heading' : undefined
}

/** `ndp -a` of HP-UX. */
export const hpuxNdp = {
  id: 'hpux-ndp',
  kind: 'neighbors',
  platform: 'hpux',
  title: 'ndp -a of HP-UX',
  commands: ['ndp -an', 'ndp -a'],
  about: `Destination, physical address (octets without leading zeros), interface, state and flags: D deprecated, L local,
P published, T temporary, A autoconfigured, a anycast.`,
  cues: ['Physical', 'REACHABLE', 'STALE', 'ipv6 mac'],
  fromCommand: /\bndp\s+-\w*a/,
  detect,
  reader: (out: Output) => new NdpReader(out),
  startsRow: (row: Row, index: number) =>
    row.kind(index) === 'ipv6' &&
    stateAt(row, index) > 0 &&
    isInterfaceName(row, stateAt(row, index) - 1),
  startsHeading: (row: Row, index: number) => row.is(index, 'Destination'),
  headed: true,
  expects: 'an address, a hardware address, an interface and a state',
} as const satisfies Format
