import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LineAccount, type ParseOptions, parse, type Span } from '../../src/index.js'

/** What a fixture must parse to, to the last field; fixtures/README.md describes the form. */
export interface FixtureExpectation {
  readonly origin: string
  readonly command: string
  readonly note?: string
  /** The command line is needed to read it, because the text alone does not tell. */
  readonly useCommand?: true
  /** False where the text alone does not tell the format: it is then read with `format`. */
  readonly detectable?: false
  readonly platform: string
  readonly format: string
  readonly records: readonly unknown[]
  readonly interfaces?: readonly unknown[]
  readonly diagnostics: readonly unknown[]
  readonly lines: LineAccount
}

export interface Fixture {
  readonly name: string
  readonly text: string
  readonly expected: FixtureExpectation
}

const ROOT = fileURLToPath(new URL('../../fixtures', import.meta.url))

/** Every `fixtures/<platform>/<id>.txt` that has a `.json` beside it. */
export function loadFixtures(): Fixture[] {
  const fixtures: Fixture[] = []
  for (const entry of readdirSync(ROOT, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const folder = join(ROOT, entry.name)
    for (const file of readdirSync(folder).sort()) {
      const path = join(folder, file.replace(/\.json$/, '.txt'))
      if (!file.endsWith('.json') || !existsSync(path)) continue
      const text = readFileSync(path, 'utf8')
      // The file is ours, and the test compares every field of it.
      const expected = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FixtureExpectation
      fixtures.push({ name: `${entry.name}/${file.slice(0, -5)}`, text, expected })
    }
  }
  return fixtures
}

/** The expectation that the present code would meet, for the head fields of a fixture. */
export function draft(
  text: string,
  head: Pick<FixtureExpectation, 'command' | 'format'> & Partial<FixtureExpectation>,
): FixtureExpectation {
  const options: ParseOptions = {
    ...(head.useCommand ? { command: head.command } : {}),
    // A fixture names an id of the list, or the call throws.
    ...(head.detectable === false
      ? { format: head.format as NonNullable<ParseOptions['format']> }
      : {}),
  }
  const [capture] = parse(text, options)
  if (capture === undefined) throw new Error('no capture')
  const { origin, command, note, useCommand, detectable } = head
  return {
    origin: origin ?? '',
    command,
    ...(note === undefined ? {} : { note }),
    ...(useCommand === undefined ? {} : { useCommand }),
    ...(detectable === undefined ? {} : { detectable }),
    platform: capture.platform ?? '',
    format: capture.format ?? '',
    records: capture.records.map(shorten),
    ...(capture.interfaces === undefined ? {} : { interfaces: capture.interfaces.map(shorten) }),
    diagnostics: capture.diagnostics.map(shorten),
    lines: capture.lines,
  }
}

/** A record with its span as `line:column-line:column`, so that a row of a fixture fits on a line. */
function shorten(record: { readonly span: Span }): unknown {
  const { line, column, endLine, endColumn } = record.span
  return { ...record, span: `${line}:${column}-${endLine}:${endColumn}` }
}
