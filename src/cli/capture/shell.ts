import type { Step } from './plan.js'

/** A language that capture scripts are written in. */
export interface Shell {
  readonly lineEnd: string
  /** The lines of a script; remarks are sentences for its comments. */
  readonly render: (steps: readonly Step[], remarks: readonly string[]) => readonly string[]
}
