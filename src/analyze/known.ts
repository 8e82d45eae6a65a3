import type { Host, HostCapture } from '../model/host.js'
import type { Interface, InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import type { PolicyRule, Setting } from '../model/proof.js'
import type { Route } from '../model/route.js'
import { countFirst } from '../net/count-first.js'
import { readIPv4 } from '../net/ipv4.js'
import type { Known, Seen, Vip } from './facts.js'
import { holds, readIPv6, readNetwork } from './numbers.js'
import { once } from './once.js'
import { isLoopbackAddress } from './systems/unix.js'

export interface Gathered {
  readonly known: Known
  readonly settings: readonly Seen<Setting>[]
  readonly policyRules: readonly Seen<PolicyRule>[]
}

/** Sorts the records of all captures by kind, and takes from the route tables only the rows that can matter. */
export function gatherKnown(host: Host, vips: readonly Vip[]): Gathered {
  const addresses: Seen<InterfaceAddress>[] = []
  const neighbors: Seen<Neighbor>[] = []
  const settings: Seen<Setting>[] = []
  const policyRules: Seen<PolicyRule>[] = []
  const interfaces: Interface[] = []
  const gatewayInterfaces = new Set<string>()
  const rows: Seen<Route>[] = []
  const texts = new Set(vips.map((vip) => vip.text))
  const matters = rowFilter(vips, texts, gatewayInterfaces)
  for (const capture of host.captures) {
    for (const one of capture.interfaces ?? []) interfaces.push(one)
    if (capture.kind === 'addresses') collect(addresses, capture.records, capture)
    if (capture.kind === 'neighbors') collect(neighbors, capture.records, capture)
    if (capture.kind === 'settings') collect(settings, capture.records, capture)
    if (capture.kind === 'rules') collect(policyRules, capture.records, capture)
    if (capture.kind === 'routes') collect(rows, capture.records.filter(matters), capture)
  }
  const known: Known = {
    host,
    vips,
    isVip: (address) => texts.has(address),
    addresses,
    interfaces,
    neighbors,
    rows,
    gatewayInterfaces,
  }
  return { known, settings, policyRules }
}

function collect<R>(into: Seen<R>[], records: readonly R[], capture: HostCapture): void {
  for (const record of records) into.push({ record, capture })
}

/** True for rows on the link, to everywhere, or near a cluster address; notes by the way which interfaces have gateways. */
function rowFilter(vips: readonly Vip[], texts: ReadonlySet<string>, gateways: Set<string>) {
  const sorted = numbersOf(vips)
  return (route: Route): boolean => {
    const { gateway, interface: name, destination } = route
    if (route.persistent || gateway.kind !== 'address') return true
    const { address } = gateway
    if (address === name || isLoopbackAddress(address) || texts.has(address)) return true
    if (name !== undefined) gateways.add(name)
    if (route.flags !== undefined && !route.flags.includes('G')) return true
    if (destination.endsWith('/0')) return true
    const numbers = sorted[route.family]
    if (numbers.length === 0) return false
    const network = readNetwork(destination)
    if (network === undefined) return texts.has(destination)
    const first = numbers[countFirst(numbers.length, (at) => isBelow(numbers[at], network.network))]
    return first !== undefined && holds(network, first)
  }
}

/** The cluster addresses as numbers, in order. */
const numbersOf = /* @__PURE__ */ once((vips: readonly Vip[]) => {
  const four = vips.filter((vip) => vip.family === 4).map((vip) => readIPv4(vip.text))
  const six = vips.flatMap((vip) => (vip.family === 6 ? (readIPv6(vip.text) ?? []) : []))
  const all: Readonly<Record<4 | 6, readonly (number | bigint)[]>> = {
    4: four.sort((a, b) => a - b),
    6: six.sort((a, b) => (a < b ? -1 : 1)),
  }
  return all
})

function isBelow(number: number | bigint | undefined, network: number | bigint): boolean {
  return number !== undefined && number < network
}
