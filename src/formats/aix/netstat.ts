import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import {
  type Destination,
  defaultDestination,
  destinationAt,
  gatewayMemo,
  shortNetworkAt,
} from '../cells.js'
import { aixFlags } from '../flags/aix.js'
import { FlagsColumn } from '../flags/index.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const FAMILY = /(?:Family|famille)\D*(\d+)|\((Internet(?: v6)?)\)/i
const FLAGS = /^[A-Za-z123]{1,10}$/

function detect(sample: Sample): Verdict | undefined {
  const reasons: string[] = []
  let score = 0
  if (sample.match(/Route [Tt]ree for Protocol Family \d+ \(Internet/)) {
    score += 0.8
    reasons.push('a section line names the protocol family and (Internet)')
  }
  if (sample.heading('If', 'Exp', 'Groups')) {
    score += 0.6
    reasons.push('the heading has If, Exp and Groups')
  }
  const rows = sample.count(
    (line) => /\s-\s+-?\s*(?:=>)?\s*$/.test(line.text) && isRowLike(line.cells),
  )
  if (rows > 0) {
    score += 0.4
    reasons.push('rows end in the dashes of Exp and Groups')
  }
  return score === 0 ? undefined : { score: Math.min(1, score), reasons }
}

function isRowLike(cells: readonly string[]): boolean {
  return cells.length >= 7 && FLAGS.test(cells[2] ?? '') && /^\d+$/.test(cells[4] ?? '')
}

class AixReader implements Reader {
  private readonly out: Output
  private readonly flags: FlagsColumn
  private readonly gateways = gatewayMemo()
  private readonly words = textMemo()
  private family: 4 | 6 = 4
  private hasPmtu = false

  constructor(out: Output) {
    this.out = out
    this.flags = new FlagsColumn(out, aixFlags, FLAGS)
  }

  read(row: Row): Reading {
    return this.readRow(row) ?? this.readTitle(row)
  }

  private readTitle(row: Row): Reading {
    if (row.find('Gateway') > 0 || row.find('Flags') > 0) {
      this.hasPmtu = row.find('PMTU') > 0
      return 'heading'
    }
    if (row.is(0, 'Routing') || row.is(0, 'Tables')) return 'heading'
    const section = FAMILY.exec(row.excerpt())
    if (section === null) return undefined
    this.family = section[1] === '24' || section[2] === 'Internet v6' ? 6 : 4
    return 'heading'
  }

  /**
   * ```
   * 9.27.176/24        9.27.176.58       U         4     11726 en0    -    -       =>
   * fe80::1            (blank)           UHXLWl    0         0 en0    -    -
   * ```
   * The gateway may be blank, so the flags are looked for. `=>` says that the next row has the same key and belongs
   * to no route.
   */
  private readRow(row: Row): Reading {
    const { out, flags } = this
    const at = flags.peek(2) !== undefined && row.uint(3) >= 0 ? 2 : 1
    const refs = row.uint(at + 1)
    const use = row.uint(at + 2)
    if (refs < 0 || use < 0 || row.kind(at + 3) !== 'word' || row.count > at + 8) return undefined
    const letters = flags.peek(at)
    // Only link-level rows may lack a gateway; elsewhere a cell was lost.
    if (letters === undefined || (at === 1 && !letters.includes('L'))) return undefined
    const network = this.destination(row)
    if (network === undefined) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: at === 1 ? NO_GATEWAY : this.gateways.at(row, 1),
      interface: this.words.at(row, at + 3),
      flags: flags.at(at) ?? '',
      refs,
      use,
      span: out.span(),
    }
    if (network.zone !== undefined) route.zone = network.zone
    this.readTail(route, at + 4)
    out.add(route)
    return 'record'
  }

  private destination(row: Row): Destination | undefined {
    if (row.is(0, 'default')) return defaultDestination(this.family)
    return row.kind(0) === 'short4' ? shortNetworkAt(row, 0) : destinationAt(row, 0)
  }

  /** Up to 5.1 a PMTU stands before Exp. */
  private readTail(route: Open<Route>, from: number): void {
    const { row } = this.out
    if (this.hasPmtu && row.kind(from) === 'number') route.mtu = row.uint(from)
    const expires = this.hasPmtu && row.count > from + 1 ? from + 1 : from
    const expire = row.kind(expires) === 'number' ? row.uint(expires) : -1
    if (expire >= 0) route.expire = expire
  }
}

const NO_GATEWAY: Gateway = { kind: 'none' }

/** `netstat -rn` of AIX 4 to 7. */
export const aixNetstat = {
  id: 'aix-netstat',
  kind: 'routes',
  platform: 'aix',
  title: 'netstat -rn of AIX',
  commands: ['netstat -rn', 'netstat -nr', 'netstat -rn -f inet'],
  about: `One heading above both families; a section line names the protocol family, 2 or 24, in the system's
language. Networks carry /n with their trailing zero octets cut; four octets without a slash are a host. "=>" at a row's
end says that the next row has the same key. Up to 5.1 a PMTU column stands before Exp.`,
  cues: ['Exp', 'Groups', '(Internet):', '(Internet', 'short4 ipv4', '=>'],
  fromCommand: /netstat\s.*-\w*r/,
  detect,
  reader: (out: Output) => new AixReader(out),
  startsRow,
  startsHeading: (row: Row, index: number) =>
    row.is(index, 'Route') || row.is(index, 'Destination'),
  headed: true,
  expects: 'a destination, a gateway, flags, two counters and an interface',
} as const satisfies Format

function startsRow(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (
    kind !== 'ipv4' &&
    kind !== 'short4' &&
    kind !== 'cidr4' &&
    !row.is(index, 'default') &&
    kind !== 'ipv6' &&
    kind !== 'cidr6'
  )
    return false
  const gateway = row.kind(index + 1)
  return (
    (gateway === 'ipv4' || gateway === 'ipv6' || gateway === 'mac' || gateway === 'word') &&
    /^U[A-Za-z123]*$/.test(row.cell(index + 2)) &&
    row.uint(index + 3) >= 0 &&
    row.uint(index + 4) >= 0 &&
    /^[a-z]+\d+$/.test(row.cell(index + 5)) &&
    (row.kind(index + 6) === 'dash' || row.kind(index + 7) === 'dash')
  )
}
