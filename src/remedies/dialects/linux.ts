import type { Host } from '../../model/host.js'
import type { Route } from '../../model/route.js'
import {
  address,
  type Built,
  cidr,
  command,
  hardware,
  integer,
  mask,
  name,
  network,
  nothing,
  oneOf,
  type Part,
  words,
} from '../command.js'
import type { Commands, Dialect, Entry, Form, Step, Target } from '../dialect.js'
import { linuxAlias, linuxUnalias } from './linux-alias.js'
import { readIpRouteDelete, readNetToolsDelete, tableOf } from './linux-route.js'

/** Types, scopes and protocols by the names that iproute2 prints. */
const TYPES = [
  'anycast',
  'blackhole',
  'broadcast',
  'local',
  'multicast',
  'prohibit',
  'throw',
  'unreachable',
]
const SCOPES = ['global', 'host', 'link', 'nowhere', 'site']
const PROTOCOLS = ['bird', 'boot', 'dhcp', 'kernel', 'ra', 'static', 'zebra']

/** Aliases such as `lo:1` never stand in a table; the device is what comes before the colon. */
const device = (text: string | undefined): Part => name(text?.split(':')[0], 'interface name')

const ip = (family: 4 | 6): Part => (family === 6 ? words`ip -6` : words`ip`)

function destination({ prefix, shape }: Target): Part {
  return shape === 'default' ? words`default` : cidr(prefix)
}

function typeOf({ row }: Target): Part {
  return row.type === undefined || row.type === 'unicast'
    ? nothing
    : oneOf(row.type, TYPES, 'route type')
}

function viaOf({ gateway, prefix }: Target): Part {
  if (gateway === undefined) return nothing
  const other = gateway.includes(':') !== (prefix.family === 6)
  return other ? words`via inet6 ${address(gateway)}` : words`via ${address(gateway)}`
}

function inTable(row: Route): Part {
  const table = tableOf(row)
  return table === 'main' ? nothing : words`table ${name(table, 'table name')}`
}

/** A metric of 0 means any to the kernel. */
const hasMetric = (row: Route): boolean => row.metric !== undefined && row.metric > 0

const metricOf = (row: Route): Part =>
  hasMetric(row) ? words`metric ${integer(row.metric)}` : nothing

function deleteForms(target: Target): readonly Form[] {
  const { row, prefix, shape, gateway } = target
  const whole = words`${typeOf(target)} ${destination(target)} ${viaOf(target)} dev ${device(row.interface)} ${inTable(row)}`
  const route = words`${ip(prefix.family)} route del ${whole}`
  const forms: Form[] = [
    { built: command`${route}` },
    ...(hasMetric(row) ? [{ built: command`${route} ${metricOf(row)}` }] : []),
  ]
  const inMain = tableOf(row) === 'main' && (row.type === undefined || row.type === 'unicast')
  if (!inMain || shape !== 'network') return forms
  const on = words`${gateway === undefined ? nothing : words`gw ${address(gateway)}`} dev ${device(row.interface)}`
  if (prefix.family === 4)
    forms.push({
      built: command`route del -net ${network(prefix)} netmask ${mask(prefix.length)} ${on}`,
    })
  // route(8) asks for metric 1 unless told, and an address's own row has 256.
  else
    forms.push({
      built: command`route -6 del ${cidr(prefix)} metric ${integer(row.metric)} dev ${device(row.interface)}`,
    })
  return forms
}

function restore(target: Target): Built {
  const { row, prefix } = target
  const from =
    row.protocol === undefined
      ? nothing
      : words`proto ${oneOf(row.protocol, PROTOCOLS, 'protocol')}`
  // IPv6 knows no scopes; the listing leaves them out.
  const scope =
    row.scope === undefined || prefix.family === 6
      ? nothing
      : words`scope ${oneOf(row.scope, SCOPES, 'scope')}`
  const source = row.source === undefined ? nothing : words`src ${address(row.source)}`
  return command`${ip(prefix.family)} route add ${typeOf(target)} ${destination(target)} ${viaOf(target)} dev ${device(row.interface)} ${inTable(row)} ${from} ${scope} ${source} ${metricOf(row)}`
}

function reads(argv: readonly string[]) {
  return argv[0] === 'ip' ? readIpRouteDelete(argv) : readNetToolsDelete(argv)
}

const neigh = ({ family, address: c, interface: on }: Entry, verb: Part): Built =>
  command`${ip(family)} neigh ${verb} ${address(c)} dev ${device(on)}`

function forget(entry: Entry): readonly Form[] {
  const byNeigh = { built: neigh(entry, words`del`) }
  return entry.family === 6
    ? [byNeigh]
    : [{ built: command`arp -d ${address(entry.address)}` }, byNeigh]
}

function unpublish(entry: Entry): readonly Form[] {
  const byNeigh = { built: neigh(entry, words`del proxy`) }
  return entry.family === 6
    ? [byNeigh]
    : [
        { built: command`arp -i ${device(entry.interface)} -d ${address(entry.address)} pub` },
        byNeigh,
      ]
}

function pin(entry: Entry): readonly Form[] {
  const { family, address: c, mac, interface: on } = entry
  const byNeigh = {
    built: command`${ip(family)} neigh replace ${address(c)} lladdr ${hardware(mac, 'colons')} nud permanent dev ${device(on)}`,
  }
  return family === 6
    ? [byNeigh]
    : [{ built: command`arp -s ${address(c)} ${hardware(mac, 'colons')}` }, byNeigh]
}

const SETTING = /^net\.ipv4\.conf\.([A-Za-z0-9][A-Za-z0-9_@-]{0,14})\.arp_(ignore|announce)$/

/** One kernel parameter; `before` is what it was. */
function silence(setting: string, value: number, before?: string): Step {
  const [, scope, which] = SETTING.exec(setting) ?? []
  const key = words`net.ipv4.conf.${name(scope, 'parameter')}.arp_${oneOf(which, ['announce', 'ignore'], 'parameter')}`
  const was = before !== undefined && /^\d$/.test(before) ? Number(before) : undefined
  return {
    title:
      which === 'announce'
        ? 'Keep the host from announcing the address when it asks for others'
        : 'Keep the host from answering ARP requests for the address',
    built: command`sysctl -w ${key}=${integer(value)}`,
    undo: command`sysctl -w ${key}=${integer(was)}`,
    lasts: 'until-reboot',
    note: 'write it into /etc/sysctl.conf too, so that it outlives a reboot',
  }
}

function commands(_host: Host): Commands {
  return {
    shell: 'sh',
    rights: 'root (CAP_NET_ADMIN)',
    deleteForms,
    reads,
    restore,
    unalias: linuxUnalias,
    alias: linuxAlias,
    atBoot: {
      title:
        'Give the address the length /32 in the distribution’s network set-up too, or the row comes back at the next boot',
      note: 'and net.ipv4.conf.all.arp_ignore=1, net.ipv4.conf.all.arp_announce=2 in /etc/sysctl.conf',
    },
    forget,
    unpublish,
    publish: (entry) => neigh(entry, words`add proxy`),
    pin,
    show: (family) => (family === 6 ? command`ip -6 neigh` : command`arp -an`),
    ping: (c) =>
      c.includes(':') ? command`ping -6 -c 3 ${address(c)}` : command`ping -c 3 ${address(c)}`,
    capture: () => command`ip route show table all`,
    silence,
    whoAnswers: ({ address: c, interface: on, family }) =>
      family === 6
        ? command`ndisc6 -m ${address(c)} ${device(on)}`
        : command`arping -c 3 -I ${device(on)} ${address(c)}`,
  }
}

/** Linux, with iproute2 first and net-tools beside it. */
export const linux: Dialect = { platform: 'linux', commands }
