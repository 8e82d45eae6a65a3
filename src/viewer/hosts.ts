import { counted, el } from './dom.js'
import { type Filter, filtered, type Listed, STATES, states, tally } from './fleet.js'

/** The list of hosts with its filter. */
export interface HostList {
  readonly element: HTMLElement
  /** Sets a part of the filter from outside and leads there. */
  readonly narrow: (to: Partial<Filter>) => void
  /** The hosts that the filter leaves, in order. */
  readonly shown: () => readonly Listed[]
  /** Marks the host whose details are shown. */
  readonly mark: (one: Listed | undefined) => void
}

interface Fields {
  readonly text: HTMLInputElement
  readonly state: HTMLSelectElement
  readonly rule: HTMLSelectElement
  readonly system: HTMLSelectElement
  readonly drift: HTMLSelectElement
}

const NONE: Filter = { text: '', state: '', rule: '', system: '', drift: '' }

/** Tiles in one box; boxes out of sight are not drawn. */
const BOX = 60

/** A filter, and below it the hosts as a grid; `changed` is told whenever other hosts are shown. */
export function hostList(all: readonly Listed[], changed: () => void): HostList {
  let shown: readonly Listed[] = all
  const tiles = new Map(all.map((one) => [one, tile(one)]))
  const grid = el('div', {
    class: 'grid',
    role: 'region',
    tabindex: '0',
    'aria-label': 'Hosts, those with the worst findings first',
  })
  const count = el('p', { class: 'count', role: 'status' })
  const fields = fieldsOf(all)
  const update = (): void => {
    shown = filtered(all, filterOf(fields))
    grid.replaceChildren(...boxes(shown.flatMap((one) => tiles.get(one) ?? [])))
    const some = shown.length === all.length ? '' : `${shown.length.toLocaleString('en')} of `
    count.textContent = some + counted(all.length, 'host')
    changed()
  }
  const form = filterForm(all, fields, update)
  const narrow = (to: Partial<Filter>): void => {
    for (const [name, value] of Object.entries({ ...NONE, ...to }))
      fields[name as keyof Fields].value = value
    update()
    form.scrollIntoView({ block: 'start' })
    fields.text.focus({ preventScroll: true })
  }
  const mark = (chosen: Listed | undefined): void => {
    for (const [one, element] of tiles) {
      const link = element.firstElementChild
      if (one === chosen) link?.setAttribute('aria-current', 'true')
      else link?.removeAttribute('aria-current')
    }
  }
  update()
  const element = el('section', { 'aria-labelledby': 'hosts' }, [
    el('h2', { id: 'hosts' }, 'Hosts'),
    form,
    count,
    grid,
  ])
  return { element, narrow, shown: () => shown, mark }
}

function filterOf({ text, state, rule, system, drift }: Fields): Filter {
  return {
    text: text.value,
    state: state.value,
    rule: rule.value,
    system: system.value,
    drift: drift.value,
  }
}

function tile(one: Listed): HTMLLIElement {
  const { host, state, system } = one
  const { word, sign } = STATES[state]
  const many = host.findings.length
  const said = many === 0 ? word : counted(many, 'finding')
  return el('li', {}, [
    el('a', { href: one.link, class: `tile ${state}` }, [
      el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      el('strong', {}, host.name),
      el('span', { class: 'unseen' }, `, ${word}, `),
      el('span', {}, `${system} · ${said}`),
    ]),
  ])
}

function boxes(tiles: readonly HTMLLIElement[]): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let at = 0; at < tiles.length; at += BOX) found.push(el('ul', {}, tiles.slice(at, at + BOX)))
  return found.length > 0 ? found : [el('p', {}, 'No host fits the filter.')]
}

const DRIFTS = ['new', 'unchanged'] as const

function fieldsOf(all: readonly Listed[]): Fields {
  const systems = tally(all.map(({ system }) => system)).map(([name]) => name)
  const rules = tally(all.flatMap(({ rules: own }) => [...own])).map(([name]) => name)
  const used = states.filter((state) => all.some((one) => one.state === state))
  return {
    text: el('input', { type: 'search', id: 'search', autocomplete: 'off', spellcheck: 'false' }),
    state: select('any', used, (state) => STATES[state as Listed['state']].word),
    rule: select('any', rules),
    system: select('any', systems),
    drift: select('any', DRIFTS),
  }
}

function select(
  any: string,
  values: readonly string[],
  word: (value: string) => string = (value) => value,
): HTMLSelectElement {
  const options = values.map((value) => el('option', { value }, word(value)))
  return el('select', {}, [el('option', { value: '' }, any), ...options])
}

function filterForm(all: readonly Listed[], fields: Fields, update: () => void): HTMLElement {
  const reset = (): void => {
    for (const field of Object.values(fields)) field.value = ''
    update()
  }
  let waiting = 0
  const soon = (): void => {
    clearTimeout(waiting)
    waiting = setTimeout(update, 120)
  }
  fields.text.addEventListener('input', soon)
  const hasDrift = all.some(({ drifts }) => drifts.size > 0)
  for (const field of [fields.state, fields.rule, fields.system, fields.drift])
    field.addEventListener('change', update)
  return el(
    'form',
    { class: 'filter', role: 'search', 'aria-label': 'Filter of the hosts', submit: stay },
    [
      labelled('Name or system', fields.text),
      labelled('Worst finding', fields.state),
      labelled('Rule', fields.rule),
      labelled('System', fields.system),
      hasDrift ? labelled('Since the baseline', fields.drift) : undefined,
      el('button', { type: 'button', click: reset }, 'Show all'),
    ],
  )
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return el('label', {}, [el('span', {}, text), field])
}

function stay(event: Event): void {
  event.preventDefault()
}
