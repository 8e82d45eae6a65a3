import { byId, h } from '../dom.js'
import type { Answer } from '../protocol.js'
import { capturesView, unreadView } from './captures.js'
import { findingsView } from './findings.js'
import { planView } from './plan.js'
import type { AskRows } from './table.js'

/** What the results can ask for. */
export interface Actions {
  readonly rows: AskRows
  readonly addVip: (address: string) => void
  readonly nameOf: (platform: string | null) => string
}

/** Shows an answer in the sections of the page; a section with nothing in it is not there. */
export function answerView(answer: Answer, { rows, addVip, nameOf }: Actions): void {
  section('verdict', verdict(answer, nameOf))
  section('findings', findingsView(answer, addVip))
  section('tables', capturesView(answer, rows))
  section('unread', unreadView(answer))
  section('skipped', skippedView(answer))
  section('plan', planView(answer.plans))
}

/** Takes every result away. */
export function clearView(): void {
  for (const name of ['verdict', 'findings', 'tables', 'unread', 'skipped', 'plan'])
    section(name, [])
}

function section(name: string, children: readonly Node[]): void {
  byId(name, HTMLElement).replaceChildren(...children)
  byId(`${name}-section`, HTMLElement).hidden = children.length === 0
}

function verdict(answer: Answer, nameOf: Actions['nameOf']): Node[] {
  const { platform, summary, findings, unchecked, captures } = answer
  const worst = (['error', 'warning', 'info'] as const).find((level) =>
    findings.some((finding) => finding.level === level),
  )
  const state = worst ?? (unchecked.length > 0 ? 'unchecked' : 'clean')
  const known = captures.filter(({ format }) => format !== null)
  const formats = [...new Set(known.map(({ format }) => format))].join(', ')
  const rows = known.map(({ about }) => about).join(', ')
  return [
    h('p', { class: `verdict is-${state}` }, [
      h('strong', {}, [nameOf(platform)]),
      formats === '' ? undefined : h('span', {}, [formats]),
      rows === '' ? undefined : h('span', {}, [rows]),
      h('span', { class: 'summary' }, [summary.replace(/^1 host checked: /, '')]),
    ]),
    ...unchecked.map((why) => h('p', { class: 'hint' }, [`Not fully checked: ${why}.`])),
  ]
}

function skippedView({ skipped, ran }: Answer): Node[] {
  if (skipped.length === 0) return []
  return [
    h('details', {}, [
      h('summary', {}, [`${ran} rules had what they need; ${skipped.length} could not be judged`]),
      h(
        'ul',
        {},
        skipped.map(({ rule, needs }) =>
          h('li', {}, [h('code', {}, [rule]), ` needs ${needs.join(', ')}`]),
        ),
      ),
    ]),
  ]
}
