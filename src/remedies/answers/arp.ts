import type { Remedy } from '../../model/finding.js'
import { type Built, isCommand } from '../command.js'
import { entryOf, type Fault } from '../fault.js'
import { advise, stepOf, stepRemedies } from '../remedy.js'

/** Forgets the entry, so that the next packet asks the wire again. */
export function forgetEntry(fault: Fault): readonly Remedy[] {
  const entry = entryOf(fault)
  if (entry === undefined) return []
  const { commands } = fault
  const step = {
    title: `Forget the entry for ${entry.address}`,
    undo: entry.row?.permanent ? firstOf(commands.pin(entry)) : none,
    lasts: 'until-reboot',
  } as const
  return stepRemedies(stepOf(step, commands.forget(entry)), commands, 'safe')
}

const none: Built = { refused: 'the entry is learned anew by itself' }

const firstOf = (forms: readonly { readonly built: Built }[]): Built =>
  forms.find(({ built }) => isCommand(built))?.built ?? none

/** Stops the host from answering for the address of somebody else. */
export function unpublishEntry(fault: Fault): readonly Remedy[] {
  const entry = entryOf(fault)
  if (entry === undefined) return []
  const { commands } = fault
  const step = {
    title: `Delete the published entry for ${entry.address}`,
    undo: commands.publish(entry),
    lasts: 'until-reboot',
  } as const
  return stepRemedies(stepOf(step, commands.unpublish(entry)), commands, 'safe')
}

/** The client forgets; the server that answered must be silenced, on the server. */
export function silenceServer(fault: Fault): readonly Remedy[] {
  const { server, vip } = fault.finding
  return [
    ...forgetEntry(fault),
    advise({
      title: `Keep ${server === undefined ? 'the server that answers' : `the server ${server}`} from answering ARP for ${vip ?? 'the cluster address'}`,
      note: 'the entry comes back as long as a server answers: the address belongs on its loopback, and on Linux arp_ignore=1 and arp_announce=2 as well',
    }),
  ]
}

/** Shows every machine that answers. */
export function findAnswerers(fault: Fault): readonly Remedy[] {
  const entry = entryOf(fault)
  const { commands } = fault
  const built = entry === undefined ? undefined : commands.whoAnswers?.(entry)
  const title = 'Find every machine that answers ARP for the address'
  if (built !== undefined && isCommand(built))
    return stepRemedies(
      {
        title,
        built,
        lasts: 'until-reboot',
        note: 'the second hardware address belongs to a server that must be silenced',
      },
      commands,
      'safe',
    )
  return [
    advise({
      title,
      note: `${entry?.family === 6 ? 'ndisc6 -m' : 'arping -c 3'} from a Linux host of the subnet prints one line for each machine that answers; all but the balancer must be silenced`,
    }),
  ]
}

/** The entry of a machine that should own the address is a learned one. */
export function unresolved(): readonly Remedy[] {
  return [
    advise({
      title: 'Start the balancer, or look whether it is configured for the address',
      note: 'while the balancer is stopped for the verification, this is what is wanted: nobody else answers for the address',
    }),
  ]
}
