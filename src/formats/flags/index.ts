import { isPlatform, type Platform, platforms } from '../../model/platform.js'
import type { Output } from '../output.js'
import { aixFlags } from './aix.js'
import type { FlagTable } from './table.js'

/** Flag letters of route tables by platform; a platform without flags is absent. */
export const flagTables: Readonly<Partial<Record<Platform, FlagTable>>> = {
  aix: aixFlags,
}

/**
 * The meaning of each letter of a flags cell, in order; `unknown(x)` for a letter that the platform does not print.
 *
 * Throws a `RangeError` for an unknown platform.
 */
export function flagNames(platform: Platform, flags: string): string[] {
  if (!isPlatform(platform))
    throw new RangeError(`unknown platform "${platform}"; known are ${platforms.join(', ')}`)
  const table = flagTables[platform] ?? {}
  return [...flags].map((letter) =>
    Object.hasOwn(table, letter) ? (table[letter] ?? '') : `unknown(${letter})`,
  )
}

/** Reports the letters of a flags cell that the platform is not known to print. */
export function checkFlags(out: Output, index: number, table: FlagTable): void {
  const { row } = out
  for (let i = 0; i < row.size(index); i++) {
    const letter = String.fromCharCode(row.code(index, i))
    if (!Object.hasOwn(table, letter))
      out.diagnose('unknown-flag', { letter, flags: row.cell(index) }, out.spanIn(index, i, 1))
  }
}
