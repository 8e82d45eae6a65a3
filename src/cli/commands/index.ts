import type { CliCommand } from '../command.js'
import { captureCommand } from './capture.js'
import { checkCommand } from './check.js'
import { completionCommand } from './completion.js'
import { detectCommand } from './detect.js'
import { explainCommand } from './explain.js'
import { listCommand } from './list.js'
import { mergeCommand } from './merge.js'
import { parseCommand } from './parse.js'
import { remediesCommand } from './remedies.js'
import { verifyPlanCommand } from './verify-plan.js'

/** Every command, in alphabetical order. A new one is one file and one line here. */
export const commands: readonly CliCommand[] = [
  captureCommand,
  checkCommand,
  completionCommand,
  detectCommand,
  explainCommand,
  listCommand,
  mergeCommand,
  parseCommand,
  remediesCommand,
  verifyPlanCommand,
]
