import { grouped } from '../analyze/grouped.js'
import { once } from '../analyze/once.js'
import { forXml, linesForTerminal } from './escape.js'
import type { ReportedFinding, ReportedHost, ReportedProblem, ReportModel } from './model.js'
import { fails, type Threshold } from './order.js'
import type { RenderOptions, Report } from './report.js'
import { counted } from './summary.js'
import { captureText, findingText } from './text.js'

/** JUnit XML, for the test pages of Jenkins, GitLab and others. */
export const junitReport = {
  id: 'junit',
  summary: 'JUnit XML, for the test pages of CI systems: a suite a host, a test a rule',
  extension: 'xml',
  render,
} as const satisfies Report

/** GitLab reads no file of more than 30 MB, and Jenkins keeps all of it in memory. */
const MOST_CHARACTERS = 15_000_000
/** Characters of a text, and of a name or message. */
const MOST_OF_A_TEXT = 20_000
const MOST_OF_A_LINE = 1_000

type Outcome = 'failures' | 'errors' | 'skipped'

interface TestCase {
  readonly name: string
  readonly file?: string | undefined
  /** Where the case counts; absent where it passed. */
  readonly outcome?: Outcome
  /** Elements below the case, already XML. */
  readonly inner?: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly TestCase[]
}

function render(model: ReportModel, threshold: RenderOptions): string {
  const all = model.hosts.map((host) => hostSuite(host, threshold))
  if (model.problems.length > 0) all.push(problemSuite(model.problems))
  const suites = fitting(all)
  const cases = suites.flatMap((suite) => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="routeprint" ${counts(cases)}>\n`,
    ...suites.map(suiteXml),
    '</testsuites>\n',
  ].join('')
}

/** The suites, those for which no room is left in short; hosts with faults have the first claim on it. */
function fitting(suites: readonly Suite[]): Suite[] {
  const kept = new Set<Suite>()
  let room = MOST_CHARACTERS
  const claims = [...suites.filter(isFaulty), ...suites.filter((suite) => !isFaulty(suite))]
  for (const suite of claims) {
    room -= suiteXml(suite).length
    if (room < 0) break
    kept.add(suite)
  }
  return suites.map((suite) => (kept.has(suite) ? suite : inShort(suite)))
}

function isFaulty({ cases }: Suite): boolean {
  return cases.some(isFault)
}

function isFault({ outcome }: TestCase): boolean {
  return outcome === 'failures' || outcome === 'errors'
}

/** The faults without their texts, and the rest counted. */
function inShort({ name, cases }: Suite): Suite {
  const faults = cases.filter(isFault)
  const others = cases.length - faults.length
  const short = faults.map(({ inner = '', ...one }) => ({
    ...one,
    inner: `${inner.slice(0, inner.indexOf('>')).replace(/\/$/, '')}/>`,
  }))
  return { name, cases: others === 0 ? short : [...short, { name: counted(others, 'more rule') }] }
}

function hostSuite(host: ReportedHost, threshold: Threshold): Suite {
  const ruled = new Set(host.ran)
  // A rule that lacks something may have found something all the same.
  for (const { rule } of host.findings) ruled.add(rule)
  const skipped = host.skipped.filter(({ rule }) => !ruled.has(rule))
  return {
    name: host.name,
    cases: [
      ...[...ruled].map((rule) => ruleCase(rule, host, threshold)),
      ...skipped.map(({ rule, needs }) => ({
        name: rule,
        outcome: 'skipped' as const,
        inner: element('skipped', `needs ${needs.join(', ')}`),
      })),
      ...(host.unchecked.length === 0 ? [] : [uncheckedCase(host)]),
    ],
  }
}

/** A case holds one failure only, so what one rule found twice stands in one text. */
function ruleCase(rule: string, host: ReportedHost, threshold: Threshold): TestCase {
  const own = findingsOf(host).get(rule) ?? []
  const failing = own.filter((finding) => fails(finding, threshold))
  const [first] = failing
  if (first !== undefined) {
    const inner = element('failure', sentence(failing), {
      type: first.level,
      text: texts(own),
    })
    return { name: rule, file: first.at[0]?.file, outcome: 'failures', inner }
  }
  if (own.length > 0)
    return {
      name: rule,
      inner: `<system-out>${content(texts(own))}</system-out>`,
    }
  const [waiver] = waiversOf(host).get(rule) ?? []
  if (waiver === undefined) return { name: rule }
  return { name: rule, outcome: 'skipped', inner: element('skipped', `waived: ${waiver.reason}`) }
}

// What other runs have written may name rules without number.
const findingsOf = /* @__PURE__ */ once(({ findings }: ReportedHost) =>
  grouped(findings, ({ rule }) => [rule]),
)
const waiversOf = /* @__PURE__ */ once(({ waived }: ReportedHost) =>
  grouped(waived, ({ finding }) => [finding.rule]),
)

function texts(findings: readonly ReportedFinding[]): string {
  return findings.map(findingText).join('\n')
}

function sentence([first, ...others]: readonly ReportedFinding[]): string {
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return `${first?.message ?? ''}${more}`
}

function uncheckedCase({ unchecked, captures }: ReportedHost): TestCase {
  const broken = captures.find(({ diagnostics }) =>
    diagnostics.some((one) => one.level === 'error'),
  )
  const text = captures.map(captureText).filter((block) => block !== '')
  const inner = element('error', unchecked.join('; '), {
    type: 'unchecked',
    text: text.join('\n'),
  })
  return { name: 'everything could be checked', file: broken?.file, outcome: 'errors', inner }
}

function problemSuite(problems: readonly ReportedProblem[]): Suite {
  return {
    name: 'pieces that could not be read',
    cases: problems.map(({ path, message }) => ({
      name: path,
      file: path,
      outcome: 'errors',
      inner: element('error', message, { type: 'unread' }),
    })),
  }
}

function element(
  name: string,
  message: string,
  { type, text = '' }: { type?: string; text?: string } = {},
): string {
  const typed = type === undefined ? '' : ` type="${forXml(type)}"`
  const open = `<${name} message="${attribute(message)}"${typed}`
  return text === '' ? `${open}/>` : `${open}>${content(text)}</${name}>`
}

function content(text: string): string {
  return forXml(linesForTerminal(cut(text, MOST_OF_A_TEXT)))
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`
}

/** XML turns line ends and tabs of an attribute into blanks; as references they stay. */
function attribute(text: string): string {
  return content(cut(text, MOST_OF_A_LINE)).replace(
    /[\t\n\r]/g,
    (found) => `&#${found.charCodeAt(0)};`,
  )
}

function suiteXml({ name, cases }: Suite): string {
  const lines = cases.map((one) => caseXml(one, name))
  return `  <testsuite name="${attribute(name)}" ${counts(cases)}>\n${lines.join('')}  </testsuite>\n`
}

function caseXml({ name, file, inner }: TestCase, suite: string): string {
  const place = file === undefined ? '' : ` file="${attribute(file)}"`
  const open = `    <testcase name="${attribute(name)}" classname="${attribute(suite)}"${place}`
  return inner === undefined ? `${open}/>\n` : `${open}>${inner}</testcase>\n`
}

function counts(cases: readonly TestCase[]): string {
  const many = (outcome: Outcome) => cases.filter((one) => one.outcome === outcome).length
  const each = (['failures', 'errors', 'skipped'] as const).map((one) => `${one}="${many(one)}"`)
  return `tests="${cases.length}" ${each.join(' ')}`
}
