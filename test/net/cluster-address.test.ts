import { describe, expect, it } from 'vitest'
import { readClusterAddress } from '../../src/net/cluster-address.js'

const good = [
  ['192.0.2.9', '192.0.2.9'],
  ['9.67.133.158', '9.67.133.158'],
  ['2001:DB8:0::1', '2001:db8::1'],
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
] as const

describe('a cluster address', () => {
  for (const [text, address] of good)
    it(`is read from ${text}`, () => expect(readClusterAddress(text)).toEqual({ address }))
  for (const [text, fault] of bad)
    it(`is not read from "${text}"`, () => expect(readClusterAddress(text).fault).toMatch(fault))
})
