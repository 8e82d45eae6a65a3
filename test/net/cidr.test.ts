import { describe, expect, it } from 'vitest'
import { lengthOfCodes, readCidr, readHexMask, readLength, readMask } from '../../src/net/cidr.js'
import { dottedMask } from '../../src/net/prefix.js'
import { CodeBuffer } from '../../src/text/code-buffer.js'

describe('readLength', () => {
  it.each([
    ['0', 0],
    ['8', 8],
    ['9', 9],
    ['10', 10],
    ['32', 32],
  ])('reads %s', (text, length) => expect(readLength(text, 32)).toBe(length))

  it('reads up to three digits for IPv6', () => {
    expect(readLength('128', 128)).toBe(128)
    expect(readLength('129', 128)).toBe(-1)
    for (const text of ['a', '1a', '1:', '1/', ':8']) expect(readLength(text, 128), text).toBe(-1)
  })

  for (const text of ['', '33', '08', '00', '-1', '8a', '8/', '8:', '1.', '0032', '+8', ' 8'])
    it(`refuses "${text}"`, () => expect(readLength(text, 32)).toBe(-1))

  it('takes no more than three digits, however large the number may be', () =>
    expect(readLength('1000', 9999)).toBe(-1))

  it('reads a part of a line', () => {
    const codes = CodeBuffer.of('10/249').codes
    expect(lengthOfCodes(codes, 32, { start: 3, end: 5 })).toBe(24)
    expect(lengthOfCodes(codes, 32, { start: 3, end: 3 })).toBe(-1)
    expect(lengthOfCodes(codes, 999, { start: 1, end: 2 })).toBe(0)
  })
})

describe('netmasks', () => {
  it.each([
    ['0.0.0.0', 0],
    ['255.0.0.0', 8],
    ['255.255.248.0', 21],
    ['255.255.255.255', 32],
    ['255.0.255.0', -1],
    ['0xff000000', -1],
    ['255.255.0', -1],
  ])('%s has the length %i', (text, length) => expect(readMask(text)).toBe(length))

  it.each([
    ['0xff000000', 8],
    ['0xFFFFFF00', 24],
    ['0x0', 0],
    ['0x00000000', 0],
    ['0xffffffff', 32],
    ['0xfffffff', -1],
    ['0xff00ff00', -1],
    ['0xfffffffff', -1],
    ['0x', -1],
    ['ffffff00', -1],
    ['00xffffff00', -1],
    ['0xffffff00 ', -1],
    ['0xfffffg00', -1],
  ])('%s, as BSD prints it, has the length %i', (text, length) =>
    expect(readHexMask(text)).toBe(length),
  )

  it('are printed for every length', () => {
    expect([0, 1, 8, 21, 31, 32].map(dottedMask)).toEqual([
      '0.0.0.0',
      '128.0.0.0',
      '255.0.0.0',
      '255.255.248.0',
      '255.255.255.254',
      '255.255.255.255',
    ])
  })
})

describe('readCidr', () => {
  it.each([
    ['9.0.0.0/8', { family: 4, cidr: '9.0.0.0/8', length: 8 }],
    ['0.0.0.0/0', { family: 4, cidr: '0.0.0.0/0', length: 0 }],
    ['192.0.2.7/24', { family: 4, cidr: '192.0.2.7/24', length: 24 }],
    ['192.0.2.7', { family: 4, cidr: '192.0.2.7/32', length: 32 }],
    ['2001:DB8::/32', { family: 6, cidr: '2001:db8::/32', length: 32 }],
    ['::/0', { family: 6, cidr: '::/0', length: 0 }],
    ['2001:db8::1', { family: 6, cidr: '2001:db8::1/128', length: 128 }],
    ['fe80::%lo0/64', { family: 6, cidr: 'fe80::/64', zone: 'lo0', length: 64 }],
    ['fe80::1%12', { family: 6, cidr: 'fe80::1/128', zone: '12', length: 128 }],
  ])('reads %s', (text, read) => expect(readCidr(text)).toEqual(read))

  for (const text of [
    '',
    '/8',
    '9.0.0.0/',
    '9.0.0.0/33',
    '9.0.0.0/08',
    '9.0.0.0/8/8',
    '9.0.0/8',
    '9.0.0.0%lo0/8',
    '2001:db8::/129',
    '2001:db8::/',
    '2001:db8:/32',
    'fe80::%/64',
    'fe80::%a b/64',
    'fe80::%lo0%lo0/64',
    'lo0',
  ])
    it(`refuses "${text}"`, () => expect(readCidr(text)).toBeUndefined())
})
