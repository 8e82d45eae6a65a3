/** Large tables in the layouts that the benchmark reads. */
export interface Table {
  readonly name: string
  readonly kind: 'neighbors' | 'routes'
  readonly text: string
}

type RowOf = (i: number) => string

interface Layout {
  readonly name: string
  readonly kind: Table['kind']
  readonly head: string
  readonly row: RowOf
  readonly tail?: string
}

const octet = (i: number, shift: number) => (i >> shift) & 255
const hex = (i: number) => (i & 0xffff).toString(16)
const net = (i: number) => `10.${octet(i, 8)}.${octet(i, 0)}.0`
const host = (i: number) => `10.${octet(i, 16)}.${octet(i, 8)}.${octet(i, 0)}`
const gate = (i: number) => `192.0.2.${1 + (i % 50)}`
const mac = (i: number, separator: string) =>
  ['00', '00', '5e', octet(i, 16), octet(i, 8), octet(i, 0)]
    .map((part) => (typeof part === 'string' ? part : part.toString(16).padStart(2, '0')))
    .join(separator)
const left = (text: string, width: number) => text.padEnd(width)
const right = (text: string, width: number) => text.padStart(width)

const LAYOUTS: readonly Layout[] = [
  {
    name: 'aix netstat -rn',
    kind: 'routes',
    head: `Routing tables
Destination        Gateway           Flags   Refs     Use  If   Exp  Groups

Route Tree for Protocol Family 2 (Internet):
`,
    row: (i) =>
      `${left(`10.${octet(i, 8)}.${octet(i, 0)}/24`, 19)}${left(gate(i), 18)}U         3    ${right(String(120041 + i), 8)} en${i % 4}    -    -`,
  },
  {
    name: 'freebsd netstat -rn',
    kind: 'routes',
    head: `Routing tables

Internet:
Destination        Gateway            Flags     Netif Expire
`,
    row: (i) => `${left(`${net(i)}/24`, 19)}${left(gate(i), 19)}UGS         em${i % 4}`,
  },
  {
    name: 'hpux netstat -rnv',
    kind: 'routes',
    head: `Routing tables
Dest/Netmask                    Gateway            Flags Refs Interface  Pmtu
`,
    row: (i) =>
      `${left(`${net(i)}/255.255.255.0`, 32)}${left(gate(i), 19)}UG    0    lan${i % 4}       1500`,
  },
  {
    name: 'linux arp -an',
    kind: 'neighbors',
    head: '',
    row: (i) => `? (${host(i)}) at ${mac(i, ':')} [ether] on eth${i % 4}`,
  },
  {
    name: 'linux arp -n',
    kind: 'neighbors',
    head: 'Address                  HWtype  HWaddress           Flags Mask            Iface\n',
    row: (i) => `${left(host(i), 25)}ether   ${mac(i, ':')}   C                     eth${i % 4}`,
  },
  {
    name: 'linux ip neigh',
    kind: 'neighbors',
    head: '',
    row: (i) => `${host(i)} dev eth${i % 4} lladdr ${mac(i, ':')} ${i % 3 ? 'STALE' : 'REACHABLE'}`,
  },
  {
    name: 'linux ip route',
    kind: 'routes',
    head: 'default via 192.0.2.1 dev eth0 proto static\n',
    row: (i) => `${net(i)}/24 via ${gate(i)} dev eth${i % 4} proto static metric ${100 + (i % 9)}`,
  },
  {
    name: 'linux ip -6 route',
    kind: 'routes',
    head: 'default via fe80::1 dev eth0 proto ra metric 1024 pref medium\n',
    row: (i) =>
      `2001:db8:${hex(i >> 16)}:${hex(i)}::/64 via fe80::${hex(1 + (i % 50))} dev eth${i % 4} proto static metric 1024 pref medium`,
  },
  {
    name: 'linux netstat -rn',
    kind: 'routes',
    head: `Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
`,
    row: (i) =>
      `${left(net(i), 16)}${left(gate(i), 16)}255.255.255.0   UG        0 0          0 eth${i % 4}`,
  },
  {
    name: 'linux route -n',
    kind: 'routes',
    head: `Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
`,
    row: (i) =>
      `${left(net(i), 16)}${left(gate(i), 16)}255.255.255.0   UG    ${left(String(100 + (i % 9)), 6)} 0        0 eth${i % 4}`,
  },
  {
    name: 'macos arp -an',
    kind: 'neighbors',
    head: '',
    row: (i) =>
      `? (${host(i)}) at 0:0:5e:${octet(i, 16).toString(16)}:${octet(i, 8).toString(16)}:${octet(i, 0).toString(16)} on en${i % 4} ifscope [ethernet]`,
  },
  {
    name: 'solaris netstat -rn',
    kind: 'routes',
    head: `Routing Table: IPv4
  Destination           Gateway           Flags  Ref     Use     Interface 
-------------------- -------------------- ----- ----- ---------- --------- 
`,
    row: (i) =>
      `${left(net(i), 20)} ${left(gate(i), 20)} UG    ${right('2', 5)} ${right(String(1000 + i), 10)} net${i % 4}     `,
  },
  {
    name: 'windows arp -a',
    kind: 'neighbors',
    head: `
Interface: 192.0.2.10 --- 0xb
  Internet Address      Physical Address      Type
`,
    row: (i) => `  ${left(host(i), 22)}${left(mac(i, '-'), 22)}dynamic   `,
  },
  {
    name: 'windows route print',
    kind: 'routes',
    head: `===========================================================================
Interface List
 11...00 00 5e 00 53 0b ......Example Ethernet Adapter
  1...........................Software Loopback Interface 1
===========================================================================

IPv4 Route Table
===========================================================================
Active Routes:
Network Destination        Netmask          Gateway       Interface  Metric
`,
    row: (i) =>
      `${right(net(i), 17)}    255.255.255.0${right(gate(i), 17)}${right('192.0.2.10', 17)}${right(String(20 + (i % 90)), 7)}`,
    tail: `===========================================================================
Persistent Routes:
  None
`,
  },
]

/** Every layout with that many rows. */
export function tables(rows: number, seed = 0): Table[] {
  return LAYOUTS.map((layout) => table(layout, rows, seed))
}

/** The table of one layout. */
export function tableOf(name: string, rows: number, seed = 0): Table {
  const layout = LAYOUTS.find((one) => one.name === name)
  if (layout === undefined) throw new Error(`no layout ${name}`)
  return table(layout, rows, seed)
}

function table({ name, kind, head, row, tail = '' }: Layout, rows: number, seed: number): Table {
  const lines = Array.from({ length: rows }, (_, i) => row(i + seed))
  // A text that was read from a file is flat; a joined one would be flattened inside the first measurement.
  const text = new TextDecoder().decode(
    new TextEncoder().encode(`${head}${lines.join('\n')}\n${tail}`),
  )
  return { name, kind, text }
}
