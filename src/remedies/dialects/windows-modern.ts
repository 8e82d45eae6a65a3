import type { Host } from '../../model/host.js'
import {
  address,
  type Built,
  cidr,
  command,
  hardware,
  integer,
  isCommand,
  mask,
  name,
  network,
  nothing,
  type Part,
  words,
} from '../command.js'
import type { Adapter, Alias, Commands, Entry, Form, Step, Target } from '../dialect.js'
import { findAdapter, wireAdapter } from './windows-adapter.js'
import { readWindowsDelete } from './windows-route.js'

const NAME_LIMIT = 64

/** A connection by a name that needs no quoting and cannot be taken for an index, or else by its index. */
function connection({ index, name: label }: Adapter): Part {
  const isNumber = label !== undefined && /^\d+$/.test(label)
  const byName = name(isNumber ? undefined : label, 'adapter name or index', NAME_LIMIT)
  return index === undefined || isCommand(command`${byName}`) ? byName : integer(index)
}

const ipv = (family: 4 | 6): Part => (family === 6 ? words`ipv6` : words`ipv4`)

/** The gateway column, or where it says On-link the adapter's own address: the manual defines it so. */
const gatewayWord = ({ gateway, row }: Target): Part => address(gateway ?? row.interface)

/** The index where there is one: it never needs quoting. */
const indexFirst = ({ index, name: label }: Adapter): Adapter =>
  index === undefined ? (label === undefined ? {} : { name: label }) : { index }

function deleteForms(target: Target): readonly Form[] {
  const { prefix, adapter, gateway } = target
  const byIndex = integer(adapter.index)
  const powershell: Form = {
    built: command`Remove-NetRoute -DestinationPrefix ${cidr(prefix)} -InterfaceIndex ${byIndex} -Confirm:$false`,
    shell: 'powershell',
  }
  if (prefix.family === 6) {
    const hop = gateway === undefined ? nothing : address(gateway)
    return [
      { built: command`route -6 delete ${cidr(prefix)} ${hop} if ${byIndex}` },
      { built: command`netsh interface ipv6 delete route ${cidr(prefix)} ${byIndex} ${hop}` },
      powershell,
    ]
  }
  const hop = gateway === undefined ? words`0.0.0.0` : address(gateway)
  const on = connection(indexFirst(adapter))
  const route = words`route delete ${network(prefix)} mask ${mask(prefix.length)}`
  return [
    { built: command`${route} ${gatewayWord(target)}` },
    {
      built: command`netsh interface ipv4 delete route prefix=${cidr(prefix)} interface=${on} nexthop=${hop}`,
    },
    { built: command`${route} ${hop} if ${byIndex}` },
    powershell,
  ]
}

/** The index where there is one: it never needs quoting. */
function restore(target: Target): Built {
  const { prefix, saved, adapter } = target
  const add = saved ? words`-p add` : words`add`
  return prefix.family === 6
    ? command`route -6 ${add} ${cidr(prefix)} ${target.gateway === undefined ? words`::` : address(target.gateway)} if ${integer(adapter.index)}`
    : command`route ${add} ${network(prefix)} mask ${mask(prefix.length)} ${gatewayWord(target)}`
}

function unalias({ vip, family, prefixLength, adapter }: Alias): Step {
  const netsh = words`netsh interface ${ipv(family)}`
  const on = connection(adapter)
  return {
    title: `Take ${vip} off the adapter it stands on`,
    built: command`${netsh} delete address ${on} ${address(vip)}`,
    undo:
      family === 6
        ? command`${netsh} add address ${on} ${address(vip)}/${integer(prefixLength)}`
        : command`${netsh} add address ${on} ${address(vip)} ${mask(prefixLength ?? -1)}`,
    lasts: 'persistent',
  }
}

/** Since Vista packets for the alias are dropped unless both adapters are weak hosts. */
function weakHost(on: Part, family: 4 | 6, which: Part, title: string): Step {
  const set = words`netsh interface ${ipv(family)} set interface ${on}`
  return {
    title,
    built: command`${set} ${which}=enabled`,
    undo: command`${set} ${which}=disabled`,
    lasts: 'persistent',
  }
}

function alias({ vip, family, adapter, host }: Alias): readonly Step[] {
  const on = connection(adapter)
  const netsh = words`netsh interface ${ipv(family)}`
  const receive = words`weakhostreceive`
  return [
    {
      title: `Put ${vip} on the loopback adapter with a host mask`,
      built:
        family === 6
          ? command`${netsh} add address ${on} ${address(vip)}/128`
          : command`${netsh} add address ${on} ${address(vip)} 255.255.255.255`,
      undo: command`${netsh} delete address ${on} ${address(vip)}`,
      lasts: 'persistent',
    },
    weakHost(
      connection(wireAdapter(host)),
      family,
      receive,
      'Let the card take packets for the loopback’s address',
    ),
    weakHost(on, family, receive, 'Let the loopback adapter take packets that came by the card'),
    weakHost(
      on,
      family,
      words`weakhostsend`,
      'Let the loopback adapter’s address answer through the card',
    ),
  ]
}

const neighbors = ({ family, adapter, address: c }: Entry, verb: Part): Part =>
  words`netsh interface ${ipv(family)} ${verb} neighbors ${connection(indexFirst(adapter))} ${address(c)}`

function forget(entry: Entry): readonly Form[] {
  const netsh = { built: command`${neighbors(entry, words`delete`)}` }
  return entry.family === 6
    ? [netsh]
    : [{ built: command`arp -d ${address(entry.address)}` }, netsh]
}

function pin(entry: Entry): readonly Form[] {
  const mac = hardware(entry.mac, 'hyphens')
  const netsh = { built: command`${neighbors(entry, words`add`)} ${mac}` }
  return entry.family === 6
    ? [netsh]
    : [{ built: command`arp -s ${address(entry.address)} ${mac}` }, netsh]
}

/** Vista, 2008 and later. */
export function modernCommands(host: Host): Commands {
  return {
    shell: 'cmd',
    rights: 'Administrators (elevated prompt)',
    deleteForms,
    adapter: (query) => findAdapter(host, query),
    reads: readWindowsDelete,
    restore,
    documented: ({ prefix, vip }) =>
      prefix.family === 6
        ? { refused: 'the documentation has no IPv6 form' }
        : command`route delete ${network(prefix)} ${address(vip)}`,
    unalias,
    alias,
    atBoot: {
      title: 'netsh keeps the address over a reboot; nothing else is to be changed',
      note: 'without weakhostreceive on the card, and weakhostreceive and weakhostsend on the loopback adapter, packets for the address are dropped',
    },
    forget,
    unpublish: forget,
    publish: () => ({ refused: 'Windows has no command that publishes an entry' }),
    pin,
    show: (family) =>
      family === 6 ? command`netsh interface ipv6 show neighbors` : command`arp -a`,
    ping: (c) => (c.includes(':') ? command`ping -6 ${address(c)}` : command`ping ${address(c)}`),
    capture: () => command`route print`,
  }
}
