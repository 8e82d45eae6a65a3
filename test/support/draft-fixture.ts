/**
 * Writes the expectation of a new fixture from what the present code reads, to be checked by eye before it is kept:
 * `npx tsx test/support/draft-fixture.ts fixtures/aix/netstat-rn.txt 'netstat -rn' 'own values in the layout of 7.2'`
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { detect } from '../../src/index.js'
import { draft, type FixtureExpectation } from './fixtures.js'

const [path = '', command = '', origin = '', note] = process.argv.slice(2)
const text = readFileSync(path, 'utf8')
const target = path.replace(/\.txt$/, '.json')
const kept: Partial<FixtureExpectation> = existsSync(target)
  ? JSON.parse(readFileSync(target, 'utf8'))
  : {}
const head = {
  format: detect(text)[0]?.format ?? '',
  ...kept,
  command: command || (kept.command ?? ''),
  origin: origin || (kept.origin ?? ''),
  ...(note === undefined ? {} : { note }),
}
writeFileSync(target, layout(draft(text, head)))

/** JSON with one record a line. */
function layout(expectation: FixtureExpectation): string {
  const parts = Object.entries(expectation).map(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0)
      return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`
    const rows = value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
    return `  ${JSON.stringify(key)}: [\n${rows}\n  ]`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}
