import { assess } from './assess.js'
import type { Grid } from './grid.js'
import type { FromWorker, ToWorker } from './protocol.js'

let grids: readonly Grid[] = []

function answerTo(message: ToWorker): FromWorker | undefined {
  if (message.kind === 'rows') {
    const rows = grids[message.query.capture]?.rows(message.query)
    return rows === undefined ? undefined : { kind: 'rows', id: message.id, rows }
  }
  const assessed = assess(message.question)
  grids = assessed.grids
  return { kind: 'answer', answer: assessed.answer }
}

/** Reads and judges apart from the page, so that a table of 100,000 rows does not hold it up. */
self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  try {
    const reply = answerTo(event.data)
    if (reply !== undefined) self.postMessage(reply)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    self.postMessage({ kind: 'failed', message } satisfies FromWorker)
  }
})
