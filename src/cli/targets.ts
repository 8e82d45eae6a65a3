import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidArgumentError } from 'commander'
import {
  type Besides,
  type ReportId,
  type ReportModel,
  reportById,
  reports,
} from '../report/index.js'
import type { Threshold } from '../report/order.js'
import { UsageError } from './exit.js'
import type { Io } from './io.js'

/** A report that was asked for, and the file that it goes to; standard output where there is none. */
export interface Target {
  readonly format: ReportId
  readonly file?: string
}

/** Reads `FORMAT[=FILE]`. */
export function target(text: string): Target {
  const at = text.indexOf('=')
  const found = reportById(at < 0 ? text : text.slice(0, at))
  const known = reports.map(({ id }) => id).join(', ')
  if (found === undefined)
    throw new InvalidArgumentError(`Expected FORMAT or FORMAT=FILE, with a format of ${known}.`)
  if (at < 0) return { format: found.id }
  const file = text.slice(at + 1)
  if (file === '') throw new InvalidArgumentError('Expected the name of a file behind the "=".')
  return { format: found.id, file }
}

/** Refuses what would be mixed up: two reports for standard output, or for the same file. */
export function checkTargets(targets: readonly Target[]): void {
  const seen = new Set<string>()
  for (const { file = '-' } of targets) {
    if (seen.has(file))
      throw new UsageError(
        file === '-'
          ? 'only one report can go to standard output; give the others a file: --report FORMAT=FILE'
          : `two reports cannot go to the same file: ${file}`,
      )
    seen.add(file)
  }
}

/** True where a report is asked for that shows the captured tables. */
export function showTables(targets: readonly Target[]): boolean {
  return targets.some(({ format }) => reportById(format)?.showsTables === true)
}

/** Where reports go, and what they are drawn with. */
export interface Writing extends Threshold {
  readonly targets: readonly Target[]
  readonly io: Io
}

/** Draws the reports and writes each to where it belongs. */
export async function writeReports(
  model: ReportModel,
  { targets, io, ...threshold }: Writing,
): Promise<void> {
  for (const { format, file } of targets) {
    const color = file === undefined && io.stdout.isTerminal && !io.env['NO_COLOR']
    const report = reportById(format)
    const text = report?.render(model, { color, ...threshold }) ?? ''
    if (file === undefined) io.stdout.write(text)
    else await write(file, text, io)
    await writeBesides(report?.besides, model, io)
  }
}

/** Appends what a report has for a file that the environment names, as the summary of a workflow's run. */
async function writeBesides(besides: Besides | undefined, model: ReportModel, io: Io) {
  const file = besides === undefined ? undefined : io.env[besides.variable]
  if (besides !== undefined && file) await write(file, besides.render(model), { ...io, flag: 'a' })
}

async function write(shown: string, text: string, to: { cwd: string; flag?: string }) {
  const { cwd, flag = 'w' } = to
  await writeFile(resolve(cwd, shown), text, { flag }).catch((error) => {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new UsageError(`--report: cannot write ${shown}${why}`)
  })
}
