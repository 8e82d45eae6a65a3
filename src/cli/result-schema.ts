import * as v from 'valibot'
import { platforms } from '../model/platform.js'
import type { ReportedHost } from '../report/index.js'
import { levels } from '../report/order.js'
import { BECAUSE } from '../report/words.js'

/** What reports rest on of a result that another run has written; what stands there besides is kept. */

const text = v.string()
const texts = v.array(text)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const level = v.picklist(levels)

const span = v.looseObject({ line: count, column: count, endLine: count, endColumn: count })
const place = v.looseObject({
  span,
  text,
  file: v.optional(text),
  note: v.optional(text),
})

const route = v.looseObject({
  destination: text,
  gateway: v.looseObject({ kind: text }),
  interface: v.optional(text),
})
const part = v.looseObject({ prefix: text, except: texts, from: v.optional(route) })

const finding = v.looseObject({
  rule: text,
  level,
  certainty: v.picklist(['certain', 'likely']),
  host: text,
  hosts: v.optional(texts),
  vip: v.optional(text),
  message: text,
  at: v.array(place),
  alsoSeenIn: v.optional(texts),
  because: v.optional(v.picklist(Object.keys(BECAUSE))),
  macs: v.optional(texts),
  missing: v.optional(texts),
  route: v.optional(route),
  stolen: v.optional(v.looseObject({ parts: v.array(part), summary: text })),
  fingerprint: text,
})

const remedy = v.looseObject({
  kind: v.picklist(['advice', 'command']),
  title: text,
  command: v.optional(text),
  undo: v.optional(v.nullable(text)),
  lasts: v.optional(v.picklist(['persistent', 'until-reboot'])),
  rights: v.optional(text),
  safety: v.picklist(['review', 'safe']),
  note: v.optional(text),
})

const capture = v.looseObject({
  file: v.optional(text),
  command: v.optional(text),
  kind: text,
  format: v.nullable(text),
  diagnostics: v.array(v.looseObject({ code: text, level, message: text, span })),
})

const sighting = v.looseObject({
  kind: v.picklist(['absent', 'alias', 'neighbor', 'own', 'published']),
  address: v.optional(text),
  mac: v.optional(text),
  interface: v.optional(text),
  at: v.optional(place),
})

const host = v.looseObject({
  name: text,
  platform: v.nullable(v.picklist(platforms)),
  version: v.optional(text),
  role: v.picklist(['balancer', 'client', 'router', 'server', 'standby']),
  forwarding: v.picklist(['encap', 'mac', 'nat']),
  captures: v.array(capture),
  findings: v.array(v.looseObject({ ...finding.entries, remedies: v.array(remedy) })),
  waived: v.array(v.looseObject({ finding, reason: text })),
  ran: texts,
  skipped: v.array(v.looseObject({ rule: text, needs: texts })),
  sightings: v.optional(v.array(sighting)),
  unchecked: texts,
})

/** The result of a host; or, as a text, what is wrong with what was to be one. */
export function hostResult(value: object): ReportedHost | string {
  const read = v.safeParse(host, value)
  // The schema asks for all that is read of a result; the rest is only handed on.
  if (read.success) return value as ReportedHost
  const [{ path = [], received, expected }] = read.issues
  const where = path.map(({ key }) => String(key)).join('.')
  return received === 'undefined'
    ? `${where} is missing`
    : `${where}: expected ${expected}, found ${received}`
}
