import fc from 'fast-check'
import { Address6 } from 'ip-address'
import { describe, expect, it } from 'vitest'
import { isCanonicalIPv6 } from '../../src/net/ipv6.js'

const group = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 0xffff }))

describe('isCanonicalIPv6', () => {
  it('agrees with ip-address on every spelling of eight groups', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const long = groups.map((value) => value.toString(16)).join(':')
        const address = new Address6(long)
        const mapped = address.bigInt() >> 32n === 0xffffn
        expect(isCanonicalIPv6(address.correctForm())).toBe(!mapped)
        if (long !== address.correctForm()) expect(isCanonicalIPv6(long)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  for (const text of [
    '::',
    '::1',
    '1::',
    'fe80::1',
    '1:2:3:4:5:6:7:8',
    '2001:db8::1:0:0:1',
    '1:0:0:2::',
  ])
    it(`takes ${text}`, () => expect(isCanonicalIPv6(text)).toBe(true))

  for (const text of [
    '',
    '1',
    ':1',
    '1::2:',
    '::1:',
    '1:::2',
    '::g',
    'fe80:',
    '::0',
    '1::0:2',
    '0::1',
    '1:2:3:4:5:6:7::',
    '::ffff:c000:201',
    '::ffff:192.0.2.1',
    '2001:DB8::1',
    '2001:0db8::1',
    '1:2:3:4:5:6:7:8:9',
    '::1::',
  ])
    it(`refuses "${text}"`, () => expect(isCanonicalIPv6(text)).toBe(false))
})
