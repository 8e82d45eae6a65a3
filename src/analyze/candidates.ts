import { hostPrefix, type Prefix } from '../net/prefix.js'
import { addressValue } from '../net/value.js'
import { insides } from './inside.js'
import { once } from './once.js'
import type { Evidence } from './rule.js'
import type { View } from './view.js'

/** An address on a loopback that may be a cluster address. */
export interface Candidate extends Evidence {
  readonly text: string
}

const SCOPED = /^(?:127\.|169\.254\.|::1$|fe[89ab])/

/** Addresses on loopbacks and devices that only hold addresses, from listings and from rows. */
export const candidatesOf: (view: View) => readonly Candidate[] = /* @__PURE__ */ once((view) => {
  const found = new Map<string, Candidate>()
  const note = (text: string, evidence: Evidence) => {
    if (!SCOPED.test(text) && !found.has(text)) found.set(text, { text, ...evidence })
  }
  for (const { address, capture, where } of view.addresses)
    if (where === 'loopback' || where === 'address-holder')
      note(address.address, { capture, span: address.span })
  for (const row of view.routes) {
    const text = row.route.destination.split('/')[0] ?? ''
    const vip = row.prefix && { text, family: row.route.family, prefix: row.prefix }
    const where = row.kind === 'host' && vip ? view.system.holds(row, vip, view) : undefined
    if (where === 'loopback' || where === 'address-holder')
      note(text, { capture: row.capture, span: row.record.span })
  }
  return [...found.values()]
})

const placesOf = /* @__PURE__ */ once((view: View) =>
  insides(
    candidatesOf(view).map((value) => ({ prefix: hostPrefix(addressValue(value.text)), value })),
  ),
)

/** The candidates inside of a prefix, in the order in which they were found. */
export function candidatesIn(view: View, prefix: Prefix): readonly Candidate[] {
  return placesOf(view)(prefix)
}
