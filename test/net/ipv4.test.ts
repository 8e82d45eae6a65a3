import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  classLength,
  formatIPv4,
  formatIPv4Cidr,
  ipv4OfCodes,
  maskLength,
  octetCount,
  octetsOfCodes,
  readIPv4,
  readOctets,
} from '../../src/net/ipv4.js'
import { CodeBuffer } from '../../src/text/code-buffer.js'

const octet = fc.integer({ min: 0, max: 255 })
const quad = fc.tuple(octet, octet, octet, octet)

/** The number of four octets, as arithmetic that is not ours. */
const numberOf = (octets: readonly number[]) =>
  new DataView(Uint8Array.from(octets).buffer).getUint32(0)

describe('readIPv4', () => {
  it('reads what formatIPv4 prints', () => {
    fc.assert(
      fc.property(quad, (octets) => {
        expect(readIPv4(octets.join('.'))).toBe(numberOf(octets))
        expect(formatIPv4(numberOf(octets))).toBe(octets.join('.'))
      }),
    )
  })

  it.each([
    ['0.0.0.0', 0],
    ['0.0.0.1', 1],
    ['9.0.0.9', 0x09000009],
    ['10.0.0.100', 0x0a000064],
    ['255.255.255.255', 0xffffffff],
  ])('reads %s', (text, value) => expect(readIPv4(text)).toBe(value))

  for (const text of [
    '',
    '1.2.3',
    '1.2.3.4.5',
    '12.34.56',
    '123.123.123',
    '1.2.3.',
    '.1.2.3',
    '1.2.3.4.',
    '10..2.3',
    '.10.2.3',
    '10.2..3.4',
    '1.2.3.256',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3.00',
    '1.2.3.4a',
    '1.2.3.4/',
    '1.2.3.4:',
    '1.2.3.-4',
    '1.2.3.4 ',
    '255.255.255.2550',
    '1.2.3.4'.padEnd(65, '0'),
  ])
    it(`refuses "${text}"`, () => expect(readIPv4(text)).toBe(-1))

  it('reads a part of a line and nothing around it', () => {
    const codes = CodeBuffer.of('110.0.0.19').codes
    expect(ipv4OfCodes(codes, 1, 9)).toBe(0x0a000001)
    expect(ipv4OfCodes(codes, 1, 8)).toBe(-1)
  })
})

describe('readOctets', () => {
  it.each([
    ['127', 0x7f000000],
    ['0', 0],
    ['10.0', 0x0a000000],
    ['10.0.7', 0x0a000700],
    ['169.254', 0xa9fe0000],
    ['192.0.2.9', 0xc0000209],
    ['255.255.255.255', 0xffffffff],
    ['9', 0x09000000],
  ])('completes %s with zeros', (text, value) => expect(readOctets(text)).toBe(value))

  for (const text of [
    '',
    '.',
    '10.',
    '.10',
    '10..7',
    '256',
    '10.256',
    '00',
    '10.07',
    '1.2.3.4.5',
    'a',
    '1/',
    '1:',
    '10.0.7/24',
  ])
    it(`refuses "${text}"`, () => expect(readOctets(text)).toBe(-1))

  it('reads, and counts, a part of a line', () => {
    const codes = CodeBuffer.of('x10.0.7/24.1').codes
    expect(octetsOfCodes(codes, 1, 7)).toBe(0x0a000700)
    expect(octetCount(codes, 1, 7)).toBe(3)
    expect(octetCount(codes, 1, 3)).toBe(1)
    expect(octetCount(codes, 1, 4)).toBe(2)
  })
})

describe('masks and classes', () => {
  it('know the length of every contiguous mask', () => {
    for (let length = 0; length <= 32; length++)
      expect(maskLength(2 ** 32 - 2 ** (32 - length))).toBe(length)
  })

  it.each([0x00ffffff, 0xff00ff00, 0x7fffffff, 0xfffffffd, 1])('refuse the holes of %i', (mask) =>
    expect(maskLength(mask)).toBe(-1),
  )

  it.each([
    ['0.0.0.0', 8],
    ['127.255.255.255', 8],
    ['128.0.0.0', 16],
    ['191.255.255.255', 16],
    ['192.0.0.0', 24],
    ['255.255.255.255', 24],
  ])('give %s the length of its class', (text, length) =>
    expect(classLength(readIPv4(text))).toBe(length),
  )
})

describe('formatIPv4Cidr', () => {
  it('prints every address and length', () => {
    fc.assert(
      fc.property(quad, fc.integer({ min: 0, max: 32 }), (octets, length) => {
        expect(formatIPv4Cidr(numberOf(octets), length)).toBe(`${octets.join('.')}/${length}`)
      }),
    )
  })

  it.each([
    '0.0.0.0/0',
    '9.10.99.100/9',
    '255.255.255.255/32',
    '100.110.200.1/10',
    '10.0.100.101/8',
  ])('prints %s', (text) => {
    const [address = '', length] = text.split('/')
    expect(formatIPv4Cidr(readIPv4(address), Number(length))).toBe(text)
  })
})
