import { forXml, linesForTerminal } from './escape.js'
import type { ReportedFinding, ReportedHost, ReportedProblem, ReportModel } from './model.js'
import { fails } from './order.js'
import type { RenderOptions, Report } from './report.js'
import { captureText, findingText } from './text.js'

/** JUnit XML, for the test pages of Jenkins, GitLab and others. */
export const junitReport = {
  id: 'junit',
  summary: 'JUnit XML, for the test pages of CI systems: a suite a host, a test a rule',
  extension: 'xml',
  render,
} as const satisfies Report

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

function render(model: ReportModel, { failOn = 'warning' }: RenderOptions): string {
  const suites = model.hosts.map((host) => hostSuite(host, failOn))
  if (model.problems.length > 0) suites.push(problemSuite(model.problems))
  const cases = suites.flatMap((suite) => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="routeprint" ${counts(cases)}>\n`,
    ...suites.map(suiteXml),
    '</testsuites>\n',
  ].join('')
}

function hostSuite(host: ReportedHost, failOn: NonNullable<RenderOptions['failOn']>): Suite {
  const ruled = new Set(host.ran)
  // A rule that lacks something may have found something all the same.
  for (const { rule } of host.findings) ruled.add(rule)
  const skipped = host.skipped.filter(({ rule }) => !ruled.has(rule))
  return {
    name: host.name,
    cases: [
      ...[...ruled].map((rule) => ruleCase(rule, host, failOn)),
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
function ruleCase(
  rule: string,
  host: ReportedHost,
  failOn: NonNullable<RenderOptions['failOn']>,
): TestCase {
  const own = host.findings.filter((finding) => finding.rule === rule)
  const failing = own.filter(({ level }) => fails(level, failOn))
  const [first] = failing
  if (first !== undefined) {
    const inner = element('failure', sentence(failing), {
      type: first.level,
      text: own.map(findingText).join('\n'),
    })
    return { name: rule, file: first.at[0]?.file, outcome: 'failures', inner }
  }
  if (own.length > 0)
    return {
      name: rule,
      inner: `<system-out>${forXml(own.map(findingText).join('\n'))}</system-out>`,
    }
  const waiver = host.waived.find(({ finding }) => finding.rule === rule)
  if (waiver === undefined) return { name: rule }
  return { name: rule, outcome: 'skipped', inner: element('skipped', `waived: ${waiver.reason}`) }
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
  return forXml(linesForTerminal(text))
}

/** XML turns line ends and tabs of an attribute into blanks; as references they stay. */
function attribute(text: string): string {
  return content(text).replace(/[\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`)
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
