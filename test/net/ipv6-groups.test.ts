import fc from 'fast-check'
import { Address6 } from 'ip-address'
import { describe, expect, it } from 'vitest'
import { canonicalIPv6 } from '../../src/net/address.js'
import { formatIPv6Groups, readIPv6Groups } from '../../src/net/ipv6-groups.js'
import { runs } from '../support/runs.js'

const group = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 0xffff }))
const groups = fc.oneof(
  fc.array(group, { minLength: 8, maxLength: 8 }),
  fc.tuple(group, group).map((tail) => [0, 0, 0, 0, 0, 0xffff, ...tail]),
)
const spelling = fc.record({
  groups,
  upper: fc.boolean(),
  padded: fc.integer({ min: 0, max: 4 }),
  gap: fc.nat({ max: 8 }),
  quad: fc.boolean(),
})

/** One of the ways to write eight groups: capitals, leading zeros, any run of zeros as `::`, a dotted quad. */
function written(choice: typeof spelling extends fc.Arbitrary<infer T> ? T : never): string {
  const words = choice.groups.map((value) => value.toString(16).padStart(choice.padded, '0'))
  const [high = 0, low = 0] = choice.groups.slice(6)
  if (choice.quad) words.splice(6, 2, `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`)
  const text = withGap(words, choice)
  return choice.upper ? text.toUpperCase() : text
}

function withGap(
  words: string[],
  { groups, gap, quad }: { groups: number[]; gap: number; quad: boolean },
) {
  const last = quad ? 6 : 8
  let end = gap
  while (end < last && groups[end] === 0) end++
  if (end === gap) return words.join(':')
  return `${words.slice(0, gap).join(':')}::${words.slice(end).join(':')}`
}

/** The slow and obvious twin: RFC 4291 by splitting. */
function isIPv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const counts = halves.map((half, index) => {
    if (half === '') return halves.length === 1 ? Number.NaN : 0
    const parts = half.split(':')
    const isQuad = index === halves.length - 1 && isIPv4(parts.at(-1) ?? '')
    if (isQuad) parts.pop()
    const isHex = parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))
    return isHex ? parts.length + (isQuad ? 2 : 0) : Number.NaN
  })
  const count = counts.reduce((sum, one) => sum + one, 0)
  return halves.length === 2 ? count < 8 : count === 8
}

function isIPv4(text: string): boolean {
  const parts = text.split('.')
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
  )
}

/** Texts that nearly are addresses: pieces of addresses in any order. */
const nearly = fc
  .array(
    fc.constantFrom(
      ':',
      '::',
      '0',
      '1',
      'ffff',
      'F',
      '00a',
      '12345',
      'g',
      '.',
      '192.0.2.1',
      '0:0',
      '1:2:3',
    ),
    {
      maxLength: 9,
    },
  )
  .map((pieces) => pieces.join(''))

describe('the groups of an IPv6 address', () => {
  it('are those that ip-address reads, in every spelling', () => {
    fc.assert(
      fc.property(spelling, (choice) => {
        const text = written(choice)
        const own = readIPv6Groups(text)
        expect(own).toEqual(choice.groups)
        expect(new Address6(text).bigInt()).toBe(
          choice.groups.reduce((value, one) => (value << 16n) | BigInt(one), 0n),
        )
      }),
      { numRuns: runs(3000) },
    )
  })

  it('are printed as ip-address prints them', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const address = new Address6(all.map((value) => value.toString(16)).join(':'))
        const isMapped = address.bigInt() >> 32n === 0xffffn
        expect(formatIPv6Groups(all)).toBe(isMapped ? address.to4in6() : address.correctForm())
      }),
      { numRuns: runs(3000) },
    )
  })

  it('are read from addresses and from nothing else', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        expect(readIPv6Groups(text) !== undefined, text).toBe(isIPv6(text))
        expect(canonicalIPv6(text) !== undefined, text).toBe(isIPv6(text))
      }),
      { numRuns: runs(20_000) },
    )
  })

  it('have one canonical spelling', () => {
    fc.assert(
      fc.property(spelling, (choice) => {
        const text = canonicalIPv6(written(choice))
        expect(text).toBe(formatIPv6Groups(choice.groups))
        expect(canonicalIPv6(text ?? '')).toBe(text)
      }),
      { numRuns: runs(3000) },
    )
  })

  it('are not looked for in endless text', () =>
    expect(readIPv6Groups(`::${'0'.repeat(1_000_000)}`)).toBeUndefined())
})
