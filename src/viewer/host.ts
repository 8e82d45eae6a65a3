import type { PageData, PageFinding, PageHost, PageRemedy, PageStep } from '../report/html-data.js'
import { captureTable } from './capture-table.js'
import { command } from './command.js'
import { type Child, counted, el } from './dom.js'
import type { Listed } from './fleet.js'
import { badge } from './overview.js'
import { spacePicture } from './space.js'

/** Everything about one host. */
export function hostDetails({ host, state }: Listed, data: PageData): HTMLElement {
  const { name, about, findings, tables } = host
  const marked = tables.filter(({ marks }) => marks.length > 0)
  const others = tables.filter(({ marks }) => marks.length === 0)
  return el('article', { class: `host ${state}` }, [
    el('h3', { tabindex: '-1' }, name),
    el('p', { class: 'about' }, `${about} · ${counted(host.ran, 'rule')} judged`),
    findings.length === 0 ? el('p', {}, 'Nothing was found on this host.') : undefined,
    ...findings.map((finding) => findingBlock(finding, { data, hasTables: marked.length > 0 })),
    ...marked.map((table) => captureTable(table, data)),
    ...remarks(host),
    more('Other captures', others.length, () => others.map((table) => captureTable(table, data))),
  ])
}

interface Around {
  readonly data: PageData
  readonly hasTables: boolean
}

function findingBlock(finding: PageFinding, { data, hasTables }: Around): HTMLElement {
  const { level, rule, message, likely, drift, notes, space, verify } = finding
  const remedies = finding.remedies.flatMap((index) => data.remedies[index] ?? [])
  const summary = data.rules.find(({ id }) => id === rule)?.summary
  return el('section', { class: `finding ${level}` }, [
    el('h4', {}, [
      badge(level),
      drift === undefined ? undefined : el('span', { class: `drift ${drift}` }, drift),
      ` ${message}`,
    ]),
    el('p', { class: 'hint' }, [
      el('code', {}, rule),
      summary === undefined ? undefined : ` ${summary}`,
      likely === undefined ? undefined : ' The captures do not prove it; it is likely.',
    ]),
    hasTables ? undefined : places(finding),
    space === undefined ? undefined : spacePicture(space),
    noteList(notes),
    steps('What to do', remedies.filter(({ instead }) => instead === undefined).map(remedyItem)),
    alternatives(remedies),
    steps('Then verify', verify.map(verifyItem)),
  ])
}

/** Where the tables are not at hand, the rows that the finding quotes. */
function places({ places: list }: PageFinding): HTMLElement | undefined {
  if (list.length === 0) return undefined
  return el(
    'ul',
    { class: 'places' },
    list.map(({ name, row, note }) =>
      el('li', {}, [
        el('code', {}, name),
        note === undefined ? undefined : ` ${note}`,
        el('pre', { tabindex: '0' }, el('code', {}, row)),
      ]),
    ),
  )
}

function noteList(notes: PageFinding['notes']): HTMLElement | undefined {
  if (notes.length === 0) return undefined
  const rows = notes.flatMap(([name, text]) => [el('dt', {}, name), el('dd', {}, text)])
  return el('dl', {}, rows)
}

function steps(title: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (items.length === 0) return undefined
  return el('div', { class: 'steps' }, [el('h5', {}, title), el('ol', {}, items)])
}

function remedyItem(remedy: PageRemedy): HTMLElement {
  const { title, undo, note, hints } = remedy
  return el('li', {}, [
    el('p', {}, [title, hints === '' ? undefined : el('span', { class: 'hint' }, ` ${hints}`)]),
    remedy.command === undefined ? undefined : command(remedy.command, title),
    note === undefined ? undefined : el('p', { class: 'hint' }, note),
    undo === undefined
      ? undefined
      : el('details', {}, [el('summary', {}, 'Undo'), command(undo, `undo: ${title}`)]),
  ])
}

function alternatives(remedies: readonly PageRemedy[]): HTMLElement | undefined {
  const others = remedies.filter(({ instead }) => instead !== undefined)
  return more('The same in other words', others.length, () =>
    others.map((one) => command(one.command ?? '', one.title)),
  )
}

function verifyItem(step: PageStep): HTMLElement {
  const shown = step.command === undefined ? undefined : command(step.command, step.title)
  return el('li', {}, [el('p', {}, step.title), shown])
}

function remarks({ unchecked, notes, waived, skipped }: PageHost): (HTMLElement | undefined)[] {
  const lines = (list: readonly Child[][]): HTMLElement[] => [
    el(
      'ul',
      {},
      list.map((parts) => el('li', {}, parts)),
    ),
  ]
  const why = unchecked.map((text) => el('li', {}, text))
  return [
    why.length === 0
      ? undefined
      : el('div', { class: 'unchecked-why' }, [
          el('h4', {}, 'Not fully checked'),
          el('ul', {}, why),
        ]),
    more('Lines that were not understood', notes.length, () =>
      lines(notes.map(({ place, message }) => [el('code', {}, place), ` ${message}`])),
    ),
    more('Waived', waived.length, () =>
      lines(
        waived.map(({ rule, message, reason }) => [
          el('code', {}, rule),
          ` ${message}. Waived: ${reason}`,
        ]),
      ),
    ),
    more('Rules that could not be judged', skipped.length, () =>
      lines(skipped.map((text) => [text])),
    ),
  ]
}

/** A fold whose content is made when it is opened. */
function more(title: string, count: number, make: () => HTMLElement[]): HTMLElement | undefined {
  if (count === 0) return undefined
  let isMade = false
  const fill = (): void => {
    if (!isMade) fold.append(...make())
    isMade = true
  }
  const fold = el('details', { class: 'more', toggle: fill }, [
    el('summary', {}, `${title} (${count})`),
  ])
  return fold
}
