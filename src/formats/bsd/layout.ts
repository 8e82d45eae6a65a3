import type { Row } from '../../text/row.js'
import type { Column } from '../alike/column.js'

/** A column of numbers between the flags and the interface; `other` is kept in no field (Nhop#, Prio). */
export type NumberColumn = 'mtu' | 'other' | 'refs' | 'use'

/** The columns of one section of a route table. */
export interface Layout {
  /** Columns between the flags and the interface. */
  readonly numbers: readonly NumberColumn[]
  readonly hasInterface: boolean
  readonly hasExpire: boolean
  /** OpenBSD's -v: free text behind the interface. */
  readonly hasLabel: boolean
  /** Columns behind Expire: macOS -ll, DragonFly -W. */
  readonly extras: number
  /** macOS 10.15 and later, -l: the interface's address stands between gateway and flags. */
  readonly hasSource: boolean
  /** -A: the kernel address of the entry stands in front. */
  readonly hasKernelAddress: boolean
  /** Width of the destination column; 0 where the blanks were squeezed. */
  readonly width: number
  /** How far behind the flags' start the columns end, in order: numbers, interface, Expire. */
  readonly ends: readonly number[]
}

const INTERFACES: ReadonlySet<string> = new Set(['Iface', 'Interface', 'Netif'])
const COLUMNS: ReadonlyMap<string, NumberColumn> = new Map<string, NumberColumn>([
  ['Mtu', 'mtu'],
  ['Refs', 'refs'],
  ['Use', 'use'],
])
/** The narrowest column, in 4.4BSD's tables: where less stands between two words, blanks were squeezed. */
const NARROWEST = 16

/**
 * The columns that a heading names; undefined where the row is none.
 *
 * ```
 * Destination        Gateway            RT_IFA             Flags        Refs      Use    Mtu   Netif Expire
 * ```
 */
export function readLayout(row: Row): Layout | undefined {
  const destination = row.find('Destination')
  const gateway = row.find('Gateway')
  const flags = row.find('Flags')
  const at = interfaceColumn(row, flags)
  if (!isWhole(row, { destination, gateway, flags }) && !isRest(row, flags, at)) return undefined
  const numbers: NumberColumn[] = []
  const ends: number[] = []
  for (let i = flags + 1; i < row.count; i++) {
    if (i < at) numbers.push(COLUMNS.get(row.cell(i)) ?? 'other')
    ends.push(row.column(i) + row.size(i) - row.column(flags))
  }
  const expire = row.find('Expire', at)
  const width = destination < 0 ? 0 : row.column(gateway) - row.column(destination)
  return {
    numbers,
    hasInterface: at < row.count,
    hasExpire: expire > 0,
    hasLabel: row.find('Label', at) > 0,
    extras: expire > 0 ? row.count - expire - 1 : 0,
    hasSource: gateway >= 0 && flags > gateway + 1,
    hasKernelAddress: destination > 0,
    width: width <= NARROWEST ? 0 : width - 1,
    ends,
  }
}

/** True for a heading from its first word on; -A puts the kernel's address in front. */
function isWhole(
  row: Row,
  at: { readonly destination: number; readonly gateway: number; readonly flags: number },
): boolean {
  const { destination, gateway, flags } = at
  if (destination < 0 || gateway !== destination + 1 || flags <= gateway) return false
  return destination === 0 || (destination === 1 && row.is(0, 'Address'))
}

/** True for the end of a heading whose front was cut off. */
function isRest(row: Row, flags: number, at: number): boolean {
  return flags >= 0 && flags < 3 && at < row.count && row.find('Destination') < 0
}

/** True for the last words of a heading, of which too much is missing to tell the columns. */
export function isHeadingEnd(row: Row): boolean {
  const last = row.count - 1
  if (row.is(last, 'Expire')) return row.is(last - 1, 'Netif') || last === 0
  return (
    INTERFACES.has(row.cell(last)) && (last === 0 || /^(?:Mtu|Prio|Use)$/.test(row.cell(last - 1)))
  )
}

function interfaceColumn(row: Row, flags: number): number {
  for (let i = flags + 1; i < row.count; i++) if (INTERFACES.has(row.cell(i))) return i
  return row.count
}

const BARE = {
  hasInterface: true,
  hasExpire: true,
  hasLabel: false,
  extras: 0,
  hasSource: false,
  hasKernelAddress: false,
  width: 0,
  ends: [],
} as const

/** What the numbers mean where no heading says it, by how many there are; undefined for counts that no release prints. */
const UNNAMED: readonly (Layout | undefined)[] = [
  { ...BARE, numbers: [] },
  undefined,
  { ...BARE, numbers: ['refs', 'use'] },
  { ...BARE, numbers: ['refs', 'use', 'mtu'] },
  { ...BARE, numbers: ['refs', 'use', 'mtu', 'other'], hasExpire: false, hasLabel: true },
]

/** Two numbers of which no heading says whether they are Refs and Use, Use and Mtu, or Nhop# and Mtu: FreeBSD. */
export const UNKNOWN_PAIR: Layout = { ...BARE, numbers: ['other', 'other'] }

/** The columns of a row above which no heading stands, with flags at `flags` and the interface at `device`. */
export function layoutOf(row: Row, flags: number, device: number): Layout | undefined {
  const locked = device > flags + 1 && row.find('L', flags + 1) > 0 ? 1 : 0
  return UNNAMED[device - flags - 1 - locked]
}

/** True for the headings of OpenBSD's IPsec flows and MPLS labels. */
export function isOtherHeading(row: Row): boolean {
  return (row.is(0, 'Source') && row.is(1, 'Port')) || (row.is(0, 'In') && row.is(1, 'label'))
}

/** Wider destinations are not cut. */
const NARROW = 18
const KEY_6: Column = { at: 0, field: 'destination', form: 'ipv6' }
const KEY: readonly Column[] = [
  { at: 0, field: 'destination', form: 'network' },
  { at: 0, field: 'destination', form: 'ipv4' },
  { at: 1, field: 'gateway', form: 'gateway' },
  { at: 1, field: 'gateway', form: 'macGateway' },
  { at: 1, field: 'gateway', form: 'known' },
]

/** The cells that may differ between rows that have one in every column. */
export function alikeColumns({ numbers, hasExpire, extras, width }: Layout): readonly Column[] {
  const columns: Column[] = width > NARROW ? [...KEY, KEY_6] : [...KEY]
  let at = FIRST_NUMBER
  for (const field of numbers) {
    if (field !== 'other') columns.push({ at, field, form: 'number' })
    at++
  }
  columns.push({ at, field: 'interface', form: 'name' })
  if (hasExpire && extras === 0) columns.push({ at: at + 1, field: 'expire', form: 'number' })
  return columns
}

const FIRST_NUMBER = 3

/** True where a row has a cell in every column up to the interface, and no other. */
export function isFullRow({ numbers, hasInterface }: Layout, at: number, device: number): boolean {
  return hasInterface && at === FIRST_NUMBER - 1 && device - at - 1 === numbers.length
}
