import type { Output } from './output.js'

const QUESTION = 63
const BRACKET = 91
const DASH = 45
const DOT = 46

/**
 * Says where the name before an address in parentheses is more than a name: `[ethernet]?` and `0:0:5e:0:53:1gw6` are the end of
 * one row glued to the beginning of the next; no name begins with a dash or a dot.
 */
export function checkHostName(out: Output, index: number): void {
  const { row } = out
  const isGlued =
    row.code(index, -1) === QUESTION ||
    row.code(index) === BRACKET ||
    row.code(index) === DASH ||
    row.code(index) === DOT
  if (!isGlued && !row.cell(index).includes(':')) return
  out.diagnose('cells-glued', { text: row.cell(index).slice(0, 200) }, out.span(index, index + 1))
}
