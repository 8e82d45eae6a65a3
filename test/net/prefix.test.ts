import fc from 'fast-check'
import { Address4, Address6 } from 'ip-address'
import { Netmask } from 'netmask'
import { describe, expect, it } from 'vitest'
import { readMask } from '../../src/net/cidr.js'
import { formatIPv4, formatIPv4Cidr, readIPv4 } from '../../src/net/ipv4.js'
import {
  addressBits,
  contains,
  dottedMask,
  formatPrefix,
  hostPrefix,
  networkOf,
  networkText,
  type Prefix,
  prefixSize,
  samePrefix,
  toPrefix,
} from '../../src/net/prefix.js'
import { addressValue, formatAddress } from '../../src/net/value.js'

const v4 = fc.integer({ min: 0, max: 0xffffffff }).map(formatIPv4)
const v6 = fc
  .bigInt({ min: 0n, max: (1n << 128n) - 1n })
  .map((value) => formatAddress({ family: 6, value }))
const bits = fc.integer({ min: 1, max: 32 })

describe('IPv4 numbers', () => {
  it('are those of ip-address', () => {
    fc.assert(
      fc.property(v4, (text) => {
        expect(BigInt(readIPv4(text))).toBe(new Address4(text).bigInt())
        expect(new Address4(text).correctForm()).toBe(text)
      }),
    )
  })

  it('have the masks and networks of netmask', () => {
    fc.assert(
      fc.property(v4, bits, (text, length) => {
        const block = new Netmask(`${text}/${length}`)
        const own = networkOf(addressValue(text), length)
        expect(networkText(own)).toBe(block.base)
        expect(formatPrefix(own)).toBe(`${block.base}/${block.bitmask}`)
        expect(dottedMask(length)).toBe(block.mask)
        expect(readMask(block.mask)).toBe(length)
      }),
    )
  })

  it('lie in the networks that netmask says', () => {
    fc.assert(
      fc.property(v4, v4, bits, bits, (outer, inner, length, longer) => {
        const own = contains(
          networkOf(addressValue(outer), length),
          networkOf(addressValue(inner), longer),
        )
        const says = new Netmask(`${outer}/${length}`).contains(new Netmask(`${inner}/${longer}`))
        expect(own).toBe(says)
      }),
    )
  })

  it('are printed with their length as they are apart', () => {
    fc.assert(
      fc.property(v4, fc.integer({ min: 0, max: 32 }), (text, length) => {
        expect(formatIPv4Cidr(readIPv4(text), length)).toBe(`${text}/${length}`)
      }),
    )
  })
})

describe('IPv6 prefixes', () => {
  it('are those of ip-address', () => {
    fc.assert(
      fc.property(v6, fc.integer({ min: 0, max: 128 }), (text, length) => {
        const own = toPrefix(`${text}/${length}`)
        const start = new Address6(`${text}/${length}`).startAddress().bigInt()
        expect(own?.network).toBe(start)
      }),
    )
  })

  it('lie in the networks that ip-address says', () => {
    fc.assert(
      fc.property(v6, v6, fc.nat({ max: 128 }), (outer, inner, length) => {
        const own = contains(
          networkOf(addressValue(outer), length),
          networkOf(addressValue(inner), 128),
        )
        expect(own).toBe(new Address6(inner).isInSubnet(new Address6(`${outer}/${length}`)))
      }),
    )
  })
})

const prefix = (cidr: string): Prefix => {
  const read = toPrefix(cidr)
  if (read === undefined) throw new Error(`no length in ${cidr}`)
  return read
}

describe('prefixes', () => {
  it('leave host bits out', () => {
    expect(toPrefix('9.67.133.158/8')).toEqual({ family: 4, network: 0x09000000n, length: 8 })
    expect(toPrefix('9.67.133.158/21')).toEqual({ family: 4, network: 0x09438000n, length: 21 })
    expect(toPrefix('2001:db8::1/32')).toEqual({
      family: 6,
      network: 0x20010db8n << 96n,
      length: 32,
    })
    expect(toPrefix('9.67.133.158')).toBeUndefined()
    expect(networkOf(addressValue('192.0.2.9'), 0)).toEqual({ family: 4, network: 0n, length: 0 })
  })

  it('of hosts have every bit', () => {
    expect(hostPrefix(addressValue('192.0.2.9'))).toEqual(prefix('192.0.2.9/32'))
    expect(hostPrefix(addressValue('2001:db8::9'))).toEqual(prefix('2001:db8::9/128'))
    expect([addressBits(4), addressBits(6)]).toEqual([32, 128])
  })

  it.each([
    ['9.0.0.0/8', '9.67.128.0/21', true],
    ['9.67.128.0/21', '9.0.0.0/8', false],
    ['9.0.0.0/8', '9.0.0.0/8', true],
    ['9.0.0.0/8', '10.0.0.0/8', false],
    ['8.0.0.0/7', '9.255.255.255/32', true],
    ['0.0.0.0/0', '255.255.255.255/32', true],
    ['9.0.0.0/21', '9.0.0.0/8', false],
    ['192.0.2.0/25', '192.0.2.128/32', false],
    ['::/0', '0.0.0.0/0', false],
    ['0.0.0.0/0', '::/0', false],
    ['2001:db8::/32', '2001:db8:1::/48', true],
    ['2001:db8::/48', '2001:db8:1::/48', false],
  ])('%s contains %s: %s', (outer, inner, is) =>
    expect(contains(prefix(outer), prefix(inner))).toBe(is),
  )

  it.each([
    ['9.0.0.0/8', '9.1.0.0/8', true],
    ['9.0.0.0/8', '9.0.0.0/16', false],
    ['9.0.0.0/8', '10.0.0.0/8', false],
    ['0.0.0.0/0', '::/0', false],
  ])('%s and %s are the same: %s', (a, b, is) => expect(samePrefix(prefix(a), prefix(b))).toBe(is))

  it.each([
    ['0.0.0.0/0', 1n << 32n],
    ['9.0.0.0/8', 1n << 24n],
    ['192.0.2.9/32', 1n],
    ['2001:db8::/64', 1n << 64n],
  ])('%s has %i addresses', (cidr, size) => expect(prefixSize(prefix(cidr))).toBe(size))

  it('are printed by their network', () => {
    expect(formatPrefix(prefix('9.67.133.158/21'))).toBe('9.67.128.0/21')
    expect(formatPrefix(prefix('2001:db8:0:1::9/64'))).toBe('2001:db8:0:1::/64')
    expect(networkText(prefix('9.67.133.158/8'))).toBe('9.0.0.0')
  })
})
