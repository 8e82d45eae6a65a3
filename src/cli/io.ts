/** A stream that text is written to. */
export interface Sink {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
}

/** Everything outside that a command may touch, so that it runs without a process of its own. */
export interface Io {
  /** Arguments behind the program's name. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdout: Sink
  readonly stderr: Sink
  /** All bytes of standard input. */
  readonly stdin: () => Promise<Uint8Array>
  /** The day as YYYY-MM-DD; only waivers with an end ask for it. */
  readonly today: () => string
}
