import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import { CellMemo } from '../../text/cell-memo.js'

/** What a word of an `ip neigh` row does; `other` for everything that is no word of the tool. */
export type NeighRole =
  | 'dev'
  | 'flag'
  | 'lladdr'
  | 'nud'
  | 'number'
  | 'proxy'
  | 'state'
  | 'used'
  | 'other'

/** The states of the kernel's neighbour table (include/uapi/linux/neighbour.h), as iproute2 prints them. */
const STATES: ReadonlySet<string> = new Set([
  'DELAY',
  'FAILED',
  'INCOMPLETE',
  'NOARP',
  'PERMANENT',
  'PROBE',
  'REACHABLE',
  'STALE',
])

const ROLES: ReadonlyMap<string, NeighRole> = new Map<string, NeighRole>([
  ['dev', 'dev'],
  ['extern_learn', 'flag'],
  ['extern_valid', 'flag'],
  ['lladdr', 'lladdr'],
  ['managed', 'flag'],
  ['nud', 'nud'],
  ['offload', 'flag'],
  ['probes', 'number'],
  ['proto', 'number'],
  ['proxy', 'proxy'],
  ['ref', 'number'],
  ['router', 'flag'],
  ['self', 'flag'],
  ['sticky', 'flag'],
  ['used', 'used'],
])

const roles = /* @__PURE__ */ new CellMemo(neighRole)

/** Memo of the words of `ip neigh`. */
export function neighRoles(): CellMemo<NeighRole> {
  return roles
}

/** What a word does in a row of `ip neigh`. */
export function neighRole(word: string): NeighRole {
  return ROLES.get(word) ?? (isState(word) ? 'state' : 'other')
}

/** True for a state of the kernel's neighbour table; iproute2 of 2001 and earlier printed them in small letters. */
export function isState(word: string): boolean {
  return STATES.has(word) || (STATES.has(word.toUpperCase()) && word === word.toLowerCase())
}

/** True where a state says that the hardware address is known, and the row has none. */
export function lacksLink({ state, mac, proxy }: Neighbor): boolean {
  return mac === null && proxy !== true && /^(?:DELAY|PROBE|REACHABLE|STALE)$/i.test(state ?? '')
}

/** Sets what a state says besides its word. */
export function markState(neighbor: Open<Neighbor>): void {
  const state = neighbor.state?.toUpperCase()
  if (state === undefined || state === 'REACHABLE' || state === 'STALE') return
  if (state.includes('PERMANENT')) neighbor.permanent = true
  if (state.includes('INCOMPLETE')) neighbor.incomplete = true
}
