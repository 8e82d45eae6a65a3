import { Argument, type Command } from 'commander'
import type { CliCommand, Session } from '../command.js'
import { oneOf } from '../options.js'
import { columns } from '../table.js'
import { type TopicKind, topicKindNames, topicKinds } from '../topics.js'

/** `routeprint list`: what is known of a kind. */
export const listCommand = {
  name: 'list',
  summary: `list ${topicKindNames.join(', ')}`,
  examples: [['routeprint list formats', 'every output that is read']],
  define: (command: Command, { io }: Session) => {
    const kind = new Argument('<KIND>', topicKindNames.join(', ')).argParser(oneOf(topicKindNames))
    command.addArgument(kind).action((name: TopicKind) => {
      io.stdout.write(columns(topicKinds[name]().map(({ id, summary }) => [id, summary])))
    })
  },
} as const satisfies CliCommand
