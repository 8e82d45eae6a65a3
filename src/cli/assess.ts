import {
  type ModelOptions,
  modelOf,
  type ReportedHost,
  type ReportModel,
  withFleet,
} from '../report/index.js'
import type { Config, Piece, Problem, SnapshotCapture } from '../snapshot/index.js'
import { UsageError } from './exit.js'
import { factsOf, type HostFlags } from './host-options.js'
import type { Io } from './io.js'
import { judge, type Standards } from './judge.js'
import { type PolicyFlags, readPolicy } from './policy.js'
import { streamSources } from './sources.js'

/** What was found, and which level the configuration lets fail. */
export interface Assessment extends Pick<Config, 'failOn'> {
  readonly model: ReportModel
}

/** Reads and judges the hosts at the paths, one after the other; texts are dropped as soon as they are judged. */
export async function assess(
  paths: readonly string[],
  flags: HostFlags & PolicyFlags & ModelOptions,
  io: Io,
): Promise<Assessment> {
  if (paths.length === 0)
    throw new UsageError('expected a capture, a snapshot folder, or - for standard input')
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
  const standards = { policy, hosts, facts: factsOf(flags), tables }
  const pieces = streamSources(paths, io, options)
  const found = await collect(host === undefined ? pieces : joined(pieces, host), standards, io)
  return { ...rest, model: modelOf(withFleet(found.hosts, policy), found.problems) }
}

interface Collected {
  readonly hosts: ReportedHost[]
  readonly problems: Problem[]
}

async function collect(
  pieces: AsyncIterable<Piece>,
  standards: Standards,
  io: Io,
): Promise<Collected> {
  const hosts: ReportedHost[] = []
  const problems: Problem[] = []
  const progress = io.progress?.()
  for await (const piece of pieces) {
    if (io.isInterrupted?.()) {
      problems.push({ path: '.', message: interrupted(hosts.length) })
      break
    }
    if (piece.kind === 'problem') problems.push(piece.problem)
    else hosts.push(judge(piece.host, standards))
    progress?.step()
  }
  progress?.stop()
  return { hosts, problems: [...problems, ...twins(hosts)] }
}

function interrupted(count: number): string {
  return `interrupted after ${count} host${count === 1 ? '' : 's'}; the rest was not checked`
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
    else captures.push(...piece.host.captures)
  if (captures.length > 0) yield { kind: 'host', host: { facts: { name }, captures } }
}
