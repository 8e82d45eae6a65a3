import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { CellMemo, textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { addressGateway, destinationAt } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { ONLINK } from './route-row.js'

const ROW = /^\D\S*\s+\D\S*(?:\s+\D\S*){0,2}\s+\d+\s+[0-9a-f.:]+\/\d{1,3}\s+\d+\s+\S/i

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count((line) => ROW.test(line.text))
  if (rows === 0) return undefined
  const reasons = ['rows hold two words, a metric, a network, an index and a gateway or name']
  return { score: 0.9, reasons }
}

/** Cells of publish and type before the metric: each is one word in the languages known, but need not be. */
const MOST_WORDS = 5

const gateways = /* @__PURE__ */ new CellMemo((text) => addressGateway(text) ?? ONLINK)

class NetshRouteReader implements Reader {
  private readonly out: Output
  private readonly words = textMemo()
  private readonly gateways = gateways

  constructor(out: Output) {
    this.out = out
  }

  read(row: Row): Reading {
    const at = networkCell(row)
    if (at < 0) return this.readWords(row)
    for (let i = at + 1; i < row.count; i++) if (startsRow(row, i)) return undefined
    return this.readRow(row, at)
  }

  /**
   * ```
   * No       Manual    0    0.0.0.0/0                   5  192.0.2.1
   * No       System    256  192.0.2.0/24                5  Ethernet 4
   *          ^^^^^^ type                                ^ index
   * ```
   * The last column is the next hop, or the interface's name where there is none. A prefix of more than 24 characters
   * pushes the rest of its line to the right.
   */
  private readRow(row: Row, at: number): Reading {
    const { out } = this
    const metric = row.uint(at - 1)
    if (at < 3 || metric < 0) return this.sayCut('what stands before the prefix')
    if (row.uint(at + 1) < 0) return this.sayCut('the index')
    if (at + 2 >= row.count) return this.sayCut('the gateway or the name')
    const network = destinationAt(row, at)
    if (network === undefined) return undefined
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: this.gateway(row, at + 2),
      interface: this.words.at(row, at + 1),
      metric,
      type: at === 3 ? this.words.at(row, 1) : row.rest(1, at - 1),
      span: out.span(),
    }
    if (network.zone !== undefined) route.zone = network.zone
    if (/(?:^|\s)[^\p{L}]/u.test(route.type ?? ''))
      out.diagnose('unknown-word', { text: route.type ?? '', column: 'type' }, out.span(1, at - 1))
    out.add(route)
    return 'record'
  }

  /** An address is the next hop, and then nothing follows it; all else is an interface's name. */
  private gateway(row: Row, at: number): Gateway {
    const { out } = this
    const gateway = this.gateways.at(row, at)
    const isAddress = gateway !== ONLINK
    if (isAddress && row.count > at + 1)
      out.diagnose('extra-cell', { text: row.between(at + 1).slice(0, EXCERPT) }, out.span(at + 1))
    if (!isAddress && looksBroken(row.cell(at)))
      out.diagnose('bad-address', { text: row.cell(at), column: 'gateway' }, out.span(at, at + 1))
    return gateway
  }

  /** The heading, in any language: words above the dashes. */
  private readWords(row: Row): Reading {
    if (row.count < FEWEST_TITLES) return undefined
    for (let i = 0; i < row.count; i++) if (row.kind(i) !== 'word') return undefined
    return /[>\\$#]/.test(row.excerpt()) ? undefined : 'heading'
  }

  private sayCut(missing: string): Reading {
    this.out.diagnose('cut-row', { text: this.out.row.excerpt(), missing })
    return 'unparsed'
  }
}

const FEWEST_TITLES = 5
const EXCERPT = 200

/** True for what was an address before a letter or a rule got into it: `192.O.2.1`, `192.0.2.1-----`. */
function looksBroken(text: string): boolean {
  return /^\w{1,3}(?:\.\w{1,3}){3}(?:\W|$)/.test(text) && /\d.*\d/.test(text)
}

/** The cell of the prefix among the first; -1 where there is none. */
function networkCell(row: Row): number {
  for (let i = 0; i <= MOST_WORDS; i++) {
    const kind = row.kind(i)
    if (kind === 'cidr4' || kind === 'cidr6') return i
  }
  return -1
}

function startsRow(row: Row, index: number): boolean {
  const kind = row.kind(index + 3)
  return (
    (kind === 'cidr4' || kind === 'cidr6') &&
    row.uint(index + 2) >= 0 &&
    row.uint(index + 4) >= 0 &&
    row.kind(index) === 'word' &&
    row.kind(index + 1) === 'word' &&
    row.size(index + 5) > 0
  )
}

/** `netsh interface ipv4 show route` and its IPv6 twin. */
export const windowsNetshRoute = {
  id: 'windows-netsh-route',
  kind: 'routes',
  platform: 'windows',
  title: 'netsh interface show route of Windows',
  commands: ['netsh interface ipv4 show route', 'netsh interface ipv6 show route'],
  insteadOf: 'windows-route-print',
  about: `Publish, type, metric, prefix, interface index, and the next hop or, where there is none, the interface's
name. The metric is the route's own, without the interface's. Words and heading are in the system's language. Vista and
later; nothing is said of persistent routes unless store=persistent was asked for.`,
  cues: ['Idx', 'Prefix', 'Publish', 'word word'],
  fromCommand: /\bnetsh\b.*\bshow\s+rou/i,
  detect,
  reader: (out: Output) => new NetshRouteReader(out),
  startsRow,
  headed: true,
  expects: 'two words, a metric, a prefix, an index and a gateway or name',
} as const satisfies Format
