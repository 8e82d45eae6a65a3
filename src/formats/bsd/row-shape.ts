import type { Row } from '../../text/row.js'
import { isSectionTitle, isTableTitle } from './section.js'

const FLAGS = /^[UGHRDMSCBLWX][A-Za-z123]{0,9}$/
const NAMED_FLAGS = /^U[A-Z]{0,6}[a-z]{0,3}$/
/** No name ends in an address or in a word of `arp -a`: the next cell is glued to it. */
const GLUED = String.raw`\.\d+\.\d+\.\d+$|(?:permanent|published|expires|ifscope|static)$`
const INTERFACE = new RegExp(String.raw`^[A-Za-z](?!.*(?:${GLUED}))[\w.@:-]*$`)
const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/
const LINK = /^link#\d+$/

/** True where a cell looks like the flags of a route: every table of letters begins with capitals. */
export const flagsShape = FLAGS
/** True where a cell looks like an interface's name. */
export const interfaceShape = INTERFACE

/** True where a cell is a number, a dash, `L` or a number with `L` behind it: the cells between flags and interface. */
export function isNumberCell(row: Row, index: number): boolean {
  const first = row.code(index)
  if (first >= 48 && first <= 57)
    return row.uint(index) >= 0 || (row.code(index, -1) === LOCKED && row.kind(index) === 'word')
  return row.size(index) === 1 && (first === DASH || first === LOCKED)
}

const DASH = 45
const LOCKED = 76

/** True where a table row begins at cell `index`: destination, gateway, flags, numbers and an interface. */
export function startsRoute(row: Row, index: number): boolean {
  if (!isDestination(row, index) || !isGateway(row, index + 1)) return false
  if (!isNumbered(row, index) && !isNumbered(row, index + 1)) return isNamed(row, index)
  if (FLAGS.test(row.cell(index + 2)))
    return endsRoute(row, index + 3) && !hasSourceColumn(row, index - 1)
  return hasSourceColumn(row, index)
}

/**
 * True where a row of macOS -l with its RT_IFA column begins. Linux' mask stands at the same place, but is no address
 * of a card.
 */
function hasSourceColumn(row: Row, index: number): boolean {
  if (index < 0 || !isAddress(row, index + 2) || !isGateway(row, index + 1)) return false
  const source = row.cell(index + 2)
  if (source === '0.0.0.0' || source.startsWith('255.')) return false
  if (!row.is(index, 'default') && !row.is(index, '127') && !isAddress(row, index)) return false
  return FLAGS.test(row.cell(index + 3)) && endsRoute(row, index + 4)
}

/** True where the numbers behind the flags lead to an interface. */
function endsRoute(row: Row, from: number): boolean {
  let at = from
  while (at < row.count && isNumberCell(row, at)) at++
  const numbers = at - from
  if (numbers > 6 || numbers === 1) return false
  return row.kind(at) === 'word' && INTERFACE.test(row.cell(at)) && !LINK.test(row.cell(at))
}

function isAddress(row: Row, index: number): boolean {
  const kind = row.kind(index)
  return (
    kind === 'ipv4' || kind === 'cidr4' || kind === 'ipv6' || kind === 'cidr6' || kind === 'short4'
  )
}

/** True for a row without an address, as names are printed without -n; sure enough only where all else fits. */
function isNamed(row: Row, index: number): boolean {
  if (!NAMED_FLAGS.test(row.cell(index + 2)) || !endsRoute(row, index + 3)) return false
  let device = index + 3
  while (isNumberCell(row, device)) device++
  return /^[a-z]{2,8}\d+$/.test(row.cell(device))
}

/** True for addresses and what else is no name: of destination and gateway one at least must be. */
function isNumbered(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind !== 'word') return kind !== 'none' && kind !== 'dash'
  return row.is(index, 'default') || LINK.test(row.cell(index))
}

function isDestination(row: Row, index: number): boolean {
  if (isAddress(row, index)) return true
  if (row.kind(index) === 'number') return row.uint(index) < 256
  return row.kind(index) === 'word' && /^[\w][\w.&-]*$/.test(row.cell(index))
}

function isGateway(row: Row, index: number): boolean {
  const kind = row.kind(index)
  if (kind === 'ipv4' || kind === 'ipv6' || kind === 'mac') return true
  const text = row.cell(index)
  return kind === 'word' && (LINK.test(text) || NAME.test(text))
}

/** True where another row or a title begins behind a row's end: several were pasted on one line. */
export function hasLaterRow(row: Row, from: number): boolean {
  for (let i = from; i < row.count; i++) if (startsRoute(row, i) || startsTitle(row, i)) return true
  return false
}

/** True where a title or a heading of a route table begins at cell `index`. */
export function startsTitle(row: Row, index: number): boolean {
  if (row.is(index, 'Destination')) return row.is(index + 1, 'Gateway')
  return isTableTitle(row, index) || isSectionTitle(row, index)
}

/** True where a cell of the row is an address. */
export function holdsAddress(row: Row): boolean {
  for (let i = 0; i < row.count; i++) if (isAddress(row, i) || row.kind(i) === 'mac') return true
  return false
}
