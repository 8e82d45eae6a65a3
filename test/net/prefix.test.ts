import fc from 'fast-check'
import { Address4, Address6 } from 'ip-address'
import { Netmask } from 'netmask'
import { describe, expect, it } from 'vitest'
import { readMask } from '../../src/net/cidr.js'
import { formatIPv4, formatIPv4Cidr, lengthMask, maskLength, readIPv4 } from '../../src/net/ipv4.js'
import {
  broadcastText,
  contains,
  dottedMask,
  formatPrefix,
  networkOf,
  networkText,
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

  it('have the masks, networks and broadcast addresses of netmask', () => {
    fc.assert(
      fc.property(v4, bits, (text, length) => {
        const block = new Netmask(`${text}/${length}`)
        const own = networkOf(addressValue(text), length)
        expect(networkText(own)).toBe(block.base)
        expect(formatPrefix(own)).toBe(`${block.base}/${block.bitmask}`)
        expect(dottedMask(length)).toBe(block.mask)
        expect(readMask(block.mask)).toBe(length)
        expect(maskLength(lengthMask(length))).toBe(length)
        // netmask has none for /31 and /32, where every address is a host's.
        if (length < 31) expect(broadcastText(own)).toBe(block.broadcast)
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
