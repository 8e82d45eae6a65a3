import type { Host } from '../../model/host.js'
import type { Adapter, AdapterQuery } from '../dialect.js'

/** What the captures tell of the adapter that has that address: its name, and its index where it is listed. */
export function adapterWith(host: Host, addresses: readonly (string | undefined)[]): Adapter {
  for (const capture of host.captures) {
    if (capture.kind !== 'addresses') continue
    const row = capture.records.find((record) => addresses.includes(record.address))
    if (row === undefined) continue
    const index =
      row.index ?? capture.interfaces?.find((known) => known.name === row.interface)?.index
    return { name: row.interface, ...(index === undefined ? {} : { index }) }
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

/** `LOOP` in ASCII, whatever the language. */
const LOOPBACK_MAC = '02:00:4c:4f:4f:50'

/** Everything that tells the adapter of a row, an alias or an entry. */
export function findAdapter(host: Host, { addresses, row, loopback }: AdapterQuery): Adapter {
  const listed = adapterWith(host, addresses)
  const printed = row?.family === 6 ? Number(row.interface) : Number.NaN
  return {
    ...(loopback ? loopbackAdapter(host) : {}),
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
    if (row?.interface !== undefined) return adapterWith(host, [row.interface])
  }
  return {}
}
