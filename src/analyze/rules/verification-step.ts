import { entriesFor, resolvedEntries } from '../arp.js'
import { neighborPlace } from '../evidence.js'
import type { Vip } from '../facts.js'
import type { Draft, Rule } from '../rule.js'
import { stepOf } from '../steps.js'
import type { NeighborFact, View } from '../view.js'

/** A step of the verification whose outcome is not the one it is for. */
export const verificationStep = {
  id: 'verification-step',
  level: 'error',
  summary: 'A step of the verification did not have the outcome that it is for.',
  needs: ['vips', 'neighbors'],
  roles: ['client', 'router'],
  docs: `## What it finds
An entry for a cluster address that does not fit the step at which the captures were taken: an answer while the
balancer is down (2 and 3), no static entry after \`arp -s\` (4 and 5), any entry after \`arp -d\` (1 and 6).

## Why it matters
An answer with the balancer down means that the address is on some server's card or that some machine publishes it.

## Example
\`9.67.133.158 dev eth0 lladdr 00:16:3e:00:00:67 REACHABLE\` at step 2.

## What to do
Find who answers and silence it, or repeat the step.`,
  appliesTo: (view) => stepOf(view.host.step) !== undefined,
  check: (view) => view.vips.flatMap((vip) => outcome(view, vip)),
} as const satisfies Rule

function outcome(view: View, vip: Vip): Draft[] {
  const step = stepOf(view.host.step)
  if (step === undefined) return []
  const resolved = resolvedEntries(view, vip)
  const draft = (message: string, facts: readonly NeighborFact[]): Draft => ({
    subject: `step ${step.step}`,
    vip: vip.text,
    message: `at step ${step.step} ${message}`,
    at: facts.slice(0, 1).map((fact) => neighborPlace(fact)),
    ...(facts[0] === undefined ? {} : { neighbor: facts[0].neighbor }),
  })
  if (step.entry === 'static') {
    const isSet = resolved.some(({ state }) => state === 'static')
    return isSet
      ? []
      : [draft(`the static entry for ${vip.text} is not set`, entriesFor(view, vip))]
  }
  if (resolved.length === 0) return []
  const mac = resolved[0]?.neighbor.mac
  const said =
    step.entry === 'unresolved'
      ? `${mac} answers for ${vip.text} although the balancer is down`
      : `there is still an entry for ${vip.text}`
  return [draft(said, resolved)]
}
