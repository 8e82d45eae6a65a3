import { button, byId, h } from '../dom.js'
import type { Answer } from '../protocol.js'
import { capturesView, unreadView } from './captures.js'
import { findingsView } from './findings.js'
import { hostsView } from './hosts.js'
import { planView } from './plan.js'
import type { AskRows } from './table.js'

/** What the results can ask for. */
export interface Actions {
  readonly rows: AskRows
  readonly addVip: (address: string) => void
  /** Looks at another host. */
  readonly look: (key: string) => void
  readonly nameOf: (platform: string | null) => string
}

/** Shows an answer in the sections of the page; a section with nothing in it is not there. */
export function answerView(answer: Answer, { rows, addVip, look, nameOf }: Actions): void {
  section('hosts', hostsView(answer, { look, nameOf }))
  section('verdict', verdict(answer, nameOf))
  section('findings', findingsView(answer, addVip))
  section('tables', capturesView(answer, rows))
  section('unread', unreadView(answer))
  section('skipped', skippedView(answer))
  section('plan', planView(answer.plans))
}

/** Takes every result away. */
export function clearView(): void {
  for (const name of ['hosts', 'verdict', 'findings', 'tables', 'unread', 'skipped', 'plan'])
    section(name, [])
}

function section(name: string, children: readonly Node[]): void {
  const box = byId(name, HTMLElement)
  const focused = box.contains(document.activeElement) ? document.activeElement : null
  box.replaceChildren(...children)
  byId(`${name}-section`, HTMLElement).hidden = children.length === 0
  if (focused !== null) focusAgain(box, focused)
}

/** Who works with the keyboard goes on from the same button, or else from the results. */
function focusAgain(box: HTMLElement, focused: Element): void {
  const key = focused.getAttribute('data-key')
  const same = [...box.querySelectorAll<HTMLElement>('[data-key]')].find(
    (one) => one.getAttribute('data-key') === key,
  )
  const next = same ?? byId('results', HTMLElement)
  next.focus()
}

function verdict(answer: Answer, nameOf: Actions['nameOf']): Node[] {
  const { platform, summary, hosts, shown, systems, unchecked, captures } = answer
  const brief = hosts.find(({ key }) => key === shown)
  const known = captures.filter(({ format }) => format !== null)
  const formats = [...new Set(known.map(({ format }) => format))].join(', ')
  const rows = known.map(({ about }) => about).join(', ')
  return [
    h('p', { class: `verdict is-${brief?.state ?? 'clean'}` }, [
      hosts.length > 1 ? h('strong', { class: 'host' }, [brief?.name]) : undefined,
      h('strong', {}, [nameOf(platform)]),
      formats === '' ? undefined : h('span', {}, [formats]),
      rows === '' ? undefined : h('span', {}, [rows]),
      h('span', { class: 'summary' }, [summary]),
    ]),
    ...unchecked.map((why) => h('p', { class: 'hint' }, [`Not fully checked: ${why}.`])),
    ...vipWanted(answer),
    ...mixed(systems.map(nameOf)),
  ]
}

/** Most rules need a cluster address; on a telephone its field is far above. */
function vipWanted({ skipped, platform }: Answer): Node[] {
  if (platform === null || !skipped.some(({ needs }) => needs.includes('vips'))) return []
  return [
    h('p', { class: 'row' }, [
      button('Type the cluster address', () => byId('vips', HTMLInputElement).focus()),
    ]),
  ]
}

function mixed(systems: readonly string[]): Node[] {
  if (systems.length < 2) return []
  const text = `These captures are of ${systems.length} systems: ${systems.join(', ')}. If they are of several hosts, write each capture’s host into “Host of this capture”.`
  return [h('p', { class: 'hint' }, [text])]
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
