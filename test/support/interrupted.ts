import { run } from '../../src/cli/program.js'

/** Runs the program as if Ctrl-C had been pressed at once. */
export async function cliInterrupted(argv: readonly string[], cwd: string) {
  const out: string[] = []
  const code = await run({
    argv,
    env: {},
    cwd,
    stdout: { write: (text) => void out.push(text), isTerminal: false },
    stderr: { write: () => undefined, isTerminal: false },
    stdin: async () => new Uint8Array(),
    interruption: () => AbortSignal.abort(),
    today: () => '2026-01-01',
  })
  return { code, out: out.join('') }
}
