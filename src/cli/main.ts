#!/usr/bin/env node
import { once } from 'node:events'
import process from 'node:process'
import type { Io, Sink } from './io.js'
import { run } from './program.js'
import { progressOn } from './progress.js'

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

const controller = new AbortController()

/** The second Ctrl-C ends the program at once. */
function interruption(): AbortSignal {
  process.once('SIGINT', () => controller.abort())
  return controller.signal
}

const io: Io = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  stdin,
  chunks: () => process.stdin,
  interruption,
  progress: () => progressOn(process.stderr),
  today,
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})

process.exitCode = await run(io)
// Nobody reads on, and an open input would keep the program alive.
if (controller.signal.aborted) process.stdin.destroy()
