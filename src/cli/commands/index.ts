import type { CliCommand } from '../command.js'
import { completionCommand } from './completion.js'
import { detectCommand } from './detect.js'
import { explainCommand } from './explain.js'
import { listCommand } from './list.js'
import { parseCommand } from './parse.js'

/** Every command, in alphabetical order. A new one is one file and one line here. */
export const commands: readonly CliCommand[] = [
  completionCommand,
  detectCommand,
  explainCommand,
  listCommand,
  parseCommand,
]
