import type { Gateway, Route } from '../../model/route.js'
import { readAddress } from '../../net/address.js'
import { formatIPv4, readOctets } from '../../net/ipv4.js'
import { readCidr, readLength } from '../../net/prefix.js'
import type { Row } from '../../text/row.js'
import { addressGateway, macGateway, numberAt } from '../cells.js'
import { aixFlags } from '../flags/aix.js'
import { checkFlags } from '../flags/index.js'
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

/** One destination as AIX prints it: `default`, `9.27.176/24`, four octets for a host, IPv6 with or without a zone. */
function destinationOf(
  text: string,
  family: 4 | 6,
): Pick<Route, 'family' | 'destination' | 'zone'> | undefined {
  if (text === 'default') return { family, destination: family === 4 ? '0.0.0.0/0' : '::/0' }
  const slash = text.indexOf('/')
  if (!text.includes(':')) {
    const read = readOctets(text, 0, slash < 0 ? text.length : slash)
    const length = slash < 0 ? (read?.octets === 4 ? 32 : -1) : readLength(text, 32, slash + 1)
    if (read === null || length < 0) return undefined
    return { family: 4, destination: `${formatIPv4(read.value)}/${length}` }
  }
  const read = readCidr(text)
  if (read === undefined) return undefined
  const { cidr, zone } = read
  return { family: 6, destination: cidr, ...(zone === undefined ? {} : { zone }) }
}

function gatewayOf(text: string): Gateway {
  if (/^link#\d+$/.test(text)) return { kind: 'link', link: text }
  return addressGateway(text) ?? macGateway(text) ?? { kind: 'unknown', text }
}

class AixReader implements Reader {
  private readonly out: Output
  private family: 4 | 6 = 4
  private hasPmtu = false

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    return this.readTitle(row) ?? this.readRow(row)
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
    const flags = FLAGS.test(row.cell(2)) && row.uint(3) >= 0 ? 2 : 1
    if (row.uint(flags + 1) < 0 || row.uint(flags + 2) < 0 || row.kind(flags + 3) !== 'word')
      return undefined
    if (!FLAGS.test(row.cell(flags)) || row.count > flags + 8) return undefined
    const destination = destinationOf(row.cell(0), this.family)
    if (destination === undefined) return undefined
    const { out } = this
    checkFlags(out, flags, aixFlags)
    const mtu = this.hasPmtu && row.kind(flags + 4) === 'number' ? row.uint(flags + 4) : undefined
    out.add({
      ...destination,
      gateway: flags === 1 ? { kind: 'none' } : gatewayOf(row.cell(1)),
      interface: row.cell(flags + 3),
      flags: row.cell(flags),
      refs: row.uint(flags + 1),
      use: row.uint(flags + 2),
      ...(mtu === undefined ? {} : { mtu }),
      ...this.expire(flags + (this.hasPmtu && row.count > flags + 5 ? 5 : 4)),
      span: out.span(),
    })
    return 'record'
  }

  private expire(index: number): { expire?: number } {
    const { row } = this.out
    if (row.kind(index) !== 'number') return {}
    const expire = numberAt(this.out, index, 'Exp')
    return expire === undefined ? {} : { expire }
  }
}

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
  return (
    readAddress(row.cell(index + 1)) !== undefined &&
    /^U[A-Za-z123]*$/.test(row.cell(index + 2)) &&
    row.uint(index + 3) >= 0 &&
    row.uint(index + 4) >= 0 &&
    /^[a-z]+\d+$/.test(row.cell(index + 5)) &&
    (row.kind(index + 6) === 'dash' || row.kind(index + 7) === 'dash')
  )
}
