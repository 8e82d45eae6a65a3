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

const NAME_LIMIT = 31

function destination({ prefix, shape }: Target): Part {
  const family = prefix.family === 6 ? words`-inet6` : nothing
  if (shape === 'default') return words`${family} default`
  if (shape === 'host') return words`${family} -host ${network(prefix)}`
  return prefix.family === 6
    ? words`-inet6 ${cidr(prefix)}`
    : words`-net ${network(prefix)} -netmask ${mask(prefix.length)}`
}

/** `-p` changes the saved list as well as the table. */
const verb = ({ saved }: Target, does: Part): Part =>
  saved ? words`route -p ${does}` : words`route ${does}`

function deleteForms(target: Target): readonly Form[] {
  const { prefix, shape, gateway } = target
  const route = verb(target, words`delete`)
  const form = (looked: Part): Form => ({ built: command`${route} ${looked} ${address(gateway)}` })
  const canonical = form(destination(target))
  if (shape !== 'network' || prefix.family === 6) return [canonical]
  return [
    canonical,
    form(cidr(prefix)),
    {
      built: command`${route} ${network(prefix)} ${address(gateway)} ${mask(prefix.length)}`,
    },
  ]
}

/** Solaris 11 names address objects; illumos and 10 and earlier configure units of the interface. */
function hasIpadm(host: Host): boolean {
  return /^(?:solaris\s*)?(?:5\.)?11(?:\.|$)/i.test(host.version ?? '')
}

const OBJECT = /^lo0\/([A-Za-z][A-Za-z0-9_]*)$/

/** The address object as `ipadm show-addr` prints it. */
function objectOf(carrier: string | undefined): Part {
  const label = OBJECT.exec(carrier ?? '')?.[1]
  return words`lo0/${name(label, 'address object', NAME_LIMIT)}`
}

function unalias({ vip, family, interface: carrier, prefixLength, host }: Alias): Step {
  const common = {
    title: `Take ${vip} off ${carrier ?? 'its interface'}`,
    lasts: 'until-reboot',
  } as const
  if (hasIpadm(host) && !isUnit(carrier))
    return {
      ...common,
      built: command`ipadm delete-addr ${objectOf(carrier)}`,
      undo: command`ipadm create-addr -T static -a ${address(vip)}/${integer(prefixLength)} ${objectOf(carrier)}`,
      lasts: 'persistent',
      note: 'ipadm show-addr lists the address objects',
    }
  const unit = isUnit(carrier)
    ? name(carrier, 'interface', NAME_LIMIT)
    : name(undefined, 'alias unit')
  return {
    ...common,
    built:
      family === 6 ? command`ifconfig ${unit} inet6 unplumb` : command`ifconfig ${unit} unplumb`,
    undo:
      family === 6
        ? command`ifconfig ${unit} inet6 plumb ${address(vip)}/${integer(prefixLength)} up`
        : command`ifconfig ${unit} plumb ${address(vip)} netmask ${mask(prefixLength ?? -1)} up`,
  }
}

function alias(target: Alias): readonly Step[] {
  const { vip, family, host } = target
  const title = `Put ${vip} on the loopback with a host mask`
  const length = family === 6 ? 128 : 32
  if (hasIpadm(host)) {
    const object = OBJECT.test(target.interface ?? '')
      ? objectOf(target.interface)
      : words`lo0/vip1`
    return [
      {
        title,
        built: command`ipadm create-addr -T static -a ${address(vip)}/${integer(length)} ${object}`,
        undo: command`ipadm delete-addr ${object}`,
        lasts: 'persistent',
      },
    ]
  }
  const unit = name(aliasUnit(target), 'interface', NAME_LIMIT)
  return [
    {
      title,
      built:
        family === 6
          ? command`ifconfig ${unit} inet6 plumb ${address(vip)}/128 up`
          : command`ifconfig ${unit} plumb ${address(vip)} netmask 255.255.255.255 up`,
      undo:
        family === 6 ? command`ifconfig ${unit} inet6 unplumb` : command`ifconfig ${unit} unplumb`,
      lasts: 'until-reboot',
    },
  ]
}

function commands(host: Host): Commands {
  return {
    shell: 'sh',
    rights: 'root or the Network Management profile',
    deleteForms,
    reads: (argv) => readBsdDelete(argv, { dash: '-', impliedMask: 'octets' }),
    restore: (target) => {
      const direct = target.row.flags?.includes('G') || target.saved ? nothing : words`-interface`
      return command`${verb(target, words`add`)} ${destination(target)} ${address(target.gateway)} ${direct}`
    },
    unalias,
    alias,
    atBoot: hasIpadm(host)
      ? { title: 'ipadm keeps the address over a reboot; nothing else is to be changed' }
      : {
          title:
            'Write the address with its host mask into /etc/hostname.lo0:1 (the unit it stands on)',
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
    show: (family) => (family === 6 ? command`netstat -pn -f inet6` : command`arp -an`),
    ping: (c) => command`ping ${address(c)}`,
    capture: () => command`netstat -rnv`,
  }
}

/** Solaris and illumos. */
export const solaris: Dialect = { platform: 'solaris', commands }
