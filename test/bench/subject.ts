import { measure } from 'mitata'

/** One line of the benchmark's table. */
export interface Figure {
  readonly subject: string
  /** What was measured, with its unit. */
  readonly value: number
  readonly unit: string
  /** Reached where the value is at most (or, where more is better, at least) this. */
  readonly required: number
  readonly aim: number
  readonly moreIsBetter?: true
  /** Which of several inputs the value is of, or why there is none. */
  readonly note?: string
}

/** A part of the benchmark: one file and one line in the list of `main.ts`. */
export type Subject = () => Promise<readonly Figure[]>

/** The shortest time of a call in milliseconds; what disturbs a run only ever makes it longer. */
export async function fastest(call: () => unknown): Promise<number> {
  const { min } = await measure(call, { min_samples: 7, max_samples: 40, min_cpu_time: 4e8 })
  return min / 1e6
}

/** The figure of the input that does worst. */
export function worst(figures: readonly (Figure & { readonly note: string })[]): Figure {
  const sorted = [...figures].sort((a, b) =>
    a.moreIsBetter ? a.value - b.value : b.value - a.value,
  )
  const [first] = sorted
  if (first === undefined) throw new Error('nothing was measured')
  const all = sorted.map(({ note, value }) => `${note} ${value.toFixed(1)}`).join(', ')
  return { ...first, note: all }
}
