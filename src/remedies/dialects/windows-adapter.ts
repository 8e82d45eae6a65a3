import { once } from '../../analyze/once.js'
import type { Host, HostCapture } from '../../model/host.js'
import type { InterfaceAddress } from '../../model/interface.js'
import type { Adapter, AdapterQuery } from '../dialect.js'

/** `LOOP` in ASCII, whatever the language. */
const LOOPBACK_MAC = '02:00:4c:4f:4f:50'

interface Listed extends Adapter {
  readonly mac?: string
}

/** The first listing of each address, with its place among all. */
const listings = /* @__PURE__ */ once((host: Host) => {
  const found = new Map<string, { at: number; row: InterfaceAddress; capture: HostCapture }>()
  let at = 0
  for (const capture of host.captures) {
    if (capture.kind !== 'addresses') continue
    for (const row of capture.records) {
      if (!found.has(row.address)) found.set(row.address, { at, row, capture })
      at++
    }
  }
  return found
})

/** The interfaces of a capture by name; of equal names the first. */
const interfacesIn = /* @__PURE__ */ once(
  ({ interfaces = [] }: HostCapture) =>
    new Map(interfaces.toReversed().map((one) => [one.name, one])),
)

/** What an address listing tells of the adapter that has one of the addresses. */
function listedAdapter(host: Host, addresses: readonly (string | undefined)[]): Listed {
  const known = listings(host)
  const [first] = addresses
    .flatMap((address) => (address === undefined ? [] : (known.get(address) ?? [])))
    .sort((a, b) => a.at - b.at)
  if (first === undefined) return {}
  const { row, capture } = first
  const listed = interfacesIn(capture).get(row.interface)
  const index = row.index ?? listed?.index
  const mac = row.mac ?? listed?.mac
  return {
    name: row.interface,
    ...(index === undefined ? {} : { index }),
    ...(mac === undefined ? {} : { mac }),
  }
}

/**
 * The only adapter with the hardware address of Microsoft's loopback adapter. Two of them have the same, so with two
 * nothing is certain.
 */
export const loopbackAdapter: (host: Host) => Adapter = /* @__PURE__ */ once((host) => {
  const indexes = new Set<number>()
  for (const capture of host.captures) {
    if (capture.kind === 'unknown') continue
    for (const known of capture.interfaces ?? [])
      if (known.mac === LOOPBACK_MAC && known.index !== undefined) indexes.add(known.index)
  }
  const [index] = indexes
  return indexes.size === 1 && index !== undefined ? { index } : {}
})

/** True where the row shows the same interface column as the cluster address's own row, if there is a row to compare. */
function carriesVip(host: Host, { row, vip }: AdapterQuery): boolean {
  if (vip === undefined || row?.interface === undefined || row.family === 6) return true
  return carriersOf(host).get(vip)?.has(row.interface) ?? false
}

/** The interfaces of the IPv4 host rows, by their address. */
const carriersOf = /* @__PURE__ */ once((host: Host) => {
  const found = new Map<string, Set<string>>()
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    for (const { destination, interface: on } of capture.records) {
      if (on === undefined || !destination.endsWith('/32')) continue
      const address = destination.slice(0, -3)
      const known = found.get(address)
      if (known === undefined) found.set(address, new Set([on]))
      else known.add(on)
    }
  }
  return found
})

/** Everything that tells the adapter of a row, an alias or an entry. */
export function findAdapter(host: Host, query: AdapterQuery): Adapter {
  const { addresses, row, loopback } = query
  const { mac, ...listed } = listedAdapter(host, addresses)
  const isLoopback =
    loopback && (mac === undefined || mac === LOOPBACK_MAC) && carriesVip(host, query)
  const printed = row?.family === 6 ? Number(row.interface) : Number.NaN
  return {
    ...(isLoopback ? loopbackAdapter(host) : {}),
    ...listed,
    ...(Number.isSafeInteger(printed) ? { index: printed } : {}),
  }
}

/** The card that the default route leaves by. */
export const wireAdapter: (host: Host) => Adapter = /* @__PURE__ */ once((host) => {
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    const row = capture.records.find(
      ({ destination, gateway }) => destination === '0.0.0.0/0' && gateway.kind === 'address',
    )
    if (row?.interface !== undefined)
      return findAdapter(host, { addresses: [row.interface], loopback: false })
  }
  return {}
})
