import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fleetRules } from '../analyze/fleet/index.js'
import type { Policy } from '../model/finding.js'
import {
  type GoneFinding,
  modelOf,
  type ReportedHost,
  type ReportedProblem,
  type ReportModel,
  withFleet,
} from '../report/index.js'
import { twins } from './assess.js'
import { UsageError } from './exit.js'
import type { Io } from './io.js'
import { hostResult } from './result-schema.js'

interface Merged {
  readonly hosts: ReportedHost[]
  readonly problems: ReportedProblem[]
  /** What is no result at all. */
  readonly faults: ReportedProblem[]
}

/** One model of the results of several runs, as if one run had made them; what only all show is judged anew. */
export async function mergeResults(
  files: readonly string[],
  policy: Policy,
  io: Io,
): Promise<ReportModel> {
  const merged: Merged = { hosts: [], problems: [], faults: [] }
  for (const file of files) take(await textOf(file, io), file, merged)
  const problems = merged.problems.filter(({ message }) => !TWINS.test(message))
  const hosts = withFleet(merged.hosts.map(alone), policy)
  return modelOf(hosts, [...problems, ...merged.faults, ...twins(hosts)])
}

/** Names that two hosts have are counted anew. */
const TWINS = /^\d+ hosts have this name; each was checked$/

/** The findings of a former report in JSON or ndjson. */
export async function baselineOf(file: string, io: Io): Promise<GoneFinding[]> {
  const read: Merged = { hosts: [], problems: [], faults: [] }
  take(await textOf(file, io), file, read)
  const [fault] = read.faults
  if (fault !== undefined)
    throw new UsageError(
      `--baseline ${file}: expected a report as json or ndjson: ${fault.message}`,
    )
  return read.hosts.flatMap(({ findings }) => findings)
}

async function textOf(file: string, io: Io): Promise<string> {
  if (file === '-') return new TextDecoder().decode(await io.stdin())
  return readFile(resolve(io.cwd, file), 'utf8').catch(() => {
    throw new UsageError(`${file}: expected a file that can be read`)
  })
}

function take(text: string, file: string, into: Merged): void {
  const whole = parsed(text)
  if (isObject(whole) && Array.isArray(whole['hosts'])) {
    for (const host of whole['hosts']) takeLine(host, file, into)
    const problems: unknown[] = Array.isArray(whole['problems']) ? whole['problems'] : []
    for (const problem of problems) takeLine({ problem }, file, into)
    return
  }
  for (const line of text.split('\n')) if (line.trim() !== '') takeLine(parsed(line), file, into)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function takeLine(value: unknown, file: string, into: Merged): void {
  if (!isObject(value)) into.faults.push({ path: file, message: NO_RESULT })
  else if ('captures' in value) takeHost(value, file, into)
  else if (isProblem(value['problem'])) into.problems.push(value['problem'])
  else if (!('summary' in value || 'drift' in value))
    into.faults.push({ path: file, message: NO_RESULT })
}

const NO_RESULT = 'a line that is no result of routeprint'

/** A line of another program, or of a version to come, must not break the report on all others. */
function takeHost(value: object, file: string, into: Merged): void {
  const host = hostResult(value)
  if (typeof host !== 'string') into.hosts.push(host)
  else into.faults.push({ path: file, message: `${NO_RESULT}: ${host}` })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isProblem(value: unknown): value is ReportedProblem {
  return (
    isObject(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string'
  )
}

/** The host without what other hosts had to do with. */
function alone(host: ReportedHost): ReportedHost {
  const isFleet = (rule: string) => fleetRules.some(({ id }) => id === rule)
  return {
    ...host,
    findings: host.findings
      .filter(({ rule }) => !isFleet(rule))
      .map(({ drift: _, ...finding }) => finding),
    waived: host.waived
      .filter(({ finding }) => !isFleet(finding.rule))
      .map(({ drift: _, ...waiver }) => waiver),
  }
}
