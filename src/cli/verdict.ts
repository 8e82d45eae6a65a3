import { type Command, Option } from 'commander'
import { fleetRules } from '../analyze/fleet/index.js'
import type { Level } from '../model/diagnostic.js'
import { type GoneFinding, type ReportModel, withDrift } from '../report/index.js'
import { fails, levels } from '../report/order.js'
import { type ExitCode, exit, UsageError } from './exit.js'
import type { Io } from './io.js'
import { baselineOf } from './merge.js'
import { choice, repeated } from './options.js'
import { checkTargets, type Target, target, writeReports } from './targets.js'

const FAIL_ON = 'warning'

/** Options that say which reports are written and what fails a run. */
export interface VerdictFlags {
  readonly report?: readonly Target[]
  readonly failOn?: Level
  readonly baseline?: string
  readonly newOnly?: true
}

/** Adds the options about reports and the exit code to a command. */
export function addVerdictOptions(command: Command): Command {
  return command
    .addOption(
      repeated(
        '--report <FORMAT[=FILE]>',
        'a report, to a file or standard output (default: text)',
        target,
      ),
    )
    .addOption(
      choice(
        '--fail-on <LEVEL>',
        `least level that fails: ${levels.join(', ')} (default: "${FAIL_ON}")`,
        levels,
      ),
    )
    .option(
      '--baseline <REPORT>',
      'a former json or ndjson report: says what is new and what is gone',
    )
    .addOption(new Option('--new-only', 'only findings that the baseline does not have fail'))
}

/** Refuses what would be mixed up, or has nothing to go by; to be asked before anything is read. */
export function targetsOf(flags: VerdictFlags): readonly Target[] {
  const { report = [{ format: 'text' }], baseline, newOnly } = flags
  if (newOnly === true && baseline === undefined)
    throw new UsageError('--new-only says what is new since a report: give it with --baseline')
  checkTargets(report)
  return report
}

/** Writes the reports and answers the exit code. */
export async function conclude(
  model: ReportModel,
  flags: VerdictFlags & {
    readonly configured?: Level | undefined
    /** False where hosts are missing that the baseline may have. */
    readonly isWhole?: boolean
  },
  io: Io,
): Promise<ExitCode> {
  const { baseline, failOn = flags.configured ?? FAIL_ON, newOnly = false } = flags
  const before = baseline === undefined ? undefined : await baselineOf(baseline, io)
  const held =
    before === undefined
      ? model
      : withDrift(model, flags.isWhole === false ? ofHosts(model, before) : before)
  await writeReports(held, { targets: targetsOf(flags), failOn, newOnly, io })
  return exitCode(held, failOn, newOnly)
}

/** Of what was not looked at, nobody can say that it is gone. */
function ofHosts({ hosts }: ReportModel, baseline: readonly GoneFinding[]): GoneFinding[] {
  const names = new Set(hosts.map(({ name }) => name))
  const ofFleet = new Set<string>(fleetRules.map(({ id }) => id))
  return baseline.filter(({ host, rule }) => names.has(host) && !ofFleet.has(rule))
}

/** The exit code for what was found. */
export function exitCode(
  { summary, hosts }: ReportModel,
  failOn: Level,
  newOnly = false,
): ExitCode {
  const isFailing = hosts.some(({ findings }) =>
    findings.some((finding) => fails(finding, { failOn, newOnly })),
  )
  if (isFailing) return exit.findings
  return summary.unchecked > 0 || summary.hosts === 0 ? exit.unchecked : exit.clean
}
