import type { Command } from 'commander'
import { defaultLimits } from '../../snapshot/index.js'
import { answerStream } from '../answers.js'
import { assess } from '../assess.js'
import type { CliCommand, Session } from '../command.js'
import { Crew } from '../crew.js'
import { type ExitCode, UsageError } from '../exit.js'
import { addHostOptions, factsOf, type HostFlags } from '../host-options.js'
import type { Io } from '../io.js'
import { type JobFlags, jobsOf, jobsOption } from '../jobs.js'
import { lineBatches } from '../ndjson.js'
import { addPolicyOptions, type PolicyFlags, readPolicy } from '../policy.js'
import { showTables } from '../targets.js'
import { addVerdictOptions, conclude, targetsOf, type VerdictFlags } from '../verdict.js'

interface Flags extends HostFlags, PolicyFlags, VerdictFlags, JobFlags {
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
      .addOption(jobsOption())
      .option('--ndjson', 'one host a line from standard input, one result a line')
      .action(async (paths: string[], flags: Flags) => {
        const run = flags.ndjson === true ? checkLines : check
        session.code = await run(paths, flags, session.io)
      })
  },
} as const satisfies CliCommand

async function check(paths: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const tables = showTables(targetsOf(flags))
  const { model, failOn, isWhole } = await assess(paths, { ...flags, tables }, io)
  return conclude(model, { ...flags, configured: failOn, isWhole }, io)
}

/** Few lines are kept at a time, so that a stream of any length fits. */
async function checkLines(paths: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  if (paths.length > 0 || flags.report !== undefined || flags.baseline !== undefined)
    throw new UsageError('--ndjson reads standard input and writes results: merge makes reports')
  const { policy, hosts = [], limits, ...config } = await readPolicy(flags, io)
  const { failOn = config.failOn ?? 'warning' } = flags
  const longestLine = limits?.fileSize ?? defaultLimits.fileSize
  const standards = { policy, hosts, facts: factsOf(flags), failOn, longestLine }
  const signal = io.interruption?.()
  const crew = new Crew({ standards, jobs: jobsOf(flags) })
  return answerStream(lineBatches(io, longestLine), { crew, signal }, io)
}
