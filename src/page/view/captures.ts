import { h } from '../dom.js'
import type { Answer, CaptureView, UnreadView } from '../protocol.js'
import { markedRow } from './row.js'
import { type AskRows, TableView } from './table.js'

/** Captures whose table stands open; a transcript can hold hundreds. */
const MOST_OPEN = 6

/** The table of each capture. */
export function capturesView({ captures }: Answer, ask: AskRows): HTMLElement[] {
  return captures.flatMap((capture, index) => {
    if (capture.format === null) return []
    const head = h('summary', {}, [
      h('h3', {}, [capture.title]),
      h('span', { class: 'hint' }, [
        [capture.about, capture.format, capture.name].filter((one) => one !== '').join(' · '),
      ]),
    ])
    const body = h('div', {}, [h('p', { class: 'hint' }, [capture.lines])])
    if (capture.rows > 0) body.append(new TableView(capture, index, ask).element)
    return [h('details', { class: 'capture', open: index < MOST_OPEN }, [head, body])]
  })
}

const LEVELS = { error: 'not read', warning: 'doubtful', info: 'assumed' }

/** What was not understood, or only with an assumption, line by line. */
export function unreadView({ captures }: Answer): HTMLElement[] {
  return captures.filter(({ unread }) => unread.length > 0).map(unreadOf)
}

function unreadOf({ name, title, unread, moreUnread }: CaptureView): HTMLElement {
  const more =
    moreUnread === 0 ? [] : [h('li', { class: 'hint' }, [`and ${moreUnread} more of this capture`])]
  return h('div', { class: 'unread' }, [
    h('h3', {}, [title, h('span', { class: 'hint' }, [name === '' ? '' : ` ${name}`])]),
    h('ul', {}, [...unread.map(lineView), ...more]),
  ])
}

function lineView(unread: UnreadView): HTMLElement {
  const { level, code, line, column, message, text, carets } = unread
  return h('li', { class: `is-${level}` }, [
    h('p', {}, [
      h('span', { class: 'level' }, [LEVELS[level]]),
      ` line ${line}, column ${column}: ${message} `,
      h('code', { class: 'hint' }, [code]),
    ]),
    text.trim() === ''
      ? undefined
      : h('pre', { tabindex: 0, role: 'group', 'aria-label': `Line ${line}` }, [
          h('code', {}, markedRow({ row: text, carets })),
        ]),
  ])
}
