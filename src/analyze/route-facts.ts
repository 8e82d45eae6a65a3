import type { Route } from '../model/route.js'
import { readIPv4 } from '../net/ipv4.js'
import { addressBits, contains, type Prefix, toPrefix } from '../net/prefix.js'
import type { Interfaces, Known, RouteFact, RowKind, Seen } from './facts.js'
import { inferMask, knownMasks } from './masks.js'
import type { System } from './systems/system.js'

/** Networks that no cluster address can be in: this host, link-local, multicast, limited broadcast. */
const RESERVED = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
]

/** Every row that can matter, with its prefix, kind, next hop and interface as its system understands them. */
export function routeFacts(known: Known, system: System, interfaces: Interfaces): RouteFact[] {
  const masks = knownMasks(known)
  return known.rows.map((row) => {
    const { capture } = row
    const mask = row.record.maskUnknown ? (masks(row.record) ?? inferMask(row.record)) : undefined
    const route = complete(row, mask?.length, system)
    const prefix = route.maskUnknown || route.truncated ? undefined : readPrefix(route)
    const nextHop = system.nextHop(route)
    const special = system.special(route)
    return {
      route,
      record: row.record,
      capture,
      kind: special ?? kindOf(prefix),
      ...(prefix === undefined ? {} : { prefix }),
      ...(mask?.inferred ? { maskInferred: true as const } : {}),
      ...(nextHop === undefined ? {} : { nextHop }),
      interfaceId: interfaces.id(route.interface),
      interfaceClass: interfaces.classOf(route.interface),
      table: system.table(route),
    }
  })
}

function readPrefix(route: Route): Prefix | undefined {
  const slash = route.destination.indexOf('/')
  if (slash < 0) return undefined
  const isAddress = route.family === 6 || readIPv4(route.destination.slice(0, slash)) >= 0
  return isAddress ? toPrefix(route.destination) : undefined
}

/** The row with the mask and the table that its text leaves out, so that what is found can be acted on. */
function complete(row: Seen<Route>, length: number | undefined, system: System): Route {
  const { record } = row
  const table = system.tableOrder === undefined ? undefined : system.table(record)
  const named = table === undefined || record.table === table ? record : { ...record, table }
  if (length === undefined) return named
  const { maskUnknown: _, ...masked } = named
  return { ...masked, destination: `${record.destination}/${length}` }
}

let reserved: readonly Prefix[] | undefined

function isReserved(prefix: Prefix): boolean {
  reserved ??= RESERVED.flatMap((cidr) => toPrefix(cidr) ?? [])
  return reserved.some((one) => contains(one, prefix))
}

function kindOf(prefix: Prefix | undefined): RowKind {
  if (prefix === undefined) return 'unreadable'
  if (prefix.length === 0) return 'default'
  if (isReserved(prefix)) return 'reserved'
  return prefix.length === addressBits(prefix.family) ? 'host' : 'network'
}
