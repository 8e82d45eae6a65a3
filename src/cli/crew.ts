import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'
import type { Standards } from './judge.js'

/** What a host costs besides its text, in characters that are read in the same time. */
const COST_OF_HOST = 10_000
/**
 * Characters in whose time workers gain what they cost. Each reads the program anew and makes its own machine code of
 * it, which takes about a second of a processor.
 */
const LONG = 200_000_000

/** The threads that a run may have. */
export interface CrewOptions {
  readonly standards: Standards
  readonly jobs: number
  /** Hosts that will come at most, where that is known. */
  readonly expected?: number
  /** Where the worker lies, and from how much work on it is used. */
  readonly worker?: { readonly file: string; readonly long: number }
}

/** The worker threads of a run: none before the work turns out to be long. */
export class Crew {
  /** Batches that may be at work at once. */
  readonly most: number
  readonly standards: Standards
  isReady = false
  private readonly options: Required<CrewOptions>
  private readonly isPossible: boolean
  private pool: Promise<Piscina> | undefined
  private work = 0
  private hosts = 0

  constructor({ expected = 0, worker = built(), ...options }: CrewOptions) {
    this.options = { ...options, expected, worker }
    this.standards = options.standards
    this.isPossible = options.jobs > 1 && existsSync(worker.file)
    // Two for each, so that it never waits for us, and memory stays bounded.
    this.most = this.isPossible ? 2 * options.jobs : 1
  }

  get isStarted(): boolean {
    return this.pool !== undefined
  }

  /** Counts what was done without workers, and starts them where much is left, or was done and no end is known. */
  done(hosts: number, characters: number): void {
    this.hosts += hosts
    this.work += hosts * COST_OF_HOST + characters
    const { expected, worker } = this.options
    const rest = Math.max(0, expected - this.hosts) * (this.work / Math.max(1, this.hosts))
    const isLong = rest > worker.long || this.work > worker.long / 2
    if (!this.isPossible || !isLong || this.isStarted) return
    this.pool = this.started()
    // Where none comes up, all is done here.
    this.up().catch(() => undefined)
  }

  /** Resolves when the workers that were started can be asked. */
  async up(): Promise<void> {
    await (await this.pool)?.run([], { name: 'ready' })
    this.isReady = true
  }

  /** What a function of a worker answers to a batch. */
  async run(name: string, batch: readonly unknown[]): Promise<unknown> {
    return (await this.pool)?.run(batch, { name })
  }

  async dismissed(): Promise<void> {
    await (await this.pool)?.destroy()
  }

  private async started(): Promise<Piscina> {
    const { Piscina } = await import('piscina')
    const { jobs, worker, standards: workerData } = this.options
    const threads = { minThreads: jobs, maxThreads: jobs }
    const pool = new Piscina({
      filename: worker.file,
      workerData,
      recordTiming: false,
      ...threads,
    })
    return pool
  }
}

/** Only what is built has a file for the worker. */
function built() {
  return { file: fileURLToPath(new URL('./worker.js', import.meta.url)), long: LONG }
}
