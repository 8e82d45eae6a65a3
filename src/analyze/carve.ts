import { contains, type Prefix, prefixSize, samePrefix } from '../net/prefix.js'

/** A prefix inside another, and what lies in it in turn. */
export interface Carved<T> {
  readonly prefix: Prefix
  /** Absent for the outermost prefix and for holes. */
  readonly value?: T
  /** The largest prefixes inside it, in order. */
  readonly inner: readonly Prefix[]
}

export interface Piece<T> {
  readonly prefix: Prefix
  /** Absent for a hole, which belongs to nobody here. */
  readonly value?: T
}

/**
 * Parts a prefix among the pieces that lie inside it: each piece keeps what no longer piece takes, and the outermost
 * prefix, which comes first, keeps the rest. Holes take and are not listed.
 */
export function carve<T>(outer: Prefix, pieces: readonly Piece<T>[]): Carved<T>[] {
  interface Open extends Piece<T> {
    readonly inner: Prefix[]
  }
  const root: Open = { prefix: outer, inner: [] }
  const kept: Open[] = [root]
  const stack: Open[] = [root]
  for (const piece of [...pieces].sort(byPlace)) {
    let top = stack.at(-1)
    while (top !== undefined && !contains(top.prefix, piece.prefix)) {
      stack.pop()
      top = stack.at(-1)
    }
    const isInHole = top !== undefined && top.value === undefined && top !== root
    if (top === undefined || isInHole) continue
    if (samePrefix(top.prefix, piece.prefix) && top !== root) continue
    top.inner.push(piece.prefix)
    const open: Open = { ...piece, inner: [] }
    stack.push(open)
    if (piece.value !== undefined) kept.push(open)
  }
  return kept
}

/** By network, the shorter first; a hole before a piece of the same prefix, which it hides. */
function byPlace(a: Piece<unknown>, b: Piece<unknown>): number {
  if (a.prefix.network !== b.prefix.network) return a.prefix.network < b.prefix.network ? -1 : 1
  if (a.prefix.length !== b.prefix.length) return a.prefix.length - b.prefix.length
  return (a.value === undefined ? 0 : 1) - (b.value === undefined ? 0 : 1)
}

/** The fewest prefixes that hold the same addresses; the given are disjoint and in order. */
export function aggregate(prefixes: readonly Prefix[]): Prefix[] {
  const done: Prefix[] = []
  for (const one of prefixes) {
    let next = one
    let last = done.at(-1)
    while (last !== undefined && areHalves(last, next)) {
      done.pop()
      next = { family: last.family, network: last.network, length: last.length - 1 }
      last = done.at(-1)
    }
    done.push(next)
  }
  return done
}

function areHalves(a: Prefix, b: Prefix): boolean {
  if (a.length !== b.length || a.length === 0) return false
  const size = prefixSize(a)
  return a.network % (size * 2n) === 0n && b.network === a.network + size
}

/** How many addresses a prefix has without those of disjoint prefixes inside it. */
export function sizeWithout(outer: Prefix, inner: readonly Prefix[]): bigint {
  return inner.reduce((left, one) => left - prefixSize(one), prefixSize(outer))
}
