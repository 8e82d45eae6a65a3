#!/usr/bin/env node
import { once } from 'node:events'
import process from 'node:process'
import cliProgress from 'cli-progress'
import type { Io, Progress, Sink } from './io.js'
import { run } from './program.js'

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    ready: async () => {
      if (stream.writableNeedDrain) await once(stream, 'drain')
    },
  }
}

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Only where somebody looks, so that logs stay clean. */
function progress(): Progress | undefined {
  if (process.stderr.isTTY !== true) return undefined
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: 'routeprint: {value} hosts',
    clearOnComplete: true,
  })
  bar.start(0, 0)
  return { step: () => bar.increment(), stop: () => bar.stop() }
}

// The first Ctrl-C ends the reading and leaves a report of what was read; the second ends the program.
let interrupted = false
process.once('SIGINT', () => {
  interrupted = true
})

const io: Io = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  stdin,
  chunks: () => process.stdin,
  isInterrupted: () => interrupted,
  progress,
  today,
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

process.exitCode = await run(io)
