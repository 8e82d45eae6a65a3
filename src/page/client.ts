import type {
  Answer,
  FromWorker,
  GivenFile,
  Question,
  ReadFiles,
  RowQuery,
  Rows,
  ToWorker,
} from './protocol.js'
import { startWorker } from './start-worker.js'

/** What the page does with what the worker says. */
export interface Listener {
  readonly answered: (answer: Answer) => void
  readonly failed: (message: string) => void
}

/** Asks the worker; a question that is asked while another is at work takes its place. */
export class Client {
  private readonly source: string
  private readonly listener: Listener
  private worker: Worker | undefined
  private busy = false
  private lastId = 0
  private readonly waiting = new Map<number, (rows: Rows) => void>()

  constructor(source: string, listener: Listener) {
    this.source = source
    this.listener = listener
  }

  ask(question: Question): void {
    if (this.busy) this.stop()
    this.busy = true
    this.send({ kind: 'ask', question })
  }

  /** Takes back a question that is at work. */
  stop(): void {
    if (!this.busy) return
    this.worker?.terminate()
    this.worker = undefined
    this.busy = false
    this.waiting.clear()
  }

  rows(query: RowQuery): Promise<Rows> {
    const id = ++this.lastId
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.send({ kind: 'rows', id, query })
    })
  }

  /** What is in files, folders and archives. */
  async read(files: readonly GivenFile[]): Promise<ReadFiles> {
    const reply = await this.once({ kind: 'read', files })
    if (reply.kind === 'read') return reply.read
    throw new Error(reply.kind === 'failed' ? reply.message : 'expected what was read')
  }

  /** The text of bytes in another encoding. */
  async again(bytes: Uint8Array, encoding: string): Promise<string> {
    const reply = await this.once({ kind: 'again', bytes, encoding })
    if (reply.kind === 'again') return reply.text
    throw new Error(reply.kind === 'failed' ? reply.message : 'expected a text')
  }

  /** In a worker of its own, which no later question ends. */
  private once(message: ToWorker): Promise<FromWorker> {
    const worker = startWorker(this.source)
    return new Promise<FromWorker>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => resolve(data))
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      worker.postMessage(message)
    }).finally(() => worker.terminate())
  }

  private send(message: ToWorker): void {
    this.worker ??= this.start()
    this.worker.postMessage(message)
  }

  private start(): Worker {
    const worker = startWorker(this.source)
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.take(event.data))
    worker.addEventListener('error', (event) => {
      this.busy = false
      this.listener.failed(event.message)
    })
    return worker
  }

  private take(message: FromWorker): void {
    if (message.kind === 'rows') {
      this.waiting.get(message.id)?.(message.rows)
      this.waiting.delete(message.id)
      return
    }
    this.busy = false
    if (message.kind === 'failed') this.listener.failed(message.message)
    else if (message.kind === 'answer') this.listener.answered(message.answer)
  }
}
