import { type Command, InvalidArgumentError, Option } from 'commander'
import { forwardings, type HostFacts, roles } from '../model/host.js'
import { platforms } from '../model/platform.js'
import { readAddress } from '../net/address.js'
import { choice, encodingOption, repeated } from './options.js'

/** Options that say what is known of the hosts. */
export interface HostFlags extends Partial<Omit<HostFacts, 'name' | 'version'>> {
  readonly host?: string
  readonly osVersion?: string
  readonly loopback?: readonly string[]
  readonly encoding?: string
}

const ACCEPTS_BY = ['alias', 'nat-redirect']

/** Adds the options about hosts to a command. */
export function addHostOptions(command: Command): Command {
  return command
    .option('--host <NAME>', 'all captures given are of this one host')
    .addOption(
      choice('--platform <ID>', 'system of the hosts, where it must not be guessed', platforms),
    )
    .option('--os-version <VERSION>', 'version of the system, as nt4, 2003, 2016, 5.1, 11.31')
    .addOption(choice('--role <ROLE>', `${roles.join(', ')} (default: "server")`, roles))
    .addOption(
      choice('--forwarding <HOW>', `${forwardings.join(', ')} (default: "mac")`, forwardings),
    )
    .addOption(
      choice(
        '--accepts-by <HOW>',
        `how packets for the VIP are accepted: ${ACCEPTS_BY.join(', ')}`,
        ACCEPTS_BY,
      ),
    )
    .option('--wpar <NAME>', 'AIX workload partition that the captures come from')
    .addOption(
      repeated('--loopback <ADDR>', 'address of an adapter that is a loopback', hostAddress),
    )
    .addOption(new Option('--step <N>', 'step of the verification, 1 to 6').argParser(step))
    .addOption(encodingOption())
}

/** An address of a machine, in canonical text. */
export function hostAddress(text: string): string {
  const read = readAddress(text)
  if (read === undefined) throw new InvalidArgumentError('Expected an IPv4 or IPv6 address.')
  return read.address
}

function step(text: string): number {
  if (!/^[1-6]$/.test(text)) throw new InvalidArgumentError('Expected a number from 1 to 6.')
  return Number(text)
}

/** What the options say of every host. */
export function factsOf(flags: HostFlags): Partial<HostFacts> {
  const { osVersion, loopback = [], role, forwarding, platform, acceptsBy, wpar, step: at } = flags
  return {
    ...given({ platform, role, forwarding, acceptsBy, wpar, step: at, version: osVersion }),
    ...(loopback.length === 0 ? {} : { loopbackAddresses: loopback }),
  }
}

/** The fields that were given. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  // Fields are only left out, so those that remain have the types that they had.
  return Object.fromEntries(known) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
