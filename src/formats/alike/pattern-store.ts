import type { Format } from '../format.js'
import type { RowPattern } from './row-pattern.js'

const kept = /* @__PURE__ */ new WeakMap<Format, RowPattern[]>()

/**
 * The patterns that captures of a format had before, for one that is read now: the rows of another host are often like
 * them. They are asleep until a row of this capture shows that they say the same of it as the format's reader.
 */
export function takePatterns(format: Format): RowPattern[] {
  const patterns = kept.get(format) ?? []
  // Two captures may be read at the same time.
  kept.delete(format)
  return patterns
}

/** Keeps the patterns of a capture that has ended, the most used first. */
export function keepPatterns(format: Format, patterns: RowPattern[]): void {
  if (patterns.length > 0) kept.set(format, patterns)
}
