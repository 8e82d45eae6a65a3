import { once } from '../analyze/once.js'
import type { Finding } from '../model/finding.js'
import type { Host, HostCapture } from '../model/host.js'
import type { Route } from '../model/route.js'
import { overlaps, type Span } from '../model/span.js'
import { countFirst } from '../net/count-first.js'
import {
  contains,
  formatPrefix,
  hostPrefix,
  networkText,
  type Prefix,
  toPrefix,
} from '../net/prefix.js'
import { addressValue } from '../net/value.js'
import type { Selector, Target } from './dialect.js'
import { destinationOf, gatewayAddress } from './dialects/row.js'
import { type Fault, targetOf } from './fault.js'
import { MOST_ALIKE, rowsAlike, rowsAtPlace } from './host-rows.js'

/** A row of one of the host's tables that a delete command for that network could reach. */
interface Reachable {
  readonly row: Route
  /** It stands in the capture that the flagged row stands in. */
  readonly near: boolean
}

const equalSpan = (a: Span, b: Span): boolean => a.line === b.line && a.column === b.column

/** The capture that holds the flagged row. */
function homeOf({ route, at }: Finding, host: Host): HostCapture | undefined {
  const file = at[0]?.file
  if (route === undefined) return undefined
  return rowsAtPlace(host, route).find(
    ({ row, capture }) => isAt(row, route) && (file === undefined || capture.file === file),
  )?.capture
}

/** True for the same record, even when the finding has passed through JSON. */
function isAt(row: Route, flagged: Route): boolean {
  const network = flagged.destination.split('/')[0]
  return equalSpan(row.span, flagged.span) && row.destination.split('/')[0] === network
}

/** The rows that commands for the target can reach, the flagged one as its table prints it among them. */
export interface Reach {
  readonly own: Route
  readonly rows: readonly Reachable[]
}

/**
 * Every row with the network number of the target: no system's delete command reaches others. Undefined where there
 * are more of them than can be looked at for each fault.
 */
export function reach({ finding, host }: Fault, target: Target): Reach | undefined {
  const home = homeOf(finding, host)
  const network = networkText(target.prefix)
  const alike = rowsAlike(host, { ...target.row, destination: formatPrefix(target.prefix) })
  if (alike === undefined) return undefined
  const rows = alike
    .filter(({ row }) => destinationOf(row)?.network === network)
    .map(({ row, capture }) => ({ row, near: capture === home }))
  const own = rows.findLast(({ row, near }) => near && isAt(row, target.row))?.row
  return inTable(rows, own, target.row)
}

/** The listing of one table does not name it; the analyzer knows it for the flagged row, so it holds for all of them. */
function inTable(rows: readonly Reachable[], own: Route | undefined, flagged: Route): Reach {
  const { table } = flagged
  if (own === undefined) return { own: flagged, rows }
  if (table === undefined || own.table !== undefined) return { own, rows }
  const named = (row: Route): Route => (row.table === undefined ? rowIn(row, table) : row)
  return {
    own: named(own),
    rows: rows.map(({ row, near }) => ({ row: near ? named(row) : row, near })),
  }
}

/** A row that names no table, by each that it was said to stand in: what is worked out of a row is kept by it. */
const rowsIn = /* @__PURE__ */ once((_: Route) => new Map<string, Route>())

function rowIn(row: Route, table: string): Route {
  const known = rowsIn(row)
  const named = known.get(table) ?? { ...row, table }
  known.set(table, named)
  return named
}

/** True where two rows are one fact: equal in everything that tells rows of a table apart. */
function isSame({ row, near }: Reachable, own: Route): boolean {
  const length = destinationOf(row)?.length
  const wanted = destinationOf(own)?.length
  if (length !== undefined && wanted !== undefined && length !== wanted) return false
  if (length !== wanted && near) return false
  // The saved copy of a row goes with it.
  if (row.persistent !== own.persistent) return leadsAlike(row, own)
  return near ? isEqual(row, own) : isLike(row, own)
}

/** A saved row shows the adapter's address as gateway where the active one says On-link. */
function leadsAlike(row: Route, flagged: Route): boolean {
  const to = gatewayAddress(row) ?? row.interface
  return to !== undefined && to === (gatewayAddress(flagged) ?? flagged.interface)
}

function isEqual(row: Route, flagged: Route): boolean {
  return (
    row.gateway.kind === flagged.gateway.kind &&
    gatewayAddress(row) === gatewayAddress(flagged) &&
    row.interface === flagged.interface &&
    row.table === flagged.table &&
    row.type === flagged.type &&
    row.flags === flagged.flags &&
    row.metric === flagged.metric &&
    row.source === flagged.source
  )
}

/** Another tool prints other columns of the same row: `*` for no gateway, no type, no metric, no label. */
function isLike(row: Route, flagged: Route): boolean {
  const on = row.interface?.split(':')[0]
  const from = flagged.interface?.split(':')[0]
  return (
    gatewayAddress(row) === gatewayAddress(flagged) &&
    (on === undefined || from === undefined || on === from)
  )
}

/** Why a command must not be used; undefined where it takes away the flagged row and no other. */
export function overreach(
  selects: Selector | undefined,
  reached: Reach | undefined,
): string | undefined {
  if (selects === undefined) return 'what the command would match is not known'
  if (reached === undefined) return `more than ${MOST_ALIKE} rows have the network of this one`
  const { own, rows } = reached
  if (!selects(own)) return 'the command would not match the row'
  const twin = rows.find((found) => selects(found.row) && !isSame(found, own))
  return twin === undefined
    ? undefined
    : `it would also match another row of the table, on line ${twin.row.span.line}`
}

const LOOPBACK_NETWORKS = [
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/3',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
]

/** Rules about a default route; only the first of them may delete it. */
const OF_DEFAULT = 'default-route-via-alias'

/** Rules whose row must hold the cluster address. */
const AROUND_VIP: ReadonlySet<string> = new Set(['extra-network-route', 'persistent-extra-route'])

/** Why the row itself must not be touched, or is not certain enough for a command. */
export function flaw(fault: Fault): string | undefined {
  const { finding } = fault
  const { route: row, vip } = finding
  if (row === undefined) return 'the finding names no row'
  const doubt = doubtOf(fault, row)
  if (doubt !== undefined) return doubt
  const target = targetOf(fault)
  if (target === undefined) return 'the row’s mask is not known'
  const { prefix, shape } = target
  if (shape === 'default' && finding.rule !== OF_DEFAULT) return 'a default route is not deleted'
  if (shape !== 'default' && isReserved(prefix)) return 'the network belongs to the system itself'
  const c = vip === undefined ? undefined : hostPrefix(addressValue(vip))
  if (AROUND_VIP.has(finding.rule) && (c === undefined || !contains(prefix, c)))
    return 'the row does not hold the cluster address'
  if (shape === 'host' && row.type !== 'broadcast' && !hasRealGateway(target))
    return 'it is the address’s own row'
  return undefined
}

/** An address's own row leads to the address itself, to the loopback or straight to its interface. */
function hasRealGateway({ gateway, prefix }: Target): boolean {
  if (gateway === undefined || gateway === networkText(prefix)) return false
  return !isReserved(hostPrefix(addressValue(gateway))) || gateway.startsWith('fe80:')
}

let reserved: readonly Prefix[] | undefined

function isReserved(prefix: Prefix): boolean {
  reserved ??= LOOPBACK_NETWORKS.flatMap((text) => toPrefix(text) ?? [])
  return reserved.some((known) => contains(known, prefix))
}

/** Why the row cannot be relied on: only clean records lead to commands. */
function doubtOf({ finding, host }: Fault, row: Route): string | undefined {
  if (row.truncated) return 'the table cut an address of the row, so the real one is not known'
  if (row.gateway.kind === 'unknown') return 'the row’s gateway is not certain'
  if (row.maskUnknown && finding.maskInferred === undefined) return 'the table prints no mask'
  if (finding.deletable === false) return 'the system does not let the row be deleted'
  const home = homeOf(finding, host)
  if (home === undefined) return 'the row stands in no table of the host'
  return isDoubted(home, row.span) ? 'the row was not read without doubt' : undefined
}

/** Parts of a capture that were not read without doubt, in order, with the part up to each that ends last. */
const doubtsOf = /* @__PURE__ */ once((capture: HostCapture) => {
  const spans = capture.diagnostics
    .flatMap(({ level, span }) => (level === 'info' ? [] : [span]))
    .sort((a, b) => a.line - b.line || a.column - b.column)
  let last: Span | undefined
  return spans.map((span) => {
    if (last === undefined || endsLater(span, last)) last = span
    return { span, last }
  })
})

function endsLater(a: Span, b: Span): boolean {
  return a.endLine > b.endLine || (a.endLine === b.endLine && a.endColumn > b.endColumn)
}

function isDoubted(capture: HostCapture, row: Span): boolean {
  const doubts = doubtsOf(capture)
  const count = countFirst(doubts.length, (at) => {
    const span = doubts[at]?.span
    return span !== undefined && beginsBefore(span, row)
  })
  const last = doubts[count - 1]?.last
  return last !== undefined && overlaps(last, row)
}

/** True where a part begins before the end of a row. */
function beginsBefore({ line, column }: Span, { endLine, endColumn }: Span): boolean {
  return line < endLine || (line === endLine && column < endColumn)
}
