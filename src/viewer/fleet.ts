import type { PageData, PageHost } from '../report/html-data.js'

/** How a host stands, the worst first. */
export const states = ['error', 'warning', 'unchecked', 'info', 'clean'] as const
export type State = (typeof states)[number]

/** Words and signs of the states: colour alone tells nobody enough. */
export const STATES: Readonly<Record<State, { readonly word: string; readonly sign: string }>> = {
  error: { word: 'error', sign: '✕' },
  warning: { word: 'warning', sign: '▲' },
  unchecked: { word: 'not fully checked', sign: '?' },
  info: { word: 'remark', sign: 'i' },
  clean: { word: 'clean', sign: '✓' },
}

/** A host with what it is searched and sorted by. */
export interface Listed {
  readonly host: PageHost
  readonly state: State
  /** Name and system in lower case. */
  readonly words: string
  readonly system: string
  readonly rules: ReadonlySet<string>
  /** How its findings stand to the baseline. */
  readonly drifts: ReadonlySet<string>
  /** Address of its details within the page. */
  readonly link: string
}

/** The hosts with the worst first, those of one state in the order of the report. */
export function listed({ hosts }: PageData): Listed[] {
  const seen = new Map<string, number>()
  const all = hosts.map((host) => ({
    host,
    link: linkOf(host.name, seen),
    state: stateOf(host),
    words: `${host.name} ${host.about}`.toLowerCase(),
    system: host.system ?? 'not recognised',
    rules: new Set(host.findings.map(({ rule }) => rule)),
    drifts: new Set(host.findings.flatMap(({ drift }) => drift ?? [])),
  }))
  return all.sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state))
}

/** `#host=web1`, and `#host-2=web1` for the second host of that name. */
function linkOf(name: string, seen: Map<string, number>): string {
  const nth = (seen.get(name) ?? 0) + 1
  seen.set(name, nth)
  return `#host${nth === 1 ? '' : `-${nth}`}=${encodeURIComponent(name)}`
}

function stateOf({ findings, unchecked }: PageHost): State {
  const has = (level: string): boolean => findings.some((finding) => finding.level === level)
  if (has('error')) return 'error'
  if (has('warning')) return 'warning'
  if (unchecked.length > 0) return 'unchecked'
  return findings.length > 0 ? 'info' : 'clean'
}

/** What the hosts are narrowed by; empty where they are not. */
export interface Filter {
  readonly text: string
  readonly state: string
  readonly rule: string
  readonly system: string
  readonly drift: string
}

/** The hosts that a filter leaves. */
export function filtered(all: readonly Listed[], filter: Filter): Listed[] {
  const words = filter.text.toLowerCase().split(' ').filter(Boolean)
  return all.filter(
    (one) =>
      (filter.state === '' || one.state === filter.state) &&
      (filter.rule === '' || one.rules.has(filter.rule)) &&
      (filter.system === '' || one.system === filter.system) &&
      (filter.drift === '' || one.drifts.has(filter.drift)) &&
      words.every((word) => one.words.includes(word)),
  )
}

/** How often each key comes up, in the order of the keys. */
export function tally(keys: Iterable<string>): [key: string, count: number][] {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
