import type { Finding, Remedy } from '../model/finding.js'
import type { Host } from '../model/host.js'
import { answerTo } from './answers/index.js'
import { commandsOf } from './dialects/index.js'
import { hintFor } from './dialects/unwritten.js'
import { advise } from './remedy.js'

/**
 * What to do about a finding, best first; the first is the one to run.
 *
 * A delete command is offered only where the system's own matching, applied to the host's tables, takes away the
 * flagged row alone. Nothing here runs anything.
 */
export function remedies(finding: Finding, host: Host): readonly Remedy[] {
  const commands = commandsOf(host)
  return commands === undefined
    ? [advise({ title: 'Mend it with the system’s own tools', note: hintFor(host.platform) })]
    : answerTo({ finding, host, commands })
}
