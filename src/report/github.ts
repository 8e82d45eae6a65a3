import type { Level } from '../model/diagnostic.js'
import type { Span } from '../model/span.js'
import { forGithub, forGithubProperty, forTerminal, linesForTerminal } from './escape.js'
import { markdownReport } from './markdown.js'
import type { ReportedFinding, ReportModel } from './model.js'
import { type Threshold, worstFirst } from './order.js'
import type { Report } from './report.js'
import { summaryLine } from './summary.js'

/**
 * Annotations of a GitHub workflow, one a line.
 *
 * GitHub shows about ten of a step, so the worst come first and the page of the run gets a summary.
 */
export const githubReport = {
  id: 'github',
  summary: 'annotations of a GitHub workflow, and the summary of its run',
  extension: 'txt',
  render,
  besides: {
    variable: 'GITHUB_STEP_SUMMARY',
    render: (model) => markdownReport.render(model),
  },
} as const satisfies Report

interface Annotation {
  readonly level: Level
  readonly title: string
  readonly message: string
  readonly file?: string | undefined
  readonly span?: Span | undefined
}

const COMMANDS: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

function render(model: ReportModel, threshold: Threshold = {}): string {
  const annotations = [
    ...worstFirst(model).map((finding) => ofFinding(finding, threshold)),
    ...model.problems.map(ofProblem),
    ...model.hosts.flatMap(({ name, unchecked }) =>
      unchecked.map((why) => ({
        level: 'warning' as const,
        title: 'not fully checked',
        message: `host ${name}: ${why}`,
      })),
    ),
  ]
  return `${[...annotations.map(line), `routeprint: ${summaryLine(model)}`].join('\n')}\n`
}

function ofProblem({ path, message }: ReportModel['problems'][number]): Annotation {
  return { level: 'error', title: 'unread', message: `${path}: ${message}`, file: path }
}

/** What the baseline has too is only a notice where nothing but new findings fails. */
function ofFinding(finding: ReportedFinding, { newOnly = false }: Threshold): Annotation {
  const { rule, level, host, message, at, remedies, drift } = finding
  const [place] = at
  const [remedy] = remedies
  const todo = remedy === undefined ? [] : [`remedy: ${remedy.command ?? remedy.title}`]
  return {
    level: newOnly && drift === 'unchanged' ? 'info' : level,
    title: `${drift === undefined ? '' : `${drift}: `}${rule} on ${host}`,
    message: [message, ...todo].join('\n'),
    file: place?.file,
    span: place?.span,
  }
}

function line({ level, title, message, file, span }: Annotation): string {
  const properties = [
    ...(file === undefined ? [] : [['file', file]]),
    ...(file === undefined || span === undefined ? [] : placeOf(span)),
    ['title', title],
  ].map(([name, value = '']) => `${name}=${forGithubProperty(forTerminal(value))}`)
  return `::${COMMANDS[level]} ${properties.join(',')}::${forGithub(linesForTerminal(message))}`
}

/** Columns are told only of a place on one line: GitHub takes no others. */
function placeOf({ line, column, endLine, endColumn }: Span): string[][] {
  const lines = [
    ['line', String(line)],
    ['endLine', String(endLine)],
  ]
  if (line !== endLine) return lines
  return [...lines, ['col', String(column)], ['endColumn', String(Math.max(column, endColumn - 1))]]
}
