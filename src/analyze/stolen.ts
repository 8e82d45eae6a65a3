import type { Stolen, StolenPart } from '../model/finding.js'
import type { Route } from '../model/route.js'
import { formatPrefix, type Prefix } from '../net/prefix.js'
import { aggregate, type Carved, carve, type Piece, sizeWithout } from './carve.js'
import { once } from './once.js'
import { indexOf, type RouteIndex, rowOf, runsInside } from './route-index.js'
import { type LookupOptions, OUT, type RouteTable, routeTable } from './route-table.js'
import { limited } from './stolen-limit.js'
import { nothingTaken, stolenSummary } from './stolen-summary.js'
import { type Surroundings, surroundings } from './surroundings.js'

/**
 * The destinations that a row takes away, and the rows that would carry them without it.
 *
 * @throws RangeError where the row is none of the routes.
 */
export function stolen(routes: readonly Route[], row: Route, options: LookupOptions = {}): Stolen {
  return stolenIn(routeTable(routes, row.family, options), row)
}

/** The same on a table that was made before. */
export function stolenIn(table: RouteTable, route: Route): Stolen {
  const index = indexOf(table)
  const row = rowOf(index, route)
  if (row === undefined)
    throw new RangeError(`the route to ${route.destination} is none of the routes`)
  if (table.stage[row] === OUT) return nothingTaken()
  const around = surroundings(index, row)
  if (around.preferred !== undefined) return nothingTaken(table.routes[around.preferred])
  const { summary, undecided, ...taken } = takenFrom(index, row, around)
  return { ...taken, summary: around.isTied ? undecided : summary }
}

/** What a row takes, with the sentence for a tie beside the one for a certain loss. */
interface Taken extends Stolen {
  readonly undecided: string
}

/** Rows of one prefix and stage that the same rows surround take the same. */
const takenOf = /* @__PURE__ */ once((_: RouteIndex) => new Map<string, Taken>())

function takenFrom(index: RouteIndex, row: number, { covering }: Surroundings): Taken {
  const { table } = index
  const known = takenOf(index)
  const key = [table.network[row], table.length[row], table.stage[row], ...covering].join()
  const found = known.get(key)
  if (found !== undefined) return found
  const parts = alternatives(index, row, covering)
  const taken: Taken = {
    addresses: String(parts.reduce((sum, part) => sum + BigInt(part.addresses), 0n)),
    ...limited(parts),
    summary: stolenSummary(parts, false),
    undecided: stolenSummary(parts, true),
  }
  known.set(key, taken)
  return taken
}

/** Stage by stage, until one has a row that holds the whole prefix: what would carry the addresses instead. */
function alternatives(
  index: RouteIndex,
  row: number,
  covering: ReadonlyMap<number, number>,
): StolenPart[] {
  const { table } = index
  const prefix = rowPrefix(table, row)
  const { holes, later } = insideOf(index, row)
  let parts: StolenPart[] = []
  for (const stage of [...new Set([...covering.keys(), ...later.keys()])].sort((a, b) => a - b)) {
    const inside = later.get(stage) ?? []
    const [rest, ...carved] = carve(prefix, [...holes, ...inside])
    parts = parts.concat(carved.flatMap((one) => part(table, one)))
    const value = covering.get(stage)
    if (value !== undefined && rest !== undefined)
      return [...part(table, { ...rest, value }), ...parts]
    for (const one of inside) holes.push({ prefix: one.prefix })
  }
  const [rest] = carve(prefix, holes)
  return rest === undefined ? parts : [...parts, ...part(table, rest)]
}

/** Longer rows: holes, which keep their addresses, and those of each later stage. */
function insideOf(index: RouteIndex, row: number) {
  const { table } = index
  const own = table.stage[row] ?? OUT
  const holes: Piece<number>[] = []
  const later = new Map<number, Piece<number>[]>()
  for (const { stage, best } of runsInside(index, row, own)) {
    if (stage === OUT) continue
    const prefix = rowPrefix(table, best)
    const known = later.get(stage)
    if (stage <= own) holes.push({ prefix })
    else if (known === undefined) later.set(stage, [{ prefix, value: best }])
    else known.push({ prefix, value: best })
  }
  return { holes, later }
}

function rowPrefix({ family, network, length }: RouteTable, row: number): Prefix {
  return { family, network: BigInt(network[row] ?? 0), length: length[row] ?? 0 }
}

function part(table: RouteTable, carved: Carved<number>): StolenPart[] {
  const { prefix, value } = carved
  const except = aggregate(carved.inner)
  const addresses = sizeWithout(prefix, except)
  if (addresses === 0n) return []
  const from = value === undefined ? undefined : table.routes[value]
  return [
    {
      prefix: formatPrefix(prefix),
      except: except.map(formatPrefix),
      addresses: String(addresses),
      ...(from === undefined ? {} : { from }),
    },
  ]
}
