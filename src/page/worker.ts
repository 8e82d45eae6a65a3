import { assess } from './assess.js'
import type { Grid } from './grid.js'
import { Reader } from './hosts.js'
import type { FromWorker, ToWorker } from './protocol.js'
import { readAgain, readFiles } from './read.js'

const reader = new Reader()
let grids: readonly Grid[] = []

async function answerTo(message: ToWorker): Promise<FromWorker | undefined> {
  switch (message.kind) {
    case 'ask': {
      const assessed = assess(message.question, reader)
      grids = assessed.grids
      return { kind: 'answer', answer: assessed.answer }
    }
    case 'rows': {
      const rows = grids[message.query.capture]?.rows(message.query)
      return rows === undefined ? undefined : { kind: 'rows', id: message.id, rows }
    }
    case 'read':
      return { kind: 'read', read: await readFiles(message.files) }
    case 'again':
      return { kind: 'again', text: readAgain(message.bytes, message.encoding) }
  }
}

/** Reads and judges apart from the page, so that a table of 100,000 rows does not hold it up. */
self.addEventListener('message', async (event: MessageEvent<ToWorker>) => {
  try {
    const reply = await answerTo(event.data)
    if (reply !== undefined) self.postMessage(reply)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    self.postMessage({ kind: 'failed', message } satisfies FromWorker)
  }
})
