import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  captureOf,
  decode,
  type Piece,
  type Problem,
  type Snapshot,
  type SnapshotHost,
  type SnapshotOptions,
  streamSnapshot,
} from '../snapshot/index.js'
import type { Io } from './io.js'

/** How standard input is called in reports. */
export const STDIN = '<stdin>'

/** What lies at each path, in order, all in memory; `-` is standard input. */
export async function readSources(
  paths: readonly string[],
  io: Io,
  options: SnapshotOptions = {},
): Promise<Snapshot> {
  const hosts: SnapshotHost[] = []
  const problems: Problem[] = []
  for await (const piece of streamSources(paths, io, options))
    if (piece.kind === 'host') hosts.push(piece.host)
    else problems.push(piece.problem)
  return { hosts, problems }
}

/** The same, one host at a time. */
export async function* streamSources(
  paths: readonly string[],
  io: Io,
  options: SnapshotOptions = {},
): AsyncGenerator<Piece> {
  for (const path of paths)
    if (path === '-') {
      const capture = captureOf(STDIN, decode(await io.stdin(), options))
      yield { kind: 'host', host: { facts: { name: 'stdin' }, captures: [capture] } }
    } else yield* streamSnapshot(path, { ...options, cwd: io.cwd })
}

/** How many hosts may lie at the paths, without a look into them: one an item of a folder. */
export function hostsAtMost(paths: readonly string[], { cwd }: Io): number {
  return paths.reduce((sum, path) => sum + itemsOf(resolve(cwd, path)), 0)
}

function itemsOf(path: string): number {
  try {
    return readdirSync(path).length
  } catch {
    return 1
  }
}
