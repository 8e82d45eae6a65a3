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

interface Merged {
  readonly hosts: ReportedHost[]
  readonly problems: ReportedProblem[]
}

/** One model of the results of several runs, as if one run had made them; what only all show is judged anew. */
export async function mergeResults(
  files: readonly string[],
  policy: Policy,
  io: Io,
): Promise<ReportModel> {
  const merged: Merged = { hosts: [], problems: [] }
  for (const file of files) take(await textOf(file, io), file, merged)
  const problems = merged.problems.filter(({ message }) => !TWINS.test(message))
  const hosts = withFleet(merged.hosts.map(alone), policy)
  return modelOf(hosts, [...problems, ...twins(hosts)])
}

/** Names that two hosts have are counted anew. */
const TWINS = /^\d+ hosts have this name; each was checked$/

/** The findings of a former report in JSON or ndjson. */
export async function baselineOf(file: string, io: Io): Promise<GoneFinding[]> {
  const read: Merged = { hosts: [], problems: [] }
  take(await textOf(file, io), file, read)
  if (read.hosts.length === 0 && read.problems.length > 0)
    throw new UsageError(`--baseline ${file}: expected a report as json or ndjson`)
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
  if (isObject(value) && isHost(value)) into.hosts.push(value)
  else if (isObject(value) && isProblem(value['problem'])) into.problems.push(value['problem'])
  else if (!isObject(value) || !('summary' in value || 'drift' in value))
    into.problems.push({ path: file, message: 'a line that is no result of routeprint' })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

const LISTS = ['captures', 'findings', 'waived', 'ran', 'skipped', 'unchecked']

function isHost(value: Readonly<Record<string, unknown>>): value is ReportedHost & typeof value {
  return typeof value['name'] === 'string' && LISTS.every((key) => Array.isArray(value[key]))
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
