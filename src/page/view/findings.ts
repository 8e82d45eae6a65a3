import type { Remedy } from '../../model/finding.js'
import { copyButton } from '../copy.js'
import { button, h } from '../dom.js'
import type { Answer, FindingView, PlaceView } from '../protocol.js'
import { barView } from './bar.js'
import { markdown } from './markdown.js'
import { markedRow } from './row.js'

/** Every finding with its rows, what it takes, and what to do. */
export function findingsView(answer: Answer, addVip: (address: string) => void): HTMLElement[] {
  const { findings, script } = answer
  const cards = findings.map((finding, index) => card(finding, index, addVip))
  if (script === null || findings.length === 0) return cards
  return [...cards, scriptView(script)]
}

const LEVELS = { error: 'Error', warning: 'Warning', info: 'Remark' }

function card(finding: FindingView, index: number, addVip: (address: string) => void): HTMLElement {
  const { level, rule, message, places, notes, bar, remedies, docs, candidates } = finding
  const id = `finding-${index}`
  const facts = notes.filter(([name]) => name !== 'Takes' || bar === undefined)
  return h('article', { class: `finding is-${level}`, 'aria-labelledby': id }, [
    h('h3', { id }, [h('span', { class: 'level' }, [LEVELS[level]]), ` ${message}`]),
    h('p', { class: 'rule' }, [
      h('code', {}, [rule]),
      finding.certainty === 'likely' ? ' · likely, not proven by these captures' : undefined,
    ]),
    ...places.map(placeView),
    bar === undefined ? undefined : barView(bar),
    facts.length === 0 ? undefined : factList(facts),
    candidates.length === 0 ? undefined : candidateList(candidates, addVip),
    remedyList(remedies),
    docs === ''
      ? undefined
      : h('details', { class: 'docs' }, [h('summary', {}, [`About ${rule}`]), ...markdown(docs)]),
  ])
}

function placeView({ where, row, carets, note }: PlaceView, index: number): HTMLElement {
  return h('figure', { class: index === 0 ? 'place' : 'place is-witness' }, [
    h('pre', { tabindex: 0, role: 'group', 'aria-label': `The row at ${where}` }, [
      h('code', {}, markedRow({ row, carets })),
    ]),
    h('figcaption', {}, [note === undefined ? where : `${note} · ${where}`]),
  ])
}

function factList(facts: FindingView['notes']): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    facts.flatMap(([name, text]) => [h('dt', {}, [name]), h('dd', {}, [text])]),
  )
}

function candidateList(
  candidates: readonly string[],
  addVip: (address: string) => void,
): HTMLElement {
  return h('p', { class: 'candidates' }, [
    'Is one of these a cluster address? ',
    ...candidates.map((one) => button(one, () => addVip(one), { class: 'chip' })),
  ])
}

function remedyList(remedies: readonly Remedy[]): HTMLElement {
  const own = remedies.filter(({ instead }) => instead === undefined)
  const others = remedies.filter(({ instead }) => instead === true)
  return h('div', { class: 'remedies' }, [
    h('h4', {}, ['What to do']),
    h('ol', {}, own.map(remedyView)),
    others.length === 0
      ? undefined
      : h('details', {}, [
          h('summary', {}, ['The same in other words']),
          ...others.map((one) => commandView(one, `${one.shell ?? 'command'}`)),
        ]),
  ])
}

function remedyView(remedy: Remedy, index: number): HTMLElement {
  const { title, command, note, documented } = remedy
  return h('li', { class: index === 0 ? 'is-first' : '' }, [
    h('p', {}, [title, hintsOf(remedy)]),
    command === undefined ? undefined : commandView(remedy, 'the command'),
    undoView(remedy),
    note === undefined ? undefined : h('p', { class: 'hint' }, [note]),
    documented === undefined
      ? undefined
      : h('p', { class: 'hint' }, [
          'The vendor’s documentation writes: ',
          h('code', {}, [documented]),
        ]),
  ])
}

const LASTS = { persistent: 'outlives a reboot', 'until-reboot': 'until the next reboot' }

function hintsOf({ rights, lasts, safety, kind }: Remedy): HTMLElement | undefined {
  const words = [
    kind === 'advice' ? '' : (rights ?? ''),
    lasts === undefined ? '' : LASTS[lasts],
    safety === 'review' ? 'look first' : '',
  ].filter((word) => word !== '')
  return words.length === 0 ? undefined : h('span', { class: 'hint' }, [` ${words.join(' · ')}`])
}

function commandView({ command = '' }: Remedy, what: string): HTMLElement {
  return h('div', { class: 'command' }, [
    h('pre', { tabindex: 0, role: 'group', 'aria-label': what }, [h('code', {}, [command])]),
    copyButton(() => command, 'Copy', command),
  ])
}

function undoView({ undo, command, lasts }: Remedy): HTMLElement | undefined {
  if (command === undefined || undo === undefined) return undefined
  // What changes nothing needs nothing to take it back.
  if (undo === null && lasts === undefined) return undefined
  if (undo === null) return h('p', { class: 'hint' }, ['No command takes it back.'])
  return h('div', { class: 'command is-undo' }, [
    h('span', { class: 'hint' }, ['Undo']),
    h('pre', { tabindex: 0, role: 'group', 'aria-label': 'the command that takes it back' }, [
      h('code', {}, [undo]),
    ]),
    copyButton(() => undo, 'Copy', undo),
  ])
}

function scriptView({ shell, run, undo }: NonNullable<Answer['script']>): HTMLElement {
  const part = (title: string, text: string) => [
    h('div', { class: 'script-head' }, [
      h('h4', {}, [title]),
      copyButton(() => text, 'Copy', title),
    ]),
    h('pre', { tabindex: 0, role: 'group', 'aria-label': title }, [h('code', {}, [text])]),
  ]
  return h('details', { class: 'script' }, [
    h('summary', {}, [`All of it as a commented ${shell} script`]),
    ...part('Script', run),
    ...part('Script that takes it back', undo),
  ])
}
