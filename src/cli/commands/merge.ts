import type { Command } from 'commander'
import type { CliCommand, Session } from '../command.js'
import { UsageError } from '../exit.js'
import { mergeResults } from '../merge.js'
import { addPolicyOptions, type PolicyFlags, readPolicy } from '../policy.js'
import { addVerdictOptions, conclude, targetsOf, type VerdictFlags } from '../verdict.js'

/** `routeprint merge`: one report of what several runs found. */
export const mergeCommand = {
  name: 'merge',
  summary: 'make one report of json and ndjson results, with what only all hosts together show',
  examples: [
    ['routeprint merge shard-*.ndjson --config routeprint.json', 'results of many machines as one'],
  ],
  define: (command: Command, session: Session) => {
    command.argument('[FILE...]', 'results, or - for standard input')
    addVerdictOptions(addPolicyOptions(command)).action(
      async (files: string[], flags: PolicyFlags & VerdictFlags) => {
        if (files.length === 0) throw new UsageError('expected results of check as json or ndjson')
        targetsOf(flags)
        const { policy, failOn } = await readPolicy(flags, session.io)
        const model = await mergeResults(files, policy, session.io)
        session.code = await conclude(model, { ...flags, configured: failOn }, session.io)
      },
    )
  },
} as const satisfies CliCommand
