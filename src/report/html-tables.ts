import { once } from '../analyze/once.js'
import type { Level } from '../model/diagnostic.js'
import { countFirst } from '../net/count-first.js'
import type { PageMark, PageTable } from './html-data.js'
import type { Interned } from './interned.js'
import type { ReportedHost, ReportedTable } from './model.js'

/** Tables of at most so many lines are shown whole. */
const WHOLE = 400
/** Lines around a marked one, and at the head, that are shown of longer ones. */
const AROUND = 20
/** Columns of a line that are shown; a pasted table can be one line of a megabyte. */
const WIDTH = 500

/** The captured tables of a host with their marks; those without a mark come last. */
export function tablesOf(host: ReportedHost, lines: Interned<string>): PageTable[] {
  const tables = (host.tables ?? []).map((table) => {
    const rows = table.text.split('\n')
    const marks = marksOf(host, table, rows.length)
    return { name: nameOf(table), runs: runsOf({ table, rows, marks }, lines), marks }
  })
  return [...tables].sort((a, b) => Number(b.marks.length > 0) - Number(a.marks.length > 0))
}

function nameOf({ file = '<text>', command, line }: ReportedTable): string {
  const place = line === 1 ? file : `${file}, from line ${line}`
  return command === undefined ? place : `${place}: ${command}`
}

function marksOf(host: ReportedHost, { file, line }: ReportedTable, count: number): PageMark[] {
  const last = line + count - 1
  const all = marksByFile(host).get(file) ?? []
  const here = all.slice(countBefore(all, line), countBefore(all, last + 1))
  return here.map((mark) => ({ ...mark, endLine: Math.min(last, mark.endLine) }))
}

/** The marks of each file in order, of a line the worst first. */
const marksByFile = /* @__PURE__ */ once(({ findings }: ReportedHost) => {
  const found = new Map<string | undefined, PageMark[]>()
  for (const { at, level, message } of findings)
    for (const place of at) {
      const { file, span } = place
      const mark = {
        line: span.line,
        endLine: span.endLine,
        level,
        text: place === at[0] ? message : (place.note ?? message),
        ...(place === at[0] ? { primary: true as const } : {}),
      }
      const known = found.get(file)
      if (known === undefined) found.set(file, [mark])
      else known.push(mark)
    }
  for (const marks of found.values()) marks.sort((a, b) => a.line - b.line || rank(a) - rank(b))
  return found
})

/** How many marks stand before a line. */
function countBefore(marks: readonly PageMark[], line: number): number {
  return countFirst(marks.length, (at) => (marks[at]?.line ?? line) < line)
}

const LEVELS: readonly Level[] = ['error', 'warning', 'info']

function rank({ level, primary }: PageMark): number {
  return LEVELS.indexOf(level) + (primary ? 0 : LEVELS.length)
}

interface Cut {
  readonly table: ReportedTable
  readonly rows: readonly string[]
  readonly marks: readonly PageMark[]
}

function runsOf({ table, rows, marks }: Cut, lines: Interned<string>): PageTable['runs'] {
  const isWhole = rows.length <= WHOLE
  const shown = new Set<number>()
  const show = (from: number, to: number): void => {
    for (let at = Math.max(0, from); at <= Math.min(rows.length - 1, to); at++) shown.add(at)
  }
  show(0, isWhole ? rows.length : AROUND)
  for (const { line, endLine } of marks)
    show(line - table.line - AROUND, endLine - table.line + AROUND)
  const runs: { line: number; rows: number[] }[] = []
  let next = -1
  for (const at of [...shown].sort((a, b) => a - b)) {
    if (at !== next) runs.push({ line: table.line + at, rows: [] })
    runs.at(-1)?.rows.push(lines.indexOf(cut(rows[at] ?? '')))
    next = at + 1
  }
  return runs
}

function cut(row: string): string {
  const text = row.trimEnd()
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH)}…`
}
