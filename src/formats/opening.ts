import { cellKind } from '../text/cell-kind.js'
import type { Row } from '../text/row.js'
import { PASTED_CELLS } from './pasted-cells.js'

/** What follows in a line, or nothing. */
const REST = '…'
const OPEN = 40
const CLOSE = 41

/**
 * A row as only one command prints it, made from its text.
 *
 * A word stands for itself, `<ipv4>` for a cell of that kind, `(<ipv4>)` for one in parentheses, `en#` for `en` with a
 * number behind it, `a|b` for one or the other, and `…` at the end for whatever follows.
 */
export class Opening {
  private readonly cells: readonly (readonly CellPattern[])[]
  private readonly isOpen: boolean

  constructor(text: string) {
    const words = text.split(' ')
    this.isOpen = words.at(-1) === REST
    const closed = this.isOpen ? words.slice(0, -1) : words
    this.cells = closed.map((word) => word.split('|').map(cellPattern))
  }

  matches(row: Row): boolean {
    const { cells } = this
    const { count } = row
    if (this.isOpen ? count < cells.length || count > PASTED_CELLS : count !== cells.length)
      return false
    for (let i = 0; i < cells.length; i++) if (!isOneOf(row, i, cells[i] ?? [])) return false
    return true
  }
}

/** One way to write a cell: a kind, letters before a number, a kind in parentheses, a word. */
interface CellPattern {
  readonly is: 'kind' | 'numbered' | 'parens' | 'word'
  readonly text: string
}

function cellPattern(word: string): CellPattern {
  const kind = /^(\(?)<(\w+)>\)?$/.exec(word)
  if (kind !== null) return { is: kind[1] === '' ? 'kind' : 'parens', text: kind[2] ?? '' }
  return word.endsWith('#')
    ? { is: 'numbered', text: word.slice(0, -1) }
    : { is: 'word', text: word }
}

function isOneOf(row: Row, index: number, patterns: readonly CellPattern[]): boolean {
  for (const pattern of patterns) if (fits(row, index, pattern)) return true
  return false
}

function fits(row: Row, index: number, { is, text }: CellPattern): boolean {
  if (is === 'word') return row.is(index, text)
  if (is === 'kind') return row.kind(index) === text
  return is === 'parens' ? isInParens(row, index, text) : isNumbered(row, index, text)
}

function isInParens(row: Row, index: number, kind: string): boolean {
  if (row.code(index) !== OPEN || row.code(index, -1) !== CLOSE) return false
  return cellKind(row.codes, row.from(index) + 1, row.to(index) - 1) === kind
}

function isNumbered(row: Row, index: number, letters: string): boolean {
  const size = row.size(index)
  if (size <= letters.length) return false
  for (let i = 0; i < size; i++) {
    const code = row.code(index, i)
    if (i < letters.length ? code !== letters.charCodeAt(i) : code < 48 || code > 57) return false
  }
  return true
}
