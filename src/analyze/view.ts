import type { Policy } from '../model/finding.js'
import type { Host, HostCapture } from '../model/host.js'
import type { InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import type { PolicyRule, Setting } from '../model/proof.js'
import type { InterfaceClass, Interfaces, Presence, RouteFact, Seen, Vip } from './facts.js'
import { gatherKnown } from './known.js'
import { once } from './once.js'
import { presenceOf } from './presence.js'
import { routeFacts } from './route-facts.js'
import type { RouteTable } from './route-table.js'
import { systemOf } from './systems/index.js'
import type { NeighborMeaning, System } from './systems/system.js'
import { isLoopbackAddress } from './systems/unix.js'
import { tableMaker } from './table-of.js'

/** A neighbour row with what its letters mean on its system. */
export interface NeighborFact extends NeighborMeaning {
  readonly neighbor: Neighbor
  readonly capture: HostCapture
}

/** An address of a listing with the class of its interface. */
export interface AddressFact {
  readonly address: InterfaceAddress
  readonly capture: HostCapture
  readonly where: InterfaceClass
}

/** A host as the rules see it: rows with their meaning, and the questions that several rules ask. */
export interface View {
  readonly host: Host
  readonly policy: Policy
  readonly system: System
  readonly vips: readonly Vip[]
  readonly interfaces: Interfaces
  /** Rows that can matter, in the order of the captures. */
  readonly routes: readonly RouteFact[]
  readonly addresses: readonly AddressFact[]
  readonly neighbors: readonly NeighborFact[]
  readonly settings: readonly Seen<Setting>[]
  readonly policyRules: readonly Seen<PolicyRule>[]
  readonly isVip: (address: string) => boolean
  /** Where the captures show that the host has the address; empty where they do not. */
  readonly presence: (vip: Vip) => readonly Presence[]
  /** True where nothing of the capture was lost, so that what is not in it is not there. */
  readonly isWhole: (capture: HostCapture) => boolean
  /** True where a listing of addresses shows the loopback interface. */
  readonly listsLoopback: (family: 4 | 6) => boolean
  /** True where an address that is nowhere in the captures is certainly not configured. */
  readonly provesAbsence: (family: 4 | 6) => boolean
  /** The rows that decide together with this one which way packets take, as columns of numbers. */
  readonly tableOf: (row: RouteFact) => RouteTable
  /** True where a row says that the address is the host's own (Windows up to 2003). */
  readonly owns: (address: string) => boolean
}

/** Reads everything that rules ask about out of a host's captures. */
export function buildView(host: Host, policy: Policy, vips: readonly Vip[]): View {
  const system = systemOf(host.platform)
  const { known, settings, policyRules } = gatherKnown(host, vips)
  const interfaces = system.interfaces(known)
  const routes = routeFacts(known, system, interfaces)
  const presences = new Map<string, readonly Presence[]>()
  const listsLoopback = ofFamily((family) =>
    known.addresses.some((one) => isLoopbackOf(one, family)),
  )
  const view: View = {
    host,
    policy,
    system,
    vips,
    interfaces,
    routes,
    addresses: known.addresses.map(({ record, capture }) => ({
      address: record,
      capture,
      where: interfaces.classOfListed(record),
    })),
    neighbors: known.neighbors.map(({ record, capture }) => ({
      neighbor: record,
      capture,
      ...meaningOn(interfaces.classOf(record.interface), system.neighbor(record, host)),
    })),
    settings,
    policyRules,
    isVip: known.isVip,
    presence: (vip) => {
      const found = presences.get(vip.text) ?? presenceOf(vip, view)
      presences.set(vip.text, found)
      return found
    },
    isWhole,
    tableOf: tableMaker(() => view),
    listsLoopback,
    provesAbsence: ofFamily(
      (family) => listsLoopback(family) || system.provesAbsence(view, family),
    ),
    owns: ownAddresses(routes),
  }
  return view
}

/** Each cluster address asks the same of its family. */
function ofFamily<T>(answer: (family: 4 | 6) => T): (family: 4 | 6) => T {
  const known = new Map<4 | 6, T>()
  return (family) => {
    const found = known.get(family) ?? answer(family)
    known.set(family, found)
    return found
  }
}

const isWhole = /* @__PURE__ */ once((capture: HostCapture) =>
  capture.diagnostics.every((one) => one.level !== 'error'),
)

function isLoopbackOf({ record, capture }: Seen<InterfaceAddress>, family: 4 | 6): boolean {
  return record.family === family && isLoopbackAddress(record.address) && isWhole(capture)
}

function ownAddresses(routes: readonly RouteFact[]): (address: string) => boolean {
  const own = new Set<string>()
  for (const { kind, route } of routes) {
    const { gateway } = route
    if (kind === 'host' && gateway.kind === 'address' && isLoopbackAddress(gateway.address))
      own.add(route.destination.split('/')[0] ?? '')
  }
  return (address) => own.has(address)
}

/** What a loopback lists of its own addresses (ndp, `ip neigh show nud all`) was neither asked nor answered on a wire. */
function meaningOn(where: InterfaceClass, meaning: NeighborMeaning): NeighborMeaning {
  return where === 'loopback' ? { ...meaning, state: 'other' } : meaning
}
