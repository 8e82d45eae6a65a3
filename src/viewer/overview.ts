import type { PageData } from '../report/html-data.js'
import { counted, el, grouped } from './dom.js'
import { type Filter, type Listed, STATES, states, tally } from './fleet.js'

/** Narrows the hosts to those with one thing in common. */
export type Narrow = (to: Partial<Filter>) => void

/** The fleet in numbers: by state, by rule, by system. Each number narrows the hosts. */
export function overview(data: PageData, all: readonly Listed[], narrow: Narrow): HTMLElement {
  return el('section', { 'aria-labelledby': 'overview' }, [
    el('h2', { id: 'overview' }, 'Overview'),
    stateTiles(all, narrow),
    driftPart(data, narrow),
    el('div', { class: 'tallies' }, [ruleTable(data, all, narrow), systemTable(all, narrow)]),
    problems(data),
  ])
}

function stateTiles(all: readonly Listed[], narrow: Narrow): HTMLElement {
  const tiles = states.map((state) => {
    const count = all.filter((one) => one.state === state).length
    const { word, sign } = STATES[state]
    return el('li', {}, [
      el('button', { type: 'button', class: `tile ${state}`, click: () => narrow({ state }) }, [
        el('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
        el('strong', {}, grouped(count)),
        el('span', {}, count === 1 ? `host ${hostWord(word)}` : `hosts ${hostWord(word)}`),
      ]),
    ])
  })
  return el('ul', { class: 'tiles', 'aria-label': 'Hosts by their worst finding' }, tiles)
}

function hostWord(word: string): string {
  if (word === 'clean' || word === 'not fully checked') return word
  return `with ${word === 'error' ? 'an' : 'a'} ${word}`
}

const LEVELS = ['error', 'warning', 'info'] as const

function ruleTable({ rules }: PageData, all: readonly Listed[], narrow: Narrow): HTMLElement {
  const findings = all.flatMap(({ host }) => host.findings)
  const rows = rules.map(({ id, summary }) => {
    const own = findings.filter(({ rule }) => rule === id)
    const worst = LEVELS.findIndex((level) => own.some((finding) => finding.level === level))
    const hosts = all.filter(({ rules: has }) => has.has(id)).length
    return { id, summary, count: own.length, hosts, worst }
  })
  rows.sort((a, b) => a.worst - b.worst || b.count - a.count)
  const lines = rows.map(({ id, summary, count, hosts, worst }) =>
    el('tr', {}, [
      el('th', { scope: 'row' }, [
        badge(LEVELS[worst] ?? 'info'),
        el('button', { type: 'button', class: 'link', click: () => narrow({ rule: id }) }, id),
        el('span', { class: 'hint' }, summary),
      ]),
      el('td', {}, grouped(count)),
      el('td', {}, grouped(hosts)),
    ]),
  )
  return tallyTable('By rule', ['Rule', 'Findings', 'Hosts'], lines)
}

function systemTable(all: readonly Listed[], narrow: Narrow): HTMLElement {
  const rows = tally(all.map(({ system }) => system)).map(([system, count]) => {
    const faulty = all.filter(
      (one) => one.system === system && one.host.findings.some(({ level }) => level !== 'info'),
    )
    return el('tr', {}, [
      el('th', { scope: 'row' }, [
        el('button', { type: 'button', class: 'link', click: () => narrow({ system }) }, system),
      ]),
      el('td', {}, grouped(count)),
      el('td', {}, grouped(faulty.length)),
    ])
  })
  return tallyTable('By system', ['System', 'Hosts', 'With faults'], rows)
}

function tallyTable(title: string, heads: readonly string[], rows: HTMLElement[]): HTMLElement {
  if (rows.length === 0) return el('p', { class: 'hint' }, `${title}: nothing was found.`)
  return el('table', { class: 'tally' }, [
    el('caption', {}, title),
    el('thead', {}, [
      el(
        'tr',
        {},
        heads.map((head) => el('th', { scope: 'col' }, head)),
      ),
    ]),
    el('tbody', {}, rows),
  ])
}

/** A level as a sign and a word. */
export function badge(level: 'error' | 'warning' | 'info'): HTMLElement {
  const { word, sign } = STATES[level]
  return el('span', { class: `badge ${level}` }, [
    el('span', { 'aria-hidden': 'true' }, sign),
    ` ${word}`,
  ])
}

function problems({ problems: list }: PageData): HTMLElement | undefined {
  if (list.length === 0) return undefined
  const items = list.map(({ path, message }) =>
    el('li', {}, [el('code', {}, path), `: ${message}`]),
  )
  return el('details', { class: 'problems', open: list.length <= 5 }, [
    el('summary', {}, `${counted(list.length, 'piece')} could not be read`),
    el('ul', {}, items),
  ])
}

/** What changed since the baseline; what is new narrows the hosts, what is gone unfolds. */
function driftPart({ drift }: PageData, narrow: Narrow): HTMLElement | undefined {
  if (drift === undefined) return undefined
  const button = (count: number, word: 'new' | 'unchanged'): HTMLElement =>
    el(
      'button',
      { type: 'button', class: 'link', click: () => narrow({ drift: word }) },
      `${grouped(count)} ${word}`,
    )
  const items = drift.gone.map(({ host, rule, message, doubt }) =>
    el('li', {}, [
      el('code', {}, rule),
      ` on ${host}: ${message}`,
      doubt === undefined ? undefined : el('span', { class: 'hint' }, ` ${doubt}`),
    ]),
  )
  return el('div', { class: 'since' }, [
    el('p', {}, [
      'Findings since the baseline: ',
      button(drift.new, 'new'),
      ', ',
      button(drift.unchanged, 'unchanged'),
      `, ${grouped(drift.gone.length)} gone`,
    ]),
    items.length === 0
      ? undefined
      : el('details', { open: items.length <= 5 }, [
          el('summary', {}, `${counted(items.length, 'finding')} gone`),
          el('ul', {}, items),
        ]),
  ])
}
