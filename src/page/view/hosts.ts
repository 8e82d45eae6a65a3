import { button, h } from '../dom.js'
import type { Answer, HostBrief } from '../protocol.js'

/** What the switch can do. */
export interface HostActions {
  readonly look: (key: string) => void
  readonly nameOf: (platform: string | null) => string
}

/** The switch between several hosts, those with the worst findings first; nothing for one alone. */
export function hostsView(answer: Answer, actions: HostActions): Node[] {
  const { hosts, total, shown } = answer
  if (hosts.length < 2) return []
  const sorted = [...hosts].sort((a, b) => RANKS[a.state] - RANKS[b.state])
  const list = sorted.map((one) => h('li', {}, [hostButton(one, one.key === shown, actions)]))
  return [
    h('p', { class: 'hint', id: 'hosts-total' }, [`${total}. Which one to look at:`]),
    h('ul', { class: 'hosts', 'aria-labelledby': 'hosts-total' }, list),
  ]
}

const RANKS = { error: 0, warning: 1, unchecked: 2, info: 3, clean: 4 } as const

function hostButton(
  { key, name, platform, state, summary }: HostBrief,
  isShown: boolean,
  { look, nameOf }: HostActions,
): HTMLElement {
  const self = button('', () => look(key), {
    class: `host is-${state}`,
    'aria-current': isShown ? 'true' : undefined,
    'data-key': key,
  })
  self.replaceChildren(
    h('strong', {}, [name]),
    h('span', {}, [` ${nameOf(platform)}`]),
    h('span', { class: 'summary' }, [` ${summary}`]),
  )
  return self
}
