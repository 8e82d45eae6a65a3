import type fc from 'fast-check'
import type { Neighbor, Route } from '../../../src/index.js'

/** A record as its layout says it; where it stands is up to the text. */
export type Bare<R> = Omit<R, 'span'>

/** How records of a format are drawn, and how the tool prints them. */
export interface Rendering<R = unknown> {
  readonly records: fc.Arbitrary<readonly R[]>
  print(records: readonly R[]): string
}

export type RouteRendering = Rendering<Bare<Route>>
export type NeighborRendering = Rendering<Bare<Neighbor>>

/** The text in a column of that width, as `%-Ns` prints it: what is longer is not cut. */
export function left(text: string | number, width: number): string {
  return String(text).padEnd(width)
}

/** The text in a column of that width, as `%Ns` prints it. */
export function right(text: string | number, width: number): string {
  return String(text).padStart(width)
}

/** Lines with a line end behind each. */
export function lines(...parts: readonly (string | readonly string[])[]): string {
  return `${parts.flat().join('\n')}\n`
}

/** The record without the fields that are undefined. */
export function defined<R extends object>(record: { [K in keyof R]: R[K] | undefined }): R {
  // Only fields that the type lets be absent are ever undefined.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as R
}
