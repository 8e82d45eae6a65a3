import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalIPv6, readAddress } from '../../src/net/address.js'
import { addressValue, formatAddress } from '../../src/net/value.js'

describe('canonicalIPv6', () => {
  it.each([
    ['2001:db8::1', '2001:db8::1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:1:0:0:0:1', '2001:db8:0:1::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['::ffff:c000:201', '::ffff:192.0.2.1'],
    ['::0.0.0.0', '::'],
    ['64:ff9b::192.0.2.1', '64:ff9b::c000:201'],
    ['1:2:3:4:5:6:192.0.2.1', '1:2:3:4:5:6:c000:201'],
    ['0000:0000:0000:0000:0000:FFFF:255.255.255.255', '::ffff:255.255.255.255'],
  ])('spells %s as %s', (text, canonical) => expect(canonicalIPv6(text)).toBe(canonical))

  for (const text of [
    '',
    ':',
    '1',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3::4:5:6::7:8',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4::5:6:7:8',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:7:192.0.2.1',
    '1:2:3:4:5::6:192.0.2.1:8',
    '192.0.2.1::',
    '::192.0.2.1:1',
    '::192.0.2',
    '::192.0.2.256',
    '::12345',
    '::g',
    '::1 ',
    '::x1',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '1:2:3:4:5:6:7:8:',
    '::1:',
    '::1::2',
    '2001:db8::/32',
    'fe80::1%lo0',
    `${'0000:'.repeat(6)}255.255.255.2551`,
  ])
    it(`refuses "${text}"`, () => expect(canonicalIPv6(text)).toBeUndefined())
})

describe('readAddress', () => {
  it.each([
    ['192.0.2.9', { family: 4, address: '192.0.2.9' }],
    ['2001:DB8::9', { family: 6, address: '2001:db8::9' }],
    ['fe80::1%lo0', { family: 6, address: 'fe80::1', zone: 'lo0' }],
    ['fe80::1%eth0.100:1@if2', { family: 6, address: 'fe80::1', zone: 'eth0.100:1@if2' }],
    [`fe80::1%${'a'.repeat(64)}`, { family: 6, address: 'fe80::1', zone: 'a'.repeat(64) }],
  ])('reads %s', (text, read) => expect(readAddress(text)).toEqual(read))

  for (const text of [
    '',
    '9',
    '192.0.2',
    '192.0.2.9%lo0',
    'cafe',
    'fe80::1%',
    'fe80::1%lo0 ',
    'fe80::1%a/b',
    'fe80::1%%',
    `fe80::1%${'a'.repeat(65)}`,
    'fe80:%lo0',
    '%lo0',
  ])
    it(`refuses "${text}"`, () => expect(readAddress(text)).toBeUndefined())
})

describe('the number of an address', () => {
  it.each([
    ['0.0.0.0', 4, 0n],
    ['9.67.133.158', 4, 0x0943859en],
    ['::', 6, 0n],
    ['::1', 6, 1n],
    ['2001:db8::1', 6, (0x20010db8n << 96n) + 1n],
    ['::ffff:192.0.2.1', 6, 0xffffc0000201n],
  ] as const)('of %s', (address, family, value) => {
    expect(addressValue(address)).toEqual({ family, value })
    expect(formatAddress({ family, value })).toBe(address)
  })

  it('leads back to the address', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (value) => {
        const text = formatAddress({ family: 6, value })
        expect(canonicalIPv6(text)).toBe(text)
        expect(addressValue(text)).toEqual({ family: 6, value })
      }),
    )
  })
})
