import type { PolicyRule } from '../model/proof.js'
import type { System } from './systems/system.js'

/** Tables that are searched as one; the first stage with a match decides. */
export type Stages = readonly (readonly string[])[]

const KERNEL_RULES: readonly string[] = ['0 local', '32766 main', '32767 default']

/** Tables that are asked one after the other; nobody has so many. */
const MOST_STAGES = 255

/** True where the host has policy rules beside those that the kernel starts with. */
export function hasAddedRules(rules: readonly PolicyRule[]): boolean {
  return rules.some((rule) => !KERNEL_RULES.includes(`${rule.priority} ${tableOf(rule)}`))
}

/**
 * The order in which a system asks its tables for packets that no selector singles out.
 *
 * Linux searches local and main as one tree for IPv4 until the first rule is added; from then on, and for IPv6 always,
 * a match in table local is final however short it is.
 */
export function stagesOf(system: System, family: 4 | 6, rules: readonly PolicyRule[]): Stages {
  const { tableOrder } = system
  if (tableOrder === undefined) return [['main']]
  const ofFamily = rules.filter((rule) => rule.family === family)
  if (hasAddedRules(ofFamily)) return unconditional(ofFamily)
  const [local = 'local', main = 'main', ...rest] = tableOrder
  const separate = rest.map((table) => [table])
  return family === 4 ? [[local, main], ...separate] : [[local], [main], ...separate]
}

function unconditional(rules: readonly PolicyRule[]): Stages {
  const tables = [...rules]
    .sort((a, b) => a.priority - b.priority)
    .filter((rule) => /^from (?:all|default|any)$/.test(rule.selector.trim()))
    .flatMap((rule) => tableOf(rule) ?? [])
  // A table that had no match has none when it is asked again.
  return [...new Set(tables)].slice(0, MOST_STAGES).map((table) => [table])
}

function tableOf(rule: PolicyRule): string | undefined {
  return rule.table ?? /^(?:lookup|table)\s+(\S+)$/.exec(rule.action.trim())?.[1]
}
