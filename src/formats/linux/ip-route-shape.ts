import type { Row } from '../../text/row.js'
import { isAttribute, routeTypes, takesValue } from './ip-route-words.js'

/** Words of `ip neigh`, whose rows begin as those of `ip route` do. */
const NEIGHBOR_WORDS: ReadonlySet<string> = new Set([
  'DELAY',
  'FAILED',
  'INCOMPLETE',
  'NOARP',
  'PERMANENT',
  'PROBE',
  'REACHABLE',
  'STALE',
  'extern_learn',
  'extern_valid',
  'lladdr',
  'managed',
  'proxy',
  'ref',
  'router',
])

/** True for a word of `ip neigh`; with -s the cell before its last words is `2/62/2probes`. */
export function isNeighborWord(text: string): boolean {
  return NEIGHBOR_WORDS.has(text) || text.endsWith('probes')
}

/** Words that an address follows inside a row, besides the attributes. */
const BEFORE_ADDRESS: ReadonlySet<string> = new Set([
  '[',
  'dst',
  'inet',
  'inet6',
  'nh4',
  'nh6',
  'to',
])

/** True where the cell can be a destination. */
export function isDestination(row: Row, index: number): boolean {
  switch (row.kind(index)) {
    case 'ipv4':
    case 'cidr4':
    case 'ipv6':
    case 'cidr6':
      return true
    case 'short4':
      return row.code(index) === ZERO && row.code(index, 1) === SLASH
    default:
      return row.is(index, 'default')
  }
}

const ZERO = 48
const SLASH = 47

/** True where a row begins at cell `index` of a paste: a type or a destination that is no other word's value. */
export function isRowStart(row: Row, index: number): boolean {
  if (index > 0 && isInside(row, index)) return false
  if (!isDestination(row, index))
    return routeTypes.has(row.cell(index)) && isDestination(row, index + 1)
  const next = row.cell(index + 1)
  if (next === 'dev' && isNeighborWord(row.cell(index + 3))) return false
  return next === '\\' || next === 'nexthop' || isAttribute(next)
}

/** True where the cell is the value of the word before it, or the destination behind a type. */
function isInside(row: Row, index: number): boolean {
  const before = row.cell(index - 1)
  if (BEFORE_ADDRESS.has(before)) return true
  if (routeTypes.has(before) && isDestination(row, index) && !takesValue(row.cell(index - 2)))
    return true
  return takesValue(before) && !takesValue(row.cell(index - 2))
}
