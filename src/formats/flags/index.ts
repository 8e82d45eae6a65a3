import { isPlatform, type Platform, platforms } from '../../model/platform.js'
import { CellMemo } from '../../text/cell-memo.js'
import type { Output } from '../output.js'
import { aixFlags } from './aix.js'
import { dragonflyFlags } from './dragonfly.js'
import { freebsdFlags } from './freebsd.js'
import { hpuxFlags } from './hpux.js'
import { irixFlags } from './irix.js'
import { linuxFlagBits, linuxFlags } from './linux.js'
import { macosFlags } from './macos.js'
import { netbsdFlags } from './netbsd.js'
import { openbsdFlags } from './openbsd.js'
import { openvmsFlags } from './openvms.js'
import { qnxFlags } from './qnx.js'
import { solarisFlags } from './solaris.js'
import type { FlagTable } from './table.js'
import { tru64Flags } from './tru64.js'
import { zosFlags } from './zos.js'

/** Flag letters of route tables by platform; a platform without flags is absent. */
export const flagTables: Readonly<Partial<Record<Platform, FlagTable>>> = {
  aix: aixFlags,
  dragonfly: dragonflyFlags,
  freebsd: freebsdFlags,
  hpux: hpuxFlags,
  irix: irixFlags,
  linux: linuxFlags,
  macos: macosFlags,
  netbsd: netbsdFlags,
  openbsd: openbsdFlags,
  openvms: openvmsFlags,
  qnx: qnxFlags,
  solaris: solarisFlags,
  tru64: tru64Flags,
  zos: zosFlags,
}

/** Readers of flags that are printed as a number: the kernel's own files. */
const flagNumbers: Readonly<Partial<Record<Platform, (flags: string) => string[] | undefined>>> = {
  linux: linuxFlagBits,
}

/**
 * The meaning of each letter of a flags cell, in order; `unknown(x)` for a letter that the platform does not print.
 *
 * Throws a `RangeError` for an unknown platform.
 */
export function flagNames(platform: Platform, flags: string): string[] {
  if (!isPlatform(platform))
    throw new RangeError(`unknown platform "${platform}"; known are ${platforms.join(', ')}`)
  const bits = flagNumbers[platform]?.(flags)
  if (bits !== undefined) return bits
  const table = flagTables[platform] ?? {}
  return [...flags].map((letter) =>
    Object.hasOwn(table, letter) ? (table[letter] ?? '') : `unknown(${letter})`,
  )
}

const memos = /* @__PURE__ */ new Map<FlagTable, Map<RegExp, CellMemo<FlagsCell>>>()

function memoOf(table: FlagTable, shape: RegExp): CellMemo<FlagsCell> {
  const ofTable = memos.get(table) ?? new Map<RegExp, CellMemo<FlagsCell>>()
  memos.set(table, ofTable)
  const known = ofTable.get(shape)
  if (known !== undefined) return known
  const memo = new CellMemo((text) => ({
    text: shape.test(text) ? text : undefined,
    known: [...text].every((letter) => Object.hasOwn(table, letter)),
  }))
  ofTable.set(shape, memo)
  return memo
}

/**
 * Reads flags cells of one platform: says which letters are not known there, and remembers the cells that repeat.
 */
export class FlagsColumn {
  private readonly out: Output
  private readonly table: FlagTable
  private readonly memo: CellMemo<FlagsCell>

  /** `shape` is what a flags cell looks like; what does not match is none. */
  constructor(out: Output, table: FlagTable, shape: RegExp) {
    this.out = out
    this.table = table
    this.memo = memoOf(table, shape)
  }

  /** The flags of a cell, to look at; undefined where it does not look like flags. */
  peek(index: number): string | undefined {
    return this.memo.at(this.out.row, index).text
  }

  /** The flags of a cell of letters that the platform is known to print; undefined for every other. */
  known(index: number): string | undefined {
    const { text, known } = this.memo.at(this.out.row, index)
    return known ? text : undefined
  }

  /** The flags of a cell that is kept; letters that the platform is not known to print are reported. */
  at(index: number): string | undefined {
    const { text, known } = this.memo.at(this.out.row, index)
    if (text !== undefined && !known) this.report(index)
    return text
  }

  private report(index: number): void {
    const { out, table } = this
    const { row } = out
    for (let i = 0; i < row.size(index); i++) {
      const letter = String.fromCharCode(row.code(index, i))
      if (!Object.hasOwn(table, letter))
        out.diagnose('unknown-flag', { letter, flags: row.flat(index) }, out.spanIn(index, i, 1))
    }
  }
}

interface FlagsCell {
  readonly text: string | undefined
  readonly known: boolean
}
