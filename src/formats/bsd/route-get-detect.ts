import type { Verdict } from '../format.js'
import type { Sample } from '../sample.js'

/** Something in the answer of `route get` that one of the systems prints and the others do not. */
export interface RouteGetSign {
  /** Looked for in each line, its blanks squeezed. */
  readonly pattern: RegExp
  readonly weight: number
  readonly reason: string
}

const BASE = 0.5
const MOST = 0.97
/** Labels and metrics of Solaris and AIX. */
const FOREIGN = /\brtt,ms\b|\binterf addr: /
const FIELDS = [/\bdestination: \S/, /\b(?:flags: (?:0x[0-9a-f]+)?<|interface: \S)/]

/** How sure one system may be that a text is its `route get`. */
export function detectRouteGet(
  sample: Sample,
  signs: readonly RouteGetSign[],
): Verdict | undefined {
  const tidy = sample.lines.map((line) => line.squeezed)
  const has = (pattern: RegExp) => tidy.some((text) => pattern.test(text))
  if (!FIELDS.every(has) || has(FOREIGN)) return undefined
  let score = BASE
  const reasons = ['labels say destination:, interface: and flags:']
  for (const { pattern, weight, reason } of signs) {
    if (!has(pattern)) continue
    score += weight
    if (weight > 0) reasons.push(reason)
  }
  return { score: Math.max(0.3, Math.min(MOST, score)), reasons }
}

/** How sure a system with a sign that no BSD prints may be that a text is its `route get`. */
export function detectOtherRouteGet(
  sample: Sample,
  sign: RegExp,
  reason: string,
): Verdict | undefined {
  const tidy = sample.lines.map((line) => line.squeezed)
  const isOwn = [...FIELDS, sign].every((pattern) => tidy.some((text) => pattern.test(text)))
  return isOwn ? { score: 0.95, reasons: [reason] } : undefined
}

/** Labels that begin its lines. */
export const routeGetCues = ['destination:', 'flags:', 'gateway:', 'to:'] as const
/** True where a command line asks for a route. */
export const routeGetCommand = /\broute\s(?:.*\s)?get\b/
export const routeGetExpects = 'a label such as destination:, gateway: or flags: and its value'
export const routeGetCommands = ['route -n get default', 'route get ADDRESS'] as const
