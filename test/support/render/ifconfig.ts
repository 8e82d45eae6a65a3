import { type Address, type AddressRendering, addresses, type Draw } from './address-draw.js'
import { lines } from './rendering.js'
import { maskOf } from './values.js'

const hexMask = (length = 0) =>
  maskOf(length)
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')

export const broadcast = (one: Address) => (one.broadcast ? ` broadcast ${one.broadcast}` : '')
const zeroX = (one: Address) =>
  `inet ${one.address} netmask 0x${hexMask(one.prefixLength)}${broadcast(one)}`
const bareHex = (one: Address) =>
  `inet ${one.address} netmask ${hexMask(one.prefixLength)}${broadcast(one)}`

/** `name: flags=…<…>` with a line below it for each part. */
function blocks(
  draw: Draw,
  {
    flags,
    tail = '',
    below,
  }: { flags: string; tail?: string; below: (one: Address) => readonly string[] },
): AddressRendering {
  return {
    records: addresses(draw),
    print: (records) =>
      lines(
        records.flatMap((one) => [
          `${one.interface}: flags=${flags}<${one.flags}>${tail.replace('N', String(one.index))}`,
          ...below(one),
        ]),
      ),
  }
}

const six = (one: Address) => `inet6 ${one.address} prefixlen ${one.prefixLength}`
const bsd = (one: Address) => (one.family === 6 ? six(one) : zeroX(one))
const ether = (word: string, one: Address) => (one.mac ? [`\t${word} ${one.mac}`] : [])

/** What the ifconfigs of the Unixes print. */
export const ifconfigRenderings: Readonly<Record<string, AddressRendering>> = {
  'aix-ifconfig': blocks(
    { names: ['en0', 'en1'], loopback: 'lo0' },
    {
      flags: '1e084863,480',
      below: (one) => [`\t${zeroX(one)}`, '\t tcp_sendspace 262144 tcp_recvspace 262144 rfc1323 1'],
    },
  ),
  'dragonfly-ifconfig': blocks(
    { names: ['vtnet0'], loopback: 'lo0', mac: true, six: true },
    {
      flags: '8843',
      tail: ' metric 0 mtu 1500',
      below: (one) => [...ether('ether', one), `\t${bsd(one)}`],
    },
  ),
  'freebsd-ifconfig': blocks(
    { names: ['em0', 'igc0'], loopback: 'lo0', mac: true, six: true },
    {
      flags: '8843',
      tail: ' metric 0 mtu 1500',
      below: (one) => [...ether('ether', one), `\t${bsd(one)}`],
    },
  ),
  'hpux-ifconfig': blocks(
    { names: ['lan0', 'lan900'], loopback: 'lo0' },
    { flags: '843', below: (one) => [`\t${bareHex(one)}`] },
  ),
  'irix-ifconfig': blocks(
    { names: ['ec0', 'ef0'], loopback: 'lo0' },
    { flags: 'c43', below: (one) => [`        ${zeroX(one)} `] },
  ),
  'macos-ifconfig': blocks(
    { names: ['en0', 'bridge100'], loopback: 'lo0', mac: true, six: true },
    { flags: '8863', tail: ' mtu 1500', below: (one) => [...ether('ether', one), `\t${bsd(one)}`] },
  ),
  'netbsd-ifconfig': blocks(
    { names: ['wm0'], loopback: 'lo0', mac: true },
    {
      flags: '0x8843',
      tail: ' mtu 1500',
      below: (one) => [
        ...ether('address:', one),
        `\tinet ${one.address}/${one.prefixLength}${broadcast(one)} flags 0x0`,
      ],
    },
  ),
  'openbsd-ifconfig': blocks(
    { names: ['vio0', 'em0'], loopback: 'lo0', mac: true, six: true },
    {
      flags: '8843',
      tail: ' mtu 1500',
      below: (one) => [...ether('lladdr', one), '\tpriority: 0', `\t${bsd(one)}`],
    },
  ),
  'openvms-ifconfig': blocks(
    { names: ['IE0', 'WE1'], loopback: 'LO0' },
    { flags: 'c43', below: (one) => [`     ${bareHex(one)} ipmtu 1500 `] },
  ),
  'solaris-ifconfig': blocks(
    { names: ['net0', 'e1000g0'], loopback: 'lo0', index: true },
    { flags: '1000843', tail: ' mtu 1500 index N', below: (one) => [`\t${bareHex(one)}`] },
  ),
  'tru64-ifconfig': blocks(
    { names: ['ee0', 'tu0'], loopback: 'lo0' },
    { flags: 'c63', below: (one) => [`     ${bareHex(one)} ipmtu 1500 `, ''] },
  ),
}
