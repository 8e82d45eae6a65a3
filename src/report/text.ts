import pc from 'picocolors'
import type { Level } from '../model/diagnostic.js'
import type { Place, Remedy } from '../model/finding.js'
import { forTerminal } from './escape.js'
import { excerpt } from './excerpt.js'
import type { ReportedCapture, ReportedFinding, ReportedHost, ReportModel } from './model.js'
import type { RenderOptions, Report } from './report.js'
import { summaryLine } from './summary.js'

type Colors = ReturnType<typeof pc.createColors>

/** For people: each finding with its row, what it breaks, and the command. */
export const textReport = {
  id: 'text',
  summary: 'for people: each finding with its row, what it breaks and the command',
  extension: 'txt',
  render,
} as const satisfies Report

const UNCHECKED: Readonly<Record<Level, string | undefined>> = {
  error: 'unread',
  warning: 'doubtful',
  info: undefined,
}

function render(model: ReportModel, options: RenderOptions): string {
  const colors = pc.createColors(options.color)
  const blocks: string[] = []
  for (const host of model.hosts) {
    for (const finding of host.findings) blocks.push(findingBlock(finding, colors))
    for (const capture of host.captures) blocks.push(...captureBlocks(capture, colors))
    blocks.push(...uncheckedBlocks(host, colors))
  }
  for (const { path, message } of model.problems)
    blocks.push(`${colors.red('unread')}: ${shown(path)}: ${shown(message)}\n`)
  return [...blocks, `${colors.bold(summaryLine(model))}\n`].join('\n')
}

function shown(text: string): string {
  return forTerminal(text)
}

function paint(level: Level, colors: Colors): (text: string) => string {
  if (level === 'error') return colors.red
  return level === 'warning' ? colors.yellow : colors.cyan
}

function findingBlock(finding: ReportedFinding, colors: Colors): string {
  const { level, rule, message, at, host } = finding
  const head = `${paint(level, colors)(`${level}[${rule}]`)}: ${colors.bold(shown(message))}`
  const places = at.length === 0 ? [` --> host ${shown(host)}`] : at.flatMap(placeLines)
  const notes = [
    ['stolen', finding.stolen?.summary],
    ['because', finding.because],
    ['also seen in', finding.alsoSeenIn?.join(', ')],
    ['missing', finding.missing?.join(', ')],
  ] as const
  const lines = notes.flatMap(([name, text]) => (text ? [note(name, text, colors)] : []))
  return joined([head, ...places, ...lines, ...finding.remedies.flatMap(remedyLines(colors))])
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

function placeLines(place: Place, index: number): string[] {
  const { file, span, note: meaning } = place
  const { row, carets } = excerpt(place)
  const number = String(span.line)
  const gutter = ' '.repeat(number.length)
  const arrow = index === 0 ? '-->' : ':::'
  const said = meaning === undefined ? '' : ` ${shown(meaning)}`
  return [
    `${gutter}${arrow} ${shown(file ?? '<text>')}:${span.line}:${span.column}`,
    `${number} | ${row}`,
    `${gutter} | ${carets}${said}`,
  ]
}

function note(name: string, text: string, colors: Colors): string {
  return `  ${colors.bold(`= ${name}:`)} ${shown(text)}`
}

/** The first remedy is the one to run; the others follow by their titles. */
function remedyLines(colors: Colors): (remedy: Remedy, index: number) => string[] {
  return (remedy, index) => {
    const { command, title } = remedy
    const hints = [remedy.rights, remedy.lasts, remedy.safety === 'review' ? 'review first' : '']
      .filter((hint) => hint)
      .join(', ')
    const name = index === 0 ? 'remedy' : 'then'
    const said = command === undefined ? title : index === 0 ? command : `${title}: ${command}`
    const first = note(name, said, colors) + (hints === '' ? '' : colors.dim(`  (${shown(hints)})`))
    return remedy.note === undefined ? [first] : [first, `    ${shown(remedy.note)}`]
  }
}

function captureBlocks(capture: ReportedCapture, colors: Colors): string[] {
  const { file = '<text>' } = capture
  return capture.diagnostics.flatMap(({ level, code, message, span }) => {
    const word = UNCHECKED[level]
    if (word === undefined) return []
    const head = `${paint(level, colors)(`${word}[${code}]`)}: ${shown(message)}`
    return [joined([head, ` --> ${shown(file)}:${span.line}:${span.column}`])]
  })
}

function uncheckedBlocks(host: ReportedHost, colors: Colors): string[] {
  return host.unchecked.map(
    (why) => `${colors.yellow('unchecked')}: host ${shown(host.name)}: ${shown(why)}\n`,
  )
}
