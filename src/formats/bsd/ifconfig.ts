import type { Verdict } from '../format.js'
import type { Sample } from '../sample.js'

/** Something in a listing that one of the systems prints and the others do not. */
export interface IfconfigSign {
  readonly pattern: RegExp
  readonly weight: number
  readonly reason: string
}

/** Cells of the five systems' listings. */
export const ifconfigCues = [
  'en0:',
  'ether',
  'inet',
  'inet6',
  'lladdr',
  'lo0:',
  'mtu',
  'netmask',
  'prefixlen',
] as const

export const ifconfigExpects = 'the head of an interface or an address of it'

const HEAD = /^\S+: flags=(?:0x)?[0-9a-f]+(?:<|$)/
/** Solaris and HP-UX print the mask without 0x, Linux as a dotted quad. */
const BSD_ADDRESS =
  /^inet (?:alias )?\S+ .*?netmask 0x[0-9a-f]|^inet \S+\/\d+|^inet6 \S+ .*?prefixlen \d|^inet6 \S+\/\d+ flags/
/** A family of sets of flag words stands only in AIX' heads; only Linux parts the mtu by two blanks. */
const FOREIGN = /: flags=[0-9a-f]+,|> {2}mtu |,IPv[46][,>]/

/** Without a sign of its own, a listing of this family is worth this much. */
const BASE = 0.45
const MOST = 0.97

/** How sure one of the systems may be that a listing is its own: that it is of the family, and its own signs. */
export function detectIfconfig(
  sample: Sample,
  signs: readonly IfconfigSign[],
): Verdict | undefined {
  if (sample.match(FOREIGN)) return undefined
  const heads = sample.count((line) => HEAD.test(line.text))
  const addresses = sample.count((line) => BSD_ADDRESS.test(line.text))
  if (heads === 0) return undefined
  let score = addresses > 0 ? BASE : BASE - 0.1
  const reasons = ['interface heads say flags=, addresses have a hexadecimal netmask or a length']
  for (const { pattern, weight, reason } of signs)
    if (sample.match(pattern)) {
      score += weight
      if (weight > 0) reasons.push(reason)
    }
  return { score: Math.min(MOST, score), reasons }
}
