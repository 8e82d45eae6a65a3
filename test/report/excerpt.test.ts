import { describe, expect, it } from 'vitest'
import { excerpt } from '../../src/report/excerpt.js'

const span = { line: 1, column: 5, endLine: 1, endColumn: 8 }

const rows = [
  {
    name: 'a part of a line',
    text: 'one two three',
    span,
    row: 'one two three',
    carets: '    ^^^',
  },
  { name: 'a row that shares its line', text: 'two', span, row: 'two', carets: '^^^' },
  {
    name: 'a row behind a tab',
    text: '\t10 x',
    span: { ...span, column: 2, endColumn: 4 },
    row: '\t10 x',
    carets: '\t^^',
  },
  {
    name: 'a wrapped row',
    text: 'one\n   two',
    span: { ...span, endLine: 2 },
    row: 'one two',
    carets: '^^^^^^^',
  },
  {
    name: 'an escape',
    text: '\u001bab cd',
    span: { ...span, column: 2, endColumn: 4 },
    row: '\\x1bab cd',
    carets: '    ^^',
  },
  { name: 'nothing', text: '', span, row: '', carets: '^' },
] as const

describe('an excerpt', () => {
  for (const { name, row, carets, ...place } of rows)
    it(`marks ${name}`, () => expect(excerpt(place)).toEqual({ row, carets }))

  it('shows the neighbourhood of a part far to the right', () => {
    const place = { text: 'x'.repeat(5000), span: { ...span, column: 3000, endColumn: 3004 } }
    const { row, carets } = excerpt(place)
    expect(row).toMatch(/^…x{160}…$/)
    expect(carets).toBe(`${' '.repeat(21)}^^^^`)
  })
})
