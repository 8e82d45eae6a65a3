import type { Open } from '../../model/open.js'
import type { Gateway, Route } from '../../model/route.js'
import type { Span } from '../../model/span.js'
import { readCidr } from '../../net/cidr.js'
import type { Row } from '../../text/row.js'
import { addressGateway } from '../cells.js'
import type { Format, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { type Cmdlet, detectCmdlet, PowerShellReader, type Properties } from './powershell.js'
import { hasShape } from './powershell-table.js'
import { ONLINK } from './route-row.js'

const cmdlet: Cmdlet = {
  shapes: {
    AddressFamily: 'word',
    AdminDistance: 'number',
    Caption: 'text',
    CompartmentId: 'number',
    Description: 'text',
    DestinationAddress: 'text',
    DestinationPrefix: 'prefix',
    ElementName: 'text',
    ifIndex: 'number',
    ifMetric: 'number',
    InstanceID: 'text',
    InterfaceAlias: 'text',
    InterfaceIndex: 'number',
    InterfaceMetric: 'number',
    IsStatic: 'text',
    NextHop: 'address',
    PolicyStore: 'word',
    PreferredLifetime: 'text',
    Protocol: 'word',
    Publish: 'word',
    RouteMetric: 'number',
    State: 'word',
    Store: 'word',
    TypeOfRoute: 'text',
    ValidLifetime: 'text',
  },
  key: ['DestinationPrefix', 'NextHop'],
  build,
}

/** The persistent store's name, and its number in the JSON of PowerShell 5. */
const PERSISTENT: ReadonlySet<string> = new Set(['0', 'persistentstore'])

function build(out: Output, properties: Properties, span: Span): Route | undefined {
  const prefix = properties.get('destinationprefix') ?? ''
  const network = prefix.includes('/') ? readCidr(prefix) : undefined
  const hop = properties.get('nexthop') ?? ''
  const gateway = nextHop(hop)
  if (network === undefined || gateway === undefined) {
    const [text, column] = network === undefined ? [prefix, 'destination'] : [hop, 'next hop']
    out.diagnose('bad-address', { text, column }, span)
    return undefined
  }
  const route: Open<Route> = {
    family: network.family,
    destination: network.cidr,
    gateway,
    span,
  }
  if (network.zone !== undefined) route.zone = network.zone
  const at = properties.get('ifindex') ?? properties.get('interfaceindex')
  const name = at !== undefined && /^\d+$/.test(at) ? at : properties.get('interfacealias')
  if (name !== undefined && name !== '') route.interface = name
  const metric = properties.get('routemetric') ?? ''
  if (/^\d{1,10}$/.test(metric)) route.metric = Number(metric)
  const protocol = properties.get('protocol')
  if (protocol !== undefined && protocol !== '') route.protocol = protocol
  const store = properties.get('policystore') ?? properties.get('store') ?? ''
  if (PERSISTENT.has(store.toLowerCase())) route.persistent = true
  return route
}

/** 0.0.0.0 and :: say that there is no next hop. */
function nextHop(text: string): Gateway | undefined {
  const gateway = addressGateway(text)
  const isNone =
    gateway?.kind === 'address' && (gateway.address === '0.0.0.0' || gateway.address === '::')
  return isNone ? ONLINK : gateway
}

function startsRow(row: Row, index: number): boolean {
  return (
    hasShape(row, index, 'number') &&
    hasShape(row, index + 1, 'prefix') &&
    hasShape(row, index + 2, 'address') &&
    hasShape(row, index + 3, 'number') &&
    (hasShape(row, index + 4, 'word') || hasShape(row, index + 5, 'word'))
  )
}

/** `Get-NetRoute` of PowerShell. */
export const windowsGetNetRoute = {
  id: 'windows-get-net-route',
  kind: 'routes',
  platform: 'windows',
  title: 'Get-NetRoute of PowerShell',
  commands: ['Get-NetRoute', 'Get-NetRoute | Format-List', 'Get-NetRoute | ConvertTo-Json'],
  insteadOf: 'windows-route-print',
  about: `A table of interface index, destination prefix, next hop and metrics, or a list, CSV or JSON of more properties.
Property names are English in every language. A next hop of 0.0.0.0 or :: is on-link; RouteMetric is without the
interface's metric; PersistentStore marks persistent routes. Windows 8, Server 2012 and later.`,
  cues: [
    '"DestinationPrefix":',
    'DestinationPrefix',
    'NextHop',
    '"NextHop":',
    'number cidr4',
    'number cidr6',
    'word none',
    'word word',
  ],
  fromCommand: /\bGet-NetRoute\b/i,
  detect: (sample: Sample): Verdict | undefined => detectCmdlet(sample, cmdlet),
  reader: (out: Output) => new PowerShellReader(out, cmdlet),
  startsRow,
  expects: 'an interface index, a prefix, a next hop and metrics',
} as const satisfies Format
