import type { Gateway, Neighbor, Route } from '../../src/index.js'
import type { Expected } from './captures.js'

/** A gateway in the one-word spelling that expectations use. */
export function gatewayWord(gateway: Gateway): string | null {
  switch (gateway.kind) {
    case 'address':
      return gateway.zone === undefined ? gateway.address : `${gateway.address}%${gateway.zone}`
    case 'onlink':
      return 'onlink'
    case 'link':
      return gateway.link
    case 'mac':
      return gateway.mac
    case 'interface':
      return gateway.name
    case 'none':
      return null
    case 'unknown':
      return gateway.text
  }
}

const ABSENT_WHEN_UNSAID = [
  'persistent',
  'truncated',
  'maskUnknown',
  'incomplete',
  'permanent',
] as const

/** How a record differs from what is expected of it; empty where it does not. */
export function differences(record: Route | Neighbor | Expected, expected: Expected): string[] {
  const actual = plain(record)
  const found: string[] = []
  for (const [key, want] of Object.entries(expected)) {
    if (key.endsWith('_either') || key === 'note' || key === 'column') continue
    const allowed = [want, ...alternatives(expected, key)]
    if (key === 'address' && expected['maskUnknown'] === true) {
      if (actual['destination'] !== want)
        found.push(`destination ${actual['destination']}, not ${want}`)
      continue
    }
    const have = key === 'line' ? actual['line'] : actual[key]
    if (!allowed.some((one) => same(have, one)))
      found.push(`${key} is ${JSON.stringify(have)}, not ${JSON.stringify(want)}`)
  }
  for (const [key, either] of Object.entries(expected)) {
    const base = key.replace(/_either$/, '')
    if (base === key || base in expected) continue
    const have = actual[base]
    const list = Array.isArray(either) ? either : [either]
    if (!list.some((one) => same(have, one)))
      found.push(`${base} is ${JSON.stringify(have)}, none of ${JSON.stringify(list)}`)
  }
  for (const key of ABSENT_WHEN_UNSAID) {
    // A destination that is left out says nothing of its mask either.
    if (key === 'maskUnknown' && !('destination' in expected)) continue
    if (actual[key] !== undefined && !(key in expected) && !(`${key}_either` in expected))
      found.push(`${key} is set`)
  }
  return found
}

function alternatives(expected: Expected, key: string): unknown[] {
  const either = expected[`${key}_either`]
  return either === undefined ? [] : Array.isArray(either) ? either : [either]
}

function same(have: unknown, want: unknown): boolean {
  if (want === null) return have === null || have === undefined
  return JSON.stringify(have) === JSON.stringify(want)
}

function plain(record: object): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...record }
  const { span, gateway } = copy as { span?: { line: number }; gateway?: Gateway }
  if (span !== undefined) copy['line'] = span.line
  if (gateway !== undefined) copy['gateway'] = gatewayWord(gateway)
  return copy
}
