import type { Verdict } from '../format.js'
import type { Sample } from '../sample.js'

/** Something in a listing that one system prints and the others do not. */
export interface UnixIfconfigSign {
  readonly pattern: RegExp
  readonly score: number
  readonly reason: string
}

/** Cells of the listings of these systems. */
export const unixIfconfigCues = ['inet', 'inet6', 'lo0:', 'LO0:', 'netmask', 'broadcast'] as const

export const unixIfconfigExpects = 'the head of an interface or an address of it'

const HEAD = /^\S+: flags=[0-9a-f]+(?:,[0-9a-f]+)?</

/** How sure a system may be that a listing is its own: the strongest of its signs, where heads are of this form. */
export function detectUnixIfconfig(
  sample: Sample,
  signs: readonly UnixIfconfigSign[],
): Verdict | undefined {
  if (sample.count((line) => HEAD.test(line.text)) === 0) return undefined
  let score = 0
  const reasons: string[] = []
  for (const sign of signs)
    if (sample.match(sign.pattern)) {
      score = Math.max(score, sign.score)
      reasons.push(sign.reason)
    }
  return score === 0 ? undefined : { score, reasons }
}
