/** Hosts of several systems as the lines of NDJSON that the benchmark checks. */

const VIP = '192.0.2.99'

interface HostLine {
  readonly name: string
  readonly captures: readonly { readonly text: string }[]
}

/** The captures of the host of that number and own address; every tenth host has the fault. */
type Make = (own: string, isFaulty: boolean) => readonly string[]

const AIX_HEAD = `Routing tables
Destination        Gateway           Flags   Refs     Use  If   Exp  Groups

Route Tree for Protocol Family 2 (Internet):
`

const aix: Make = (own, isFaulty) => [
  AIX_HEAD +
    lines([
      'default            192.0.2.1         UG        7    884213 en0      -      -',
      `192.0.2.0/26       ${own.padEnd(17)} U         3    120041 en0      -      -`,
      ...(isFaulty
        ? [`192.0.2/24         ${VIP}        U         0        12 lo0      -      -`]
        : []),
      `${own.padEnd(18)} 127.0.0.1         UGHS      2     31007 lo0      -      -`,
      '127/8              127.0.0.1         U         9    902114 lo0      -      -',
    ]),
]

const linux: Make = (own, isFaulty) => [
  lines([
    'default via 192.0.2.1 dev eth0 proto static',
    `192.0.2.0/26 dev eth0 proto kernel scope link src ${own}`,
    ...(isFaulty ? [`192.0.2.0/24 dev lo proto kernel scope link src ${VIP}`] : []),
  ]),
  lines([
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000',
    '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
    '    inet 127.0.0.1/8 scope host lo',
    '       valid_lft forever preferred_lft forever',
    `    inet ${VIP}/32 scope global lo:1`,
    '       valid_lft forever preferred_lft forever',
    '2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000',
    '    link/ether 00:00:5e:00:53:0a brd ff:ff:ff:ff:ff:ff',
    `    inet ${own}/26 brd 192.0.2.63 scope global eth0`,
    '       valid_lft forever preferred_lft forever',
  ]),
  lines([
    '192.0.2.1 dev eth0 lladdr 00:00:5e:00:53:01 REACHABLE',
    '192.0.2.61 dev eth0 lladdr 00:00:5e:00:53:3d STALE',
  ]),
]

const RULE = '='.repeat(75)

const windows: Make = (own, isFaulty) => [
  lines([
    RULE,
    'Interface List',
    ' 11...00 00 5e 00 53 0b ......Example Ethernet Adapter',
    ' 12...02 00 4c 4f 4f 50 ......Microsoft Loopback Adapter',
    '  1...........................Software Loopback Interface 1',
    RULE,
    '',
    'IPv4 Route Table',
    RULE,
    'Active Routes:',
    'Network Destination        Netmask          Gateway       Interface  Metric',
    windowsRow(['0.0.0.0', '0.0.0.0', '192.0.2.1', own, '276']),
    windowsRow(['127.0.0.0', '255.0.0.0', 'On-link', '127.0.0.1', '306']),
    windowsRow(['192.0.2.0', '255.255.255.192', 'On-link', own, '276']),
    ...(isFaulty ? [windowsRow(['192.0.2.0', '255.255.255.0', 'On-link', VIP, '286'])] : []),
    windowsRow([VIP, '255.255.255.255', 'On-link', VIP, '286']),
    windowsRow([own, '255.255.255.255', 'On-link', own, '276']),
    RULE,
    'Persistent Routes:',
    '  None',
  ]),
  lines([
    '',
    `Interface: ${own} --- 0xb`,
    '  Internet Address      Physical Address      Type',
    '  192.0.2.1             00-00-5e-00-53-01     dynamic   ',
    '  192.0.2.63            ff-ff-ff-ff-ff-ff     static    ',
  ]),
]

function windowsRow([
  network = '',
  mask = '',
  gateway = '',
  card = '',
  metric = '',
]: readonly string[]): string {
  const wide = [network, mask, gateway, card].map((cell) => cell.padStart(17)).join('')
  return `${wide}${metric.padStart(7)}`
}

function lines(list: readonly string[]): string {
  return `${list.join('\n')}\n`
}

const SYSTEMS: Readonly<Record<string, Make>> = { aix, linux, windows }

/** Lines of so many hosts of each system alone, and of all of them by turns. */
export function hostLines(count: number): Readonly<Record<string, readonly string[]>> {
  const makes = Object.values(SYSTEMS)
  const all: Record<string, readonly string[]> = { 'all systems': linesOf(makes, count) }
  for (const [name, make] of Object.entries(SYSTEMS)) all[name] = linesOf([make], count)
  return all
}

function linesOf(makes: readonly Make[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const make = makes[i % makes.length]
    const own = `192.0.2.${2 + (i % 58)}`
    const texts = make?.(own, i % 10 === 0) ?? []
    const host: HostLine = { name: `web${i}`, captures: texts.map((text) => ({ text })) }
    return JSON.stringify(host)
  })
}
