import type { Output } from './output.js'

const QUESTION = 63
const BRACKET = 91

/**
 * Says where the name before an address in parentheses is more than a name: `[ethernet]?` is the end of one row glued to
 * the beginning of the next.
 */
export function checkHostName(out: Output, index: number): void {
  const { row } = out
  if (row.code(index, -1) !== QUESTION && row.code(index) !== BRACKET) return
  out.diagnose('cells-glued', { text: row.cell(index).slice(0, 200) }, out.span(index, index + 1))
}
