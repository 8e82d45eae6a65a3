import { grouped, routeName } from '../analyze/stolen-summary.js'
import type { Stolen } from '../model/finding.js'
import { readAddress } from '../net/address.js'
import { type Prefix, prefixSize, toPrefix } from '../net/prefix.js'
import { addressValue, formatAddress } from '../net/value.js'

/** Width of the drawing in its own units. */
export const BAR_WIDTH = 1000
/** A piece of a /8 that is a single host would not be seen. */
const LEAST = 4

/** A piece of the drawing, from the left. */
export interface BarPiece {
  readonly kind: 'stolen' | 'kept'
  readonly x: number
  readonly width: number
  readonly label: string
}

/** The address space of a flagged row: what it takes and what longer rows keep. */
export interface Bar {
  readonly prefix: string
  readonly first: string
  readonly last: string
  /** In the order they are painted: wide ones first. */
  readonly pieces: readonly BarPiece[]
  /** Where the cluster address stands, if it stands inside. */
  readonly vip?: { readonly x: number; readonly address: string }
  readonly legend: readonly { readonly kind: 'stolen' | 'kept'; readonly text: string }[]
  readonly summary: string
}

/** Exceptions that the legend names before it counts. */
const NAMED = 6

/** What to draw of a stolen address space; undefined where the destination is no network. */
export function barOf(
  destination: string,
  stolen: Stolen,
  vip: string | undefined,
): Bar | undefined {
  const space = toPrefix(destination)
  if (space === undefined || stolen.parts.length === 0) return undefined
  const kept = stolen.parts.flatMap(({ except }) => except)
  const taken = stolen.parts.map(({ prefix }) => prefix)
  const takenFrom = new Set(taken)
  const pieces = [
    ...kept.map((prefix) => ({ prefix, kind: 'kept' as const })),
    ...taken.map((prefix) => ({ prefix, kind: 'stolen' as const })),
  ].flatMap(({ prefix, kind }) => pieceOf(space, prefix, kind))
  // Wide before narrow; of equals, what is taken from a second route covers the hole in the first.
  pieces.sort((a, b) => b.width - a.width || a.kind.localeCompare(b.kind))
  const last = space.network + prefixSize(space) - 1n
  const mark = vip === undefined ? undefined : markOf(space, vip)
  return {
    prefix: destination,
    first: formatAddress({ family: space.family, value: space.network }),
    last: formatAddress({ family: space.family, value: last }),
    pieces,
    ...(mark === undefined ? {} : { vip: mark }),
    legend: legendOf(
      stolen,
      kept.filter((one) => !takenFrom.has(one)),
    ),
    summary: stolen.summary,
  }
}

function pieceOf(space: Prefix, text: string, kind: BarPiece['kind']): BarPiece[] {
  const prefix = toPrefix(text)
  if (prefix === undefined) return []
  const width = Math.max(LEAST, share(space, prefixSize(prefix)))
  const x = Math.min(share(space, prefix.network - space.network), BAR_WIDTH - width)
  return [{ kind, x, width, label: text }]
}

/** Units that a number of addresses takes; exact to a millionth, whatever the family. */
function share(space: Prefix, addresses: bigint): number {
  return (Number((addresses * 1_000_000n) / prefixSize(space)) / 1_000_000) * BAR_WIDTH
}

function markOf(space: Prefix, vip: string): Bar['vip'] {
  if (readAddress(vip) === undefined) return undefined
  const { family, value } = addressValue(vip)
  const offset = value - space.network
  if (family !== space.family || offset < 0n || offset >= prefixSize(space)) return undefined
  return { x: share(space, offset), address: vip }
}

function legendOf(stolen: Stolen, kept: readonly string[]): Bar['legend'] {
  const taken = stolen.parts.map(({ prefix, addresses, from }) => {
    const whose = from === undefined ? 'that no other route would carry' : `from ${routeName(from)}`
    return {
      kind: 'stolen' as const,
      text: `${grouped(addresses)} address${addresses === '1' ? '' : 'es'} of ${prefix} taken ${whose}`,
    }
  })
  if (kept.length === 0) return taken
  const left = stolen.parts.reduce((sum, { exceptLeftOut = 0 }) => sum + exceptLeftOut, 0)
  const unnamed = kept.length + left - NAMED
  const more = unnamed > 0 ? ` and ${unnamed} more` : ''
  const text = `${kept.slice(0, NAMED).join(', ')}${more}: kept by longer routes`
  return [...taken, { kind: 'kept', text }]
}
