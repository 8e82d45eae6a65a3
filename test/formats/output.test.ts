import { describe, expect, it } from 'vitest'
import { Output } from '../../src/formats/output.js'
import type { Route, Span } from '../../src/index.js'
import { Row } from '../../src/text/row.js'

const TEXT = '10.0.0.0 192.0.2.1\n\n  192.0.2.0 lo0  \nx\n'

/** What collects from a text, standing on one of its lines. */
function onLine(wanted: number, text = TEXT) {
  const row = new Row()
  const out = new Output(row, 1)
  let at = 0
  for (let line = 1; line <= wanted; line++) {
    at = row.load(text, at)
    row.line = line
  }
  return { row, out }
}

const placed = ({ line, column, endLine, endColumn }: Span) =>
  `${line}:${column}-${endLine}:${endColumn}`

/** A record of the current row. */
const record = (out: Output, more: Partial<Route> = {}): Route => ({
  family: 4,
  destination: '192.0.2.0/24',
  gateway: { kind: 'onlink' },
  ...more,
  span: out.span(),
})

describe('the place', () => {
  it.each([
    ['of a row', 1, [], '1:1-1:19'],
    ['of a row behind blanks', 3, [], '3:3-3:16'],
    ['of its end', 3, [1], '3:13-3:16'],
    ['of its first cell', 3, [0, 1], '3:3-3:12'],
    ['of cells that are not there', 1, [0, 9], '1:1-1:19'],
    ['before a cell', 3, [1, 1], '3:13-3:13'],
    ['behind the last cell', 3, [2], '3:16-3:16'],
    ['of an empty line', 2, [], '2:1-2:1'],
  ] as const)('%s', (_, line, [from, behind], place) => {
    const { out } = onLine(line)
    expect(placed(out.span(from, behind))).toBe(place)
  })

  it('of a part of a cell', () => {
    expect(placed(onLine(3).out.spanIn(0, 4, 3))).toBe('3:7-3:10')
  })

  it('of a row whose blanks were cleaned is that in the text as given', () => {
    const { out } = onLine(1, '\u001b[1m10.0.0.0\u001b[0m 192.0.2.1\n')
    expect(placed(out.span())).toBe('1:5-1:27')
    expect(placed(out.span(1))).toBe('1:18-1:27')
  })
})

describe('the role of a line', () => {
  it('is the weightiest', () => {
    const { row, out } = onLine(1)
    const given = ['outside', 'blank', 'record', 'heading', 'unparsed'] as const
    const roles = given.map((role) => {
      out.mark(role)
      return out.roleAt(row.line)
    })
    expect(roles).toEqual(['outside', 'outside', 'record', 'record', 'record'])
  })

  it('is unknown where none was given', () => {
    const { out } = onLine(1)
    expect([out.roleAt(1), out.roleAt(0)]).toEqual([undefined, undefined])
  })

  it('is given to each line of a place, and blank to those that were passed', () => {
    const { out } = onLine(1)
    out.mark('record', { line: 2, column: 1, endLine: 3, endColumn: 2 })
    out.mark('heading', { line: 0, column: 1, endLine: 0, endColumn: 2 })
    out.keepRun(5, 2)
    expect(out.lineRoles()).toEqual(['blank', 'record', 'record', 'blank', 'record', 'record'])
    expect(out.account()).toEqual({
      total: 6,
      record: 4,
      heading: 0,
      blank: 2,
      outside: 0,
      unparsed: 0,
    })
  })

  it('is that of an empty line, too', () => {
    const { out } = onLine(2)
    out.mark('outside')
    expect(out.lineRoles()).toEqual(['blank', 'outside'])
  })
})

describe('records', () => {
  it('reach to the end of a row that belongs to them', () => {
    const { row, out } = onLine(1)
    out.add(record(out))
    row.load(TEXT, TEXT.indexOf('  192'))
    row.line = 3
    out.amend({ mtu: 1500 })
    expect(out.records.map((one) => [placed(one.span), (one as Route).mtu])).toEqual([
      ['1:1-3:16', 1500],
    ])
  })

  it('that are none are not amended', () => {
    const { out } = onLine(1)
    out.amend({ mtu: 1500 })
    out.extend()
    expect([out.records, out.recordCount]).toEqual([[], 0])
  })

  it('are handed over but for the last, until the end', () => {
    const { out } = onLine(1)
    for (const mtu of [1, 2, 3]) out.add(record(out, { mtu }))
    out.addInterface({ name: 'eth0', span: out.span() })
    out.diagnose('cells-glued', { text: 'x' })
    out.mark('record')
    const mtus = (records: readonly unknown[]) => records.map((one) => (one as Route).mtu)
    const first = out.drain(false)
    expect([mtus(first.records), first.diagnostics.length, first.lines.record]).toEqual([
      [1, 2],
      1,
      1,
    ])
    expect([out.recordCount, out.interfaces, out.diagnostics]).toEqual([4, [], []])
    expect(out.lineRoles()).toEqual([])
    out.mark('heading', { line: 2, column: 1, endLine: 2, endColumn: 1 })
    const last = out.drain(true)
    expect([mtus(last.records), last.lines.total, last.lines.heading]).toEqual([[3], 1, 1])
    expect([out.records, out.recordCount]).toEqual([[], 4])
  })
})

describe('lines that are not understood', () => {
  const complain = (count: number) => {
    const { out } = onLine(4)
    for (let line = 1; line <= count; line++)
      out.diagnose(
        'unparsed-line',
        { text: 'x', expected: 'a row' },
        { line, column: 1, endLine: line, endColumn: 2 },
      )
    out.close()
    return out.diagnostics
  }

  it('are each told of', () => {
    expect(complain(200).map(({ code }) => code)).toEqual(Array(200).fill('unparsed-line'))
  })

  it('are counted where there are very many', () => {
    const found = complain(203)
    expect(found).toHaveLength(201)
    expect(found.at(-1)).toEqual({
      code: 'more-unparsed',
      level: 'error',
      span: { line: 201, column: 1, endLine: 203, endColumn: 2 },
      args: { lines: 3 },
    })
  })

  it('are told of at the current row, where no place is given', () => {
    const { out } = onLine(3)
    out.diagnose('unparsed-line', { text: 'x', expected: 'a row' })
    const [first] = out.diagnostics
    expect(first && placed(first.span)).toBe('3:3-3:16')
    if (first === undefined) return
    out.repeat(first, { ...first.span, line: 1 })
    expect(out.diagnostics.map(({ code, span }) => [code, span.line])).toEqual([
      ['unparsed-line', 3],
      ['unparsed-line', 1],
    ])
  })
})
