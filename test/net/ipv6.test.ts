import fc from 'fast-check'
import { Address6 } from 'ip-address'
import { describe, expect, it } from 'vitest'
import { canonicalIPv6Behind, isCanonicalIPv6 } from '../../src/net/ipv6.js'
import { formatIPv6Groups } from '../../src/net/ipv6-groups.js'
import { CodeBuffer } from '../../src/text/code-buffer.js'
import { runs } from '../support/runs.js'

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
      { numRuns: runs(2000) },
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
    '1:0:2:3:4:5:6:7',
    '0:1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:0',
    '1::2:0:0:3:4',
    '::2:0:0:0:3',
    '0:0:1::',
    '::1:0:0:0',
    '0:0:0:1::',
    '::ffff:1',
    '::ffff:1:2:3',
    '::fffe:1:2',
    '1::ffff:1:2',
    '::ffff',
    '9:a:f:9a::',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
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
    '1:2:3:4:5:6:7',
    '1:0:0:2:3:4:5:6',
    '1:2:3:4:5:6:0:0',
    '1::2:0:0:0:3',
    '1:0:0:0:2::3',
    '1:0:0::2:3:4',
    '::1:2:3:4:5:6:7',
    '1::2:3:4:5:6:7:8',
    '::ffff:0:0',
    '12345::',
    '1:02::',
    '1:02:3:4:5:6:7:8',
    '02::1',
    'g::1',
    '/::1',
    '1:0:0:2:3:4::',
    '1:/::',
    '1:`::',
    '1:{::',
    '1:2:3:4:5:6:7:8:',
    '1:2:3:4:5:6:7::8',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4::5:6:7:8',
    '::1::2',
    ':',
    ':::',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff0',
  ])
    it(`refuses "${text}"`, () => expect(isCanonicalIPv6(text)).toBe(false))
})

describe('canonicalIPv6Behind', () => {
  const behind = (text: string, from: number) =>
    canonicalIPv6Behind(CodeBuffer.of(text).codes, from)

  it.each([
    ['a 2001:db8::1/64', 2, 13],
    ['1::1', 1, 4],
    ['fe80::%lo0', 0, 6],
    ['1:::', 0, 3],
    ['::ffff:1 ', 0, 8],
    ['::ffff:1:2:3', 0, 12],
    [':2::', 1, 4],
    ['1:2:3:4:5:6:7:8A', 0, 15],
    ['1::2G', 0, 4],
  ])('reads "%s" from %i to %i', (text, from, to) => expect(behind(text, from)).toBe(to))

  it.each([
    ['x::ffff:c000:201', 1],
    ['1:2:3:4:5:6:7', 0],
    ['1:2:3:4:5:6:7:', 0],
    [':', 0],
    [':1', 0],
    ['1:', 0],
    ['', 0],
    ['1:2:3:4:5:6:7:8', 1],
  ])('refuses "%s" from %i', (text, from) => expect(behind(text, from)).toBe(-1))
})

describe('formatIPv6Groups', () => {
  it.each([
    [[0, 0, 0, 0, 0, 0, 0, 0], '::'],
    [[1, 0, 0, 0, 0, 0, 0, 0], '1::'],
    [[0, 0, 0, 0, 0, 0, 0, 1], '::1'],
    [[0x2001, 0xdb8, 0, 0, 1, 0, 0, 1], '2001:db8::1:0:0:1'],
    [[1, 0, 2, 3, 4, 5, 6, 7], '1:0:2:3:4:5:6:7'],
    [[1, 0, 0, 2, 0, 0, 0, 3], '1:0:0:2::3'],
    [[0, 0, 0, 0, 0, 0xffff, 0xc000, 0x201], '::ffff:192.0.2.1'],
    [[0, 0, 0, 0, 0, 0xffff, 0xfffe, 0xfdfc], '::ffff:255.254.253.252'],
    [[0, 0, 0, 0, 0, 0xfffe, 0xc000, 0x201], '::fffe:c000:201'],
    [[1, 0, 0, 0, 0, 0xffff, 0xc000, 0x201], '1::ffff:c000:201'],
    [[1, 0, 0, 0, 0, 0, 0xc000, 0x201], '1::c000:201'],
    [[0, 0, 0, 0, 1, 0xffff, 0xc000, 0x201], '::1:ffff:c000:201'],
    [[0, 0, 0, 0, 0, 0xffff, 0, 0], '::ffff:0.0.0.0'],
  ])('prints %j', (groups, text) => expect(formatIPv6Groups(groups)).toBe(text))
})
