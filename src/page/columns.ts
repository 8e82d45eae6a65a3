import { flagNames } from '../formats/flags/index.js'
import type { AnyRecord, Kind, RecordOf } from '../model/capture.js'
import type { InterfaceAddress } from '../model/interface.js'
import type { Neighbor } from '../model/neighbor.js'
import type { Platform } from '../model/platform.js'
import type { Gateway, Route } from '../model/route.js'

/** One column of the table of a kind of record; absent cells are undefined. */
export interface Column<R = AnyRecord> {
  readonly title: string
  readonly cell: (record: R, platform: Platform | null) => string | undefined
}

/** The columns of a capture that at least one of its records fills. */
export function columnsOf(
  kind: Kind,
  records: readonly AnyRecord[],
  platform: Platform | null,
): Column[] {
  // The table is keyed by the kind, and a capture's records are of its kind.
  const all = columns[kind] as unknown as readonly Column[]
  return all.filter(({ cell }) => records.some((record) => cell(record, platform) !== undefined))
}

const columns: { readonly [K in Kind]: readonly Column<RecordOf[K]>[] } = {
  routes: [
    { title: 'Kind', cell: routeKind },
    { title: 'Destination', cell: ({ destination, zone }) => zoned(destination, zone) },
    { title: 'Gateway', cell: ({ gateway }) => gatewayText(gateway) },
    { title: 'Interface', cell: (route) => route.interface },
    { title: 'Flags', cell: ({ flags }) => flags },
    { title: 'Metric', cell: ({ metric }) => number(metric) },
    { title: 'MTU', cell: ({ mtu }) => number(mtu) },
    { title: 'Refs', cell: ({ refs }) => number(refs) },
    { title: 'Use', cell: ({ use }) => number(use) },
    { title: 'Expire', cell: ({ expire }) => number(expire) },
    { title: 'Window', cell: ({ window }) => number(window) },
    { title: 'irtt', cell: ({ irtt }) => number(irtt) },
    { title: 'Type', cell: ({ type }) => type },
    { title: 'Table', cell: ({ table }) => table },
    { title: 'Protocol', cell: ({ protocol }) => protocol },
    { title: 'Scope', cell: ({ scope }) => scope },
    { title: 'Source', cell: ({ source }) => source },
    { title: 'Remarks', cell: routeRemarks },
    {
      title: 'Flags mean',
      cell: ({ flags }, platform) =>
        flags === undefined || platform === null
          ? undefined
          : flagNames(platform, flags).join(', '),
    },
  ],
  neighbors: [
    { title: 'Address', cell: ({ address, zone }) => zoned(address ?? 'unknown', zone) },
    { title: 'Hardware address', cell: ({ mac }) => mac ?? 'incomplete' },
    { title: 'Host name', cell: ({ hostname }) => hostname },
    { title: 'Interface', cell: (neighbor) => neighbor.interface },
    { title: 'Type', cell: ({ type }) => type },
    { title: 'State', cell: ({ state }) => state },
    { title: 'Flags', cell: ({ flags }) => flags },
    { title: 'Mask', cell: ({ mask }) => mask },
    { title: 'Hardware', cell: ({ hwtype }) => hwtype },
    { title: 'Expire', cell: ({ expire }) => number(expire) },
    { title: 'Remarks', cell: neighborRemarks },
  ],
  addresses: [
    { title: 'Interface', cell: (one) => one.label ?? one.interface },
    { title: 'Address', cell: addressText },
    { title: 'Peer', cell: ({ peer }) => peer },
    { title: 'Broadcast', cell: ({ broadcast }) => broadcast },
    { title: 'Scope', cell: ({ scope }) => scope },
    { title: 'Hardware address', cell: ({ mac }) => mac },
    { title: 'Flags', cell: ({ flags }) => flags },
    { title: 'Remarks', cell: addressRemarks },
  ],
  rules: [
    { title: 'Priority', cell: ({ priority }) => number(priority) },
    { title: 'Selector', cell: ({ selector }) => selector },
    { title: 'Action', cell: ({ action }) => action },
  ],
  settings: [
    { title: 'Setting', cell: ({ name }) => name },
    { title: 'Value', cell: ({ value }) => value },
  ],
}

function number(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

function zoned(address: string, zone: string | undefined): string {
  return zone === undefined ? address : `${address} %${zone}`
}

function routeKind({ destination, family, maskUnknown }: Route): string {
  if (maskUnknown) return 'mask unknown'
  const length = destination.slice(destination.indexOf('/') + 1)
  if (length === '0') return 'default'
  return length === (family === 4 ? '32' : '128') ? 'host' : 'network'
}

function gatewayText(gateway: Gateway): string {
  switch (gateway.kind) {
    case 'address':
      return zoned(gateway.address, gateway.zone)
    case 'onlink':
      return 'on-link'
    case 'link':
      return gateway.link
    case 'mac':
      return gateway.mac
    case 'interface':
      return gateway.name
    case 'none':
      return 'nowhere'
    case 'unknown':
      return `unknown: ${gateway.text}`
  }
}

function words(flags: Readonly<Record<string, unknown>>): string | undefined {
  const set = Object.keys(flags).filter((word) => flags[word] === true)
  return set.length === 0 ? undefined : set.join(', ')
}

function routeRemarks({ persistent, truncated }: Route): string | undefined {
  return words({ persistent, truncated })
}

function neighborRemarks(neighbor: Neighbor): string | undefined {
  const { incomplete, permanent, published, proxy, local, truncated } = neighbor
  return words({
    incomplete,
    permanent,
    published,
    static: neighbor.static,
    proxy,
    local,
    truncated,
  })
}

function addressText({ address, zone, prefixLength }: InterfaceAddress): string {
  const text = zoned(address, zone)
  return prefixLength === undefined ? text : `${text}/${prefixLength}`
}

function addressRemarks({ loopback, attributes = [] }: InterfaceAddress): string | undefined {
  const all = loopback ? ['loopback', ...attributes] : attributes
  return all.length === 0 ? undefined : all.join(', ')
}
