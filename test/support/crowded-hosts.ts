import type { HostFacts, Policy } from '../../src/index.js'

/** A host with a line for each of as many cluster addresses. */
export interface CrowdedHost {
  readonly text: string
  readonly facts: Partial<HostFacts>
  readonly policy: Policy
}

const octets = (i: number) => `${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`
/** The cluster address of a number. */
export const vip = (i: number) => `10.${octets(i)}`
const mac = (i: number) =>
  `00:00:5e:${[i >> 16, i >> 8, i].map((part) => (part & 255).toString(16).padStart(2, '0')).join(':')}`

/** Captures with a line for each cluster address, or for all of them. */
const HOSTS: Readonly<Record<string, (i: number) => string>> = {
  'local rows of Linux': (i) =>
    `local ${vip(i)} dev lo table local proto kernel scope host src ${vip(i)}`,
  'networks of Linux': (i) => `local ${vip(i)}/24 dev lo table local scope host src ${vip(i)}`,
  'broadcasts of Linux': (i) => `broadcast ${vip(i)} dev lo table local scope link src ${vip(i)}`,
  'default routes of Linux': (i) => `default via 192.0.2.1 dev dummy${i}`,
  'routes of Linux to elsewhere': (i) => `${vip(i)} via 192.0.2.1 dev eth0`,
  'routes of Linux through addresses': (i) => `198.51.100.${i & 255} via ${vip(i)} dev eth0`,
  'one network of Linux': () => 'local 10.0.0.0/8 dev lo table local scope host',
  'neighbours of Linux': (i) => `${vip(i)} dev eth0 lladdr ${mac(i)} REACHABLE`,
  'published neighbours of Linux': (i) => `${vip(i)} dev eth0 proxy`,
  'neighbours of a BSD': (i) => `? (${vip(i)}) at ${mac(i)} on en0 permanent published [ethernet]`,
  'settings of Linux': (i) => `net.ipv4.conf.eth${i}.arp_ignore = 0`,
}
const HEADS: Readonly<Record<string, string>> = {
  'settings of Linux': 'net.ipv4.conf.all.arp_ignore = 0\n',
}
const TABLES: Readonly<Record<string, readonly [head: string, line: (i: number) => string]>> = {
  'addresses of Linux': [
    '1: lo: <LOOPBACK,UP> mtu 65536 state UNKNOWN\n    inet 127.0.0.1/8 scope host lo\n',
    (i) => `    inet ${vip(i)}/24 scope global lo:${i}`,
  ],
  'addresses of cards of Linux': [
    '2: eth0: <BROADCAST,UP> mtu 1500 state UP\n',
    (i) => `    inet ${vip(i)}/24 scope global eth0`,
  ],
  'routes of a BSD': [
    'Destination Gateway Flags Refs Use If Exp Groups\n',
    (i) => `${vip(i)} link#1 UHS 0 ${i} lo0 - -`,
  ],
  'networks of a BSD': [
    'Destination Gateway Flags Refs Use If Exp Groups\n',
    (i) => `${vip(i)}/24 ${vip(i)} U 0 ${i} lo0 - -`,
  ],
  'routes of Windows': [
    'Active Routes:\nNetwork Destination        Netmask          Gateway       Interface  Metric\n',
    (i) => `${vip(i)} 255.255.255.255 127.0.0.1 127.0.0.1 1`,
  ],
  'networks of Windows': [
    'Active Routes:\nNetwork Destination        Netmask          Gateway       Interface  Metric\n',
    (i) => `10.0.0.0 255.0.0.0 ${vip(i)} ${vip(i)} 1`,
  ],
  'networks on the link of Windows': [
    'IPv4 Route Table\nActive Routes:\nNetwork Destination        Netmask          Gateway       Interface  Metric\n',
    (i) => `10.0.0.0 255.0.0.0 On-link ${vip(i)} 1`,
  ],
}

const plain = Object.entries(HOSTS).map(
  ([name, line]) => [name, [HEADS[name] ?? '', line]] as const,
)

/** Hosts of as many lines as the policy has cluster addresses, as a server and as a client that knows the machines. */
export const crowdedHosts: ReadonlyMap<string, (count: number) => CrowdedHost> = new Map(
  [...plain, ...Object.entries(TABLES)].flatMap(([name, [head, line]]) =>
    (['server', 'client'] as const).map((role) => [
      `${name} of a ${role}`,
      (count) => {
        const numbers = Array.from({ length: count }, (_, i) => i)
        const machines = numbers.map((i) => ({ address: `11.${octets(i)}`, mac: mac(i) }))
        return {
          text: head + numbers.map((i) => `${line(i)}\n`).join(''),
          facts: { role },
          policy: {
            vips: numbers.map(vip),
            ...(role === 'client' ? { inventory: { servers: machines, balancers: machines } } : {}),
          },
        }
      },
    ]),
  ),
)
