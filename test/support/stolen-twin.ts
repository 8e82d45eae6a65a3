import { aggregate, carve, type Piece, sizeWithout } from '../../src/analyze/carve.js'
import {
  compareRows,
  type LookupOptions,
  OUT,
  type RouteTable,
  routeTable,
} from '../../src/analyze/route-table.js'
import { nothingTaken, stolenSummary } from '../../src/analyze/stolen-summary.js'
import type { Route, Stolen } from '../../src/index.js'
import { contains, formatPrefix, type Prefix, samePrefix, toPrefix } from '../../src/net/prefix.js'

interface Row {
  readonly i: number
  readonly stage: number
  readonly prefix: Prefix
}

/** What a row takes, by passes over all rows: the slow twin of `stolen`. */
export function stolenTwin(
  routes: readonly Route[],
  route: Route,
  options: LookupOptions = {},
): Stolen {
  const table = routeTable(routes, route.family, options)
  const index = routes.indexOf(route)
  const prefix = toPrefix(route.destination)
  const own = table.stage[index] ?? OUT
  if (prefix === undefined || own === OUT) return nothingTaken()
  const others = rowsOf(table).filter(({ i }) => i !== index)
  const around = others.filter((one) => contains(one.prefix, prefix))
  const twins = around.filter((one) => one.stage === own && samePrefix(one.prefix, prefix))
  const winner = around.findLast(
    (one) => one.stage < own || (twins.includes(one) && compareRows(table, one.i, index) < 0),
  )
  if (winner !== undefined) return nothingTaken(routes[winner.i])
  const parts = partsOf(table, { i: index, stage: own, prefix }, others)
  const undecided = twins.some(({ i }) => compareRows(table, i, index) === 0)
  const addresses = parts.reduce((sum, part) => sum + BigInt(part.addresses), 0n)
  return { addresses: String(addresses), parts, summary: stolenSummary(parts, undecided) }
}

function rowsOf(table: RouteTable): Row[] {
  return table.routes.flatMap((one, i) => {
    const prefix = toPrefix(one.destination)
    const stage = table.stage[i] ?? OUT
    return prefix === undefined || stage === OUT || one.type === 'throw'
      ? []
      : [{ i, stage, prefix }]
  })
}

function partsOf(table: RouteTable, row: Row, others: readonly Row[]): Stolen['parts'] {
  const inside = others.filter(({ prefix }) => isInside(prefix, row.prefix))
  let holes: Piece<number>[] = inside.filter((one) => one.stage <= row.stage).map(holeOf)
  const parts: Stolen['parts'][number][] = []
  for (let stage = row.stage; stage < OUT; stage++) {
    const later = inside.filter((one) => one.stage === stage && stage > row.stage)
    const best = later.filter((one) => !later.some((other) => isBetter(table, other, one)))
    const covering = others
      .filter((one) => one.stage === stage && contains(one.prefix, row.prefix))
      .reduce<Row | undefined>((a, b) => (a && !isBetterCover(table, b, a) ? a : b), undefined)
    const pieces = best.map(({ prefix, i }) => ({ prefix, value: i }))
    const [rest, ...carved] = carve(row.prefix, [...holes, ...pieces])
    if (later.length > 0) parts.push(...carved.flatMap((one) => part(table, one)))
    if (covering !== undefined && rest !== undefined)
      return [...part(table, { ...rest, value: covering.i }), ...parts]
    holes = [...holes, ...later.map(holeOf)]
  }
  const [rest] = carve(row.prefix, holes)
  return rest === undefined ? parts : [...parts, ...part(table, rest)]
}

function isInside(inner: Prefix, outer: Prefix): boolean {
  return inner.length > outer.length && contains(outer, inner)
}

function holeOf({ prefix }: Row): Piece<number> {
  return { prefix }
}

function isBetter(table: RouteTable, a: Row, b: Row): boolean {
  return a.i !== b.i && samePrefix(a.prefix, b.prefix) && isFirst(table, a, b)
}

function isBetterCover(table: RouteTable, a: Row, b: Row): boolean {
  const byLength = a.prefix.length - b.prefix.length
  return byLength !== 0 ? byLength > 0 : isFirst(table, a, b)
}

function isFirst(table: RouteTable, a: Row, b: Row): boolean {
  const order = compareRows(table, a.i, b.i)
  return order !== 0 ? order < 0 : a.i < b.i
}

function part(table: RouteTable, carved: ReturnType<typeof carve<number>>[number]) {
  const { prefix, value, inner } = carved
  const except = aggregate(inner)
  const addresses = sizeWithout(prefix, except)
  const from = value === undefined ? undefined : table.routes[value]
  if (addresses === 0n) return []
  return [
    {
      prefix: formatPrefix(prefix),
      except: except.map(formatPrefix),
      addresses: String(addresses),
      ...(from === undefined ? {} : { from }),
    },
  ]
}
