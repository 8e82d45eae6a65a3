import { analyzer } from '../analyze/analyze.js'
import { namePatterns } from '../analyze/name-patterns.js'
import { once } from '../analyze/once.js'
import { readHost } from '../analyze/read-host.js'
import type { Level } from '../model/diagnostic.js'
import type { Policy } from '../model/finding.js'
import type { Host, HostFacts } from '../model/host.js'
import { type ModelOptions, type ReportedHost, reportedHost } from '../report/index.js'
import type { HostPattern, SnapshotHost } from '../snapshot/index.js'

/** What the hosts of a run are held against, and what is known of them by patterns of their names. */
export interface Standards extends ModelOptions {
  readonly policy: Policy
  readonly hosts: readonly HostPattern[]
  /** What the options say of every host; it outweighs the rest. */
  readonly facts: Partial<HostFacts>
  /** Least level that makes the exit code of a stream a failure. */
  readonly failOn?: Level
  /** Characters of the longest line that a stream may have. */
  readonly longestLine?: number
}

/** Judges hosts: what reports keep of each, the same wherever it is worked out. Many batches are held against one standard. */
export const judgeOf: (standards: Standards) => (found: SnapshotHost) => ReportedHost =
  /* @__PURE__ */ once((standards) => {
    const { policy, hosts, facts } = standards
    const analyzed = analyzer(policy)
    const patterns = namePatterns(hosts.map(({ name }) => name))
    return (found) => {
      const { name } = found.facts
      const known = patterns.all(name).map((at) => hosts[at])
      const all = Object.assign({}, ...known, found.facts, facts, { name })
      const host = withDecoding(readHost(all, found.captures), found)
      return reportedHost(analyzed(host), standards)
    }
  })

/** What decoding had to say of a file stands at its first capture; of what is no capture, more is said elsewhere. */
function withDecoding(host: Host, { captures }: SnapshotHost): Host {
  const said = new Map(captures.map(({ file, diagnostics }) => [file, diagnostics]))
  const told = host.captures.map((capture) => {
    const more = said.get(capture.file ?? '') ?? []
    said.delete(capture.file ?? '')
    const isQuiet = more.length === 0 || capture.kind === 'unknown'
    return isQuiet ? capture : { ...capture, diagnostics: [...more, ...capture.diagnostics] }
  })
  return { ...host, captures: told }
}
