import type { Host } from '../../model/host.js'
import type { Adapter, AdapterQuery } from '../dialect.js'

/** `LOOP` in ASCII, whatever the language. */
const LOOPBACK_MAC = '02:00:4c:4f:4f:50'

interface Listed extends Adapter {
  readonly mac?: string
}

/** What an address listing tells of the adapter that has one of the addresses. */
function listedAdapter(host: Host, addresses: readonly (string | undefined)[]): Listed {
  for (const capture of host.captures) {
    if (capture.kind !== 'addresses') continue
    const row = capture.records.find((record) => addresses.includes(record.address))
    if (row === undefined) continue
    const known = capture.interfaces?.find((one) => one.name === row.interface)
    const index = row.index ?? known?.index
    const mac = row.mac ?? known?.mac
    return {
      name: row.interface,
      ...(index === undefined ? {} : { index }),
      ...(mac === undefined ? {} : { mac }),
    }
  }
  return {}
}

/**
 * The only adapter with the hardware address of Microsoft's loopback adapter. Two of them have the same, so with two
 * nothing is certain.
 */
export function loopbackAdapter(host: Host): Adapter {
  const indexes = new Set<number>()
  for (const capture of host.captures) {
    if (capture.kind === 'unknown') continue
    for (const known of capture.interfaces ?? [])
      if (known.mac === LOOPBACK_MAC && known.index !== undefined) indexes.add(known.index)
  }
  const [index] = indexes
  return indexes.size === 1 && index !== undefined ? { index } : {}
}

/** True where the row shows the same interface column as the cluster address's own row, if there is a row to compare. */
function carriesVip(host: Host, { row, vip }: AdapterQuery): boolean {
  if (vip === undefined || row?.interface === undefined || row.family === 6) return true
  return host.captures.some(
    (capture) =>
      capture.kind === 'routes' &&
      capture.records.some(
        ({ destination, interface: on }) => destination === `${vip}/32` && on === row.interface,
      ),
  )
}

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
export function wireAdapter(host: Host): Adapter {
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    const row = capture.records.find(
      ({ destination, gateway }) => destination === '0.0.0.0/0' && gateway.kind === 'address',
    )
    if (row?.interface !== undefined)
      return findAdapter(host, { addresses: [row.interface], loopback: false })
  }
  return {}
}
