import type { Open } from '../../model/open.js'
import type { PolicyRule } from '../../model/proof.js'
import type { Span } from '../../model/span.js'
import type { Format, Verdict } from '../format.js'
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

/** Keys whose value is printed behind the word of the text form. */
const SELECTORS = ['iif', 'oif', 'tos', 'ipproto', 'sport', 'dport', 'tun_id'] as const

function readRule(out: Output, value: JsonObject, span: Span): boolean {
  const priority = numberUnder(value, 'priority')
  if (priority === undefined) return false
  const table = textUnder(value, 'table')
  const selector = selectorOf(value)
  const rule: Open<PolicyRule> = {
    family: selector.includes(':') ? 6 : 4,
    priority,
    selector,
    action: actionOf(value, table),
    span,
  }
  if (table !== undefined) rule.table = table
  out.add(rule)
  return true
}

/** The selector in the words of the text form. */
function selectorOf(value: JsonObject): string {
  const words = Object.hasOwn(value, 'not') ? ['not', 'from'] : ['from']
  words.push(prefixUnder(value, 'src') ?? 'all')
  const to = prefixUnder(value, 'dst')
  if (to !== undefined) words.push('to', to)
  const mark = textUnder(value, 'fwmark')
  const mask = textUnder(value, 'fwmask')
  if (mark !== undefined) words.push('fwmark', mask === undefined ? mark : `${mark}/${mask}`)
  for (const key of SELECTORS) {
    const found = textUnder(value, key)
    const number = numberUnder(value, key) ?? numberUnder(value, `${key}_start`)
    if (found !== undefined) words.push(key, found)
    else if (number !== undefined) words.push(key, String(number))
  }
  const from = numberUnder(value, 'uid_start')
  if (from !== undefined) words.push('uidrange', `${from}-${numberUnder(value, 'uid_end') ?? from}`)
  return words.join(' ')
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
  return keys?.has('priority') && keys.has('src')
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
  about: `A list of objects with priority, src, dst, fwmark and the like; table, goto, nop or action say what is done.
Selector and action are kept in the words of the text form.`,
  cues: jsonCues,
  fromCommand: /\bip\s(?=.*-j)(?:.*\s)?ru(?:le?)?(?:\s|$)/,
  detect,
  reader: (out: Output) => new JsonReader(out, (value, span) => readRule(out, value, span)),
  expects: 'an object with priority',
} as const satisfies Format
