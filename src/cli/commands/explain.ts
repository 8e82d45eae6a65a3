import type { Command } from 'commander'
import type { CliCommand, Session } from '../command.js'
import { UsageError } from '../exit.js'
import { nearest } from '../nearest.js'
import { topicKindNames, topicKinds } from '../topics.js'
import { wrapped } from '../wrap.js'

/** `routeprint explain`: what a rule, a diagnostic, a format, a platform or a report is. */
export const explainCommand = {
  name: 'explain',
  summary: `explain one of the ${topicKindNames.join(', ')}`,
  examples: [
    ['routeprint explain aix-netstat', 'how the format looks, and its traps'],
    ['routeprint explain cut-row', 'what a diagnostic means'],
  ],
  define: (command: Command, { io }: Session) => {
    command
      .argument('<ID>', `one of the ids that routeprint list prints`)
      .action((id: string) => void io.stdout.write(explain(id)))
  },
} as const satisfies CliCommand

/** The text on that id; the ids of all kinds differ, or all that have it are shown. */
function explain(id: string): string {
  const all = topicKindNames.flatMap((kind) => topicKinds[kind]().map((topic) => ({ kind, topic })))
  const found = all.filter(({ topic }) => topic.id === id)
  if (found.length > 0)
    return found
      .map(({ kind, topic }) => `${topic.id} (${kind})\n\n${wrapped(topic.text.trimEnd())}\n`)
      .join('\n')
  const close = nearest(
    id,
    all.map(({ topic }) => topic.id),
  )
  const hint = close === undefined ? '' : `; did you mean ${close}?`
  throw new UsageError(
    `nothing is called "${id.slice(0, 60)}": expected an id that "routeprint list" prints (${topicKindNames.join(', ')})${hint}`,
  )
}
