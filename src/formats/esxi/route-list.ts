import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import { readAddress } from '../../net/address.js'
import { readLength } from '../../net/cidr.js'
import { formatIPv4Cidr, maskLength } from '../../net/ipv4.js'
import { textMemo } from '../../text/cell-memo.js'
import type { Row } from '../../text/row.js'
import { type Destination, ipv4At } from '../cells.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample, SampleLine } from '../sample.js'
import { GatewayColumn, holdsNoAddress, isDefault, isInterfaceName } from '../unix/cells.js'

const SOURCE = /^[A-Z][A-Z0-9_]{1,20}$/
const ON_LINK: Gateway = { kind: 'onlink' }

function detect(sample: Sample): Verdict | undefined {
  if (sample.match(/VMkernel Routes:/))
    return { score: 0.97, reasons: ['the title is VMkernel Routes:'] }
  // The words stand side by side here; Windows has others between them.
  if (sample.match(/(?:^|\s)Network\s+(?:Netmask|Prefix)\s+Gateway\s+Interface\b/))
    return {
      score: 0.8,
      reasons: ['the heading is Network, Netmask or Prefix, Gateway, Interface'],
    }
  return sample.count(isRow) > 0
    ? { score: 0.7, reasons: ['rows name an interface vmkN'] }
    : undefined
}

function isRow(line: SampleLine): boolean {
  const { cells } = line
  const first = line.kind(0)
  if (first !== 'ipv4' && first !== 'ipv6' && cells[0] !== 'default') return false
  return cells.length < 7 && cells.slice(3, 5).some((cell) => /^vmk\d+$/.test(cell))
}

class RouteListReader implements Reader {
  private readonly out: Output
  private readonly gateways: GatewayColumn
  private readonly words = textMemo()

  constructor(out: Output) {
    this.out = out
    this.gateways = new GatewayColumn(out)
  }

  /**
   * ```
   * 192.0.2.0        255.255.255.0    Local Subnet     vmk0                esxcfg-route -l
   * default          0.0.0.0          192.0.2.1        vmk0       DHCP     esxcli
   * 2001:db8::       32               ::               vmk1       MANUAL   esxcli, IPv6
   * ```
   */
  read(row: Row): Reading {
    const local = row.is(2, 'Local') && row.is(3, 'Subnet')
    const device = local ? 4 : 3
    if (!isInterfaceName(row, device) || row.count > device + 2) return readTitle(row)
    const network = destinationOf(row)
    if (network === undefined || !(local || readAddress(row.cell(2)))) return undefined
    const { out } = this
    const route: Open<Route> = {
      family: network.family,
      destination: network.destination,
      gateway: local || isZero(row, 2) ? ON_LINK : this.gateways.at(row, 2),
      interface: this.words.at(row, device),
      span: out.span(),
    }
    if (row.count > device + 1) {
      if (!SOURCE.test(row.cell(device + 1))) return undefined
      route.protocol = this.words.at(row, device + 1)
    }
    out.add(route)
    return 'record'
  }
}

function isZero(row: Row, index: number): boolean {
  return row.is(index, '0.0.0.0') || row.is(index, '::')
}

function destinationOf(row: Row): Destination | undefined {
  return row.kind(1) === 'number' ? destination6(row) : destination4(row)
}

function destination4(row: Row): Destination | undefined {
  const mask = ipv4At(row, 1)
  const length = mask < 0 ? -1 : maskLength(mask)
  if (length < 0) return undefined
  const value = isDefault(row, 0) && length === 0 ? 0 : ipv4At(row, 0)
  return value < 0 ? undefined : { family: 4, destination: formatIPv4Cidr(value, length) }
}

function destination6(row: Row): Destination | undefined {
  const length = readLength(row.cell(1), 128)
  if (length < 0) return undefined
  if (isDefault(row, 0)) return length === 0 ? { family: 6, destination: '::/0' } : undefined
  const read = row.kind(0) === 'ipv6' ? readAddress(row.flat(0)) : undefined
  if (read?.family !== 6) return undefined
  const destination = `${read.address}/${length}`
  return read.zone === undefined
    ? { family: 6, destination }
    : { family: 6, destination, zone: read.zone }
}

function readTitle(row: Row): Reading {
  if (row.count > 6 || isDefault(row, 0) || !holdsNoAddress(row)) return undefined
  return row.is(0, 'VMkernel') || row.find('Gateway') > 0 ? 'heading' : undefined
}

/** `esxcli network ip route ipv4 list` and `esxcfg-route -l` of ESXi. */
export const esxiRouteList = {
  id: 'esxi-route-list',
  kind: 'routes',
  platform: 'esxi',
  title: 'esxcli network ip route ipv4 list of ESXi',
  commands: [
    'esxcli network ip route ipv4 list',
    'esxcli network ip route ipv6 list',
    'esxcfg-route -l',
  ],
  captures: ['esxcli network ip route ipv4 list', 'esxcli network ip route ipv6 list'],
  about: `Network, netmask (IPv6: prefix length), gateway, interface and, with esxcli, the source (MANUAL, DHCP), kept as the
protocol. esxcfg-route -l has a title "VMkernel Routes:" and writes "Local Subnet" where the gateway is on the link;
esxcli writes 0.0.0.0.`,
  cues: [
    'VMkernel',
    'Netmask',
    'Prefix',
    'vmk0',
    'vmk1',
    'vmk2',
    'Local',
    'default ipv4',
    'ipv4 ipv4',
    'ipv6 number',
  ],
  fromCommand: /esxcfg-route\s.*-l|esxcli\s+network\s+ip\s+route/,
  detect,
  reader: (out: Output) => new RouteListReader(out),
  startsRow: (row: Row, index: number) => {
    const local = row.is(index + 2, 'Local') && row.is(index + 3, 'Subnet')
    if (!isInterfaceName(row, local ? index + 4 : index + 3)) return false
    if (!local && row.kind(index + 2) !== 'ipv4' && row.kind(index + 2) !== 'ipv6') return false
    const first = row.kind(index)
    if (row.kind(index + 1) === 'ipv4') return first === 'ipv4' || isDefault(row, index)
    return row.kind(index + 1) === 'number' && (first === 'ipv6' || isDefault(row, index))
  },
  startsHeading: (row: Row, index: number) => row.is(index, 'VMkernel') || row.is(index, 'Network'),
  headed: true,
  expects: 'a network, a mask, a gateway and an interface',
} as const satisfies Format
