/** A stream that text is written to. */
export interface Sink {
  readonly write: (text: string) => void
  readonly isTerminal: boolean
  /** Resolves when more may be written without filling memory. */
  readonly ready?: () => Promise<void>
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
  /** The same as it comes, for input that is longer than memory. */
  readonly chunks?: () => AsyncIterable<Uint8Array>
  /** From here on Ctrl-C does not end the program: the run ends early, with what it has. */
  readonly interruption?: () => AbortSignal
  /** Shows on a terminal how far a long run is; undefined where nobody looks. */
  readonly progress?: () => Progress | undefined
  /** The day as YYYY-MM-DD; only waivers with an end ask for it. */
  readonly today: () => string
}

/** A bar on a terminal. */
export interface Progress {
  readonly step: () => void
  readonly stop: () => void
}
