import type { PageData, PageMark, PageTable } from '../report/html-data.js'
import { counted, el } from './dom.js'
import { STATES } from './fleet.js'

/** Lines around a marked one that are shown at once; the others unfold. */
const AROUND = 6

interface Row {
  readonly line: number
  readonly text: string
  readonly marks: readonly PageMark[]
}

/** A captured table with its marked rows, each with the reason beside it. */
export function captureTable(table: PageTable, { lines }: PageData): HTMLElement {
  const runs = table.runs.map(({ line, rows }) =>
    rows.map((index, at) => rowOf(table, line + at, lines[index] ?? '')),
  )
  const body: HTMLElement[] = []
  let next = table.runs[0]?.line ?? 1
  for (const run of runs) {
    const gap = (run[0]?.line ?? next) - next
    if (gap > 0) body.push(foldRow(`${counted(gap, 'line')} are not part of this report`))
    body.push(...folded(run, table.marks.length > 0))
    next = (run.at(-1)?.line ?? next) + 1
  }
  const label = `Captured rows of ${table.name}`
  return el('figure', { class: 'capture' }, [
    el('figcaption', {}, [el('code', {}, table.name)]),
    el('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': label }, [
      el('table', {}, [
        el('caption', { class: 'unseen' }, label),
        el('thead', { class: 'unseen' }, [
          el('tr', {}, [
            el('th', { scope: 'col' }, 'Line'),
            el('th', { scope: 'col' }, 'Row as captured'),
          ]),
        ]),
        el('tbody', {}, body),
      ]),
    ]),
  ])
}

function rowOf({ marks }: PageTable, line: number, text: string): Row {
  return { line, text, marks: marks.filter((one) => line >= one.line && line <= one.endLine) }
}

/** Rows far from every mark are folded away. */
function folded(run: readonly Row[], hasMarks: boolean): HTMLElement[] {
  const near = new Set<number>()
  run.forEach(({ marks }, at) => {
    if (marks.length === 0) return
    for (let one = at - AROUND; one <= at + AROUND; one++) near.add(one)
  })
  const out: HTMLElement[] = []
  for (let at = 0; at < run.length; ) {
    let end = at
    while (end < run.length && hasMarks && !near.has(end)) end++
    if (end - at > AROUND) out.push(unfoldRow(run.slice(at, end)))
    else for (const row of run.slice(at, end)) out.push(lineRow(row))
    const row = run[end]
    if (row !== undefined) out.push(lineRow(row))
    at = end + 1
  }
  return out
}

function lineRow({ line, text, marks }: Row): HTMLElement {
  const [mark] = marks
  const number = el('th', { scope: 'row' }, String(line))
  if (mark === undefined) return el('tr', {}, [number, el('td', {}, el('code', {}, text))])
  const level = mark.primary ? mark.level : 'witness'
  // A row of several lines has its reason once.
  const reasons = marks
    .filter((one) => one.line === line)
    .map((one) =>
      el('span', { class: `reason ${one.primary ? one.level : 'witness'}` }, [
        el('span', { 'aria-hidden': 'true' }, one.primary ? STATES[one.level].sign : '↳'),
        ` ${one.text}`,
      ]),
    )
  return el('tr', { class: `marked ${level}` }, [
    number,
    el('td', {}, [el('mark', {}, el('code', {}, text)), ...reasons]),
  ])
}

function unfoldRow(rows: readonly Row[]): HTMLElement {
  const unfold = (): void => row.replaceWith(...rows.map(lineRow))
  const button = el(
    'button',
    { type: 'button', class: 'link', click: unfold },
    `show ${counted(rows.length, 'more line')}`,
  )
  const row = foldRow(button)
  return row
}

function foldRow(what: HTMLElement | string): HTMLElement {
  return el('tr', { class: 'fold' }, [el('td', { colspan: '2' }, what)])
}
