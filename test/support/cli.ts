import { fileURLToPath } from 'node:url'
import type { Io, Sink } from '../../src/cli/io.js'
import { run } from '../../src/cli/program.js'

/** The repository, where examples of the documentation are run. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What stands around a run of the program. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly terminal?: boolean
  readonly today?: string
  /** What else is there to touch. */
  readonly io?: Partial<Io>
}

/** What a run of the program leaves. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Both, as a terminal shows them. */
  readonly shown: string
}

/** Runs the program in this process. */
export async function cli(args: readonly string[], around: Surroundings = {}): Promise<Ran> {
  const { stdin = '', cwd = ROOT, env = {}, terminal = false, today = '2026-01-01' } = around
  const out: string[] = []
  const err: string[] = []
  const shown: string[] = []
  const sink = (lines: string[]): Sink => ({
    write: (text) => {
      lines.push(text)
      shown.push(text)
    },
    isTerminal: terminal,
  })
  const code = await run({
    argv: args,
    env,
    cwd,
    stdout: sink(out),
    stderr: sink(err),
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    today: () => today,
    ...around.io,
  })
  return { code, out: out.join(''), err: err.join(''), shown: shown.join('') }
}
