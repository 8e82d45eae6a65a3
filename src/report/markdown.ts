import type { Place, Remedy } from '../model/finding.js'
import { forHtml, forMarkdown, forTerminal, markdownCode } from './escape.js'
import { excerpt } from './excerpt.js'
import type { ReportedFinding, ReportedHost, ReportModel } from './model.js'
import { levels, worstFirst } from './order.js'
import type { Report } from './report.js'
import { counted, summaryLine } from './summary.js'
import { UNPROVEN } from './words.js'

/** For pull requests, tickets and wikis: the findings in a table, then the rows and commands of each host. */
export const markdownReport = {
  id: 'markdown',
  summary: 'for pull requests, tickets and wikis: findings in a table, then each host',
  extension: 'md',
  render,
} as const satisfies Report

/** A comment of GitHub holds 65,536 characters, and is refused where it has more. */
const MOST_CHARACTERS = 60_000
/** Rows of the table of findings; the rest is counted. */
const MOST_ROWS = 100

const ICONS = { error: '🔴', warning: '🟠', info: '🔵' }

function render(model: ReportModel): string {
  const { hosts } = model
  const faulty = hosts.filter(({ findings }) => findings.length > 0)
  const blocks = [
    '# routeprint\n',
    `**${summaryLine(model)}.**\n`,
    findingTable(worstFirst(model), model.drift !== undefined),
    ...fitting(goneLines(model), { title: '## Gone since the baseline\n\n', budget: 10_000 }),
    ...fitting(uncheckedLines(model), { title: '## Not fully checked\n\n', budget: 10_000 }),
  ].filter((block) => block !== '')
  const budget = MOST_CHARACTERS - blocks.join('\n').length
  const details = worstHostsFirst(faulty).map(hostBlock)
  return [...blocks, ...fitting(details, { title: '', budget, noun: 'host' })].join('\n')
}

function worstHostsFirst(hosts: readonly ReportedHost[]): ReportedHost[] {
  const rank = ({ findings }: ReportedHost) =>
    findings.reduce<number>(
      (least, { level }) => Math.min(least, levels.indexOf(level)),
      levels.length,
    )
  const ranked = hosts.map((host) => ({ host, worst: rank(host) }))
  return ranked.sort((a, b) => a.worst - b.worst).map(({ host }) => host)
}

/** The blocks as one, as many as there is room for, and how many are left out. */
function fitting(
  blocks: readonly string[],
  { title, budget, noun = 'piece' }: { title: string; budget: number; noun?: string },
): string[] {
  if (blocks.length === 0) return []
  let text = title
  let shown = 0
  for (const block of blocks) {
    if (text.length + block.length > budget) break
    text += block
    shown++
  }
  const left = blocks.length - shown
  return [left === 0 ? text : `${text}\n${counted(left, `more ${noun}`)} not shown here.\n`]
}

function findingTable(findings: readonly ReportedFinding[], hasDrift: boolean): string {
  if (findings.length === 0) return ''
  const rows = findings.slice(0, MOST_ROWS).map(({ level, host, rule, message, at, drift }) => {
    const cells = [
      `${ICONS[level]} ${level}`,
      ...(hasDrift ? [drift ?? ''] : []),
      forMarkdown(short(host)),
      markdownCode(rule),
      forMarkdown(short(message)),
      at[0] === undefined ? '' : where(at[0]),
    ]
    return `| ${cells.join(' | ')} |\n`
  })
  const left = findings.length - rows.length
  const more = left === 0 ? '' : `\n${counted(left, 'more finding')} not shown in this table.\n`
  const heads = ['level', ...(hasDrift ? ['baseline'] : []), 'host', 'rule', 'finding', 'place']
  const head = `| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |\n`
  return `${head}${rows.join('')}${more}`
}

function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`
}

function where({ file = '<text>', span }: Place): string {
  return markdownCode(`${short(file)}:${span.line}:${span.column}`)
}

/** What a click unfolds. A summary is HTML, whose code nobody is called by. */
function hostBlock({ name, platform, findings }: ReportedHost): string {
  const count = counted(findings.length, 'finding')
  const system = platform === null ? '' : ` (${platform})`
  const head = `<summary><code>${forHtml(forTerminal(short(name)))}</code>${system}: ${count}</summary>`
  return `<details>\n${head}\n\n${findings.map(findingBlock).join('\n')}\n</details>\n`
}

function findingBlock(finding: ReportedFinding): string {
  const { level, rule, message, at, stolen, remedies } = finding
  const parts = [`${ICONS[level]} **${level}** ${markdownCode(rule)}: ${forMarkdown(message)}\n`]
  for (const place of at) {
    const said = place.note === undefined ? '' : ` (${forMarkdown(place.note)})`
    parts.push(`${where(place)}${said}\n`, block(marked(place)))
  }
  if (stolen !== undefined) parts.push(`Stolen: ${forMarkdown(stolen.summary)}\n`)
  for (const remedy of remedies)
    if (remedy.instead === undefined) parts.push(...remedyParts(remedy))
  return parts.join('\n')
}

function remedyParts({ title, command, note, undo, rights }: Remedy): string[] {
  const said = [rights, note].filter((hint) => hint !== undefined).join('; ')
  const hints = said === '' ? '' : ` (${forMarkdown(said)})`
  const head = `${forMarkdown(title)}${hints}${command === undefined ? '.' : ':'}\n`
  if (command === undefined) return [head]
  return [head, block(command), ...(undo ? [`Undo: ${markdownCode(undo)}\n`] : [])]
}

/** The row behind its line number, so that no line begins with captured text. */
function marked(place: Place): string {
  const { row, carets } = excerpt(place)
  const number = String(place.span.line)
  return `${number} | ${row.trimEnd()}\n${' '.repeat(number.length)} | ${carets}`
}

/** Text as it stands, in a fence that is longer than every run of ticks in it. */
function block(text: string): string {
  let fence = '```'
  while (text.includes(fence)) fence += '`'
  return `${fence}text\n${text}\n${fence}\n`
}

function goneLines({ drift }: ReportModel): string[] {
  return (drift?.gone ?? []).map(({ host, rule, message, unproven }) => {
    const doubt = unproven ? ` (${UNPROVEN})` : ''
    return `- ${markdownCode(rule)} on ${forMarkdown(short(host))}: ${forMarkdown(short(message))}${doubt}\n`
  })
}

function uncheckedLines({ hosts, problems }: ReportModel): string[] {
  return [
    ...problems.map(({ path, message }) => `- ${markdownCode(path)}: ${forMarkdown(message)}\n`),
    ...hosts.flatMap(({ name, unchecked, captures }) => [
      ...unchecked.map((why) => `- host ${forMarkdown(short(name))}: ${forMarkdown(why)}\n`),
      ...captures.flatMap(({ file = '<text>', diagnostics }) =>
        diagnostics
          .filter(({ level }) => level !== 'info')
          .map(({ span, message }) => {
            const place = markdownCode(`${short(file)}:${span.line}:${span.column}`)
            return `- ${place}: ${forMarkdown(short(message))}\n`
          }),
      ),
    ]),
  ]
}
