import type { Host } from '../../model/host.js'
import {
  address,
  command,
  hardware,
  integer,
  mask,
  name,
  network,
  nothing,
  notPublished,
  octets,
  type Part,
  words,
} from '../command.js'
import type { Alias, Commands, Dialect, Form, Step, Target } from '../dialect.js'
import { readBsdDelete } from './bsd-route.js'
import { isNatural, octetCount } from './row.js'

const WPAR_LIMIT = 25

const wparName = (host: Host): Part => name(host.wpar, 'WPAR name', WPAR_LIMIT)

/** `-@ web1` names the routes of a workload partition from the global environment. */
const inWpar = (host: Host): Part =>
  host.wpar === undefined ? nothing : words`-@ ${wparName(host)}`

/** What is looked for; `spelled` says the mask even where the class implies it. */
function destination({ prefix, shape }: Target, spelled: boolean): Part {
  const family = prefix.family === 6 ? words`-inet6` : nothing
  if (shape === 'default') return words`${family} default`
  if (shape === 'host') return words`${family} -host ${network(prefix)}`
  if (prefix.family === 6)
    return words`-inet6 -net ${network(prefix)} -prefixlen ${integer(prefix.length)}`
  const netmask = spelled ? words`-netmask ${mask(prefix.length)}` : nothing
  return words`-net ${network(prefix)} ${netmask}`
}

function deleteForms(target: Target, host: Host): readonly Form[] {
  const { prefix, shape, gateway } = target
  const form = (looked: Part): Form => ({
    built: command`route delete ${looked} ${address(gateway)} ${inWpar(host)}`,
  })
  const spelled = form(destination(target, true))
  if (shape !== 'network' || prefix.family === 6) return [spelled]
  const abbreviated = form(words`${octets(prefix)}/${integer(prefix.length)}`)
  if (isNatural(prefix)) return [form(destination(target, false)), spelled, abbreviated]
  const byOctets = octetCount(prefix) * 8 === prefix.length && prefix.length > 8
  return [spelled, abbreviated, ...(byOctets ? [form(words`-net ${octets(prefix)}`)] : [])]
}

/** The guide's page has `-net N C`, which is right for a natural mask; the technote for AIX 5 writes the length. */
function documented({ prefix, gateway }: Target) {
  if (prefix.family === 6) return { refused: 'the documentation has no IPv6 form' }
  return isNatural(prefix)
    ? command`route delete -net ${network(prefix)} ${address(gateway)}`
    : command`route delete ${octets(prefix)}/${integer(prefix.length)} ${address(gateway)}`
}

function unalias({ vip, family, interface: carrier, prefixLength, host }: Alias): Step {
  const on = name(carrier ?? 'lo0', 'interface name')
  const netmask = mask(prefixLength ?? -1)
  const common = { title: `Take ${vip} off its interface`, lasts: 'until-reboot' } as const
  if (host.wpar !== undefined)
    return {
      ...common,
      built: command`chwpar -K -N address=${address(vip)} ${wparName(host)}`,
      undo: command`chwpar -N interface=${on} address=${address(vip)} netmask=${netmask} ${wparName(host)}`,
      lasts: 'persistent',
    }
  if (family === 6)
    return {
      ...common,
      built: command`ifconfig ${on} inet6 ${address(vip)} delete`,
      undo: command`ifconfig ${on} inet6 ${address(vip)}/${integer(prefixLength)} alias`,
    }
  return {
    ...common,
    built: command`ifconfig ${on} ${address(vip)} delete`,
    undo: command`ifconfig ${on} alias ${address(vip)} netmask ${netmask}`,
    instead: [{ built: command`ifconfig ${on} delete ${address(vip)}` }],
  }
}

/** The documentation's two commands; it prints the second with 255.255.255.0, which makes the extra route itself. */
function wparAlias({ vip, gateway, host }: Alias): readonly Step[] {
  const default_ = words`-I rtdest=default rtgateway=${address(gateway)} ${wparName(host)}`
  const add = words`chwpar -N interface=lo0 address=${address(vip)}`
  return [
    {
      title: 'Give the WPAR routes of its own, with the default route it has',
      built: command`chwpar -i ${default_}`,
      undo: command`chwpar -K ${default_}`,
      lasts: 'persistent',
    },
    {
      title: `Give the WPAR ${vip} on the loopback, with a host mask`,
      built: command`${add} netmask=255.255.255.255 ${wparName(host)}`,
      undo: command`chwpar -K -N address=${address(vip)} ${wparName(host)}`,
      documented: command`${add} netmask=255.255.255.0 ${wparName(host)}`,
      lasts: 'persistent',
    },
  ]
}

function alias(target: Alias): readonly Step[] {
  const { vip, family, host } = target
  if (host.wpar !== undefined && family === 4) return wparAlias(target)
  const v4 = family === 4
  return [
    {
      title: `Put ${vip} on the loopback with a host mask`,
      built: v4
        ? command`ifconfig lo0 alias ${address(vip)} netmask 255.255.255.255`
        : command`ifconfig lo0 inet6 ${address(vip)}/128 alias`,
      undo: v4
        ? command`ifconfig lo0 ${address(vip)} delete`
        : command`ifconfig lo0 inet6 ${address(vip)} delete`,
      lasts: 'until-reboot',
    },
  ]
}

function commands(host: Host): Commands {
  return {
    shell: 'sh',
    rights: 'root',
    deleteForms: (target) => deleteForms(target, host),
    reads: (argv) => readBsdDelete(argv, { dash: '-', impliedMask: 'octets' }),
    restore: (target) =>
      target.row.flags?.includes('G')
        ? command`route add ${destination(target, true)} ${address(target.gateway)} ${inWpar(host)}`
        : command`route add ${destination(target, true)} -interface ${address(target.gateway)} ${inWpar(host)}`,
    documented,
    unalias,
    alias,
    atBoot: {
      title: 'Change the mask of the alias in /etc/rc.net, or the row comes back at the next boot',
      note: 'a route or alias set with smitty or chdev lives in the ODM and is removed with the same tool',
    },
    forget: ({ address: c, family }) => [
      { built: family === 6 ? command`ndp -d ${address(c)}` : command`arp -d ${address(c)}` },
    ],
    unpublish: ({ address: c, family }) => [
      { built: family === 6 ? command`ndp -d ${address(c)}` : command`arp -d ${address(c)}` },
    ],
    publish: ({ address: c, mac, family }) =>
      family === 6
        ? notPublished
        : command`arp -s ether ${address(c)} ${hardware(mac, 'short')} pub`,
    pin: ({ address: c, mac, family }) => [
      {
        built:
          family === 6
            ? command`ndp -s ${address(c)} ${hardware(mac, 'short')}`
            : command`arp -s ether ${address(c)} ${hardware(mac, 'short')}`,
      },
    ],
    show: (family) => (family === 6 ? command`ndp -a` : command`arp -a`),
    ping: (c) => command`ping -c 3 ${address(c)}`,
    capture: () => command`netstat -rn`,
  }
}

/** AIX, and its workload partitions. */
export const aix: Dialect = { platform: 'aix', commands }
