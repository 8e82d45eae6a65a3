import type { Command } from 'commander'
import { type Platform, platforms } from '../../model/platform.js'
import { captureScript } from '../capture/index.js'
import type { CliCommand, Session } from '../command.js'
import { choice } from '../options.js'

interface Flags {
  readonly platform: Platform
}

/** `routeprint capture`: what to run on a host so that it can be checked; nothing is run here. */
export const captureCommand = {
  name: 'capture',
  summary: 'print a script that leaves a folder of captures on a host of a platform; runs nothing',
  examples: [
    ['routeprint capture --platform aix', 'to be pasted on the host, or run there'],
    [
      'routeprint capture --platform linux | ssh web1 sh',
      'run it there; then fetch the folder, and check it',
    ],
    ['routeprint capture --platform windows > capture.cmd', 'a batch file'],
  ],
  define: (command: Command, { io }: Session) => {
    command
      .addOption(choice('--platform <ID>', 'system of the host', platforms).makeOptionMandatory())
      .action(({ platform }: Flags) => {
        io.stderr.write(
          'routeprint: run this on the host; then: routeprint check FOLDER --vip ADDR\n',
        )
        io.stdout.write(captureScript(platform))
      })
  },
} as const satisfies CliCommand
