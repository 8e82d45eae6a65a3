import { type Address, type AddressRendering, addresses, asKernel } from './address-draw.js'
import { left, lines } from './rendering.js'
import { maskOf } from './values.js'

/** Addresses with all that the kernel says of them. */
const kernelAddresses = addresses({
  names: ['eth0', 'br-lan'],
  loopback: 'lo',
  mac: true,
  six: true,
  index: true,
}).map((list) => list.map(asKernel))

/** The kernel's bits in their order, which net-tools prints before their words. */
const BITS =
  'UP BROADCAST DEBUG LOOPBACK POINTOPOINT NOTRAILERS RUNNING NOARP PROMISC ALLMULTI MASTER SLAVE MULTICAST'.split(
    ' ',
  )

function bitsOf(flags: string): number {
  return flags.split(',').reduce((bits, word) => bits | (1 << BITS.indexOf(word)), 0)
}

/** What iproute2, net-tools, Windows and the others print of addresses. */
export const addressRenderings: Readonly<Record<string, AddressRendering>> = {
  'linux-ifconfig': {
    records: addresses({ names: ['eth0', 'eth1'], loopback: 'lo', mac: true }),
    print: (records) =>
      lines(
        records.flatMap((one) => [
          `${one.interface}: flags=${bitsOf(one.flags ?? '')}<${one.flags}>  mtu 1500`,
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
    records: kernelAddresses,
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
    records: kernelAddresses,
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
