import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PolicyRule, platforms, type Route, stolen } from '../../src/index.js'
import type { Prefix } from '../../src/net/prefix.js'
import { contains, samePrefix, toPrefix } from '../../src/net/prefix.js'
import { hasAround, hasIn, hasSame, prefixOrder, valuesIn } from '../../src/net/prefix-order.js'
import { tables } from '../support/routes.js'
import { runs } from '../support/runs.js'
import { stolenTwin } from '../support/stolen-twin.js'

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }

const odd = fc.record(
  {
    table: fc.constantFrom('local', 'main', 'default', '7'),
    type: fc.constantFrom('throw', 'local', 'unicast'),
    persistent: fc.constant(true as const),
    truncated: fc.constant(true as const),
  },
  { requiredKeys: [] },
)

const rules = (family: 4 | 6) =>
  fc.array(
    fc.record({
      family: fc.constant(family),
      priority: fc.nat(5),
      selector: fc.constantFrom('from all', 'from 192.0.2.1'),
      action: fc.constantFrom('lookup main', 'lookup local', 'lookup 7', 'lookup default'),
      span: fc.constant(span),
    }),
    { maxLength: 4 },
  )

describe.each([4, 6] as const)('of IPv%i, what is stolen', (family) => {
  it('is what passes over all rows say', () => {
    fc.assert(
      fc.property(
        tables(family),
        fc.array(odd, { maxLength: 6 }),
        fc.constantFrom(...platforms, null),
        rules(family),
        (plain, changes, platform, policyRules: PolicyRule[]) => {
          // Equal rows in plenty: some are listed twice.
          const routes: Route[] = plain.map((one, i) => ({ ...one, ...changes[i] }))
          const all = [...routes, ...routes.slice(0, 2)]
          const options = { platform, policyRules }
          for (const row of all)
            expect(stolen(all, row, options)).toEqual(stolenTwin(all, row, options))
        },
      ),
      { numRuns: runs(300) },
    )
  })

  it('is asked of an order that finds what passes over all prefixes find', () => {
    const prefix = tables(family).map((rows) =>
      rows.flatMap((row) => toPrefix(row.destination) ?? []),
    )
    fc.assert(
      fc.property(prefix, prefix, (all: Prefix[], asked: Prefix[]) => {
        const order = prefixOrder(all.map((one, value) => ({ prefix: one, value })))
        for (const one of asked) {
          const inside = all.flatMap((other, i) => (contains(one, other) ? [i] : []))
          expect(valuesIn(order, one).sort((a, b) => a - b)).toEqual(inside)
          expect(hasIn(order, one)).toBe(inside.length > 0)
          expect(hasAround(order, one)).toBe(all.some((other) => contains(other, one)))
          expect(hasSame(order, one)).toBe(all.some((other) => samePrefix(other, one)))
        }
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('of very many prefixes, what is stolen', () => {
  const wide: Route = {
    family: 4,
    destination: '10.0.0.0/8',
    gateway: { kind: 'onlink' },
    interface: 'lo',
    span,
  }
  const hole = (i: number): Route => ({
    ...wide,
    destination: `10.${i >> 7}.${(i & 127) * 2}.0/24`,
    interface: 'eth0',
  })

  it('lists the first and counts the rest, and counts all addresses', () => {
    const { parts, addresses, summary, partsLeftOut } = stolen(
      [wide, ...Array.from({ length: 1200 }, (_, i) => hole(i))],
      wide,
    )
    expect(partsLeftOut).toBeUndefined()
    expect(parts.map(({ except, exceptLeftOut }) => [except.length, exceptLeftOut])).toEqual([
      [999, 201],
    ])
    expect(addresses).toBe(String(2 ** 24 - 1200 * 256))
    expect(summary).toContain('10.0.4.0/24 and 1197 more')
  })

  it('lists so many parts', () => {
    const main: PolicyRule[] = ['local', 'main'].map((table, priority) => ({
      family: 4,
      priority,
      selector: 'from all',
      action: `lookup ${table}`,
      span,
    }))
    const own: Route = { ...wide, table: 'local', type: 'local' }
    const { parts, partsLeftOut } = stolen(
      [own, ...Array.from({ length: 1200 }, (_, i) => ({ ...hole(i), table: 'main' }))],
      own,
      { platform: 'linux', policyRules: main },
    )
    expect(parts).toHaveLength(1000)
    expect(partsLeftOut).toBe(201)
  })
})
