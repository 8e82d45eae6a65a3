import type { Open } from '../../model/open.js'
import type { PolicyRule } from '../../model/proof.js'
import { readCidr } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import type { Format, Reader, ReaderOptions, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { RuleListing } from './rule-listing.js'

const EXCERPT = 200
const PRIORITY = /^(?:0|[1-9]\d{0,9}):$/

/** Words with which the action of a rule begins. */
/** Words of a selector that a value follows, and those that stand alone. */
const VALUED: ReadonlySet<string> = new Set([
  'dport',
  'dsfield',
  'dscp',
  'flowlabel',
  'from',
  'fwmark',
  'iif',
  'ipproto',
  'oif',
  'sport',
  'to',
  'tos',
  'tun_id',
  'uidrange',
])
/** Numbers, ranges, marks with their mask, prefixes and names. */
const VALUE = /^[\w.:/@+-]+$/
const BARE: ReadonlySet<string> = new Set(['[detached]', '[l3mdev-table]', 'l3mdev', 'not'])

const ACTIONS: ReadonlySet<string> = new Set([
  'blackhole',
  'goto',
  'lookup',
  'map-to',
  'masquerade',
  'nop',
  'prohibit',
  'throw',
  'unreachable',
])

class IpRuleReader implements Reader {
  private readonly out: Output
  private readonly listing: RuleListing

  constructor(out: Output, { command }: ReaderOptions) {
    this.out = out
    this.listing = new RuleListing(command)
  }

  /**
   * ```
   * 200:	not from all fwmark 0x1/0xff lookup main suppress_prefixlength 0
   *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ selector     ^^^^ table
   * ```
   */
  read(row: Row): Reading {
    if (!startsRule(row, 0)) return undefined
    for (let i = 2; i < row.count; i++) if (startsRule(row, i)) return undefined
    const at = actionAt(row)
    if (at < 0) {
      this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: 'the action' })
      return 'unparsed'
    }
    const rule: Open<PolicyRule> = {
      family: hasIPv6(row) ? 6 : 4,
      priority: Number.parseInt(row.cell(0), 10),
      selector: row.rest(1, at),
      action: row.rest(at),
      span: this.out.span(),
    }
    if (row.is(at, 'lookup')) this.readTable(rule, at + 1)
    if (row.is(at, 'goto') && row.uint(at + 1) < 0)
      this.out.diagnose('bad-number', { text: row.cell(at + 1), column: 'goto' })
    this.checkPrefix(row.find('from', 1), at)
    this.checkPrefix(row.find('to', 2), at)
    if (row.isTextStart && (rule.priority > 0 || rule.table !== 'local'))
      this.out.diagnose('head-missing', { text: row.excerpt(EXCERPT) })
    this.checkWords(at)
    this.listing.add(rule)
    this.out.add(rule)
    return 'record'
  }

  end(): void {
    this.listing.close()
  }

  private readTable(rule: Open<PolicyRule>, at: number): void {
    const { out } = this
    const table = out.row.cell(at)
    // busybox looks at the table of every rule: `lookup unspec blackhole`.
    if (table === 'unspec') return
    if (table === '') {
      out.diagnose('cut-row', { text: out.row.excerpt(EXCERPT), missing: 'the table' })
      return
    }
    rule.table = table.replace(/^\[|\]$/g, '')
    if (!VALUE.test(rule.table))
      out.diagnose('unknown-word', { text: table, column: 'table' }, out.span(at, at + 1))
  }

  private checkWords(end: number): void {
    const { out } = this
    for (let i = 1; i < end; i++) {
      const word = out.row.cell(i)
      if (VALUED.has(word)) i++
      if (!BARE.has(word) && !(VALUED.has(word) && VALUE.test(out.row.cell(i))))
        out.diagnose(
          'unknown-word',
          { text: out.row.cell(i), column: 'selector' },
          out.span(i, i + 1),
        )
    }
  }

  /** Behind from and to stands `all` or a prefix. */
  private checkPrefix(word: number, end: number): void {
    const { out } = this
    if (word < 0 || word >= end) return
    const at = word + 1
    if (out.row.is(at, 'all') || readCidr(out.row.cell(at)) !== undefined) return
    const column = out.row.cell(word)
    out.diagnose('bad-address', { text: out.row.cell(at), column }, out.span(at, at + 1))
  }
}

function startsRule(row: Row, index: number): boolean {
  if (!row.is(index + 1, 'from') && !(row.is(index + 1, 'not') && row.is(index + 2, 'from')))
    return false
  return PRIORITY.test(row.cell(index))
}

function actionAt(row: Row): number {
  for (let i = 2; i < row.count; i++) if (ACTIONS.has(row.cell(i))) return i
  return -1
}

function hasIPv6(row: Row): boolean {
  for (let i = 2; i < row.count; i++)
    if ((row.is(i - 1, 'from') || row.is(i - 1, 'to')) && readCidr(row.cell(i))?.family === 6)
      return true
  return false
}

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(
    ({ cells }) => PRIORITY.test(cells[0] ?? '') && (cells[1] === 'from' || cells[1] === 'not'),
  )
  return rows === 0 ? undefined : { score: 0.95, reasons: ['rows are a priority and "from"'] }
}

/** `ip rule`. */
export const linuxIpRule = {
  id: 'linux-ip-rule',
  kind: 'rules',
  platform: 'linux',
  title: 'ip rule of Linux',
  commands: ['ip rule show', 'ip rule', 'ip -6 rule', 'ip -4 rule list'],
  captures: ['ip rule show', 'ip -6 rule'],
  about: `A priority with a colon, the selector from "from" or "not from" on, then the action: lookup TABLE with
suppress_prefixlength and the like, goto, nop, unreachable, prohibit, blackhole. The kernel's own rules are 0 local,
32766 main and, for IPv4 only, 32767 default.`,
  cues: ['from', 'lookup'],
  fromCommand: /\bip\s(?!.*-j)(?:.*\s)?ru(?:le?)?(?:\s|$)/,
  detect,
  reader: (out: Output, options: ReaderOptions) => new IpRuleReader(out, options),
  startsRow: startsRule,
  expects: 'a priority, a selector and an action',
} as const satisfies Format
