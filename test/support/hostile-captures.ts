import { type Capture, parse } from '../../src/index.js'
import { type Fixture, loadFixtures } from './fixtures.js'
import { HOSTILE } from './hostile-model.js'

/** A capture with hostile text in the cells that one field of its records is read from. */
export interface HostileCapture {
  readonly name: string
  readonly format: string
  readonly text: string
  /** Addresses of the records, to ask about. */
  readonly addresses: readonly string[]
}

/** Most cells of a field that are replaced, and most addresses that are asked about. */
const MOST = 6

/** Every hostile text as one cell: what has a blank in it would stand in several. */
export const HOSTILE_CELLS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(HOSTILE).map(([name, text]) => [name, oneCell(text)])),
  'a command in dollars': '$(reboot)',
  'a command in backticks': '`reboot`',
  'the end of a command': ';reboot&',
  'a variable of cmd': '%COMSPEC%',
  'a redirection': '>>/etc/passwd',
  'an option': '--delete',
  'a path up': '../../../etc/passwd',
  'a format string': '%s%n%1$s',
  'a key of every object': 'constructor',
  'a quote': `"'`,
  'very long': '漢'.repeat(3000),
  'a letter of two units': '\u{1f4a9}',
  'a line separator': 'a\u2028::error::b',
}

function oneCell(text: string): string {
  return text.replace(/\s+/g, '\u00b7')
}

/** Fields that are spelled anew from what was read, or are a choice of our own words. */
const SPELLED = new Set(['address', 'destination', 'kind', 'mac', 'broadcast', 'peer', 'gateway'])

interface Field {
  readonly key: string
  readonly cells: readonly { readonly line: number; readonly text: string }[]
}

/** Each field of each format, by the first fixture that has it, with a hostile text in its cells. */
export function hostileCaptures(value: string): HostileCapture[] {
  return fields().map(({ fixture, key, cells, addresses }) => {
    const lines = fixture.text.split('\n')
    // As text, `$&` would be a pattern.
    for (const { line, text } of cells)
      lines[line - 1] = (lines[line - 1] ?? '').replace(text, () => value)
    const { format } = fixture.expected
    return { name: `${key} of ${format}`, format, text: lines.join('\n'), addresses }
  })
}

type FixtureField = Field & { readonly fixture: Fixture; readonly addresses: readonly string[] }

let found: readonly FixtureField[] | undefined

function fields(): readonly FixtureField[] {
  if (found !== undefined) return found
  const seen = new Set<string>()
  const list: FixtureField[] = []
  for (const fixture of loadFixtures()) {
    if (fixture.expected.detectable === false || fixture.expected.useCommand) continue
    for (const capture of parse(fixture.text)) {
      if (capture.kind === 'unknown') continue
      for (const field of fieldsOf(fixture.text, capture)) {
        const key = `${capture.format} ${field.key}`
        if (seen.has(key)) continue
        seen.add(key)
        list.push({ ...field, fixture, addresses: addressesOf(capture) })
      }
    }
  }
  found = list
  return list
}

/** The text fields of a capture's records and interfaces that stand in their lines as they are. */
function fieldsOf(text: string, { records, interfaces = [] }: Capture): Field[] {
  const lines = text.split('\n')
  const cells = new Map<string, { line: number; text: string }[]>()
  for (const one of [...records, ...interfaces])
    for (const [key, value] of Object.entries(one)) {
      if (typeof value !== 'string' || value === '' || SPELLED.has(key)) continue
      const list = cells.get(key) ?? []
      // The name of a block stands above the rows that carry it.
      for (let line = one.span.endLine; line > 0 && line > one.span.line - 20; line--) {
        if (!lines[line - 1]?.includes(value)) continue
        if (list.length < MOST) list.push({ line, text: value })
        break
      }
      if (list.length > 0) cells.set(key, list)
    }
  return [...cells].map(([key, found]) => ({ key, cells: found }))
}

function addressesOf({ records }: Capture): string[] {
  const texts = records.flatMap((record) => [
    ...('address' in record && typeof record.address === 'string' ? [record.address] : []),
    ...('destination' in record ? [record.destination.replace(/\/.*/, '')] : []),
  ])
  return [...new Set(texts)].filter((text) => CLUSTER_ADDRESS.test(text)).slice(0, MOST)
}

/** Of the documentation's ranges: a policy may name no loopback, multicast or short address. */
const CLUSTER_ADDRESS =
  /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.[1-9]\d{0,2}$|^2001:db8:[\da-f:]*[1-9a-f]$/
