import type { Open } from '../../model/open.js'
import type { PolicyRule } from '../../model/proof.js'

const MAIN = 32766
const DEFAULT = 32767

/**
 * Tells the family of the rules of a listing. Rules of both families look alike. IPv6 has no rule for table default,
 * which IPv4 always has; and one address tells for its whole listing, whose priorities rise.
 */
export class RuleListing {
  private readonly command: string
  private rules: Open<PolicyRule>[] = []

  constructor(command: string | undefined) {
    this.command = command ?? ''
  }

  add(rule: Open<PolicyRule>): void {
    if (rule.priority < (this.rules.at(-1)?.priority ?? 0)) this.close()
    this.rules.push(rule)
  }

  /** Called behind the last rule. */
  close(): void {
    const { rules, command } = this
    this.rules = []
    if (/\s-(?:4|f\w*\s+inet)(?:\s|$)/.test(command)) return
    const has = (priority: number) => rules.some((rule) => rule.priority === priority)
    const isIPv6 =
      /\s-(?:6|f\w*\s+inet6)(?:\s|$)/.test(command) ||
      rules.some(({ family }) => family === 6) ||
      (has(MAIN) && !has(DEFAULT) && !rules.some(hasIPv4))
    if (isIPv6) for (const rule of rules) rule.family = 6
  }
}

function hasIPv4({ selector }: PolicyRule): boolean {
  return /\d+\.\d+\.\d+\.\d+/.test(selector)
}
