import { workerData } from 'node:worker_threads'
import type { Piece } from '../snapshot/index.js'
import { type Answer, answers } from './answers.js'
import type { Standards } from './judge.js'
import type { Line } from './ndjson.js'
import { pieces } from './pieces.js'

// The pool was started with them.
const standards = workerData as Standards

/** Asked for to see that the worker is there. */
export function ready(): void {}

/** A batch of a snapshot, as JSON. */
export function judgePieces(batch: readonly Piece[]): string {
  return JSON.stringify(pieces.here(batch, standards))
}

/** A batch of lines of a stream. */
export function answerLines(batch: readonly Line[]): Answer {
  return answers.here(batch, standards)
}
