import type { Command } from 'commander'
import { remedyScript, type Shell } from '../../remedies/script.js'
import { forTerminal } from '../../report/escape.js'
import type { ReportedFinding } from '../../report/index.js'
import { assess } from '../assess.js'
import type { CliCommand, Session } from '../command.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import { addHostOptions, type HostFlags } from '../host-options.js'
import type { Io } from '../io.js'
import { choice } from '../options.js'
import { addPolicyOptions, type PolicyFlags } from '../policy.js'

interface Flags extends HostFlags, PolicyFlags {
  readonly shell?: Shell
  readonly undo?: true
}

const SHELLS = ['cmd', 'powershell', 'sh'] as const satisfies readonly Shell[]

/** `routeprint remedies`: the commands as a script for a person to read and run. */
export const remediesCommand = {
  name: 'remedies',
  summary: 'print what mends the findings as a commented script; runs none of it',
  examples: [
    ['routeprint remedies route.txt --vip 192.0.2.99', 'every command and advice, best first'],
    ['routeprint remedies web1/ --vip 192.0.2.99 --undo', 'the commands that take them back'],
  ],
  define: (command: Command, session: Session) => {
    command.argument('[PATH...]', 'captures, snapshot folders, or - for standard input')
    addHostOptions(addPolicyOptions(command))
      .addOption(
        choice(
          '--shell <SHELL>',
          `${SHELLS.join(', ')} (default: that of the first command)`,
          SHELLS,
        ),
      )
      .option('--undo', 'what takes the remedies back, in reverse order')
      .action(async (paths: string[], flags: Flags) => {
        session.code = await printScript(paths, flags, session.io)
      })
  },
} as const satisfies CliCommand

async function printScript(paths: readonly string[], flags: Flags, io: Io): Promise<ExitCode> {
  const { model } = await assess(paths, flags, io)
  const faulty = model.hosts.filter((host) => host.findings.length > 0)
  if (faulty.length > 1) throw new UsageError(severalHosts(faulty.map(({ name }) => name)))
  const findings = faulty.flatMap((host) => host.findings)
  const { shell = shellOf(findings), undo = false } = flags
  if (findings.length > 0) io.stdout.write(remedyScript(findings, { shell, undo }))
  else io.stderr.write('routeprint: nothing was found that needs a remedy\n')
  for (const { path, message } of model.problems)
    io.stderr.write(`routeprint: ${forTerminal(path)}: ${forTerminal(message)}\n`)
  for (const { name, unchecked } of model.hosts)
    for (const why of unchecked)
      io.stderr.write(`routeprint: host ${forTerminal(name)}: ${forTerminal(why)}\n`)
  return model.summary.unchecked > 0 ? exit.unchecked : exit.clean
}

/** A script runs on one host; the commands of another would do harm there. */
function severalHosts(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(forTerminal).join(', ')
  const more = names.length > 5 ? ` and ${names.length - 5} more` : ''
  return `a script is for one host, and there are findings of ${shown}${more}: give the path of one of them`
}

function shellOf(findings: readonly ReportedFinding[]): Shell {
  const remedies = findings.flatMap((finding) => finding.remedies)
  return remedies.find(({ shell }) => shell !== undefined)?.shell ?? 'sh'
}
