import { analyze } from '../analyze/analyze.js'
import { type ReportModel, reportModel } from '../report/index.js'
import { UsageError } from './exit.js'
import { type HostFlags, readHosts } from './host-options.js'
import type { Io } from './io.js'
import { type PolicyFlags, readPolicy } from './policy.js'

/** What is wrong with the hosts at the paths, and which level the configuration lets fail. */
export async function assess(
  paths: readonly string[],
  flags: HostFlags & PolicyFlags,
  io: Io,
): Promise<
  Pick<Awaited<ReturnType<typeof readPolicy>>, 'failOn'> & { readonly model: ReportModel }
> {
  if (paths.length === 0)
    throw new UsageError('expected a capture, a snapshot folder, or - for standard input')
  const { policy, ...rest } = await readPolicy(flags, io)
  if (policy.vips.length === 0)
    io.stderr.write(
      'routeprint: no cluster address was given (--vip ADDR): only suspicions can be reported\n',
    )
  const { hosts, problems } = await readHosts(paths, flags, io)
  const analyses = hosts.map((host) => analyze(host, policy))
  return { ...rest, model: reportModel(analyses, problems) }
}
