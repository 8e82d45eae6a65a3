import {
  type ModelOptions,
  modelOf,
  type ReportedHost,
  type ReportModel,
  withFleet,
} from '../report/index.js'
import type { Config, Piece, Problem, SnapshotCapture } from '../snapshot/index.js'
import { batches } from './batches.js'
import { Crew } from './crew.js'
import { UsageError } from './exit.js'
import { factsOf, type HostFlags } from './host-options.js'
import type { Io } from './io.js'
import { type JobFlags, jobsOf } from './jobs.js'
import type { Standards } from './judge.js'
import { interrupted, judgeBatches, type Working } from './judging.js'
import { pieces } from './pieces.js'
import { type PolicyFlags, readPolicy } from './policy.js'
import { hostsAtMost, streamSources } from './sources.js'

/** What was found, and which level the configuration lets fail. */
export interface Assessment extends Pick<Config, 'failOn'> {
  readonly model: ReportModel
  /** False where Ctrl-C ended it before all was read. */
  readonly isWhole: boolean
}

/** Reads and judges the hosts at the paths, one after the other; texts are dropped as soon as they are judged. */
export async function assess(
  paths: readonly string[],
  flags: HostFlags & PolicyFlags & JobFlags & ModelOptions,
  io: Io,
): Promise<Assessment> {
  if (paths.length === 0)
    throw new UsageError('expected a capture, a snapshot folder, or - for standard input')
  const signal = io.interruption?.()
  const { policy, hosts = [], limits, ...rest } = await readPolicy(flags, io, paths)
  if (policy.vips.length === 0)
    io.stderr.write(
      'routeprint: no cluster address was given (--vip ADDR): only suspicions can be reported\n',
    )
  const { encoding, host } = flags
  const options = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(limits === undefined ? {} : { limits }),
  }
  const { tables = false } = flags
  const standards: Standards = { policy, hosts, facts: factsOf(flags), tables }
  const all = streamSources(paths, io, options)
  const expected = host === undefined ? hostsAtMost(paths, io) : 1
  const crew = new Crew({ standards, jobs: jobsOf(flags), expected })
  const found = await collect(host === undefined ? all : joined(all, host), { crew, signal }, io)
  // Of a part of the hosts, nobody can say what all of them show.
  const judged = found.isWhole ? withFleet(found.hosts, policy) : found.hosts
  return { ...rest, model: modelOf(judged, found.problems), isWhole: found.isWhole }
}

interface Collected {
  readonly hosts: readonly ReportedHost[]
  readonly problems: readonly Problem[]
  readonly isWhole: boolean
}

async function collect(found: AsyncIterable<Piece>, working: Working, io: Io): Promise<Collected> {
  const hosts: ReportedHost[] = []
  const problems: Problem[] = []
  const { signal } = working
  const progress = io.progress?.()
  try {
    for await (const batch of judgeBatches(batches(found, pieces.sizeOf), pieces, working))
      for (const result of batch) {
        if ('problem' in result) problems.push(result.problem)
        else hosts.push(result)
        progress?.step()
      }
  } finally {
    progress?.stop()
  }
  const isWhole = signal?.aborted !== true
  if (!isWhole) problems.push({ path: '.', message: interrupted(hosts.length, 'host') })
  return { hosts, problems: [...problems, ...twins(hosts)], isWhole }
}

/** Hosts of one name could not be told apart in findings and waivers. */
export function twins(hosts: readonly ReportedHost[]): Problem[] {
  const counts = new Map<string, number>()
  for (const { name } of hosts) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) =>
    count < 2 ? [] : [{ path: name, message: `${count} hosts have this name; each was checked` }],
  )
}

/** All captures as those of one host. */
async function* joined(pieces: AsyncIterable<Piece>, name: string): AsyncGenerator<Piece> {
  const captures: SnapshotCapture[] = []
  for await (const piece of pieces)
    if (piece.kind === 'problem') yield piece
    else for (const capture of piece.host.captures) captures.push(capture)
  if (captures.length > 0) yield { kind: 'host', host: { facts: { name }, captures } }
}
