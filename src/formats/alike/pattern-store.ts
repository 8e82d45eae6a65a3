import type { Format } from '../format.js'
import { PatternTree } from './pattern-tree.js'

const kept = /* @__PURE__ */ new WeakMap<Format, PatternTree>()

/**
 * The patterns that captures of a format had before, for one that is read now: the rows of another host are often like
 * them. They are asleep until a row of this capture shows that they say the same of it as the format's reader.
 */
export function takePatterns(format: Format): PatternTree {
  const tree = kept.get(format)
  // Two captures may be read at the same time.
  kept.delete(format)
  return tree ?? new PatternTree()
}

/** Keeps the patterns of a capture that has ended. */
export function keepPatterns(format: Format, tree: PatternTree): void {
  kept.set(format, tree)
}
