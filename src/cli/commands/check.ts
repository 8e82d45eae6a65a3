import type { Command } from 'commander'
import { modelOf, toJson } from '../../report/index.js'
import { assess } from '../assess.js'
import type { CliCommand, Session } from '../command.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import { addHostOptions, factsOf, type HostFlags } from '../host-options.js'
import type { Io } from '../io.js'
import { judgeLines } from '../ndjson.js'
import { addPolicyOptions, type PolicyFlags, readPolicy } from '../policy.js'
import { showTables } from '../targets.js'
import { addVerdictOptions, conclude, exitCode, targetsOf, type VerdictFlags } from '../verdict.js'

interface Flags extends HostFlags, PolicyFlags, VerdictFlags {
  readonly ndjson?: true
}

/** `routeprint check`: is a host, or a whole snapshot, as its cluster addresses need it. */
export const checkCommand = {
  name: 'check',
  summary: 'find extra network routes and ARP faults of hosts, and say what to do',
  examples: [
    ['routeprint check route.txt --vip 192.0.2.99', 'check one capture for the cluster address'],
    ['netstat -rn | routeprint check - --vip 192.0.2.99', 'check this machine'],
    [
      'routeprint check servers/ --vip 192.0.2.99 --vip 2001:db8::99',
      'a folder with a folder a host',
    ],
    [
      'routeprint check servers/ --config routeprint.json --report text --report json=out.json',
      'a policy from a file, two reports at once',
    ],
  ],
  define: (command: Command, session: Session) => {
    command.argument('[PATH...]', 'captures, snapshot folders, or - for standard input')
    addVerdictOptions(addHostOptions(addPolicyOptions(command)))
      .option('--ndjson', 'one host a line from standard input, one result a line')
      .action(async (paths: string[], flags: Flags) => {
        const run = flags.ndjson === true ? checkLines : check
        session.code = await run(paths, flags, session.io)
      })
  },
} as const satisfies CliCommand

async function check(paths: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const tables = showTables(targetsOf(flags))
  const { model, failOn } = await assess(paths, { ...flags, tables }, io)
  return conclude(model, { ...flags, configured: failOn }, io)
}

/** Each line is answered before the next is read, so that a stream of any length fits. */
async function checkLines(paths: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  if (paths.length > 0 || flags.report !== undefined || flags.baseline !== undefined)
    throw new UsageError('--ndjson reads standard input and writes results: merge makes reports')
  const { policy, hosts = [], failOn = 'warning' } = await readPolicy(flags, io)
  let code: ExitCode = exit.clean
  let count = 0
  for await (const result of judgeLines(io, { policy, hosts, facts: factsOf(flags) })) {
    count++
    io.stdout.write(`${toJson(result)}\n`)
    await io.stdout.ready?.()
    const one =
      'problem' in result ? exit.unchecked : exitCode(modelOf([result], []), flags.failOn ?? failOn)
    if (one === exit.findings || code === exit.clean) code = one
  }
  return count === 0 ? exit.unchecked : code
}
