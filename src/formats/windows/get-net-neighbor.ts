import type { Neighbor } from '../../model/neighbor.js'
import type { Open } from '../../model/open.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import { readMac } from '../../net/mac.js'
import type { Row } from '../../text/row.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { neighborType, ZERO_MAC } from './neighbor-types.js'
import { type Cmdlet, detectCmdlet, PowerShellReader, type Properties } from './powershell.js'
import { hasShape } from './powershell-table.js'

const cmdlet: Cmdlet = {
  shapes: {
    AddressFamily: 'word',
    ifIndex: 'number',
    InterfaceAlias: 'text',
    InterfaceIndex: 'number',
    IPAddress: 'address',
    LinkLayerAddress: 'mac',
    PolicyStore: 'word',
    State: 'word',
    Store: 'word',
  },
  key: ['IPAddress', 'LinkLayerAddress', 'State'],
  build,
}

/** States by their number, as the JSON of PowerShell 5 has them. */
const STATES = ['Unreachable', 'Incomplete', 'Probe', 'Delay', 'Stale', 'Reachable', 'Permanent']

function build(out: Output, properties: Properties, span: Span): Neighbor | undefined {
  const address = properties.get('ipaddress') ?? ''
  const network = readAddress(address)
  if (network === undefined) {
    out.diagnose('bad-address', { text: address, column: 'address' }, span)
    return undefined
  }
  const text = properties.get('linklayeraddress') ?? ''
  const mac = readHardware(text)
  if (text !== '' && mac === undefined) {
    out.diagnose('bad-mac', { text }, span)
    return undefined
  }
  const printed = properties.get('state') ?? ''
  const state = STATES[/^\d$/.test(printed) ? Number(printed) : -1] ?? printed
  const type = neighborType(state)
  const record: Open<Neighbor> = {
    address: network.address,
    mac: mac === undefined || mac === ZERO_MAC ? null : mac,
    span,
  }
  if (network.zone !== undefined) record.zone = network.zone
  addInterface(record, properties)
  if (state !== '') record.state = state
  if (type !== undefined) record.type = type
  else out.diagnose('unknown-word', { text: state, column: 'state' }, span)
  if (type === 'static') record.static = true
  if (mac === ZERO_MAC || (mac === undefined && type === 'invalid')) record.incomplete = true
  else if (mac === undefined && record.index !== BUILT_IN_LOOPBACK)
    out.diagnose('bad-mac', { text }, span)
  return record
}

/** The built-in loopback interface has this index, and its rows no hardware address. */
const BUILT_IN_LOOPBACK = 1

function addInterface(record: Open<Neighbor>, properties: Properties): void {
  const at = properties.get('ifindex') ?? properties.get('interfaceindex') ?? ''
  const alias = properties.get('interfacealias') ?? ''
  const hasIndex = /^\d{1,9}$/.test(at)
  if (hasIndex || alias !== '') record.interface = hasIndex ? at : alias
  if (hasIndex) record.index = Number(at)
}

/** `00-00-5E-00-53-01`, or without hyphens as Windows 8 and Server 2012 print it. */
function readHardware(text: string): string | undefined {
  const plain = /^[0-9a-f]{12}$/i.test(text) ? (text.match(/../g) ?? []).join('-') : text
  return readMac(plain, [6, 8, 16])
}

function startsRow(row: Row, index: number): boolean {
  if (!hasShape(row, index, 'number') || !hasShape(row, index + 1, 'address')) return false
  const state = row.kind(index + 2) === 'mac' ? index + 3 : index + 2
  return hasShape(row, state, 'word') && neighborType(row.cell(state)) !== undefined
}

/** `Get-NetNeighbor` of PowerShell. */
export const windowsGetNetNeighbor = {
  id: 'windows-get-net-neighbor',
  kind: 'neighbors',
  platform: 'windows',
  title: 'Get-NetNeighbor of PowerShell',
  commands: [
    'Get-NetNeighbor',
    'Get-NetNeighbor | Format-List',
    'Get-NetNeighbor | ConvertTo-Json',
  ],
  insteadOf: 'windows-arp',
  about: `A table of interface index, address, hardware address and state, or a list, CSV or JSON of more properties. Names
and states are English in every language. Permanent entries are groups and those made by hand. On the loopback interface
the hardware address is blank. Windows 8, Server 2012 and later.`,
  cues: [
    'LinkLayerAddress',
    '"LinkLayerAddress":',
    'number ipv4',
    'number ipv6',
    'word none',
    'word word',
  ],
  fromCommand: /\bGet-NetNeighbor\b/i,
  detect: (sample: Sample): Verdict | undefined => detectCmdlet(sample, cmdlet),
  reader: (out: Output) => new PowerShellReader(out, cmdlet),
  startsRow,
  expects: 'an interface index, an address, a hardware address and a state',
} as const satisfies Format
