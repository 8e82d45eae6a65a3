import type { Host } from '../../model/host.js'
import {
  address,
  cidr,
  command,
  hardware,
  integer,
  mask,
  name,
  network,
  nothing,
  notPublished,
  type Part,
  words,
} from '../command.js'
import type { Alias, Commands, Dialect, Form, Step, Target } from '../dialect.js'
import { readBsdDelete } from './bsd-route.js'
import { aliasUnit, isUnit } from './loopback-unit.js'
import { isNatural } from './row.js'

function destination({ prefix, shape }: Target, spelled = true): Part {
  if (shape === 'default') return words`default`
  const kind = shape === 'host' ? words`host` : words`net`
  if (prefix.family === 6)
    return shape === 'host' ? words`host ${network(prefix)}` : words`net ${cidr(prefix)}`
  const netmask = spelled && shape === 'network' ? words`netmask ${mask(prefix.length)}` : nothing
  return words`${kind} ${network(prefix)} ${netmask}`
}

const verb = ({ prefix }: Target, does: Part): Part =>
  prefix.family === 6 ? words`route inet6 ${does}` : words`route ${does}`

/** Always with the mask: without one HP-UX takes it from the local interfaces. */
function deleteForms(target: Target): readonly Form[] {
  const { prefix, shape, gateway } = target
  const form = (spelled: boolean): Form => ({
    built: command`${verb(target, words`delete`)} ${destination(target, spelled)} ${address(gateway)}`,
  })
  const short = shape === 'network' && prefix.family === 4 && isNatural(prefix)
  return short ? [form(true), form(false)] : [form(true)]
}

/** A count of 0 makes a row that leads straight to the interface, as the alias itself did. */
function restore(target: Target) {
  const count = target.row.flags?.includes('G') ? words`1` : words`0`
  return command`${verb(target, words`add`)} ${destination(target)} ${address(target.gateway)} ${count}`
}

function unalias({ vip, family, interface: carrier, prefixLength }: Alias): Step {
  const unit = isUnit(carrier) ? name(carrier, 'interface name') : name(undefined, 'alias unit')
  const common = {
    title: `Take ${vip} off ${carrier ?? 'its interface'}`,
    lasts: 'until-reboot',
  } as const
  if (family === 6)
    return {
      ...common,
      built: command`ifconfig ${unit} inet6 ::`,
      undo: command`ifconfig ${unit} inet6 ${address(vip)} up prefix ${integer(prefixLength)}`,
    }
  return {
    ...common,
    built: command`ifconfig ${unit} inet 0.0.0.0`,
    undo: command`ifconfig ${unit} ${address(vip)} netmask ${mask(prefixLength ?? -1)} up`,
  }
}

function alias(target: Alias): readonly Step[] {
  const { vip, family } = target
  const unit = name(aliasUnit(target), 'interface name')
  const step = {
    title: `Put ${vip} on the loopback with a host mask`,
    lasts: 'until-reboot',
  } as const
  return family === 6
    ? [
        {
          ...step,
          built: command`ifconfig ${unit} inet6 ${address(vip)} up prefix 128`,
          undo: command`ifconfig ${unit} inet6 ::`,
        },
      ]
    : [
        {
          ...step,
          built: command`ifconfig ${unit} ${address(vip)} netmask 255.255.255.255 up`,
          undo: command`ifconfig ${unit} inet 0.0.0.0`,
        },
      ]
}

function commands(_host: Host): Commands {
  return {
    shell: 'sh',
    rights: 'root',
    deleteForms,
    reads: (argv) => readBsdDelete(argv, { dash: '', impliedMask: 'any' }),
    restore,
    documented: ({ vip, prefix }) =>
      prefix.family === 6
        ? { refused: 'the documentation has no IPv6 form' }
        : command`route delete ${address(vip)} ${address(vip)}`,
    unalias,
    alias,
    atBoot: {
      title:
        'Set SUBNET_MASK of the alias to 255.255.255.255 in /etc/rc.config.d/netconf, or the row comes back at the next boot',
      note: 'INTERFACE_NAME, IP_ADDRESS and SUBNET_MASK with the same number belong together',
    },
    forget: ({ address: c, family }) => [
      { built: family === 6 ? command`ndp -d ${address(c)}` : command`arp -d ${address(c)}` },
    ],
    unpublish: ({ address: c, family }) => [
      { built: family === 6 ? command`ndp -d ${address(c)}` : command`arp -d ${address(c)}` },
    ],
    publish: ({ address: c, mac, family }) =>
      family === 6 ? notPublished : command`arp -s ${address(c)} ${hardware(mac, 'short')} pub`,
    pin: ({ address: c, mac, family }) => [
      {
        built:
          family === 6
            ? command`ndp -s ${address(c)} ${hardware(mac, 'short')}`
            : command`arp -s ${address(c)} ${hardware(mac, 'short')}`,
      },
    ],
    show: (family) => (family === 6 ? command`ndp -a -n` : command`arp -an`),
    ping: (c) => command`ping ${address(c)} -n 3`,
    capture: () => command`netstat -rnv`,
  }
}

/** HP-UX 11; its route(1M) writes keywords without dashes. */
export const hpux: Dialect = { platform: 'hpux', commands }
