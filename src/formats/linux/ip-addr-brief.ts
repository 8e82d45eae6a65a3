import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import { readCidr } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { readLinkAddress } from './link-address.js'

/** Operational states of the kernel (RFC 2863). */
const STATES: ReadonlySet<string> = new Set([
  'DORMANT',
  'DOWN',
  'LOWERLAYERDOWN',
  'NOTPRESENT',
  'TESTING',
  'UNKNOWN',
  'UP',
])

const EXCERPT = 200
const LESS = 60
const COLON = 58

class BriefAddressReader implements Reader {
  private readonly out: Output

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * eth0@if5         UP             192.0.2.10/24 203.0.113.1 peer 203.0.113.2/32 metric 100 fe80::1/64
   * lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP>          ip -br link
   * ```
   */
  read(row: Row): Reading {
    if (!STATES.has(row.cell(1)) || row.kind(0) !== 'word' || row.code(0, -1) === COLON)
      return undefined
    for (let i = 2; i < row.count; i++) if (STATES.has(row.cell(i))) return undefined
    const { out } = this
    const name = row.cell(0).replace(/@.*$/, '')
    const loopback = name === 'lo' ? { loopback: true as const } : {}
    // The loopback comes first: another name at the very start may have lost its beginning.
    if (row.isTextStart && name !== 'lo')
      out.diagnose('head-missing', { text: row.excerpt(EXCERPT) })
    const mac = readLinkAddress(row.cell(2))
    out.addInterface({ name, ...(mac === undefined ? {} : { mac }), ...loopback, span: out.span() })
    // `ip -br link` ends in the flags; a tunnel has no hardware address before them.
    if (mac !== undefined || row.code(2) === LESS) return 'record'
    for (let at = 2; at < row.count; at++)
      at = this.readAddress(row, at, { interface: name, ...loopback })
    return 'record'
  }

  /** Reads the address in a cell and returns its last cell. */
  private readAddress(
    row: Row,
    at: number,
    head: Pick<InterfaceAddress, 'interface' | 'loopback'>,
  ): number {
    const { out } = this
    if (row.is(at, 'metric')) return at + 1
    const hasPeer = row.is(at + 1, 'peer')
    const last = hasPeer ? at + 2 : at
    const read = readCidr(row.cell(at))
    const whole = readCidr(row.cell(last))
    if (read === undefined || whole === undefined || !row.cell(last).includes('/')) {
      out.diagnose('bad-address', { text: row.cell(at), column: 'address' }, out.span(at, at + 1))
      return at
    }
    const record: Open<InterfaceAddress> = {
      ...head,
      family: read.family,
      address: read.cidr.slice(0, read.cidr.indexOf('/')),
      prefixLength: whole.length,
      span: out.span(at, last + 1),
    }
    if (hasPeer) record.peer = whole.cidr.slice(0, whole.cidr.indexOf('/'))
    out.add(record)
    return last
  }
}

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(({ cells: [name = '', state = '', first = ''] }) => {
    if (!STATES.has(state) || name.endsWith(':')) return false
    return readCidr(first) !== undefined || readLinkAddress(first) !== undefined
  })
  return rows === 0
    ? undefined
    : { score: 0.9, reasons: ['rows are a name, a state and addresses'] }
}

/** `ip -brief addr`. */
export const linuxIpAddrBrief = {
  id: 'linux-ip-addr-brief',
  kind: 'addresses',
  platform: 'linux',
  title: 'ip -brief addr of Linux',
  commands: ['ip -brief addr', 'ip -br a', 'ip -br link'],
  insteadOf: 'linux-ip-addr',
  about: `A line an interface: name, state and all addresses with their lengths; with -br link the hardware address and
the flags. A peer's length stands behind the peer.`,
  cues: ['DOWN', 'UNKNOWN', 'UP'],
  fromCommand: /\bip\s(?=.*-br)(?:.*\s)?(?:a(?:d\w*)?|l(?:i\w*)?)(?:\s|$)/,
  detect,
  reader: (out: Output) => new BriefAddressReader(out),
  startsRow: (row: Row, index: number) =>
    STATES.has(row.cell(index + 1)) && row.kind(index) === 'word' && !STATES.has(row.cell(index)),
  expects: 'an interface, its state and its addresses',
} as const satisfies Format
