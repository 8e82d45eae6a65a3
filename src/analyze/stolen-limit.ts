import type { Stolen, StolenPart } from '../model/finding.js'

/** Prefixes that are listed of what a row takes: nobody reads more, and rows of one network all take the same. */
const MOST_LISTED = 1000

/** The parts that are listed, with how much of them is left out; counts and sentences are made of all. */
export function limited(parts: readonly StolenPart[]): Pick<Stolen, 'parts' | 'partsLeftOut'> {
  const listed: StolenPart[] = []
  let room = MOST_LISTED
  for (const part of parts) {
    if (room <= 0) break
    const except = part.except.slice(0, room - 1)
    const left = part.except.length - except.length
    listed.push(left === 0 ? part : { ...part, except, exceptLeftOut: left })
    room -= 1 + except.length
  }
  const left = parts.length - listed.length
  return { parts: listed, ...(left === 0 ? {} : { partsLeftOut: left }) }
}
