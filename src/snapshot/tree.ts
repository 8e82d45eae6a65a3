/** A file of a snapshot, on disk or in an archive. */
export interface TreeFile {
  readonly name: string
  /** Path below the snapshot with `/`, as reports show it. */
  readonly shown: string
  /** Its bytes; throws `Unreadable` where it is no plain file, or over a limit. */
  readonly read: () => Promise<Uint8Array>
}

/** A folder that was not looked into yet. */
export interface FolderRef {
  readonly name: string
  readonly shown: string
  readonly open: () => Promise<TreeFolder>
}

/** A folder of a snapshot, on disk or in an archive; both lists in the order of code units. */
export interface TreeFolder {
  readonly name: string
  readonly shown: string
  readonly files: readonly TreeFile[]
  readonly folders: readonly FolderRef[]
}

/** The folder at a path below another; undefined where there is none. */
export async function folderAt(root: TreeFolder, path: string): Promise<TreeFolder | undefined> {
  let folder = root
  for (const name of path === '' ? [] : path.split('/')) {
    const next = folder.folders.find((one) => one.name === name)
    if (next === undefined) return undefined
    folder = await next.open()
  }
  return folder
}

/** The file at a path below a folder; undefined where there is none. */
export async function fileAt(root: TreeFolder, path: string): Promise<TreeFile | undefined> {
  const cut = path.lastIndexOf('/')
  const folder = await folderAt(root, cut < 0 ? '' : path.slice(0, cut))
  return folder?.files.find(({ name }) => name === path.slice(cut + 1))
}

/** By code units: the same on every machine and in every language. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** A path as reports show it, one step further down. */
export function shownBelow(shown: string, name: string): string {
  return shown === '.' || shown === '' ? name : `${shown}/${name}`
}
