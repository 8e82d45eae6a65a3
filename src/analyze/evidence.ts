import type { Presence, RouteFact, Vip } from './facts.js'
import { once } from './once.js'
import type { Draft, Evidence } from './rule.js'
import type { NeighborFact, View } from './view.js'

/** A row of a route table as a place. */
export function rowPlace(row: RouteFact, note?: string): Evidence {
  return place(row.capture, row.record.span, note)
}

/** A row of a neighbour table as a place. */
export function neighborPlace(fact: NeighborFact, note?: string): Evidence {
  return place(fact.capture, fact.neighbor.span, note)
}

/** Any span of a capture as a place. */
export function place(
  capture: Evidence['capture'],
  span: Evidence['span'],
  note?: string,
): Evidence {
  return { capture, span, ...(note === undefined ? {} : { note }) }
}

/** Where an address was seen to be configured, as a place. */
export function presencePlace(one: Presence, note?: string): Evidence | undefined {
  const span = one.route?.record.span ?? one.address?.span ?? one.neighbor?.span
  return span === undefined ? undefined : place(one.capture, span, note)
}

/** The record behind a presence, under the name that findings give it. */
export function presenceRecord(one: Presence): Pick<Draft, 'address' | 'neighbor' | 'route'> {
  if (one.route !== undefined) return { route: one.route.route }
  if (one.address !== undefined) return { address: one.address }
  return one.neighbor === undefined ? {} : { neighbor: one.neighbor }
}

/** The first place that shows the host to have the address, as a witness. */
export function aliasWitness(vip: Vip, view: View, not: RouteFact): Evidence[] {
  const proof = proofsIn(view.presence(vip)).find((one) => one.route !== not)
  const found = proof === undefined ? undefined : presencePlace(proof, 'the alias itself')
  return found === undefined ? [] : [found]
}

/** Of the places that prove the alias, two: a row is no witness for itself. */
const proofsIn = /* @__PURE__ */ once((seen: readonly Presence[]) =>
  seen.filter((one) => one.where !== 'wire' && one.route?.kind !== 'network').slice(0, 2),
)

/** The name of an interface for a sentence: as printed, on Windows the adapter's address or number. */
export function interfaceName(one: Presence): string {
  if (one.address !== undefined) return one.address.label ?? one.address.interface
  if (one.neighbor?.interface !== undefined) return one.neighbor.interface
  const printed = one.route?.route.interface
  return one.interfaceId === ''
    ? (printed ?? 'an interface')
    : one.interfaceId.replace('#', 'interface ')
}
