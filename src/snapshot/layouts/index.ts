import { fileAt, folderAt, type TreeFolder } from '../tree.js'
import { aixSnap } from './aix-snap.js'
import { insights } from './insights.js'
import type { Layout } from './layout.js'
import { oracleExplorer } from './oracle-explorer.js'
import { sosreport } from './sosreport.js'

const list = [aixSnap, insights, oracleExplorer, sosreport] as const

/** Id of a layout. */
export type LayoutId = (typeof list)[number]['id']

/** Every tree that is known by a marker, sorted by id. */
export const layouts: readonly Layout<LayoutId>[] = list

/** The layout whose marker stands below a folder; undefined where none does. */
export async function layoutOf(folder: TreeFolder): Promise<Layout | undefined> {
  for (const layout of layouts)
    for (const marker of layout.markers) {
      const [first] = marker.split('/')
      if (!folder.folders.some(({ name }) => name === first)) continue
      if (await folderAt(folder, marker).catch(() => undefined)) return layout
      if (await fileAt(folder, marker).catch(() => undefined)) return layout
    }
  return undefined
}

/** The roots of known trees among the paths of an archive, empty or with a `/` at the end, each with its layout. */
export function rootsAmong(paths: readonly string[]): Map<string, Layout> {
  const roots = new Map<string, Layout>()
  for (const path of paths)
    for (const layout of layouts)
      for (const marker of layout.markers) {
        const at = `/${path}/`.indexOf(`/${marker}/`)
        const root = path.slice(0, Math.max(0, at))
        if (at >= 0 && !roots.has(root)) roots.set(root, layout)
      }
  return roots
}
