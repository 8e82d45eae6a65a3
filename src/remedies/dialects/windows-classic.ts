import type { Host } from '../../model/host.js'
import { address, command, hardware, mask, network, nothing, type Part, words } from '../command.js'
import type { Advice, Alias, Commands, Entry, Form, Step, Target } from '../dialect.js'
import { gatewayAddress } from './row.js'
import type { Generation } from './windows-generation.js'
import { readWindowsDelete } from './windows-route.js'

/** The gateway column; where it says On-link, the adapter's own address. */
const gatewayWord = ({ gateway, row }: Target): Part => address(gateway ?? row.interface)

/** The mask is spelled only where the network and its gateway occur with two. */
function deleteForms(target: Target): readonly Form[] {
  const { prefix } = target
  const gateway = gatewayWord(target)
  return [
    { built: command`route delete ${network(prefix)} ${gateway}` },
    { built: command`route delete ${network(prefix)} mask ${mask(prefix.length)} ${gateway}` },
  ]
}

function restore(target: Target) {
  const saved = target.saved ? words`-p` : nothing
  return command`route ${saved} add ${network(target.prefix)} mask ${mask(target.prefix.length)} ${gatewayWord(target)}`
}

const DIALOG = 'the addresses of an adapter are changed in its TCP/IP properties'

const unalias = ({ vip }: Alias): Step => ({
  title: `Take ${vip} off the loopback adapter in its TCP/IP properties`,
  built: { refused: DIALOG },
  lasts: 'persistent',
})

const alias = ({ vip }: Alias): readonly Step[] => [
  {
    title: `Put ${vip} on the Microsoft Loopback Adapter with the mask 255.255.255.255, or if the dialog refuses it with the narrowest it takes`,
    built: { refused: DIALOG },
    lasts: 'persistent',
    note: 'no default gateway on this adapter, and metric 254',
  },
]

/** A row that the system made for an address of its own: gateway and interface are that address. */
function isOwn(target: Target): boolean {
  const gateway = gatewayAddress(target.row)
  return !target.saved && (gateway === undefined || gateway === target.row.interface)
}

/** Windows XP and 2003 do not let such a row be deleted; the guide says to ignore it, or to change the mask. */
function keeps(target: Target): Advice | undefined {
  if (target.shape !== 'network' || !isOwn(target)) return undefined
  return {
    title: `Remove the alias ${target.vip ?? ''} and add it again with another netmask`.replace(
      '  ',
      ' ',
    ),
    note: 'Windows XP and Server 2003 do not let the row be deleted: the documentation says to ignore it, and if it does harm to change the mask of the alias (255.255.255.255 where the registry takes it); where the row has the same prefix as the LAN, a higher metric on the loopback adapter is enough',
  }
}

const forget = ({ address: c }: Entry): readonly Form[] => [
  { built: command`arp -d ${address(c)}` },
]

/** Windows up to 2003. */
export function classicCommands(generation: Exclude<Generation, 'modern'>, _host: Host): Commands {
  return {
    shell: 'cmd',
    rights: 'Administrators',
    deleteForms,
    reads: readWindowsDelete,
    restore,
    ...(generation === 'undeletable'
      ? { keeps }
      : {
          documented: ({ prefix, vip }: Target) =>
            command`route delete ${network(prefix)} ${address(vip)}`,
        }),
    unalias,
    alias,
    atBoot: {
      title:
        generation === 'classic'
          ? 'Run the route delete command in a start-up script: the row comes back at every boot'
          : 'The mask of the alias outlives a reboot; nothing else is to be changed',
    },
    forget,
    unpublish: forget,
    publish: () => ({ refused: 'Windows has no command that publishes an entry' }),
    pin: ({ address: c, mac }) => [
      { built: command`arp -s ${address(c)} ${hardware(mac, 'hyphens')}` },
    ],
    show: () => command`arp -a`,
    ping: (c) => command`ping ${address(c)}`,
    capture: () => command`route print`,
  }
}
