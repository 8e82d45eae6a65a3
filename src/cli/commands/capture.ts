import type { Command } from 'commander'
import { formats } from '../../formats/index.js'
import type { Kind } from '../../model/capture.js'
import { type Platform, platforms } from '../../model/platform.js'
import { fileNameOf } from '../../snapshot/command-name.js'
import type { CliCommand, Session } from '../command.js'
import { UsageError } from '../exit.js'
import { choice } from '../options.js'

interface Flags {
  readonly platform: Platform
}

/** What tells most comes first. */
const KINDS: readonly Kind[] = ['routes', 'neighbors', 'addresses', 'rules', 'settings']

/** `routeprint capture`: what to run on a host so that it can be checked; nothing is run here. */
export const captureCommand = {
  name: 'capture',
  summary: 'print the commands to run on a host of a platform; runs none of them',
  examples: [
    ['routeprint capture --platform aix', 'commands that leave a folder of captures'],
    [
      'routeprint capture --platform linux | ssh web1 sh',
      'run them there; fetch the files and check their folder',
    ],
  ],
  define: (command: Command, { io }: Session) => {
    command
      .addOption(choice('--platform <ID>', 'system of the host', platforms).makeOptionMandatory())
      .action(({ platform }: Flags) => {
        const lines = commandsOf(platform)
        if (lines.length === 0) throw new UsageError(`no format of ${platform} is read yet`)
        io.stderr.write(
          'routeprint: run these on the host, in an empty folder, then: routeprint check FOLDER --vip ADDR\n',
        )
        io.stdout.write(lines.map((line) => `${line} > ${fileNameOf(line)}.txt\n`).join(''))
      })
  },
} as const satisfies CliCommand

/** The command to ask for first of every format of the platform, each once. */
function commandsOf(platform: Platform): string[] {
  const own = formats.filter((format) => format.platform === platform)
  const sorted = KINDS.flatMap((kind) => own.filter((format) => format.kind === kind))
  return [...new Set(sorted.map(({ commands }) => commands[0] ?? ''))]
}
