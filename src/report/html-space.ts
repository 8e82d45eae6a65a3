import { routeName } from '../analyze/stolen-summary.js'
import type { StolenPart } from '../model/finding.js'
import { type Prefix, prefixSize, toPrefix } from '../net/prefix.js'
import { formatAddress } from '../net/value.js'
import type { PageBand, PageSpace } from './html-data.js'
import type { ReportedFinding } from './model.js'

/** Pieces that are painted; an address space of hundreds is no picture. */
const MOST_BANDS = 60
/** Carriers that have a colour of their own. */
const MOST_COLOURS = 4
/** Exceptions that the legend names before it counts. */
const NAMED = 4
/** Fractions are rounded, so that they are short and the same everywhere. */
const STEPS = 1_000_000n

/** The picture of what a row swallows; absent where it takes nothing. */
export function spaceOf({ route, stolen }: ReportedFinding): PageSpace | undefined {
  const whole = route === undefined || route.maskUnknown ? undefined : toPrefix(route.destination)
  const parts = stolen?.parts ?? []
  if (whole === undefined || stolen === undefined || parts.length === 0) return undefined
  const { family, network, length } = whole
  const last = network + prefixSize(whole) - 1n
  return {
    prefix: `${formatAddress({ family, value: network })}/${length}`,
    summary: stolen.summary,
    first: formatAddress({ family, value: network }),
    last: formatAddress({ family, value: last }),
    legend: parts.slice(0, MOST_COLOURS).flatMap(legendOf),
    bands: bandsOf(parts, whole),
  }
}

/** Wide pieces first: what is inside of another is painted over it. */
function bandsOf(parts: readonly StolenPart[], whole: Prefix): PageBand[] {
  const pieces = parts.flatMap((part, index) => [
    { cidr: part.prefix, kind: kindOf(index) },
    ...part.except.map((cidr) => ({ cidr, kind: 'kept' as const })),
  ])
  return pieces
    .flatMap(({ cidr, kind }) => {
      const prefix = toPrefix(cidr)
      return prefix === undefined ? [] : [{ kind, label: cidr, prefix }]
    })
    .sort(
      (a, b) =>
        a.prefix.length - b.prefix.length || Number(a.kind !== 'kept') - Number(b.kind !== 'kept'),
    )
    .slice(0, MOST_BANDS)
    .map(({ kind, label, prefix }) => {
      const start = prefix.network - whole.network
      return {
        kind,
        label,
        from: fraction(start, whole),
        to: fraction(start + prefixSize(prefix), whole),
      }
    })
}

function kindOf(index: number): PageBand['kind'] {
  return `taken-${Math.min(index, MOST_COLOURS - 1)}`
}

function fraction(offset: bigint, whole: Prefix): number {
  return Number((offset * STEPS) / prefixSize(whole)) / Number(STEPS)
}

function legendOf(part: StolenPart, index: number): PageSpace['legend'] {
  const { prefix, except, exceptLeftOut = 0, from } = part
  const carrier = from === undefined ? 'no other route' : routeName(from)
  const names = except.slice(0, NAMED).join(', ')
  const left = except.length + exceptLeftOut - NAMED
  const more = left > 0 ? ` and ${left} more` : ''
  return [
    { kind: kindOf(index), text: `Swallowed: of ${prefix}, what ${carrier} would carry` },
    ...(except.length === 0
      ? []
      : [{ kind: 'kept' as const, text: `Survives, by longer routes: ${names}${more}` }]),
  ]
}
