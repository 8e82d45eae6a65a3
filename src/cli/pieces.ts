import type { ReportedHost } from '../report/index.js'
import type { Piece, Problem, SnapshotHost } from '../snapshot/index.js'
import { judgeOf } from './judge.js'
import type { Kind } from './judging.js'

/** A host as it was judged, or why there is none. */
export type Judged = ReportedHost | { readonly problem: Problem }

/** The hosts of a snapshot, judged for reports that are made when all are there. */
export const pieces: Kind<Piece, readonly Judged[]> = {
  asked: 'judgePieces',
  here: (batch, standards) => {
    const judge = judgeOf(standards)
    return batch.map((piece) =>
      piece.kind === 'problem' ? { problem: piece.problem } : judged(piece.host, judge),
    )
  },
  // The worker wrote it: JSON is read faster than a copy of the objects is made.
  received: (answer) => JSON.parse(String(answer)) as readonly Judged[],
  lost: (piece, error) => [
    piece.kind === 'problem' ? { problem: piece.problem } : { problem: fault(piece.host, error) },
  ],
  joined: (parts) => parts.flat(),
  sizeOf: (piece) =>
    piece.kind === 'problem'
      ? 0
      : piece.host.captures.reduce((sum, { text }) => sum + text.length, 0),
}

/** Judges one host; a fault of ours costs that host alone. */
export function judged(host: SnapshotHost, judge: ReturnType<typeof judgeOf>): Judged {
  try {
    return judge(host)
  } catch (error) {
    return { problem: fault(host, error) }
  }
}

function fault({ facts }: SnapshotHost, error: unknown): Problem {
  return { path: facts.name, message: internalError(error) }
}

/** What is said where we fail; the stack is no help to who runs it. */
export function internalError(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return `internal error, please report it: ${said}`
}
