import type { InterfaceAddress } from '../../model/interface.js'
import type { Open } from '../../model/open.js'
import type { Span } from '../../model/span.js'
import { readAddress } from '../../net/address.js'
import { readLength } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { type Cmdlet, detectCmdlet, PowerShellReader, type Properties } from './powershell.js'
import { hasShape } from './powershell-table.js'

const cmdlet: Cmdlet = {
  shapes: {
    AddressFamily: 'word',
    AddressState: 'word',
    ifIndex: 'number',
    InterfaceAlias: 'text',
    InterfaceIndex: 'number',
    IPAddress: 'address',
    PolicyStore: 'word',
    PreferredLifetime: 'text',
    PrefixLength: 'number',
    PrefixOrigin: 'word',
    SkipAsSource: 'word',
    Store: 'word',
    SuffixOrigin: 'word',
    Type: 'word',
    ValidLifetime: 'text',
  },
  key: ['IPAddress', 'PrefixLength'],
  build,
}

/** Address states by their number, as the JSON of PowerShell 5 has them. */
const STATES = ['invalid', 'tentative', 'duplicate', 'deprecated', 'preferred']

function build(out: Output, properties: Properties, span: Span): InterfaceAddress | undefined {
  const text = properties.get('ipaddress') ?? ''
  const network = readAddress(text)
  if (network === undefined) {
    out.diagnose('bad-address', { text, column: 'address' }, span)
    return undefined
  }
  const { family, address, zone } = network
  const printed = properties.get('prefixlength') ?? ''
  const length = readLength(printed, family === 4 ? 32 : 128)
  if (length < 0) {
    out.diagnose('bad-length', { text: printed }, span)
    return undefined
  }
  const at = properties.get('ifindex') ?? properties.get('interfaceindex') ?? ''
  const alias = properties.get('interfacealias') ?? ''
  const record: Open<InterfaceAddress> = {
    family,
    interface: alias === '' ? at : alias,
    address,
    prefixLength: length,
    span,
  }
  if (zone !== undefined) record.zone = zone
  if (/^\d{1,9}$/.test(at)) record.index = Number(at)
  if (isLoopback(address, alias)) record.loopback = true
  const state = stateOf(properties.get('addressstate') ?? '')
  if (state !== '' && state !== 'preferred') record.attributes = [state]
  return record
}

function stateOf(printed: string): string {
  return STATES[/^\d$/.test(printed) ? Number(printed) : -1] ?? printed.toLowerCase()
}

/** The built-in loopback interface; its name is the same in every language. */
function isLoopback(address: string, alias: string): boolean {
  return address.startsWith('127.') || address === '::1' || alias.startsWith('Loopback Pseudo-')
}

function startsRow(row: Row, index: number): boolean {
  return (
    hasShape(row, index, 'number') &&
    hasShape(row, index + 1, 'address') &&
    hasShape(row, index + 2, 'number') &&
    hasShape(row, index + 3, 'word') &&
    hasShape(row, index + 4, 'word') &&
    hasShape(row, index + 5, 'word')
  )
}

/** `Get-NetIPAddress` of PowerShell. */
export const windowsGetNetIpAddress = {
  id: 'windows-get-net-ip-address',
  kind: 'addresses',
  platform: 'windows',
  title: 'Get-NetIPAddress of PowerShell',
  commands: [
    'Get-NetIPAddress',
    'Get-NetIPAddress | Format-Table',
    'Get-NetIPAddress | ConvertTo-Json',
  ],
  insteadOf: 'windows-ipconfig',
  about: `A list of properties for each address, or a table, CSV or JSON. Property names are English in every language.
The prefix length is always there, hardware addresses never are. Windows 8, Server 2012 and later.`,
  cues: [
    'IPAddress',
    '"IPAddress":',
    'PrefixLength',
    '"PrefixLength":',
    'number ipv4',
    'number ipv6',
    'word none',
    'word word',
  ],
  fromCommand: /\bGet-NetIPAddress\b/i,
  detect: (sample: Sample): Verdict | undefined => detectCmdlet(sample, cmdlet),
  reader: (out: Output) => new PowerShellReader(out, cmdlet),
  startsRow,
  expects: 'the properties of an address',
} as const satisfies Format
