import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactCopiers } from '../../src/formats/alike/copier.js'
import { formatById, formats } from '../../src/formats/index.js'
import { scan } from '../../src/formats/scan.js'
import { loadFixtures } from '../support/fixtures.js'

const fixtures = loadFixtures()

/** All that a scan found, with the order of the fields. */
function found(text: string, options: Parameters<typeof scan>[1]): string[] {
  return scan(text, options).map(({ format, out, command, host, firstLine }) =>
    JSON.stringify([
      format?.id,
      command,
      host,
      firstLine,
      out.lineRoles(),
      out.records,
      out.interfaces,
      out.diagnostics,
    ]),
  )
}

/** How one token of a row may differ from the same token of the row before. */
const change: fc.Arbitrary<(token: string) => string> = fc.oneof(
  fc.constant((token: string) => token),
  fc.nat(300).map((n) => (token: string) => token.replace(/\d+(?!.*\d)/, String(n))),
  fc.nat(300).map((n) => (token: string) => token.replace(/\d+/, String(n))),
  fc
    .nat(99)
    .map((n) => (token: string) => token.replace(/\d/g, (d) => String((Number(d) + n) % 10))),
  fc
    .constantFrom('0', '-', '00', '/0', '.0', '.', ':', 'U', 'H', '*')
    .map((s) => (t: string) => t + s),
  fc
    .constantFrom(
      '0.0.0.0',
      '255.255.255.255',
      '-',
      '*',
      '',
      'lo0',
      '12',
      'default',
      '00:00:00:00:00:00',
      'ff-ff-ff-ff-ff-ff',
    )
    .map((s) => () => s),
  fc.constant((token: string) => token.toUpperCase()),
  fc.constant((token: string) => token.replace(/\/\d+$/, '')),
  fc.constantFrom('/24', '/64', '/32').map((length) => (token: string) => token + length),
)

interface Plan {
  readonly pick: number
  readonly copies: readonly {
    /** Which line: 0 is the one that was picked, others stand below it. */
    readonly of: number
    readonly at: number
    readonly change: (token: string) => string
    readonly blanks: string
  }[]
}

const plan: fc.Arbitrary<Plan> = fc.record({
  pick: fc.nat(),
  copies: fc.array(
    fc.record({
      of: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 5),
      at: fc.nat(11),
      change,
      blanks: fc.constantFrom('', '', '', ' ', '\t', '\r', '\u00a0'),
    }),
    { minLength: 4, maxLength: 30 },
  ),
})

/** A text in which copies of a few of its lines, each with one token changed, stand behind the first of them. */
function grown(text: string, { pick, copies }: Plan): string {
  const lines = text.split('\n')
  const rows = lines.flatMap((line, index) => (/\d/.test(line) ? [index] : []))
  const indexOf = (nth: number) => rows[(pick + nth) % Math.max(1, rows.length)] ?? 0
  const index = indexOf(0)
  const more = copies.map(({ of, at, change: by, blanks }) => {
    const tokens = (lines[indexOf(of)] ?? '').split(/(\s+)/)
    const place = (at * 2 + (tokens[0] === '' ? 2 : 0)) % Math.max(1, tokens.length)
    return tokens.map((token, i) => (i === place ? by(token) : token)).join('') + blanks
  })
  const plain = Array.from({ length: 3 }, () => lines[index] ?? '')
  return [...lines.slice(0, index + 1), ...plain, ...more, ...lines.slice(index + 1)].join('\n')
}

describe('rows that are like one before are read as the reader of the format reads them', () => {
  for (const { id } of formats) {
    const own = fixtures.filter(({ expected }) => expected.format === id).map(({ text }) => text)
    const format = formatById(id)
    if (own.length === 0 || format === undefined) continue
    it(id, () => {
      fc.assert(
        fc.property(fc.constantFrom(...own), plan, (text, how) => {
          const long = grown(text, how)
          expect(found(long, { format, firstRows: 2 })).toEqual(
            found(long, { format, firstRows: Infinity }),
          )
        }),
        { numRuns: 60 },
      )
    })
  }

  it('where a blank hardware address is no surprise of a group, but of a machine', () => {
    const section =
      'Interface: 127.0.0.1 --- 0x1\n  Internet Address      Physical Address      Type\n'
    const rows = ['224.0.0.22', '224.0.0.23', '239.0.0.1', '224.0.0.9', '10.0.0.22'].map(
      (address) => `  ${address.padEnd(44)}static\n`,
    )
    const format = formatById('windows-arp')
    if (format === undefined) throw new Error('the format is missing')
    const [read] = scan(section + rows.join(''), { format, firstRows: 2 })
    const said = read?.out.diagnostics.map(({ code, span }) => `${code} ${span.line}`)
    expect(said).toEqual(['bad-mac 7'])
  })

  it('and no counter of a verbose table is taken for an interface', () => {
    const rows = [
      ['2', '31396'],
      ['2', '31396'],
      ['2', '31396'],
      ['2', '31396'],
      ['3', '31396'],
      ['2', '1'],
      ['2', '31396'],
      ['2', '31396'],
    ].map(
      ([refs, use]) =>
        `127.0.0.1            255.255.255.255 127.0.0.1            lo0     8232   ${refs} UH   ${use}  31391`,
    )
    const text = `IRE Table: IPv4
  Destination             Mask           Gateway          Device  MTU  Ref Flg  Out  In/Fwd
-------------------- --------------- -------------------- ------ ----- --- --- ----- ------
${rows.join('\n')}
`
    const format = formatById('solaris-netstat')
    if (format === undefined) throw new Error('the format is missing')
    expect(found(text, { format, firstRows: 2 })).toEqual(
      found(text, { format, firstRows: Infinity }),
    )
  })

  it('whatever captures of a format were read before', () => {
    for (const { id } of formats) {
      const own = fixtures.filter(({ expected }) => expected.format === id).map(({ text }) => text)
      const format = formatById(id)
      if (own.length === 0 || format === undefined) continue
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.constantFrom(...own), plan), { minLength: 2, maxLength: 4 }),
          (texts) => {
            for (const [text, how] of texts) {
              const long = grown(text, how)
              expect(found(long, { format })).toEqual(found(long, { format, firstRows: Infinity }))
            }
          },
        ),
        { numRuns: 20 },
      )
    }
  }, 60_000)

  it('whatever the fixture, recognised from the text alone', () => {
    for (const { text } of fixtures)
      expect(found(text, { firstRows: 2 })).toEqual(found(text, { firstRows: Infinity }))
  })
})

describe('a compact copy', () => {
  it.each(Object.keys(compactCopiers))('has the fields %s in that order', (key) => {
    const record = Object.fromEntries(key.split(' ').map((name, index) => [name, index]))
    const span = { line: 3, column: 2, endLine: 3, endColumn: 9 }
    const copy = compactCopiers[key]?.(Object.values(record), { line: 3, column: 2, endColumn: 9 })
    expect(JSON.stringify(copy)).toBe(JSON.stringify({ ...record, span }))
  })
})
