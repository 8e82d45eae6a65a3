import type { Row } from '../../text/row.js'
import type { Format, Reader, ReaderOptions, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { FamilyOrder } from './family-order.js'
import { JsonRoutes } from './json-routes.js'
import { JsonScan } from './json-scan.js'

class IpRouteJsonReader implements Reader {
  private readonly out: Output
  private readonly order: FamilyOrder
  private readonly scan: JsonScan
  private objects = 0

  constructor(out: Output, command: string | undefined) {
    this.out = out
    this.order = new FamilyOrder(out, command)
    const routes = new JsonRoutes(out, this.order)
    this.scan = new JsonScan((object) => {
      this.objects++
      routes.read(object)
    })
  }

  read(row: Row): Reading {
    const { scan } = this
    if (scan.depth === 0 && row.code(0) !== OPEN_LIST) return undefined
    const before = this.objects
    const wasInside = scan.isInside
    if (!scan.feed(row)) return undefined
    if (this.objects > before || wasInside || scan.isInside) return 'record'
    if (scan.depth === 0 && this.objects === 0) this.out.saidEmpty = true
    return 'heading'
  }

  end(): void {
    this.order.flush()
    const { out, scan } = this
    if (!scan.isInside && (scan.depth === 0 || this.objects === 0)) return
    out.diagnose('cut-row', { text: out.row.excerpt(), missing: 'the end of the list' }, scan.last)
  }
}

const OPEN_LIST = 91

function detect(sample: Sample): Verdict | undefined {
  const [first] = sample.lines
  if (first === undefined || !first.text.startsWith('[')) return undefined
  if (/^\[\s*\]?$/.test(first.text) && sample.lines.length === 1)
    return FROM_COMMAND.test(sample.command ?? '')
      ? { score: 0.5, reasons: ['an empty list, and the command asks for JSON'] }
      : undefined
  const text = sample.lines.map((line) => line.text.slice(0, EXCERPT)).join('\n')
  if (!text.includes('"dst"') || FOREIGN.test(text)) return undefined
  if (!/"(?:flags|gateway|metric|nexthops|prefsrc|protocol|scope|table)"\s*:/.test(text))
    return undefined
  return { score: 0.9, reasons: ['a JSON list whose objects have dst and fields of routes'] }
}

/** Keys of neighbours, of a bridge's forwarding entries, and of policy rules, whose objects may have dst as well. */
const FOREIGN = /"(?:lladdr|state|proxy|mac|priority|srclen|dstlen)"\s*:/
const EXCERPT = 3000
const FROM_COMMAND = /\bip\s(?:-\S+\s+)*-(?:j\w*|pj)\s+(?:-\S+\s+)*r(?:o(?:u(?:te?)?)?)?(?:\s|$)/

/** `ip -json route`, compact or pretty. */
export const linuxIpRouteJson = {
  id: 'linux-ip-route-json',
  kind: 'routes',
  platform: 'linux',
  title: 'ip -json route of Linux',
  commands: ['ip -json route show table all', 'ip -j route', 'ip -j -p -6 route', 'ip -j -d route'],
  insteadOf: 'linux-ip-route',
  about: `A list of objects, on one line or (with -p) many: dst, gateway or via, dev, table, protocol, scope, prefsrc,
metric, flags, metrics, and nexthops, which give a record each. Several lists may follow each other. iproute2 before 5.1
printed the type of a route without its key, which is no JSON; it is repaired. Families are told as in the plain output.`,
  cues: ['word none', '[', '"dst":'],
  fromCommand: FROM_COMMAND,
  detect,
  reader: (out: Output, options: ReaderOptions) => new IpRouteJsonReader(out, options.command),
  expects: 'objects with dst, gateway, dev',
} as const satisfies Format
