import type { Platform } from '../model/platform.js'
import type { Row } from '../text/row.js'
import type { Format } from './format.js'
import { formats } from './index.js'
import type { Sample } from './sample.js'

/** One format that a text may be, and why. */
export interface Candidate {
  readonly format: Format
  readonly score: number
  readonly reasons: readonly string[]
}

/** What is known of a text besides the text. */
export interface Hints {
  readonly platform?: Platform
  readonly command?: string
}

/** Below this a verdict is no candidate. */
const LEAST = 0.3
/** What a fitting command line adds: enough to decide a tie, too little to overrule the text. */
const COMMAND_BONUS = 0.1
/** Cells of a sample line that are looked at; a flattened table has hundreds. */
const MOST_CELLS = 40

let cueIndex: ReadonlyMap<string, readonly Format[]> | undefined

/** Formats by cue, made on first use. */
function cues(): ReadonlyMap<string, readonly Format[]> {
  if (cueIndex !== undefined) return cueIndex
  const index = new Map<string, Format[]>()
  for (const format of formats)
    for (const cue of format.cues) {
      const key = cue.toLowerCase()
      const list = index.get(key)
      if (list === undefined) index.set(key, [format])
      else list.push(format)
    }
  cueIndex = index
  return index
}

/** True where a row holds a cue of some format: worth a closer look. */
export function hasCue(row: Row): boolean {
  const index = cues()
  if (index.has(`${row.kind(0)} ${row.kind(1)}`)) return true
  for (let i = 0; i < row.count && i < MOST_CELLS; i++)
    if (index.has(row.cell(i).toLowerCase())) return true
  return false
}

function shortlist(sample: Sample, hints: Hints): Set<Format> {
  const index = cues()
  const found = new Set<Format>()
  for (const line of sample.lines) {
    for (const format of index.get(`${line.kind(0)} ${line.kind(1)}`) ?? []) found.add(format)
    const cells = Math.min(line.cells.length, MOST_CELLS)
    for (let i = 0; i < cells; i++)
      for (const format of index.get((line.cells[i] ?? '').toLowerCase()) ?? []) found.add(format)
  }
  if (hints.command !== undefined)
    for (const format of formats) if (format.fromCommand?.test(hints.command)) found.add(format)
  return found
}

/** The formats that the first lines may be, best first. */
export function candidates(sample: Sample, hints: Hints): Candidate[] {
  const list: Candidate[] = []
  for (const format of shortlist(sample, hints)) {
    const verdict = format.detect(sample)
    if (verdict === undefined || verdict.score < LEAST) continue
    const named = hints.command !== undefined && format.fromCommand?.test(hints.command)
    const score = Math.min(1, verdict.score + (named ? COMMAND_BONUS : 0))
    const reasons = named
      ? [...verdict.reasons, `the command is ${hints.command}`]
      : verdict.reasons
    list.push({ format, score, reasons })
  }
  const wanted = list.filter((one) => one.format.platform === hints.platform)
  return (wanted.length > 0 ? wanted : list).sort((a, b) => b.score - a.score)
}

/** Cells of a pasted line that are searched for the starts of rows. */
export const MOST_PASTED = 400

/** The formats whose rows may stand side by side in a row of very many cells, the likeliest first. */
export function pastedCandidates(row: Row, hints: Hints): Candidate[] {
  const index = cues()
  const list: Candidate[] = []
  const cells = Math.min(row.total, MOST_PASTED)
  const hits = new Map<Format, number>()
  for (let i = 0; i < cells; i++)
    for (const format of index.get(row.cell(i).toLowerCase()) ?? [])
      hits.set(format, (hits.get(format) ?? 0) + 1)
  for (const format of formats) {
    if (format.startsRow === undefined) continue
    let starts = 0
    for (let i = 0; i < cells; i++) if (format.startsRow(row, i)) starts++
    if (starts < 2) continue
    const score = Math.min(0.9, 0.4 + Math.min(hits.get(format) ?? 0, 5) * 0.05 + starts / cells)
    list.push({ format, score, reasons: [`${starts} rows stand side by side`] })
  }
  const wanted = list.filter((one) => one.format.platform === hints.platform)
  return (wanted.length > 0 ? wanted : list).sort((a, b) => b.score - a.score)
}

let programIndex: ReadonlySet<string> | undefined

/** First words of all command lines whose output is read. */
export function programs(): ReadonlySet<string> {
  programIndex ??= new Set(
    formats.flatMap((format) =>
      format.commands.map((command) => (command.split(' ')[0] ?? '').toLowerCase()),
    ),
  )
  return programIndex
}
