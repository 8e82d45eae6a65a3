import { describe, expect, it } from 'vitest'
import { detect, type Neighbor, parse, parseArp, parseRoutes, type Route } from '../src/index.js'
import { type CaptureCase, loadCaptures } from './support/captures.js'
import { differences } from './support/compare.js'

/** A folder of captures in the form of fixtures/README.md; unset, there is nothing to run. */
const root = process.env['ROUTEPRINT_CORPUS']

const platformFilter = process.env['ROUTEPRINT_CORPUS_PLATFORM']

/** Systems without an id of their own in the corpus: their folder says only "other". */
const UNNAMED = 'other'

describe.skipIf(root === undefined)('captures of the corpus', () => {
  const cases = root === undefined ? [] : loadCaptures(root)
  for (const one of cases) {
    if (platformFilter !== undefined && !one.name.startsWith(platformFilter)) continue
    it(`reads ${one.name}`, () => check(one))
  }
})

function check({ text, expected }: CaptureCase): void {
  const isRoutes = expected.kind === 'routes'
  const result = isRoutes ? parseRoutes(text) : parseArp(text)
  const rows = (isRoutes ? expected.routes : (expected.arp ?? expected.neighbors)) ?? []
  const problems: string[] = []
  if (
    expected.platform !== UNNAMED &&
    expected.detectable !== false &&
    result.platform !== expected.platform
  )
    problems.push(`platform is ${result.platform}, not ${expected.platform}`)
  if (result.records.length !== expected.count)
    problems.push(`${result.records.length} rows, not ${expected.count}`)
  problems.push(...compareRows(result.records, rows))
  const { total, ...roles } = result.lines
  expect(Object.values(roles).reduce((sum, count) => sum + count, 0)).toBe(total)
  const reported = result.diagnostics.map(
    ({ code, span }) => `${code} at ${span.line}:${span.column}`,
  )
  expect(problems, [`found ${detect(text)[0]?.format}`, ...reported].join('\n')).toEqual([])
  expect(parse(text).length).toBeGreaterThan(0)
}

/** Expected rows are in order, though for long captures not all of them are written down. */
function compareRows(
  records: readonly (Neighbor | Route)[],
  rows: readonly Record<string, unknown>[],
): string[] {
  const problems: string[] = []
  let from = 0
  for (const row of rows) {
    const line = row['line']
    const tail = records.slice(from)
    const place = tail.findIndex((record) => differences(record, row).length === 0)
    if (place >= 0) {
      from += place + 1
      continue
    }
    const near = tail.find((record) => lineOf(record) === line)
    const why = near === undefined ? 'no record there' : differences(near, row).join('; ')
    problems.push(`line ${line}: ${why}`)
  }
  return problems
}

function lineOf(record: Neighbor | Route): number {
  return record.span.line
}
