import { once } from '../analyze/once.js'
import type { Finding } from '../model/finding.js'
import type { Host } from '../model/host.js'
import type { InterfaceAddress } from '../model/interface.js'
import type { Route } from '../model/route.js'
import { readAddress } from '../net/address.js'
import { classLength } from '../net/ipv4.js'
import { addressBits, networkOf, type Prefix, samePrefix, toPrefix } from '../net/prefix.js'
import { addressValue } from '../net/value.js'
import type { Alias, Commands, Entry, Target } from './dialect.js'
import { destinationOf, gatewayAddress } from './dialects/row.js'

/** A finding on its host, with the commands of the host's system. */
export interface Fault {
  readonly finding: Finding
  readonly host: Host
  readonly commands: Commands
}

/** The prefix of a row; for a table without masks the natural one, where the analyzer has decided so. */
export function prefixOf(row: Route, maskInferred: boolean): Prefix | undefined {
  const at = destinationOf(row)
  if (at === undefined) return undefined
  if (at.length !== undefined) return toPrefix(row.destination)
  if (!maskInferred || row.family === 6) return undefined
  const address = addressValue(at.network)
  const host = networkOf(address, 32)
  const natural = networkOf(address, classLength(Number(address.value)))
  // Octets behind the class that are not zero show that the class is not the mask.
  return samePrefix({ ...host, length: natural.length }, natural) ? natural : undefined
}

function shapeOf(prefix: Prefix): Target['shape'] {
  if (prefix.length === 0) return 'default'
  return prefix.length === addressBits(prefix.family) ? 'host' : 'network'
}

/** Rules about the row that an alias on a loopback made, so that its adapter is the loopback adapter. */
const OF_LOOPBACK: ReadonlySet<string> = new Set([
  'default-route-via-alias',
  'extra-network-route',
  'persistent-extra-route',
  'wide-alias-mask',
])

/** True where the finding's row, or address, is known to stand on the loopback adapter. */
function isOfLoopback({ rule, because }: Finding): boolean {
  return OF_LOOPBACK.has(rule) && because !== 'adapter-not-proven'
}

/** The row that a delete command has to hit; undefined where its prefix is not known. */
export function targetOf({ finding, commands }: Fault): Target | undefined {
  const { route: row, vip, maskInferred } = finding
  const prefix = row === undefined ? undefined : prefixOf(row, maskInferred === true)
  if (row === undefined || prefix === undefined) return undefined
  const gateway = gatewayAddress(row)
  return {
    row,
    prefix,
    shape: shapeOf(prefix),
    ...(gateway === undefined ? {} : { gateway }),
    ...(vip === undefined ? {} : { vip }),
    adapter:
      commands.adapter?.({
        addresses: [row.interface, vip],
        row,
        ...(vip === undefined ? {} : { vip }),
        loopback: isOfLoopback(finding),
      }) ?? {},
    saved: row.persistent === true,
  }
}

/** The cluster address as it stands, or should stand, on the host. */
export function aliasOf(fault: Fault): Alias | undefined {
  const { finding, host, commands } = fault
  const vip = readAddress(finding.vip ?? '')
  if (vip === undefined) return undefined
  const listed = listedAddress(fault, vip.address)
  const target = targetOf(fault)
  const carrier =
    listed?.label ?? listed?.interface ?? finding.route?.interface ?? finding.neighbor?.interface
  // An extra row has the mask of the alias that made it.
  const length =
    listed?.prefixLength ?? (target?.shape === 'network' ? target.prefix.length : undefined)
  const adapter = commands.adapter?.({
    addresses: [vip.address, finding.route?.interface],
    vip: vip.address,
    loopback: isOfLoopback(finding),
    ...(finding.route === undefined ? {} : { row: finding.route }),
  })
  const gateway = defaultGateway[vip.family](host)
  return {
    vip: vip.address,
    family: vip.family,
    ...(carrier === undefined ? {} : { interface: carrier }),
    ...(length === undefined ? {} : { prefixLength: length }),
    adapter: adapter ?? {},
    ...(gateway === undefined ? {} : { gateway }),
    host,
  }
}

function listedAddress({ finding, host }: Fault, vip: string) {
  if (finding.address?.address === vip) return finding.address
  return listedOf(host).get(vip)
}

/** The first listed of each address. */
const listedOf = /* @__PURE__ */ once((host: Host) => {
  const found = new Map<string, InterfaceAddress>()
  for (const capture of host.captures) {
    if (capture.kind !== 'addresses') continue
    for (const row of capture.records)
      if (row.address !== null && !found.has(row.address)) found.set(row.address, row)
  }
  return found
})

const defaultGateway = {
  4: /* @__PURE__ */ once((host: Host) => gatewayOf(host, 4)),
  6: /* @__PURE__ */ once((host: Host) => gatewayOf(host, 6)),
}

function gatewayOf(host: Host, family: 4 | 6): string | undefined {
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    for (const row of capture.records) {
      if (row.family !== family || !/^(?:0\.0\.0\.0|::)\/0$/.test(row.destination)) continue
      if (row.gateway.kind === 'address' && row.truncated === undefined) return row.gateway.address
    }
  }
  return undefined
}

/** The entry for the cluster address in the neighbour table. */
export function entryOf({ finding, commands }: Fault): Entry | undefined {
  const { neighbor: row } = finding
  const read = readAddress(finding.vip ?? row?.address ?? '')
  if (read === undefined) return undefined
  const on = row?.interface
  return {
    address: read.address,
    family: read.family,
    ...(on === undefined ? {} : { interface: on }),
    ...(row === undefined ? {} : { mac: row.mac, row }),
    adapter: commands.adapter?.({ addresses: [on], loopback: false }) ?? {},
  }
}
