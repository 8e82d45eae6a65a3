import type { Level } from '../model/diagnostic.js'
import type { ReportedFinding, ReportModel } from './model.js'

/** Levels from the worst to the least. */
export const levels = ['error', 'warning', 'info'] as const satisfies readonly Level[]

/** All findings, the worst first; of one level those that the baseline has not, then in the order of their hosts. */
export function worstFirst({ hosts }: ReportModel): ReportedFinding[] {
  const all = hosts.flatMap(({ findings }) => findings)
  return levels.flatMap((level) => {
    const own = all.filter((finding) => finding.level === level)
    const isKnown = ({ drift }: ReportedFinding) => drift === 'unchanged'
    return [...own.filter((one) => !isKnown(one)), ...own.filter(isKnown)]
  })
}

/** Which findings fail a check. */
export interface Threshold {
  /** Least level that fails; `warning` where it is not said. */
  readonly failOn?: Level
  /** Findings that the baseline has too do not fail. */
  readonly newOnly?: boolean
}

/** True where a finding fails the check. */
export function fails(
  { level, drift }: Pick<ReportedFinding, 'drift' | 'level'>,
  { failOn = 'warning', newOnly = false }: Threshold,
): boolean {
  if (newOnly && drift === 'unchanged') return false
  return levels.indexOf(level) <= levels.indexOf(failOn)
}
