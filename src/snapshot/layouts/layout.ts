import { commandOfName, isReadCommand } from '../command-name.js'

/** How a tool that collects whole systems lays out its tree. A layout is one file and one line in the list. */
export interface Layout<Id extends string = string> {
  readonly id: Id
  /** A few words for lists. */
  readonly summary: string
  /** Paths below the root, of files or folders; each alone tells the tree. */
  readonly markers: readonly string[]
  /** Folders below the root in which captures lie; empty for the root itself. */
  readonly folders: readonly string[]
  /** Files that hold the name of the host on their first line, the best first. */
  readonly names: readonly string[]
  /** The command that a file of these folders holds; undefined where it is none that is read. */
  readonly command: (path: string) => string | undefined
}

/** The command that a file is named after, where its output is read. */
export function namedCommand(path: string): string | undefined {
  const command = commandOfName(path.slice(path.lastIndexOf('/') + 1))
  return command !== undefined && isReadCommand(command) ? command : undefined
}

/** True where a layout has a use for the file at a path below its root. */
export function wants(layout: Layout, path: string): boolean {
  if (path === 'host.json' || layout.names.includes(path)) return true
  const cut = path.lastIndexOf('/')
  const folder = cut < 0 ? '' : path.slice(0, cut)
  return layout.folders.includes(folder) && layout.command(path) !== undefined
}
