import type { Command } from 'commander'
import type { ExitCode } from './exit.js'
import type { Io } from './io.js'

/** What a command works with, and where it leaves its exit code. */
export interface Session {
  readonly io: Io
  code: ExitCode
}

/** One command of the program. A command is one file and one line in the list. */
export interface CliCommand {
  readonly name: string
  readonly summary: string
  /** Command lines that teach it, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[]
  /** Adds arguments, options and the action. */
  readonly define: (command: Command, session: Session) => void
}
