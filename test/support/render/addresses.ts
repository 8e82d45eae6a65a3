import fc from 'fast-check'
import type { InterfaceAddress } from '../../../src/index.js'
import { type Bare, defined, left, lines, type Rendering } from './rendering.js'
import { ipv4, ipv6, mac, maskOf } from './values.js'

type Address = Bare<InterfaceAddress>
export type AddressRendering = Rendering<Address>

const UP = 'UP,BROADCAST,RUNNING,MULTICAST'
const LOOPBACK = 'UP,LOOPBACK,RUNNING,MULTICAST'

interface Draw {
  readonly names: readonly string[]
  readonly loopback?: string
  readonly broadcast?: false
  readonly flags?: false
  readonly mac?: true
  readonly six?: true
  readonly index?: true
}

/** One address an interface; on the loopback none is announced. */
function addresses(draw: Draw): fc.Arbitrary<readonly Address[]> {
  const names = [...draw.names, ...(draw.loopback === undefined ? [] : [draw.loopback])]
  const one = fc
    .record({
      interface: fc.constantFrom(...names),
      four: ipv4,
      six: ipv6,
      isSix: fc.boolean(),
      length: fc.integer({ min: 8, max: 32 }),
      mac,
    })
    .map((drawn): Address => {
      const isLoopback = drawn.interface === draw.loopback
      const isSix = draw.six === true && drawn.isSix
      const hasFlags = draw.flags !== false
      return defined<Address>({
        family: isSix ? 6 : 4,
        interface: drawn.interface,
        address: isSix ? drawn.six : drawn.four,
        prefixLength: isSix ? 64 : drawn.length,
        broadcast:
          isSix || isLoopback || draw.broadcast === false
            ? undefined
            : broadcastOf(drawn.four, drawn.length),
        flags: hasFlags ? (isLoopback ? LOOPBACK : UP) : undefined,
        mac: draw.mac && !isLoopback ? drawn.mac : undefined,
        loopback: isLoopback ? true : undefined,
        index: draw.index ? names.indexOf(drawn.interface) + 1 : undefined,
      })
    })
  return fc.uniqueArray(one, {
    minLength: 1,
    maxLength: names.length,
    selector: (a) => a.interface,
  })
}

/** iproute2 shows the loopback's hardware address too. */
function asKernel(one: Address): Address {
  return { ...one, mac: one.mac ?? NO_MAC, scope: one.loopback ? 'host' : 'global' }
}

const NO_MAC = '00:00:00:00:00:00'

function broadcastOf(address: string, length: number): string {
  const mask = maskOf(length).split('.').map(Number)
  return address
    .split('.')
    .map((part, i) => Number(part) | (255 - (mask[i] ?? 0)))
    .join('.')
}

const hexMask = (length = 0) =>
  maskOf(length)
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')

const broadcast = (one: Address) => (one.broadcast ? ` broadcast ${one.broadcast}` : '')
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

export const addressRenderings: Readonly<Record<string, AddressRendering>> = {
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
      below: (one) => [...ether('lladdr', one), `\t${bsd(one)}`],
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
  'linux-ifconfig': {
    records: addresses({ names: ['eth0', 'eth1'], loopback: 'lo', mac: true }),
    print: (records) =>
      lines(
        records.flatMap((one) => [
          `${one.interface}: flags=${one.loopback ? 73 : 4163}<${one.flags}>  mtu 1500`,
          `        inet ${one.address}  netmask ${maskOf(one.prefixLength ?? 0)}${one.broadcast ? `  broadcast ${one.broadcast}` : ''}`,
          ...(one.mac
            ? [`        ether ${one.mac}  txqueuelen 1000  (Ethernet)`]
            : ['        loop  txqueuelen 1000  (Local Loopback)']),
          '        RX packets 6  bytes 516 (516.0 B)',
          '',
        ]),
      ),
  },
  'linux-ip-addr': {
    records: addresses({
      names: ['eth0', 'br-lan'],
      loopback: 'lo',
      mac: true,
      six: true,
      index: true,
    }).map((list) => list.map(asKernel)),
    print: (records) =>
      lines(
        records.flatMap((one) => [
          `${one.index}: ${one.interface}: <${one.flags}> mtu 1500 qdisc mq state UP group default qlen 1000`,
          `    link/${one.loopback ? 'loopback' : 'ether'} ${one.mac} brd ff:ff:ff:ff:ff:ff`,
          `    inet${one.family === 6 ? '6' : ''} ${one.address}/${one.prefixLength} ${one.broadcast ? `brd ${one.broadcast} ` : ''}scope ${one.scope} ${one.family === 6 ? '' : one.interface}`,
          '       valid_lft forever preferred_lft forever',
        ]),
      ),
  },
  'linux-ip-addr-brief': {
    records: addresses({
      names: ['eth0', 'br-lan'],
      loopback: 'lo',
      flags: false,
      broadcast: false,
      six: true,
    }),
    print: (records) =>
      lines(
        records.map(
          (one) =>
            `${left(one.interface, 16)} ${left('UP', 14)} ${one.address}/${one.prefixLength} `,
        ),
      ),
  },
  'linux-ip-addr-json': {
    records: addresses({
      names: ['eth0', 'br-lan'],
      loopback: 'lo',
      mac: true,
      six: true,
      index: true,
    }).map((list) => list.map(asKernel)),
    print: (records) =>
      lines(
        JSON.stringify(
          records.map((one) => ({
            ifindex: one.index,
            ifname: one.interface,
            flags: one.flags?.split(','),
            mtu: 1500,
            link_type: one.loopback ? 'loopback' : 'ether',
            address: one.mac,
            addr_info: [
              {
                family: one.family === 6 ? 'inet6' : 'inet',
                local: one.address,
                prefixlen: one.prefixLength,
                ...(one.broadcast ? { broadcast: one.broadcast } : {}),
                scope: one.scope,
              },
            ],
          })),
        ),
      ),
  },
  'solaris-ipadm': {
    records: addresses({
      names: ['net0', 'net1'],
      loopback: 'lo0',
      flags: false,
      broadcast: false,
      six: true,
    }).map((list) => list.map((one) => ({ ...one, label: `${one.interface}/v${one.family}` }))),
    print: (records) =>
      lines(
        'ADDROBJ           TYPE     STATE        ADDR',
        records.map(
          (one) =>
            `${left(one.label ?? '', 17)} static   ok           ${one.address}/${one.prefixLength}`,
        ),
      ),
  },
  'esxi-interface-list': {
    records: addresses({ names: ['vmk0', 'vmk1'], flags: false }),
    print: (records) =>
      lines(
        'Name  IPv4 Address     IPv4 Netmask     IPv4 Broadcast   Address Type  Gateway  DHCP DNS',
        '----  ---------------  ---------------  ---------------  ------------  -------  --------',
        records.map(
          (one) =>
            `${left(one.interface, 4)}  ${left(one.address, 15)}  ${left(maskOf(one.prefixLength ?? 0), 15)}  ${left(one.broadcast ?? '', 15)}  ${left('STATIC', 12)}  0.0.0.0     false`,
        ),
      ),
  },
  'windows-get-net-ip-address': {
    records: addresses({
      names: ['Ethernet 4', 'Wi-Fi'],
      flags: false,
      broadcast: false,
      six: true,
      index: true,
    }),
    print: (records) =>
      lines(
        records.flatMap((one) => [
          '',
          `IPAddress         : ${one.address}`,
          `InterfaceIndex    : ${one.index}`,
          `InterfaceAlias    : ${one.interface}`,
          `AddressFamily     : IPv${one.family}`,
          'Type              : Unicast',
          `PrefixLength      : ${one.prefixLength}`,
          'AddressState      : Preferred',
        ]),
        '',
      ),
  },
  'windows-ipconfig': {
    records: addresses({ names: ['Ethernet 4', 'LAN'], flags: false, broadcast: false, mac: true }),
    print: (records) =>
      lines(
        ['', 'Windows IP Configuration', '', '   Host Name . . . . . . . . . . . . : web01', ''],
        records.flatMap((one) => [
          `Ethernet adapter ${one.interface}:`,
          '',
          '   Description . . . . . . . . . . . : Example Gigabit Network Connection',
          `   Physical Address. . . . . . . . . : ${one.mac?.replaceAll(':', '-').toUpperCase()}`,
          `   IPv4 Address. . . . . . . . . . . : ${one.address}(Preferred) `,
          `   Subnet Mask . . . . . . . . . . . : ${maskOf(one.prefixLength ?? 0)}`,
          '',
        ]),
      ),
  },
  'windows-netsh-addresses': {
    records: addresses({ names: ['Ethernet 4', 'LAN'], flags: false, broadcast: false }),
    print: (records) =>
      lines(
        '',
        records.flatMap((one) => [
          `Configuration for interface "${one.interface}"`,
          '    DHCP enabled:                         No',
          `    IP Address:                           ${one.address}`,
          `    Subnet Prefix:                        ${subnet(one)} (mask ${maskOf(one.prefixLength ?? 0)})`,
          '    InterfaceMetric:                      25',
          '',
        ]),
      ),
  },
}

function subnet({ address, prefixLength = 0 }: Address): string {
  const mask = maskOf(prefixLength).split('.').map(Number)
  const base = address
    .split('.')
    .map((part, i) => Number(part) & (mask[i] ?? 0))
    .join('.')
  return `${base}/${prefixLength}`
}
