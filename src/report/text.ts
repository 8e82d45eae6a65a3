import pc from 'picocolors'
import type { Level } from '../model/diagnostic.js'
import type { Place, Remedy } from '../model/finding.js'
import { forTerminal } from './escape.js'
import { excerpt } from './excerpt.js'
import type {
  GoneFinding,
  ReportedCapture,
  ReportedFinding,
  ReportedHost,
  ReportModel,
} from './model.js'
import type { RenderOptions, Report } from './report.js'
import { summaryLine } from './summary.js'
import { BECAUSE, LASTS, UNPROVEN } from './words.js'

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

/** Diagnostics of a capture that are shown; a file that is no capture has hundreds. */
const MOST_DIAGNOSTICS = 10

function render(model: ReportModel, options: RenderOptions): string {
  const colors = pc.createColors(options.color)
  const blocks: string[] = []
  for (const host of model.hosts) {
    for (const finding of host.findings) blocks.push(findingBlock(finding, colors))
    for (const capture of host.captures) blocks.push(...captureBlocks(capture, colors))
    for (const block of uncheckedBlocks(host, colors)) blocks.push(block)
  }
  for (const { path, message } of model.problems)
    blocks.push(`${colors.red('unread')}: ${shown(path)}: ${shown(message)}\n`)
  for (const gone of model.drift?.gone ?? []) blocks.push(goneBlock(gone, colors))
  return [...blocks, `${colors.bold(summaryLine(model))}\n`].join('\n')
}

function goneBlock({ rule, message, host, unproven }: GoneFinding, colors: Colors): string {
  const head = `${colors.green(`gone[${rule}]`)}: ${shown(message)}`
  const doubt = unproven ? [note('doubt', UNPROVEN, colors)] : []
  return joined([head, ` --> host ${shown(host)}`, ...doubt])
}

/** A finding as the text report shows it, without colours. */
export function findingText(finding: ReportedFinding): string {
  return findingBlock(finding, pc.createColors(false))
}

/** What was not read of a capture, as the text report shows it; empty where everything was. */
export function captureText(capture: ReportedCapture): string {
  return captureBlocks(capture, pc.createColors(false)).join('\n')
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
    ['baseline', finding.drift],
    ['stolen', finding.stolen?.summary],
    ['because', finding.because && BECAUSE[finding.because]],
    ['also seen in', finding.alsoSeenIn?.join(', ')],
    ['missing', finding.missing?.join(', ')],
  ] as const
  const lines = notes.flatMap(([name, text]) => (text ? [note(name, text, colors)] : []))
  return joined([head, ...places, ...lines, ...remedyLines(finding.remedies, colors)])
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

function placeLines(place: Place, index: number): string[] {
  const { file, span, note: meaning } = place
  const { row, carets } = excerpt(place)
  const number = String(span.line)
  const gutter = ' '.repeat(number.length)
  const arrow = index === 0 ? '-->' : '==>'
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

/** The first remedy is the one to run, the others follow; other words for the same are left to `remedies`. */
function remedyLines(remedies: readonly Remedy[], colors: Colors): string[] {
  return remedies
    .filter(({ instead }) => instead === undefined)
    .flatMap((remedy, index) => {
      const { command, title } = remedy
      const step = command === undefined ? title : `${title}: ${command}`
      const said = index === 0 ? (command ?? title) : step
      const line = note(index === 0 ? 'remedy' : 'then', said, colors) + hints(remedy, colors)
      return remedy.note === undefined ? [line] : [line, note('note', remedy.note, colors)]
    })
}

function hints({ rights, lasts, safety }: Remedy, colors: Colors): string {
  const words = [
    rights ?? '',
    lasts === undefined ? '' : LASTS[lasts],
    safety === 'review' ? 'review first' : '',
  ].filter((hint) => hint !== '')
  return words.length === 0 ? '' : colors.dim(`  (${shown(words.join(', '))})`)
}

function captureBlocks(capture: ReportedCapture, colors: Colors): string[] {
  const { file = '<text>' } = capture
  const told = capture.diagnostics.filter(({ level }) => UNCHECKED[level] !== undefined)
  const more = told.length - MOST_DIAGNOSTICS
  const blocks = told.slice(0, MOST_DIAGNOSTICS).map(({ level, code, message, span }) => {
    const word = UNCHECKED[level]
    const head = `${paint(level, colors)(`${word}[${code}]`)}: ${shown(message)}`
    return joined([head, ` --> ${shown(file)}:${span.line}:${span.column}`])
  })
  return more > 0 ? [...blocks, `and ${more} more of ${shown(file)}\n`] : blocks
}

function uncheckedBlocks(host: ReportedHost, colors: Colors): string[] {
  return host.unchecked.map(
    (why) => `${colors.yellow('unchecked')}: host ${shown(host.name)}: ${shown(why)}\n`,
  )
}
