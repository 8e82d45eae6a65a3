import { hostPrefix, type Prefix } from '../net/prefix.js'
import { type PrefixOrder, prefixOrder, valuesIn } from '../net/prefix-order.js'
import { addressValue } from '../net/value.js'
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

/** The candidates by address, with what was found inside of a prefix: rows of one network ask for the same. */
interface Places {
  readonly order: PrefixOrder<number>
  readonly known: Map<string, readonly Candidate[]>
}

const placesOf = /* @__PURE__ */ once(
  (view: View): Places => ({
    order: prefixOrder(
      candidatesOf(view).map(({ text }, value) => ({
        prefix: hostPrefix(addressValue(text)),
        value,
      })),
    ),
    known: new Map(),
  }),
)

/** The candidates inside of a prefix, in the order in which they were found. */
export function candidatesIn(view: View, prefix: Prefix): readonly Candidate[] {
  const { order, known } = placesOf(view)
  const key = `${prefix.family} ${prefix.network}/${prefix.length}`
  const found = known.get(key)
  if (found !== undefined) return found
  const all = candidatesOf(view)
  const inside = valuesIn(order, prefix).sort((a, b) => a - b)
  const candidates = inside.flatMap((at) => all[at] ?? [])
  known.set(key, candidates)
  return candidates
}
