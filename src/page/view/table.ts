import { h } from '../dom.js'
import type { CaptureView, Mark, RowQuery, Rows, RowView } from '../protocol.js'

/** Tables up to this many rows stand in full: for print, search in the page and screen readers. */
const PLAIN = 300
/** Pixels of a row where only a window of the table stands; the style sheet has the same. */
const ROW = 30
/** Rows that are drawn beyond the window. */
const SPARE = 30
/** Browsers lay out no more than some 17 million pixels. */
const MOST_ROWS = 500_000

export type AskRows = (query: RowQuery) => Promise<Rows>

/** The table of a capture: of a long one only the rows in sight are there. */
export class TableView {
  readonly element: HTMLElement
  private readonly capture: CaptureView
  private readonly index: number
  private readonly ask: AskRows
  private readonly body = h('tbody')
  private readonly scroller: HTMLElement
  private readonly count = h('output', { class: 'hint' })
  private readonly search: HTMLInputElement
  private readonly only: HTMLInputElement
  private total: number
  private window = { start: 0, end: 0 }
  private asked = 0

  constructor(capture: CaptureView, index: number, ask: AskRows) {
    this.capture = capture
    this.index = index
    this.ask = ask
    this.total = capture.rows
    this.search = h('input', {
      type: 'search',
      placeholder: 'Filter rows',
      'aria-label': 'Filter rows',
    })
    this.only = h('input', { type: 'checkbox' })
    this.scroller = h(
      'div',
      { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': `Table of ${capture.title}` },
      [h('table', { 'aria-rowcount': capture.rows + 1 }, [this.head(), this.body])],
    )
    this.element = h('div', { class: 'grid' }, [this.tools(), this.scroller])
    this.listen()
    void this.draw()
  }

  private head(): HTMLElement {
    const { columns, widths } = this.capture
    const cells = columns.map((title, i) => {
      const cell = h('th', { scope: 'col' }, [title])
      // Else columns would change their width while a long table is scrolled.
      if (!this.isPlain(this.capture.rows)) cell.style.minWidth = `${widths[i] ?? 0}ch`
      return cell
    })
    const line = h('th', { scope: 'col', class: 'number' }, ['Line'])
    const finding = this.hasFindings() ? [h('th', { scope: 'col' }, ['Finding'])] : []
    return h('thead', {}, [h('tr', { 'aria-rowindex': 1 }, [line, ...finding, ...cells])])
  }

  private hasFindings(): boolean {
    return this.capture.marked > 0
  }

  private tools(): HTMLElement {
    return h('div', { class: 'tools' }, [
      this.search,
      this.hasFindings()
        ? h('label', { class: 'check' }, [this.only, ' Only rows with a finding'])
        : undefined,
      this.count,
    ])
  }

  private listen(): void {
    const again = () => {
      this.scroller.scrollTop = 0
      this.window = { start: 0, end: 0 }
      void this.draw()
    }
    this.search.addEventListener('input', again)
    this.only.addEventListener('change', again)
    let isPlanned = false
    this.scroller.addEventListener('scroll', () => {
      if (isPlanned || this.isPlain(this.total)) return
      isPlanned = true
      requestAnimationFrame(() => {
        isPlanned = false
        if (!this.isInWindow()) void this.draw()
      })
    })
  }

  private isPlain(rows: number): boolean {
    return rows <= PLAIN
  }

  /** First and last row in sight. */
  private sight(): { first: number; last: number } {
    const { scrollTop, clientHeight } = this.scroller
    const first = Math.floor(scrollTop / ROW)
    return { first, last: first + Math.ceil((clientHeight || 600) / ROW) }
  }

  private isInWindow(): boolean {
    const { first, last } = this.sight()
    return first >= this.window.start && Math.min(last, this.total) <= this.window.end
  }

  private async draw(): Promise<void> {
    const { first, last } = this.sight()
    const id = ++this.asked
    const query = {
      capture: this.index,
      start: Math.max(0, first - SPARE),
      end: Math.max(PLAIN, last + SPARE),
      text: this.search.value,
      flagged: this.only.checked,
    }
    const rows = await this.ask(query)
    if (id === this.asked) this.show(rows)
  }

  private show({ rows, start, total }: Rows): void {
    this.total = total
    const isPlain = this.isPlain(total)
    this.element.classList.toggle('is-long', !isPlain)
    this.window = { start, end: start + rows.length }
    const shown = Math.min(total, MOST_ROWS)
    this.body.replaceChildren(
      ...(isPlain ? [] : [gap(start * ROW)]),
      ...rows.map((row, i) => this.row(row, start + i)),
      ...(isPlain ? [] : [gap((shown - this.window.end) * ROW)]),
    )
    const more =
      total > MOST_ROWS ? `; the first ${MOST_ROWS.toLocaleString('en')} can be scrolled to` : ''
    const of = total === this.capture.rows ? '' : ` of ${this.capture.rows.toLocaleString('en')}`
    this.count.textContent = `${total.toLocaleString('en')}${of} rows${more}`
  }

  private row({ line, cells, marks }: RowView, index: number): HTMLElement {
    const level = marks.find((mark) => mark.level !== 'witness')?.level ?? marks[0]?.level
    const finding = this.hasFindings() ? [h('td', { class: 'marks' }, marks.map(markView))] : []
    return h(
      'tr',
      { 'aria-rowindex': index + 2, class: level === undefined ? undefined : `is-${level}` },
      [
        h('td', { class: 'number' }, [String(line)]),
        ...finding,
        ...cells.map((cell) => h('td', {}, [cell])),
      ],
    )
  }
}

/** The rule's name, or what a witness shows; the whole sentence stands in the finding above, and here for screen readers. */
function markView({ level, short, text }: Mark): HTMLElement {
  const more = short === text ? undefined : h('span', { class: 'offscreen' }, [`: ${text}`])
  return h('span', { class: `mark is-${level}`, title: text }, [short, more])
}

function gap(pixels: number): HTMLElement {
  const row = h('tr', { class: 'gap', 'aria-hidden': 'true' }, [h('td')])
  row.style.height = `${Math.max(0, pixels)}px`
  return row
}
