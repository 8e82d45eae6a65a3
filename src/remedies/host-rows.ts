import { readIPv6, readNetwork } from '../analyze/numbers.js'
import { once } from '../analyze/once.js'
import type { Host, HostCapture } from '../model/host.js'
import type { Route } from '../model/route.js'
import type { Span } from '../model/span.js'
import { countFirst } from '../net/count-first.js'
import { readIPv4 } from '../net/ipv4.js'

/** A row of one of a host's tables. */
export interface HostRow {
  readonly row: Route
  readonly capture: HostCapture
}

/** Rows of one family in columns, and their order by network, line and column, then as they are listed. */
interface Rows {
  readonly rows: readonly Route[]
  readonly captures: readonly HostCapture[]
  readonly networks: readonly (number | bigint)[]
  readonly order: readonly number[]
}

const rowsOf = {
  4: /* @__PURE__ */ once((host: Host) => gather(host, 4)),
  6: /* @__PURE__ */ once((host: Host) => gather(host, 6)),
}

function gather(host: Host, family: 4 | 6): Rows {
  const rows: Route[] = []
  const captures: HostCapture[] = []
  const networks: (number | bigint)[] = []
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    for (const row of capture.records) {
      const network = row.family === family ? networkNumber(row.destination) : undefined
      if (network === undefined) continue
      rows.push(row)
      captures.push(capture)
      networks.push(network)
    }
  }
  const order = rows.map((_, i) => i)
  const columns = { rows, captures, networks, order }
  order.sort((a, b) => {
    const row = rows[b]
    return row === undefined ? 0 : compare(columns, a, placeOf(networks[b] ?? 0, row.span)) || a - b
  })
  return columns
}

/** The network number of a destination; undefined where it is no address. */
function networkNumber(destination: string): number | bigint | undefined {
  const network = readNetwork(destination)?.network
  return network ?? (destination.includes('/') ? undefined : addressNumber(destination))
}

function addressNumber(address: string): number | bigint | undefined {
  const v4 = readIPv4(address)
  return v4 >= 0 ? v4 : address.includes(':') ? readIPv6(address) : undefined
}

interface Place {
  readonly network: number | bigint
  readonly line: number
  readonly column: number
}

function placeOf(network: number | bigint, { line, column }: Pick<Span, 'line' | 'column'>): Place {
  return { network, line, column }
}

function compare({ rows, networks }: Rows, at: number, place: Place): number {
  const network = networks[at] ?? 0
  if (network !== place.network) return network < place.network ? -1 : 1
  const { line = 0, column = 0 } = rows[at]?.span ?? {}
  return line - place.line || column - place.column
}

/** How many rows stand before a place. */
function countBefore(rows: Rows, place: Place): number {
  return countFirst(rows.order.length, (at) => compare(rows, rows.order[at] ?? 0, place) < 0)
}

/** The listed rows between two places, as they are listed. */
function between(all: Rows, from: Place, to: Place): HostRow[] {
  const { rows, captures, order } = all
  const found = order.slice(countBefore(all, from), countBefore(all, to)).sort((a, b) => a - b)
  return found.flatMap((at) => {
    const [row, capture] = [rows[at], captures[at]]
    return row === undefined || capture === undefined ? [] : [{ row, capture }]
  })
}

/** Rows of a host with one network number; a host has few of them, whatever their lengths and tables. */
export const MOST_ALIKE = 256

/** All rows of a host with the network number of a row; undefined where they are more than any host has. */
export function rowsAlike(host: Host, { family, destination }: Route): HostRow[] | undefined {
  const network = networkNumber(destination)
  if (network === undefined) return []
  const all = rowsOf[family](host)
  const [from, to] = [placeOf(network, FIRST), placeOf(network, LAST)]
  return countBefore(all, to) - countBefore(all, from) > MOST_ALIKE
    ? undefined
    : between(all, from, to)
}

const FIRST = { line: 0, column: 0 }
const LAST = { line: Number.POSITIVE_INFINITY, column: 0 }

/** The rows of a host that begin where a row does, with its network or, without a mask, its address. */
export function rowsAtPlace(host: Host, { family, destination, span }: Route): HostRow[] {
  const all = rowsOf[family](host)
  const numbers = new Set([
    networkNumber(destination),
    addressNumber(destination.split('/')[0] ?? ''),
  ])
  return [...numbers].flatMap((network) =>
    network === undefined
      ? []
      : between(
          all,
          placeOf(network, span),
          placeOf(network, { line: span.line, column: span.column + 1 }),
        ),
  )
}
