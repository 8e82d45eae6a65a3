import { lstat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { isDay } from '../analyze/day.js'
import { ruleIds } from '../analyze/policy.js'
import { isOver } from '../analyze/waivers.js'
import type { Machine, Policy, Waiver } from '../model/finding.js'
import { readClusterAddress } from '../net/cluster-address.js'
import { readMac } from '../net/mac.js'
import { forTerminal } from '../report/escape.js'
import {
  CONFIG_FILE,
  type Config,
  ConfigError,
  decode,
  defaultLimits,
  readConfig,
  readPlainFile,
} from '../snapshot/index.js'
import { UsageError } from './exit.js'
import { hostAddress } from './host-options.js'
import type { Io } from './io.js'
import { repeated } from './options.js'

/** Options that say what the hosts are held against. */
export interface PolicyFlags {
  readonly vip?: readonly string[]
  readonly server?: readonly Machine[]
  readonly balancer?: readonly Machine[]
  readonly config?: string
  readonly today?: string
}

/** Adds the options about the policy to a command. */
export function addPolicyOptions(command: Command): Command {
  return command
    .addOption(repeated('--vip <ADDR>', 'cluster address; may be given several times', vip))
    .addOption(repeated('--server <ADDR[=MAC]>', 'a backend, and its hardware address', machine))
    .addOption(repeated('--balancer <ADDR[=MAC]>', 'a balancer, and its hardware address', machine))
    .option('--config <FILE>', 'policy as JSON: vips, inventory, rules, waivers, failOn')
    .option('--today <DAY>', 'day on which waivers are judged, as YYYY-MM-DD', day)
}

/** A cluster address in canonical text. */
export function vip(text: string): string {
  const { address, fault } = readClusterAddress(text)
  if (address === undefined) throw new InvalidArgumentError(`${sentence(fault ?? '')}.`)
  return address
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A machine as `ADDR` or `ADDR=MAC`. */
export function machine(text: string): Machine {
  const [address = '', mac] = text.split('=', 2)
  if (mac === undefined) return { address: hostAddress(address) }
  const read = readMac(mac)
  if (read === undefined)
    throw new InvalidArgumentError('Expected a hardware address of six octets behind the "=".')
  return { address: hostAddress(address), mac: read }
}

function day(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('Expected a day as YYYY-MM-DD.')
}

/** The policy of the configuration file and the options together. */
export async function readPolicy(
  flags: PolicyFlags,
  io: Io,
  paths: readonly string[] = [],
): Promise<Config & { policy: Policy }> {
  const path = flags.config ?? (await foundConfig(paths, io))
  const { policy, ...rest }: Config = path === undefined ? { policy: {} } : await file(path, io)
  const { servers = [], balancers = [] } = policy.inventory ?? {}
  const { vip: vips = [], server = [], balancer = [] } = flags
  const ends = policy.waivers?.some(({ until }) => until !== undefined) ?? false
  const today = flags.today ?? io.today()
  for (const waiver of policy.waivers ?? []) if (isOver(waiver, today)) sayOver(waiver, io)
  return {
    ...rest,
    policy: {
      ...policy,
      vips: [...new Set([...(policy.vips ?? []), ...vips])],
      inventory: {
        servers: [...servers, ...server],
        balancers: [...balancers, ...balancer],
      },
      ...(ends ? { today } : {}),
    },
  }
}

/** Whoever set an end to it wants to know why the run fails today. */
function sayOver({ rule, host = 'every host', until, reason }: Waiver, io: Io): void {
  const words = forTerminal(`${rule} on ${host} ran out on ${until}: ${reason}`)
  io.stderr.write(`routeprint: the waiver of ${words}\n`)
}

async function file(path: string, io: Io): Promise<Config> {
  const limit = { most: defaultLimits.manifestSize, what: 'a configuration', followLink: true }
  const bytes = await readPlainFile(resolve(io.cwd, path), limit).catch((error) => {
    throw new UsageError(`--config ${path}: ${error instanceof Error ? error.message : error}`)
  })
  try {
    return readConfig(decode(bytes).text, path, ruleIds())
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error
  }
}

/** The configuration in the root of a snapshot; several would contradict each other. */
async function foundConfig(paths: readonly string[], { cwd }: Io): Promise<string | undefined> {
  const found: string[] = []
  for (const path of paths.filter((one) => one !== '-')) {
    const candidate = join(path, CONFIG_FILE)
    const status = await lstat(resolve(cwd, candidate)).catch(() => undefined)
    if (status?.isFile()) found.push(candidate)
  }
  if (found.length > 1)
    throw new UsageError(`choose a configuration with --config: ${found.join(', ')}`)
  return found[0]
}
