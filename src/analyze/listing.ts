/** Names of a sentence that are written out; what is beyond is counted. */
const MOST_NAMED = 10

/** The first of many names, joined, and how many there are besides. */
export function listing(names: readonly string[], joint: string): string {
  const shown = names.slice(0, MOST_NAMED).join(joint)
  const more = names.length - MOST_NAMED
  return more > 0 ? `${shown} and ${more} more` : shown
}
