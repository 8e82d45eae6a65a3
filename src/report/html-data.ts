import type { Level } from '../model/diagnostic.js'

/**
 * What the HTML report hands to its viewer.
 *
 * Every text is already free of what a reader could not see; the viewer puts it into the page as text, never as markup.
 */
export interface PageData {
  /** Lines of all tables, each once: most hosts of a fleet print the same ones. */
  readonly lines: readonly string[]
  /** Remedies of all findings, each once. */
  readonly remedies: readonly PageRemedy[]
  readonly rules: readonly PageRule[]
  readonly hosts: readonly PageHost[]
  readonly problems: readonly { readonly path: string; readonly message: string }[]
  /** What changed since the baseline; absent without one. */
  readonly drift?: PageDrift
}

export interface PageDrift {
  readonly new: number
  readonly unchanged: number
  readonly gone: readonly PageGone[]
}

export interface PageGone {
  readonly host: string
  readonly rule: string
  readonly message: string
  /** Why nothing proves that it is mended; absent where it is. */
  readonly doubt?: string
}

export interface PageRule {
  readonly id: string
  readonly summary: string
}

export interface PageHost {
  readonly name: string
  readonly system: string | null
  /** Version, role and the like, in words. */
  readonly about: string
  readonly findings: readonly PageFinding[]
  readonly waived: readonly {
    readonly rule: string
    readonly message: string
    readonly reason: string
  }[]
  readonly unchecked: readonly string[]
  readonly notes: readonly {
    readonly place: string
    readonly level: Level
    readonly message: string
  }[]
  readonly ran: number
  readonly skipped: readonly string[]
  readonly tables: readonly PageTable[]
}

export interface PageFinding {
  readonly rule: string
  readonly level: Level
  readonly message: string
  readonly likely?: true
  readonly drift?: 'new' | 'unchanged'
  readonly places: readonly PagePlace[]
  /** Further sentences: what it steals, why its level was lowered, where else it is seen. */
  readonly notes: readonly (readonly [name: string, text: string])[]
  readonly space?: PageSpace
  /** Indexes of `remedies`. */
  readonly remedies: readonly number[]
  /** How to see that it is mended. */
  readonly verify: readonly PageStep[]
}

export interface PageStep {
  readonly title: string
  readonly command?: string
}

export interface PagePlace {
  readonly name: string
  readonly row: string
  readonly note?: string
}

export interface PageRemedy extends PageStep {
  readonly undo?: string
  readonly note?: string
  /** Rights, how long it lasts, whether it needs a look first. */
  readonly hints: string
  readonly instead?: true
}

/** A captured table, cut into runs of lines where it is too long to be shown whole. */
export interface PageTable {
  readonly name: string
  readonly runs: readonly { readonly line: number; readonly rows: readonly number[] }[]
  readonly marks: readonly PageMark[]
}

export interface PageMark {
  readonly line: number
  readonly endLine: number
  readonly level: Level
  readonly text: string
  /** The row that a finding is about, not one of its witnesses. */
  readonly primary?: true
}

/** The addresses of a prefix from 0 to 1, and who carries which. */
export interface PageSpace {
  readonly prefix: string
  /** What is taken and from which routes, as a sentence. */
  readonly summary: string
  readonly first: string
  readonly last: string
  readonly legend: readonly { readonly kind: PageBand['kind']; readonly text: string }[]
  /** In the order in which they are painted. */
  readonly bands: readonly PageBand[]
}

export interface PageBand {
  /** `taken-0` and so on by who would carry it, or `kept`. */
  readonly kind: `taken-${number}` | 'kept'
  readonly from: number
  readonly to: number
  readonly label: string
}
