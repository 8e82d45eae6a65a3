import type { Command } from 'commander'
import type { Level } from '../../model/diagnostic.js'
import type { ReportModel } from '../../report/index.js'
import { assess } from '../assess.js'
import type { CliCommand, Session } from '../command.js'
import { type ExitCode, exit } from '../exit.js'
import { addHostOptions, type HostFlags } from '../host-options.js'
import type { Io } from '../io.js'
import { choice, repeated } from '../options.js'
import { addPolicyOptions, type PolicyFlags } from '../policy.js'
import { checkTargets, type Target, target, writeReports } from '../targets.js'

interface Flags extends HostFlags, PolicyFlags {
  readonly report?: readonly Target[]
  readonly failOn?: Level
}

const LEVELS = ['error', 'warning', 'info'] as const satisfies readonly Level[]
const FAIL_ON = 'warning'

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
    addHostOptions(addPolicyOptions(command))
      .addOption(
        repeated(
          '--report <FORMAT[=FILE]>',
          'a report, to a file or standard output (default: text)',
          target,
        ),
      )
      .addOption(
        choice(
          '--fail-on <LEVEL>',
          `least level that fails: ${LEVELS.join(', ')} (default: "${FAIL_ON}")`,
          LEVELS,
        ),
      )
      .action(async (paths: string[], flags: Flags) => {
        session.code = await check(paths, flags, session.io)
      })
  },
} as const satisfies CliCommand

async function check(paths: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const targets: readonly Target[] = flags.report ?? [{ format: 'text' }]
  checkTargets(targets)
  const { model, ...configured } = await assess(paths, flags, io)
  const failOn = flags.failOn ?? configured.failOn ?? FAIL_ON
  await writeReports(model, { targets, failOn, io })
  return exitCode(model, failOn)
}

function exitCode({ summary }: ReportModel, failOn: Level): ExitCode {
  const failing = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1)
  if (failing.some((level) => summary.findings[level] > 0)) return exit.findings
  return summary.unchecked > 0 || summary.hosts === 0 ? exit.unchecked : exit.clean
}
