import type { Open } from '../../model/open.js'
import type { PolicyRule } from '../../model/proof.js'
import type { Span } from '../../model/span.js'
import { readCidr } from '../../net/cidr.js'
import type { Format, ReaderOptions, Verdict } from '../format.js'
import {
  type JsonObject,
  JsonReader,
  jsonCues,
  jsonKeys,
  numberUnder,
  textUnder,
} from '../json-reader.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { RuleListing } from './rule-listing.js'

/** Keys whose value is printed behind the word of the text form, in its order around the mark and the users. */
const NAMES = ['iif', 'oif'] as const
const PORTS = ['ipproto', 'sport', 'dport', 'tun_id'] as const

class RuleJsonReader extends JsonReader {
  private readonly listing: RuleListing

  constructor(out: Output, { command }: ReaderOptions) {
    const listing = new RuleListing(command)
    super(out, (value, span) => {
      const rule = readRule(out, value, span)
      if (rule === undefined) return false
      out.add(rule)
      listing.add(rule)
      return true
    })
    this.listing = listing
  }

  override end(): void {
    super.end()
    this.listing.close()
  }
}

function readRule(out: Output, value: JsonObject, span: Span): Open<PolicyRule> | undefined {
  const priority = numberUnder(value, 'priority')
  if (priority === undefined) return undefined
  for (const key of ['src', 'dst'] as const)
    checkPrefix(out, prefixUnder(value, key), { key, span })
  const table = textUnder(value, 'table')
  const selector = selectorOf(value)
  const rule: Open<PolicyRule> = {
    family: IPV6.test(selector) ? 6 : 4,
    priority,
    selector,
    action: actionOf(value, table),
    span,
  }
  if (table !== undefined) rule.table = table
  return rule
}

function checkPrefix(
  out: Output,
  text: string | undefined,
  { key, span }: { key: string; span: Span },
): void {
  if (text !== undefined && text !== 'all' && readCidr(text) === undefined)
    out.diagnose('bad-address', { text, column: key }, span)
}

/** A prefix of IPv6 behind from or to; other values may have a colon too. */
const IPV6 = /(?:^|\s)(?:from|to) [\da-f]*:[\da-f:.]*(?:[/\s]|$)/i

/** The selector in the words of the text form. */
function selectorOf(value: JsonObject): string {
  const words = Object.hasOwn(value, 'not') ? ['not', 'from'] : ['from']
  words.push(prefixUnder(value, 'src') ?? 'all')
  const to = prefixUnder(value, 'dst')
  if (to !== undefined) words.push('to', to)
  addValue(words, value, 'tos')
  const mark = textUnder(value, 'fwmark')
  const mask = textUnder(value, 'fwmask')
  if (mark !== undefined) words.push('fwmark', mask === undefined ? mark : `${mark}/${mask}`)
  for (const key of NAMES) addValue(words, value, key)
  const users = rangeUnder(value, 'uid')
  if (users !== undefined) words.push('uidrange', users)
  for (const key of PORTS) addValue(words, value, key)
  return words.join(' ')
}

function addValue(words: string[], value: JsonObject, key: string): void {
  const found = textUnder(value, key) ?? numberUnder(value, key) ?? rangeUnder(value, key)
  if (found !== undefined) words.push(key, String(found))
}

/** Users and ports: one number, or the first and the last (`uid_start`, `uid_end`). */
function rangeUnder(value: JsonObject, key: string): string | undefined {
  const start = numberUnder(value, `${key}_start`)
  const end = numberUnder(value, `${key}_end`)
  return start === undefined || end === undefined ? undefined : `${start}-${end}`
}

function prefixUnder(value: JsonObject, key: 'dst' | 'src'): string | undefined {
  const text = textUnder(value, key)
  const length = numberUnder(value, `${key}len`)
  return text === undefined || length === undefined ? text : `${text}/${length}`
}

function actionOf(value: JsonObject, table: string | undefined): string {
  const suppress = numberUnder(value, 'suppress_prefixlen')
  const tail = suppress === undefined ? '' : ` suppress_prefixlength ${suppress}`
  if (table !== undefined) return `lookup ${table}${tail}`
  if (Object.hasOwn(value, 'l3mdev')) return 'lookup [l3mdev-table]'
  const target = numberUnder(value, 'goto')
  if (target !== undefined) return `goto ${target}`
  return Object.hasOwn(value, 'nop') ? 'nop' : (textUnder(value, 'action') ?? '')
}

function detect(sample: Sample): Verdict | undefined {
  const keys = jsonKeys(sample)
  return keys?.has('src') && (keys.has('priority') || keys.has('suppress_prefixlen'))
    ? { score: 0.95, reasons: ['objects have priority and src'] }
    : undefined
}

/** `ip -json rule`. */
export const linuxIpRuleJson = {
  id: 'linux-ip-rule-json',
  kind: 'rules',
  platform: 'linux',
  title: 'ip -json rule of Linux',
  commands: ['ip -json rule', 'ip -j rule'],
  insteadOf: 'linux-ip-rule',
  about: `A list of objects with priority, src, dst, fwmark and the like; table, goto, nop or action say what is done.
Selector and action are kept in the words of the text form.`,
  cues: jsonCues,
  fromCommand: /\bip\s(?=.*-j)(?:.*\s)?ru(?:le?)?(?:\s|$)/,
  detect,
  reader: (out: Output, options: ReaderOptions) => new RuleJsonReader(out, options),
  expects: 'an object with priority',
} as const satisfies Format
