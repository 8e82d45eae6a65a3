import type { Row } from '../../text/row.js'

/** What a title line of a route table says. */
export type Title =
  | { readonly kind: 'table'; readonly fib?: string }
  | { readonly kind: 'section'; readonly family: 4 | 6 | undefined }
  /** IPsec flows, MPLS, AppleTalk …: nothing of it is a route of ours. */
  | { readonly kind: 'other' }

const COLON = 58
/** Sections of other families, by their titles since 4.4BSD. */
const OTHERS: ReadonlySet<string> = new Set([
  'AppleTalk:',
  'Bluetooth:',
  'CCITT:',
  'Encap:',
  'IPX:',
  'ISO:',
  'Key:',
  'Link:',
  'MPLS:',
  'Netware:',
  'PFKEY:',
  'XNS:',
])

/**
 * The title that a row is; undefined where it is none.
 *
 * ```
 * Routing tables (fib: 1)
 * Internet6:
 * ^^^^^^^^^^ the family of the rows below
 * ```
 */
export function readTitle(row: Row): Title | undefined {
  if (isTableTitle(row, 0)) {
    const fib = row.is(2, '(fib:') ? /^(\d+)\)$/.exec(row.cell(3))?.[1] : undefined
    if (row.count > (fib === undefined ? 2 : 4)) return undefined
    return fib === undefined ? { kind: 'table' } : { kind: 'table', fib }
  }
  if (row.is(0, 'Protocol') && row.is(1, 'Family') && row.count === 3) return { kind: 'other' }
  if (!isSectionTitle(row, 0)) return undefined
  if (row.count > 1 && !row.is(1, 'Destination')) return undefined
  const text = row.cell(0)
  if (OTHERS.has(text)) return { kind: 'other' }
  const family = text.includes('6') ? 6 : text === 'Internet:' ? 4 : undefined
  return { kind: 'section', family }
}

/** True where `Routing tables` stands at cell `index`. */
export function isTableTitle(row: Row, index: number): boolean {
  return row.is(index, 'Routing') && (row.is(index + 1, 'tables') || row.is(index + 1, 'table'))
}

/** True where `Internet:` or another word of letters and a colon stands at cell `index`. */
export function isSectionTitle(row: Row, index: number): boolean {
  if (row.code(index, -1) !== COLON || row.kind(index) !== 'word') return false
  return /^[A-Za-z][A-Za-z]{2,15}6?:$/.test(row.cell(index))
}
