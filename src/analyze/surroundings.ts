import { preferredTo, type RouteIndex, type Run, runsAround } from './route-index.js'
import { compareRows, OUT } from './route-table.js'

/** How the rows of the same and of shorter prefixes lie to one row. */
export interface Surroundings {
  /** A row that wins everything from it. */
  readonly preferred?: number
  /** Nothing says which of it and an equal row carries the packets. */
  readonly isTied: boolean
  /** For each stage from the row's own on: the best of the others that hold the whole prefix. */
  readonly covering: ReadonlyMap<number, number>
}

/** Who else would carry the packets of a row, by the rows around it. */
export function surroundings(index: RouteIndex, row: number): Surroundings {
  const { table, latest } = index
  const own = table.stage[row] ?? OUT
  const covering = new Map<number, number>()
  let preferred = -1
  let isTied = false
  for (const run of runsAround(index, row)) {
    const { stage, best, end } = run
    if (stage === OUT) continue
    if (stage < own) preferred = Math.max(preferred, latest[end - 1] ?? -1)
    else if (stage === own && table.length[best] === table.length[row]) {
      const twins = twinsIn(index, run, row)
      preferred = Math.max(preferred, twins.preferred)
      isTied = twins.isTied
      if (twins.best !== undefined) covering.set(stage, twins.best)
    } else covering.set(stage, best)
  }
  return { isTied, covering, ...(preferred < 0 ? {} : { preferred }) }
}

/** How the other rows of a row's own prefix and stage lie to it. */
function twinsIn(index: RouteIndex, run: Run, row: number) {
  const { table, order, latest } = index
  const from = run.start + preferredTo(index, run, row)
  // Rows of equal rank follow one another; the row itself may be the first of them.
  const isTied = order
    .slice(from, Math.min(from + 2, run.end))
    .some((other) => other !== row && compareRows(table, other, row) === 0)
  const second = run.start + 1 < run.end ? order[run.start + 1] : undefined
  return {
    preferred: from > run.start ? (latest[from - 1] ?? -1) : -1,
    isTied,
    best: run.best === row ? second : run.best,
  }
}
