import type { Row } from '../../text/row.js'

/** What the values of a property look like. */
export type Shape = 'address' | 'mac' | 'number' | 'prefix' | 'text' | 'word'

/** True where the cell can be a value of that shape. */
export function hasShape(row: Row, index: number, shape: Shape): boolean {
  const kind = row.kind(index)
  switch (shape) {
    case 'number':
      return kind === 'number'
    case 'prefix':
      return kind === 'cidr4' || kind === 'cidr6'
    case 'address':
      return kind === 'ipv4' || kind === 'ipv6'
    case 'mac':
      return kind === 'mac' || /^[0-9a-f]{12}$/i.test(row.cell(index))
    case 'word':
      return kind === 'word'
    case 'text':
      return index < row.count
  }
}

/**
 * The values of a table's row, one a column. Blanks decide nothing: a name of several words takes what its row has too
 * many, a hardware address may be missing, and every value must look like its column. undefined where that fails.
 */
export function alignCells(row: Row, shapes: readonly Shape[]): string[] | undefined {
  const more = row.count - shapes.length
  const place = more === 0 ? -1 : shapes.indexOf(more > 0 ? 'text' : 'mac')
  if (more !== 0 && (place < 0 || more < -1 || more > MOST_WORDS)) return undefined
  const cells: string[] = []
  let at = 0
  for (let i = 0; i < shapes.length; i++) {
    const shape = shapes[i] ?? 'text'
    const size = i === place ? 1 + more : 1
    if (size === 1 && !hasShape(row, at, shape)) return undefined
    cells.push(size === 0 ? '' : size === 1 ? row.flat(at) : row.rest(at, at + size))
    at += size
  }
  return cells
}

/** Words of a connection's name beyond the first. */
const MOST_WORDS = 8
