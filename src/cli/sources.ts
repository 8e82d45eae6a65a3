import {
  captureOf,
  decode,
  readSnapshot,
  type Snapshot,
  type SnapshotOptions,
} from '../snapshot/index.js'
import type { Io } from './io.js'

/** How standard input is called in reports. */
const STDIN = '<stdin>'

/** What lies at each path, in order; `-` is standard input. */
export async function readSources(
  paths: readonly string[],
  io: Io,
  options: SnapshotOptions = {},
): Promise<Snapshot> {
  const found: Snapshot[] = []
  for (const path of paths) found.push(await readSource(path, io, options))
  return {
    hosts: found.flatMap(({ hosts }) => hosts),
    problems: found.flatMap(({ problems }) => problems),
  }
}

async function readSource(path: string, io: Io, options: SnapshotOptions): Promise<Snapshot> {
  if (path !== '-') return named(path, await readSnapshot(path, { ...options, cwd: io.cwd }))
  const capture = captureOf(STDIN, decode(await io.stdin(), options))
  return { hosts: [{ facts: { name: 'stdin' }, captures: [capture] }], problems: [] }
}

/** An empty folder is no healthy host: it is a problem of its own. */
function named(path: string, snapshot: Snapshot): Snapshot {
  if (snapshot.hosts.length > 0 || snapshot.problems.length > 0) return snapshot
  const message = 'expected captures in this folder, found no file'
  return { hosts: [], problems: [{ path, message }] }
}
