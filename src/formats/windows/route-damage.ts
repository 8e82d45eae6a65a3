import { maskLength } from '../../net/ipv4.js'
import { ipv4At } from '../cells.js'
import type { Reading } from '../format.js'
import type { Output } from '../output.js'
import { readGateway, readInterface } from './route-row.js'

/** Says that a row ends in the middle. */
export function sayCut(out: Output, missing: string): Reading {
  out.diagnose('cut-row', { text: out.row.excerpt(), missing })
  return 'unparsed'
}

/** Says what is wrong with a row that begins with an address; undefined where it is not of this table at all. */
export function readBroken(out: Output): Reading {
  const { row } = out
  const { count } = row
  const mask = ipv4At(row, 1)
  const hasMask = mask >= 0 && maskLength(mask) >= 0
  if (hasMask && count < FULL) return sayCut(out, MISSING[count] ?? 'a column')
  const at = count - 2
  const hasTail = row.uint(count - 1) >= 0 && readInterface(row.cell(at)) !== undefined
  if (count < FULL || (!hasTail && !hasMask)) return undefined
  if (!hasMask) {
    if (readGateway(row.cell(2)) === undefined) return undefined
    out.diagnose('bad-mask', { text: row.cell(1) }, out.span(1, 2))
  } else if (hasTail) badAddress(out, 2, 'gateway')
  else if (count > FULL) return undefined
  else if (readInterface(row.cell(at)) === undefined) badAddress(out, at, 'interface')
  else out.diagnose('bad-number', { text: row.cell(at + 1), column: 'metric' }, out.span(at + 1))
  return 'unparsed'
}

/** Cells of an active row. */
const FULL = 5

const MISSING: Readonly<Record<number, string>> = {
  2: 'the gateway',
  3: 'the interface',
  4: 'the interface or the metric',
}

function badAddress(out: Output, index: number, column: string): void {
  out.diagnose('bad-address', { text: out.row.cell(index), column }, out.span(index, index + 1))
}
