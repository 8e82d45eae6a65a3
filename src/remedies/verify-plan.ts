import { stepOf } from '../analyze/steps.js'
import type { Machine } from '../model/finding.js'
import type { Host } from '../model/host.js'
import type { Platform } from '../model/platform.js'
import { readAddress } from '../net/address.js'
import { type Built, isCommand } from './command.js'
import type { Commands, Entry } from './dialect.js'
import { commandsOf, dialects } from './dialects/index.js'

/** What a verification is planned for: it is done on another host of the subnet, with the balancer stopped. */
export interface VerifyOptions {
  /** System of the host that the commands are typed on. */
  readonly platform: Platform
  readonly version?: string
  readonly vip: string
  readonly servers: readonly Machine[]
  /** Interface of that host towards the servers, which some commands want. */
  readonly interface?: string
}

export interface VerifyStep {
  /** Number of the step, as `HostFacts.step` takes it. */
  readonly step: number
  readonly title: string
  /** The server that this step is about, where it is about one. */
  readonly server?: string
  readonly commands: readonly { readonly command: string; readonly argv: readonly string[] }[]
  readonly expect: string
  /** Rules that raise a finding in a capture taken after this step, as is right there. */
  readonly findings: readonly string[]
  /** What could not be put into a command. */
  readonly note?: string
}

export interface VerifyPlan {
  readonly vip: string
  readonly platform: Platform
  readonly shell: 'cmd' | 'sh'
  readonly rights: string
  readonly steps: readonly VerifyStep[]
}

/** What is done at each step and what the person sees; which findings are right there, the analyzer knows. */
const verifySteps = [
  {
    step: 1,
    title: 'Forget the entry for the cluster address',
    expect: 'no entry for the cluster address is left',
  },
  {
    step: 2,
    title: 'Ping the cluster address',
    expect:
      'no answer, and an incomplete entry; an answer means that a server has the address on a card, or that some machine publishes it',
  },
  {
    step: 3,
    title: 'Ping the server and note its hardware address',
    expect: 'the server answers, and its entry shows the hardware address',
  },
  {
    step: 4,
    title: 'Lead the cluster address to the server by hand',
    expect: 'a static entry for the cluster address with the hardware address of the server',
  },
  {
    step: 5,
    title: 'Ping the cluster address and try the service',
    expect: 'the server answers for the cluster address, so it has the alias and its way back',
  },
  {
    step: 6,
    title: 'Take the entry away again',
    expect: 'no entry for the cluster address is left',
  },
] as const

/**
 * The verification of a cluster address in the syntax of one system, step by step, with what each must show.
 *
 * Steps 3 to 6 are repeated for each server. Throws a RangeError for an address that is none, or a system whose
 * commands are not known.
 */
export function verifyPlan(options: VerifyOptions): VerifyPlan {
  const { platform, vip } = options
  const commands = commandsOf(clientOf(options))
  if (commands === undefined)
    throw new RangeError(
      `expected one of ${dialects.map((dialect) => dialect.platform).join(', ')}, found "${platform}"`,
    )
  const c = addressOf(vip)
  const steps = [stepAt(1, commands, { c, options }), stepAt(2, commands, { c, options })]
  const servers = options.servers.length === 0 ? [undefined] : options.servers
  for (const server of servers)
    for (const step of [3, 4, 5, 6])
      steps.push(
        stepAt(step, commands, { c, options, ...(server === undefined ? {} : { server }) }),
      )
  return { vip: c, platform, shell: commands.shell, rights: commands.rights, steps }
}

function addressOf(text: string): string {
  const read = readAddress(text)
  if (read === undefined) throw new RangeError(`expected an address, found "${text.slice(0, 60)}"`)
  return read.address
}

function clientOf({ platform, version }: VerifyOptions): Host {
  return {
    name: 'client',
    platform,
    ...(version === undefined ? {} : { version }),
    role: 'client',
    forwarding: 'mac',
    loopbackAddresses: [],
    acceptsBy: 'alias',
    captures: [],
  }
}

interface Subject {
  readonly c: string
  readonly options: VerifyOptions
  readonly server?: Machine
}

function entryFor({ c, options, server }: Subject, commands: Commands): Entry {
  const on = options.interface
  return {
    address: c,
    family: c.includes(':') ? 6 : 4,
    ...(on === undefined ? {} : { interface: on }),
    ...(server?.mac === undefined ? {} : { mac: server.mac }),
    adapter: commands.adapter?.({ addresses: [on], loopback: false }) ?? {},
  }
}

function builtAt(step: number, commands: Commands, subject: Subject): readonly Built[] {
  const entry = entryFor(subject, commands)
  const first = (forms: readonly { readonly built: Built }[]): Built =>
    (forms.find(({ built }) => isCommand(built)) ?? forms[0])?.built ?? { refused: 'no command' }
  if (step === 1 || step === 6) return [first(commands.forget(entry))]
  if (step === 2 || step === 5) return [commands.ping(subject.c), commands.show(entry.family)]
  if (step === 4) return [first(commands.pin(entry))]
  const server = subject.server === undefined ? undefined : addressOf(subject.server.address)
  const ping: Built =
    server === undefined ? { refused: 'the server’s address is not known' } : commands.ping(server)
  return [ping, commands.show(entry.family)]
}

function stepAt(number: number, commands: Commands, subject: Subject): VerifyStep {
  const known = verifySteps.find(({ step }) => step === number)
  const built = builtAt(number, commands, subject)
  const reason = built.find((one) => !isCommand(one))
  const { server } = subject
  return {
    step: number,
    title: known?.title ?? '',
    ...(server === undefined ? {} : { server: addressOf(server.address) }),
    commands: built.filter(isCommand).map(({ text, argv }) => ({ command: text, argv })),
    expect: known?.expect ?? '',
    findings: stepOf(number)?.wanted ?? [],
    ...(reason === undefined || isCommand(reason) ? {} : { note: noteOf(number, reason.refused) }),
  }
}

function noteOf(step: number, refused: string): string {
  return step === 4 ? `${refused}: step 3 shows the hardware address that belongs here` : refused
}
