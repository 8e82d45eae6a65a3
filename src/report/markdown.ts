import type { Remedy } from '../model/finding.js'
import { forMarkdown, markdownCode } from './escape.js'
import { excerpt } from './excerpt.js'
import type { ReportedFinding, ReportedHost, ReportModel } from './model.js'
import type { Report } from './report.js'
import { summaryLine } from './summary.js'

/** For pull requests, tickets and wikis: a table of the hosts, then each finding. */
export const markdownReport = {
  id: 'markdown',
  summary: 'for pull requests, tickets and wikis: the hosts in a table, then each finding',
  extension: 'md',
  render,
} as const satisfies Report

function render(model: ReportModel): string {
  const { hosts, problems } = model
  const blocks = [
    '# routeprint\n',
    `${summaryLine(model)}.\n`,
    hosts.length === 0 ? '' : hostTable(hosts),
    ...hosts.flatMap(hostBlocks),
    problems.length === 0 ? '' : problemBlock(model),
  ]
  return blocks.filter((block) => block !== '').join('\n')
}

function hostTable(hosts: readonly ReportedHost[]): string {
  const rows = hosts.map(({ name, platform, findings, unchecked }) => {
    const state = [
      ...findings.map(({ level, rule }) => `${level}: ${markdownCode(rule)}`),
      ...unchecked.map(() => 'not fully checked'),
    ]
    const cells = [forMarkdown(name), platform ?? '', state.join('<br>') || 'clean']
    return `| ${cells.join(' | ')} |\n`
  })
  return `| host | system | state |\n| --- | --- | --- |\n${rows.join('')}`
}

function hostBlocks({ name, findings, captures, unchecked }: ReportedHost): string[] {
  const unread = captures.flatMap(({ file = '<text>', diagnostics }) =>
    diagnostics
      .filter(({ level }) => level !== 'info')
      .map(({ span, message }) => {
        const place = markdownCode(`${file}:${span.line}:${span.column}`)
        return `- ${place}: ${forMarkdown(message)}\n`
      }),
  )
  const reasons = unchecked.map((why) => `- ${forMarkdown(why)}\n`)
  const lists = [...unread, ...reasons].join('')
  if (findings.length === 0 && lists === '') return []
  return [`## ${forMarkdown(name)}\n`, ...findings.map(findingBlock), lists]
}

function findingBlock(finding: ReportedFinding): string {
  const { level, rule, message, at, stolen, remedies } = finding
  const parts = [`**${level}** ${markdownCode(rule)}: ${forMarkdown(message)}\n`]
  for (const place of at) {
    const where = markdownCode(`${place.file ?? '<text>'}:${place.span.line}:${place.span.column}`)
    const said = place.note === undefined ? '' : ` (${forMarkdown(place.note)})`
    parts.push(`${where}${said}\n`, block(excerpt(place).row))
  }
  if (stolen !== undefined) parts.push(`Stolen: ${forMarkdown(stolen.summary)}\n`)
  for (const remedy of remedies)
    if (remedy.instead === undefined) parts.push(...remedyParts(remedy))
  return parts.join('\n')
}

function remedyParts({ title, command, note }: Remedy): string[] {
  const said = note === undefined ? '' : ` (${forMarkdown(note)})`
  const head = `${forMarkdown(title)}${said}${command === undefined ? '.' : ':'}\n`
  return command === undefined ? [head] : [head, block(command)]
}

/** Text as it stands, in a fence that is longer than every run of ticks in it. */
function block(text: string): string {
  let fence = '```'
  while (text.includes(fence)) fence += '`'
  return `${fence}text\n${text}\n${fence}\n`
}

function problemBlock({ problems }: ReportModel): string {
  const lines = problems.map(
    ({ path, message }) => `- ${markdownCode(path)}: ${forMarkdown(message)}\n`,
  )
  return `## Not read\n\n${lines.join('')}`
}
