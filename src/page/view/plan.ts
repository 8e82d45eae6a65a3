import type { VerifyPlan, VerifyStep } from '../../remedies/verify-plan.js'
import { copyButton } from '../copy.js'
import { h } from '../dom.js'

/** How to prove each cluster address from another host, step by step. */
export function planView(plans: readonly VerifyPlan[]): HTMLElement[] {
  return plans.map(({ vip, rights, steps }) =>
    h('div', { class: 'plan' }, [
      h('h3', {}, [vip, h('span', { class: 'hint' }, [` as ${rights}`])]),
      h('ol', {}, steps.map(stepView)),
    ]),
  )
}

function stepView({ title, server, commands, expect, note }: VerifyStep): HTMLElement {
  return h('li', {}, [
    h('p', {}, [title, server === undefined ? undefined : h('code', {}, [` ${server}`])]),
    ...commands.map(({ command }) =>
      h('div', { class: 'command' }, [
        h('pre', { tabindex: 0, role: 'group', 'aria-label': 'the command' }, [
          h('code', {}, [command]),
        ]),
        copyButton(() => command, 'Copy', command),
      ]),
    ),
    h('p', { class: 'hint' }, [`Expect: ${expect}`]),
    note === undefined ? undefined : h('p', { class: 'hint' }, [`Note: ${note}`]),
  ])
}
