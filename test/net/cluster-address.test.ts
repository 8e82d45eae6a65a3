import { describe, expect, it } from 'vitest'
import { readClusterAddress } from '../../src/net/cluster-address.js'

const good = [
  ['192.0.2.9', '192.0.2.9'],
  ['9.67.133.158', '9.67.133.158'],
  ['2001:DB8:0::1', '2001:db8::1'],
  ['10.0.0.1', '10.0.0.1'],
  ['1.127.0.1', '1.127.0.1'],
  ['192.127.0.1', '192.127.0.1'],
  ['1.224.0.1', '1.224.0.1'],
  ['223.255.255.255', '223.255.255.255'],
  ['240.0.0.1', '240.0.0.1'],
  ['255.255.255.254', '255.255.255.254'],
  ['192.0.2.0', '192.0.2.0'],
  ['::2', '::2'],
  ['::1:1', '::1:1'],
  ['1::', '1::'],
  ['1::1', '1::1'],
  ['ff::1', 'ff::1'],
  ['fe80::ff02:1', 'fe80::ff02:1'],
] as const

const bad = [
  ['', /^expected an IPv4 address/],
  ['9.67.133', /it has 3 of the four numbers$/],
  ['9.67.133.158.1', /it has 5 of the four numbers$/],
  ['9.67.133.256', /each from 0 to 255$/],
  ['010.0.0.1', /leading zero is octal to some programs$/],
  ['0x9.0.0.1', /^expected an IPv4 address/],
  ['9.67.133.158/8', /without a length$/],
  ['fe80::1%lo0', /without a zone$/],
  ['0.0.0.0', /it means no address$/],
  ['::', /it means no address$/],
  ['127.0.0.1', /it is a loopback address$/],
  ['::1', /it is the loopback address$/],
  ['224.0.0.5', /it is a multicast address$/],
  ['239.1.1.1', /it is a multicast address$/],
  ['ff02::1', /it is a multicast address$/],
  ['255.255.255.255', /it is the broadcast address$/],
  ['web.example', /^expected an IPv4 address/],
  ['$(reboot)', /^expected an IPv4 address/],
  ['web.example', /or an IPv6 address$/],
  ['9.67.133.158x', /or an IPv6 address$/],
  ['x9.67.133.158', /or an IPv6 address$/],
  ['9.67.133.0x9', /or an IPv6 address$/],
  ['9.67.133.00', /leading zero is octal to some programs$/],
  ['9.67.133.100.07', /it has 5 of the four numbers$/],
  ['9.67.1000.1', /each from 0 to 255$/],
  ['0.1.2.3', /it means no address$/],
  ['230.0.0.1', /it is a multicast address$/],
  ['229.0.0.1', /it is a multicast address$/],
  ['ff0e::1', /it is a multicast address$/],
  ['ffff::1', /^expected an address that clients use; it is a multicast address$/],
] as const

describe('a cluster address', () => {
  for (const [text, address] of good)
    it(`is read from ${text}`, () => expect(readClusterAddress(text)).toEqual({ address }))
  for (const [text, fault] of bad)
    it(`is not read from "${text}"`, () => expect(readClusterAddress(text).fault).toMatch(fault))
})
