import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import type { CliCommand, Session } from './command.js'
import { commands } from './commands/index.js'
import { type ExitCode, exit, UsageError } from './exit.js'
import type { Io } from './io.js'

const DESCRIPTION = `Reads route and ARP tables of every operating system, finds the extra network route of a
loopback alias, and says the exact command that removes it.`

const EXITS = `
Exit codes:
  0  clean
  1  findings at or above --fail-on
  2  wrong usage or configuration
  3  no finding, but something could not be checked`

/** Runs the program once and answers its exit code; nothing is thrown, and nothing ends the process. */
export async function run(io: Io): Promise<ExitCode> {
  const session: Session = { io, code: exit.clean }
  try {
    await program(session).parseAsync(io.argv, { from: 'user' })
    return session.code
  } catch (error) {
    return failed(error, io)
  }
}

/** The program with all its commands, as help and completion show it. */
export function program(session: Session): Command {
  const root = plain(new Command('routeprint'), session)
    .description(DESCRIPTION)
    .version(version, '-V, --version', 'print the version')
    .enablePositionalOptions()
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', EXITS)
  root.addHelpText('after', examplesText(commands.flatMap(({ examples }) => examples.slice(0, 1))))
  for (const command of commands) root.addCommand(subcommand(command, session))
  return root
}

function subcommand(spec: CliCommand, session: Session): Command {
  const command = plain(new Command(spec.name), session)
    .description(spec.summary)
    .helpCommand(false)
  spec.define(command, session)
  return command.addHelpText('after', examplesText(spec.examples))
}

/** A commander command that writes to the session's streams and never ends the process. */
function plain(command: Command, { io }: Session): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'routeprint: ')),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
}

function examplesText(examples: CliCommand['examples']): string {
  const lines = examples.map(([command, does]) => `  ${command}\n      ${does}`)
  return `\nExamples:\n${lines.join('\n')}`
}

function failed(error: unknown, { stderr }: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.clean : exit.usage
  if (error instanceof UsageError) {
    stderr.write(`routeprint: ${error.message}\n`)
    return exit.usage
  }
  // A fault of ours: what was asked for was not checked. The stack is no help to who runs it.
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  stderr.write(`routeprint: internal error, please report it: ${said}\n`)
  return exit.unchecked
}
