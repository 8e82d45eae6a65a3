import type { Host, HostCapture } from '../model/host.js'
import type { Interface, InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import type { PolicyRule, Setting } from '../model/proof.js'
import type { Route } from '../model/route.js'
import { readIPv4 } from '../net/ipv4.js'
import type { Known, Seen, Vip } from './facts.js'
import { holds, readIPv6, readNetwork } from './numbers.js'
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
  const numbers4 = vips.filter((vip) => vip.family === 4).map((vip) => readIPv4(vip.text))
  const numbers6 = vips.flatMap((vip) => (vip.family === 6 ? (readIPv6(vip.text) ?? []) : []))
  return (route: Route): boolean => {
    const { gateway, interface: name, destination } = route
    if (route.persistent || gateway.kind !== 'address') return true
    const { address } = gateway
    if (address === name || isLoopbackAddress(address) || texts.has(address)) return true
    if (name !== undefined) gateways.add(name)
    if (route.flags !== undefined && !route.flags.includes('G')) return true
    if (destination.endsWith('/0')) return true
    const numbers = route.family === 4 ? numbers4 : numbers6
    if (numbers.length === 0) return false
    const network = readNetwork(destination)
    if (network === undefined) return texts.has(destination)
    return numbers.some((number) => holds(network, number))
  }
}
