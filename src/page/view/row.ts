import { h } from '../dom.js'

/** A row with the part that its carets point at marked. */
export function markedRow({
  row,
  carets,
}: {
  readonly row: string
  readonly carets: string
}): (Node | string)[] {
  const from = carets.search(/\^/)
  const to = from < 0 ? row.length : carets.length
  const start = Math.max(from, 0)
  return [row.slice(0, start), h('mark', {}, [row.slice(start, to)]), row.slice(to)]
}
