import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import type { Row } from '../../text/row.js'
import { numberAt } from '../cells.js'
import type { Output } from '../output.js'
import type { Layout } from './layout.js'
import { flagsShape } from './row-shape.js'

/** Where the parts of a row stand. */
export interface Places {
  readonly layout: Layout
  /** The flags. */
  readonly at: number
  /** The interface. */
  readonly device: number
}

/**
 * Reads the numbers between flags and interface by the columns of the heading.
 *
 * ```
 * 127.0.0.1          127.0.0.1          UHhl       1     2501 32768 L   1 lo0     OpenBSD: L is a cell of its own
 * 127/8              127.0.0.1          UGRS        -        -  33624L lo0        NetBSD: L touches the number
 * ```
 */
export function readNumbers(out: Output, route: Open<Route>, places: Places): void {
  const { row } = out
  const { numbers } = places.layout
  let column = 0
  for (let i = places.at + 1; i < places.device; i++) {
    if (row.is(i, 'L')) continue
    const name = numbers[column++]
    if (name === undefined || name === 'other') continue
    const value = row.uint(i)
    if (value >= 0) route[name] = value
    else if (row.kind(i) !== 'dash') readOdd(out, route, { index: i, name })
  }
}

function readOdd(
  out: Output,
  route: Open<Route>,
  cell: { index: number; name: 'mtu' | 'refs' | 'use' },
): void {
  const text = out.row.cell(cell.index)
  const locked = /^(\d{1,9})L$/.exec(text)?.[1]
  if (locked !== undefined) route[cell.name] = Number.parseInt(locked, 10)
  else numberAt(out, cell.index, cell.name)
}

/** Reads what stands behind the interface: Expire, `!` for one that has passed, `=>`, a label, columns of -ll. */
export function readTail(out: Output, route: Open<Route>, { layout, device }: Places): void {
  const { row } = out
  if (layout.hasLabel) return
  let at = device + 1
  const isExpire = layout.extras === 0 || row.count - at > layout.extras
  if (layout.hasExpire && isExpire && row.uint(at) >= 0) route.expire = row.uint(at++)
  else if (row.is(at, '!')) at++
  if (row.is(at, '=>')) at++
  if (layout.extras > 0) at += layout.extras
  if (at < row.count)
    out.diagnose('extra-cell', { text: row.between(at).slice(0, 200) }, out.span(at))
}

/** The row of a table that has neither interface nor masks; flags may be parted by blanks. */
export function withoutMask(out: Output, route: Open<Route>): void {
  const { row } = out
  let flags = route.flags ?? ''
  for (let i = 3; i < row.count; i++) {
    if (!flagsShape.test(row.cell(i))) {
      out.diagnose('extra-cell', { text: row.cell(i) }, out.span(i, i + 1))
      break
    }
    flags += row.cell(i)
  }
  route.flags = flags
  const isNet = row.kind(0) === 'number' || row.kind(0) === 'short4' || row.kind(0) === 'ipv4'
  if (!isNet || flags.includes('H') || row.cell(0).includes('/')) return
  route.destination = route.destination.slice(0, route.destination.indexOf('/'))
  route.maskUnknown = true
}

/** True where only an expiry or `=>` follows the interface. */
export function isTail(row: Row, device: number): boolean {
  return row.count === device + 2 && (row.uint(device + 1) >= 0 || isMissing(row, device + 1))
}

/** True where nothing, or what follows an interface, stands in an interface's place. */
export function isMissing(row: Row, at: number): boolean {
  return at >= row.count || row.is(at, '=>') || row.is(at, '!') || row.is(at, '---')
}

/** The least and the most that an Mtu can be. */
const MTUS = { least: 68, most: 65536 } as const

/** True where two numbers cannot be Use (or Nhop#) and Mtu, so they are Refs and Use: up to FreeBSD 9. */
export function isPlainPair(row: Row, flags: number): boolean {
  const second = row.uint(flags + 2)
  return second < MTUS.least || second > MTUS.most || /[CWLc]/.test(row.cell(flags))
}
