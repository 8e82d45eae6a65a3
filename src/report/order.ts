import type { Level } from '../model/diagnostic.js'
import type { ReportedFinding, ReportModel } from './model.js'

/** Levels from the worst to the least. */
export const levels = ['error', 'warning', 'info'] as const satisfies readonly Level[]

/** All findings, the worst first; those of one level in the order of their hosts. */
export function worstFirst({ hosts }: ReportModel): ReportedFinding[] {
  const all = hosts.flatMap(({ findings }) => findings)
  return levels.flatMap((level) => all.filter((finding) => finding.level === level))
}

/** True where a finding of the level fails a check that fails from `least` on. */
export function fails(level: Level, least: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(least)
}
