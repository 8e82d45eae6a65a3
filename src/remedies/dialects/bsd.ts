import type { Host } from '../../model/host.js'
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
  type Part,
  words,
} from '../command.js'
import type { Advice, Alias, Commands, Entry, Form, Step, Target } from '../dialect.js'
import { readBsdDelete } from './bsd-route.js'

/** What tells the BSDs' commands apart. */
export interface BsdOptions {
  readonly atBoot: Advice
  /** Takes a published entry away, the first to prefer. */
  readonly unpublish: (entry: Entry, version: number | undefined) => readonly Built[]
  /** Rows with flag I are reached only with `-ifscope`. */
  readonly scoped?: true
  /** One more way to take an alias off. */
  readonly unaliasToo?: (on: Part, vip: Part) => Built
}

/** Link-level and interface rows have no gateway address: the interface takes its place. */
function gatewayOf({ gateway, row }: Target): Part {
  return gateway === undefined
    ? words`-interface ${name(row.interface, 'interface name')}`
    : address(gateway)
}

function destination({ prefix, shape }: Target): Part {
  const family = prefix.family === 6 ? words`-inet6` : nothing
  if (shape === 'default') return words`${family} default`
  if (shape === 'host') return words`${family} -host ${network(prefix)}`
  return prefix.family === 6
    ? words`-inet6 ${network(prefix)} -prefixlen ${integer(prefix.length)}`
    : words`-net ${cidr(prefix)}`
}

function scopeOf({ row }: Target, { scoped }: BsdOptions): Part {
  return scoped && row.flags?.includes('I')
    ? words`-ifscope ${name(row.interface, 'interface name')}`
    : nothing
}

function deleteForms(target: Target, options: BsdOptions): readonly Form[] {
  const { prefix, shape } = target
  const scope = scopeOf(target, options)
  const form = (built: Built): Form => ({ built })
  const canonical = form(command`route delete ${scope} ${destination(target)} ${gatewayOf(target)}`)
  if (shape !== 'network' || prefix.family === 6 || target.gateway === undefined) return [canonical]
  return [
    canonical,
    form(
      command`route -n delete ${scope} -net ${network(prefix)} ${address(target.gateway)} ${mask(prefix.length)}`,
    ),
  ]
}

function restore(target: Target, options: BsdOptions): Built {
  const { gateway, row } = target
  const direct = row.flags?.includes('G') || gateway === undefined ? nothing : words`-interface`
  return command`route add ${scopeOf(target, options)} ${destination(target)} ${direct} ${gatewayOf(target)}`
}

function unalias(
  { vip, family, interface: carrier, prefixLength }: Alias,
  options: BsdOptions,
): Step {
  const on = name(carrier ?? 'lo0', 'interface name')
  const common = { title: `Take ${vip} off ${carrier ?? 'lo0'}`, lasts: 'until-reboot' } as const
  if (family === 6)
    return {
      ...common,
      built: command`ifconfig ${on} inet6 ${address(vip)} -alias`,
      undo: command`ifconfig ${on} inet6 ${address(vip)} prefixlen ${integer(prefixLength)} alias`,
    }
  const too = options.unaliasToo?.(on, address(vip))
  return {
    ...common,
    built: command`ifconfig ${on} -alias ${address(vip)}`,
    undo: command`ifconfig ${on} alias ${address(vip)} netmask ${mask(prefixLength ?? -1)}`,
    ...(too === undefined ? {} : { instead: [{ built: too }] }),
  }
}

function alias({ vip, family, interface: carrier }: Alias): readonly Step[] {
  const on = name(carrier?.startsWith('lo') ? carrier : 'lo0', 'interface name')
  const v4 = family === 4
  return [
    {
      title: `Put ${vip} on the loopback with a host mask`,
      built: v4
        ? command`ifconfig ${on} alias ${address(vip)} netmask 255.255.255.255`
        : command`ifconfig ${on} inet6 ${address(vip)} prefixlen 128 alias`,
      undo: v4
        ? command`ifconfig ${on} -alias ${address(vip)}`
        : command`ifconfig ${on} inet6 ${address(vip)} -alias`,
      lasts: 'until-reboot',
    },
  ]
}

/** The neighbour cache of IPv6 is ndp's. */
const v6 = ({ family }: Entry): boolean => family === 6

/** The commands that the BSDs and macOS share, with what differs. */
export function bsdCommands(options: BsdOptions, { version }: Host): Commands {
  const { scoped } = options
  const syntax = { dash: '-', impliedMask: 'octets', ...(scoped ? { scoped } : {}) } as const
  return {
    shell: 'sh',
    rights: 'root',
    deleteForms: (target) => deleteForms(target, options),
    reads: (argv) => readBsdDelete(argv, syntax),
    restore: (target) => restore(target, options),
    unalias: (target) => unalias(target, options),
    alias,
    atBoot: options.atBoot,
    forget: (entry) => [
      {
        built: v6(entry)
          ? command`ndp -d ${address(entry.address)}`
          : command`arp -d ${address(entry.address)}`,
      },
    ],
    unpublish: (entry) =>
      v6(entry)
        ? [{ built: command`ndp -d ${address(entry.address)}` }]
        : options.unpublish(entry, majorOf(version)).map((built) => ({ built })),
    publish: ({ address: c, mac, family }) =>
      family === 6
        ? command`ndp -s ${address(c)} ${hardware(mac, 'colons')} proxy`
        : command`arp -s ${address(c)} ${hardware(mac, 'colons')} pub`,
    pin: (entry) => [
      {
        built: v6(entry)
          ? command`ndp -s ${address(entry.address)} ${hardware(entry.mac, 'colons')}`
          : command`arp -s ${address(entry.address)} ${hardware(entry.mac, 'colons')}`,
      },
    ],
    show: (family) => (family === 6 ? command`ndp -an` : command`arp -an`),
    ping: (c) =>
      c.includes(':') ? command`ping6 -c 3 ${address(c)}` : command`ping -c 3 ${address(c)}`,
    capture: () => command`netstat -rn`,
  }
}

function majorOf(version: string | undefined): number | undefined {
  const major = /^\D*(\d{1,3})/.exec(version ?? '')?.[1]
  return major === undefined ? undefined : Number(major)
}

/** `arp -d C` and `arp -d C pub`, for systems that know the word. */
export const plainDelete = ({ address: c }: Entry): Built => command`arp -d ${address(c)}`
export const pubDelete = ({ address: c }: Entry): Built => command`arp -d ${address(c)} pub`
