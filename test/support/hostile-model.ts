import type { ReportModel } from '../../src/report/index.js'
import { model } from './report-model.js'

/** What somebody might have written into a capture, a file name, a host name or a DNS answer. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a shell command': '$(reboot) `reboot`; reboot | sh & "x" \'y\' %PATH%',
  'a colour': '\u001b[31mred\u001b[0m\u009b2J',
  'a bidi override': 'a\u202egpj.exe\u2066\u200b',
  'a script': '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
  'an attribute': '" onload="alert(1)" x=\' y',
  'a formula': '=HYPERLINK("http://example.com")',
  'the end of a CDATA section': ']]><x/>',
  'the end of a comment': '--><x/>',
  'a workflow command': '::error::x',
  'a workflow command on a line of its own': 'a\n::error::x\r\n::set-output name=a::b',
  'an Azure command': '##vso[task.setvariable variable=a]b',
  'a group command': '##[group]x',
  'a fence': '```\n# x\n[a](javascript:alert(1)) @everyone ~~~',
  'the end of a fold': '</code></summary></details><h1>x',
  'a table cell': 'a | b \\| c \\',
  'a lone surrogate': 'a\ud800b\udc00',
  'a character that XML has not': 'a\u0000b\u000b\ufffe\uffff',
  'a key of the prototype': '__proto__',
}

/** Texts that come from outside, by the name of their field. */
const OUTSIDE = new Set([
  'file',
  'host',
  'message',
  'name',
  'note',
  'path',
  'reason',
  'summary',
  'text',
  'unchecked',
  'version',
])

/** The model with a value in every cell whose text comes from outside. */
export function hostileModel(value: string): ReportModel {
  // Texts are only replaced by texts.
  return replaced(model, value) as ReportModel
}

function replaced(part: unknown, value: string, key = ''): unknown {
  if (typeof part === 'string') return OUTSIDE.has(key) ? value : part
  if (Array.isArray(part)) return part.map((one) => replaced(one, value, key))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([name, one]) => [name, replaced(one, value, name)]),
  )
}
