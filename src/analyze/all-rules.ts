import type { FleetRule } from './fleet/fleet-rule.js'
import { fleetRules } from './fleet/index.js'
import type { Rule } from './rule.js'
import { rules } from './rules/index.js'

/** What is told of a rule, whether it is about one host or about several. */
export type DescribedRule = Pick<Rule | FleetRule, 'docs' | 'id' | 'level' | 'needs' | 'summary'>

/** All rules, about one host and about several, sorted by id. */
export function allRules(): readonly DescribedRule[] {
  return [...rules, ...fleetRules].sort((a, b) => (a.id < b.id ? -1 : 1))
}
