import type { Answer, FromWorker, Question, RowQuery, Rows, ToWorker } from './protocol.js'

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

  rows(query: RowQuery): Promise<Rows> {
    const id = ++this.lastId
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.send({ kind: 'rows', id, query })
    })
  }

  private send(message: ToWorker): void {
    this.worker ??= this.start()
    this.worker.postMessage(message)
  }

  private start(): Worker {
    const worker = new Worker(workerUrl(this.source))
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.take(event.data))
    worker.addEventListener('error', (event) => {
      this.busy = false
      this.listener.failed(event.message)
    })
    return worker
  }

  private stop(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.waiting.clear()
  }

  private take(message: FromWorker): void {
    if (message.kind === 'rows') {
      this.waiting.get(message.id)?.(message.rows)
      this.waiting.delete(message.id)
      return
    }
    this.busy = false
    if (message.kind === 'failed') this.listener.failed(message.message)
    else this.listener.answered(message.answer)
  }
}

/** Chromium's guard against texts that become code; the page's policy lets this one rule through. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

let trusted: ReturnType<TrustedTypes['createPolicy']> | undefined

function workerUrl(source: string): string {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const types = 'trustedTypes' in window ? window.trustedTypes : undefined
  if (!isTrustedTypes(types)) return url
  trusted ??= types.createPolicy('routeprint-worker', { createScriptURL: (text) => text })
  return trusted.createScriptURL(url)
}

function isTrustedTypes(value: unknown): value is TrustedTypes {
  return typeof value === 'object' && value !== null && 'createPolicy' in value
}
