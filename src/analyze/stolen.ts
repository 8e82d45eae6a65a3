import type { Stolen, StolenPart } from '../model/finding.js'
import type { Route } from '../model/route.js'
import { formatPrefix, type Prefix, toPrefix } from '../net/prefix.js'
import { aggregate, type Carved, carve, type Piece, sizeWithout } from './carve.js'
import { maskBigint, maskNumber } from './numbers.js'
import { compareRows, type LookupOptions, OUT, type RouteTable, routeTable } from './route-table.js'
import { nothingTaken, stolenSummary } from './stolen-summary.js'

/**
 * The destinations that a row takes away, and the rows that would carry them without it.
 *
 * @throws RangeError where the row is none of the routes.
 */
export function stolen(routes: readonly Route[], row: Route, options: LookupOptions = {}): Stolen {
  return stolenIn(routeTable(routes, row.family, options), row)
}

/** The same on a table that was made before. */
export function stolenIn(table: RouteTable, row: Route): Stolen {
  const index = table.routes.indexOf(row)
  if (index < 0) throw new RangeError(`the route to ${row.destination} is none of the routes`)
  const prefix = toPrefix(row.destination)
  if (prefix === undefined || table.stage[index] === OUT) return nothingTaken()
  const around = survey(table, index, prefix)
  if (around.preferred !== undefined) return nothingTaken(around.preferred)
  const parts = alternatives(table, prefix, around)
  const undecided = around.twins.some((twin) => compareRows(table, twin, index) === 0)
  const addresses = parts.reduce((sum, part) => sum + BigInt(part.addresses), 0n)
  return {
    addresses: String(addresses),
    parts,
    summary: stolenSummary(parts, undecided),
  }
}

/** How the other rows lie to one row. */
interface Survey {
  /** A row that wins everything from it. */
  preferred?: Route
  /** Rows of its stage with the same prefix. */
  readonly twins: number[]
  /** Longer rows that keep their addresses. */
  readonly holes: Piece<number>[]
  /** For each stage from the row's own on: the best row that holds the whole prefix. */
  readonly covering: (number | undefined)[]
  /** For each later stage: rows inside the prefix. */
  readonly inside: Piece<number>[][]
}

function survey(table: RouteTable, index: number, prefix: Prefix): Survey {
  const own = table.stage[index] ?? OUT
  const around: Survey = {
    twins: [],
    holes: [],
    covering: new Array<number | undefined>(table.stages),
    inside: Array.from({ length: table.stages }, () => []),
  }
  for (let i = 0; i < table.stage.length; i++) {
    const stage = table.stage[i] ?? OUT
    if (i === index || stage === OUT || table.routes[i]?.type === 'throw') continue
    const length = table.length[i] ?? 0
    if (length <= prefix.length) {
      if (!meets(table, i, index, length)) continue
      noteCovering(table, around, { i, index, stage, own })
    } else if (meets(table, index, i, prefix.length)) {
      const piece = { prefix: rowPrefix(table, i, prefix.family) }
      if (stage <= own) around.holes.push(piece)
      else around.inside[stage]?.push({ ...piece, value: i })
    }
  }
  return around
}

/** True where row `outer`, cut to `length`, holds the network of row `inner`. */
function meets(table: RouteTable, outer: number, inner: number, length: number): boolean {
  const a = table.network[outer] ?? 0
  const b = table.network[inner] ?? 0
  if (typeof a === 'number' && typeof b === 'number') return maskNumber(b, length) === a
  return typeof a === 'bigint' && typeof b === 'bigint' && maskBigint(b, length) === a
}

function rowPrefix(table: RouteTable, i: number, family: 4 | 6): Prefix {
  return { family, network: BigInt(table.network[i] ?? 0), length: table.length[i] ?? 0 }
}

function noteCovering(
  table: RouteTable,
  around: Survey,
  row: { i: number; index: number; stage: number; own: number },
): void {
  const { i, index, stage, own } = row
  const other = table.routes[i]
  const isTwin = stage === own && table.length[i] === table.length[index]
  if (isTwin) around.twins.push(i)
  const wins = stage < own || (isTwin && compareRows(table, i, index) < 0)
  if (wins && other !== undefined) around.preferred = other
  if (stage < own) return
  const best = around.covering[stage]
  if (best === undefined || isBetter(table, i, best)) around.covering[stage] = i
}

function isBetter(table: RouteTable, a: number, b: number): boolean {
  const byLength = (table.length[a] ?? 0) - (table.length[b] ?? 0)
  return byLength !== 0 ? byLength > 0 : compareRows(table, a, b) < 0
}

/** Stage by stage, until one has a row that holds the whole prefix: what would carry the addresses instead. */
function alternatives(table: RouteTable, prefix: Prefix, around: Survey): StolenPart[] {
  const parts: StolenPart[] = []
  let holes = around.holes
  for (let stage = 0; stage < table.stages; stage++) {
    const covering = around.covering[stage]
    const inside = around.inside[stage] ?? []
    if (covering === undefined && inside.length === 0) continue
    const [rest, ...carved] = carve(prefix, [...holes, ...best(table, inside)])
    parts.push(...carved.flatMap((one) => part(table, one)))
    if (covering !== undefined && rest !== undefined) {
      parts.unshift(...part(table, { ...rest, value: covering }))
      return parts
    }
    holes = [...holes, ...inside.map((one) => ({ prefix: one.prefix }))]
  }
  const [rest] = carve(prefix, holes)
  return rest === undefined ? parts : [...parts, ...part(table, rest)]
}

/** Of rows with one prefix, the preferred one. */
function best(table: RouteTable, pieces: readonly Piece<number>[]): Piece<number>[] {
  const found = new Map<string, Piece<number>>()
  for (const piece of pieces) {
    const key = `${piece.prefix.network}/${piece.prefix.length}`
    const other = found.get(key)
    const isLess =
      other?.value !== undefined && compareRows(table, other.value, piece.value ?? 0) <= 0
    if (!isLess) found.set(key, piece)
  }
  return [...found.values()]
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
