import type { HostFacts } from '../model/host.js'
import { type HostFile, readHostFile } from './config.js'
import { ConfigError } from './config-json.js'
import { decode } from './decode.js'
import type { Layout } from './layouts/layout.js'
import { type Planned, problemPiece, type Reading, readCapture } from './reading.js'
import type { Piece, SnapshotCapture } from './snapshot.js'
import { fileAt, folderAt, type TreeFile, type TreeFolder } from './tree.js'
import { Unreadable } from './unreadable.js'

/** File in the folder of a host that says what is known of it. */
export const HOST_FILE = 'host.json'

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/

/** The host of a folder: its captures read, with what its `host.json` says. */
export async function* hostOf(
  folder: TreeFolder,
  name: string,
  planned: readonly Planned[],
  reading: Reading,
): AsyncGenerator<Piece> {
  const manifest = folder.files.find((file) => file.name === HOST_FILE)
  const said = manifest === undefined ? { facts: {} } : await hostFile(manifest, reading)
  if ('kind' in said) yield said
  const { facts, encoding } = 'kind' in said ? { facts: {}, encoding: undefined } : said
  const own: Reading = encoding === undefined ? reading : { ...reading, encoding }
  const captures: SnapshotCapture[] = []
  for (const one of planned) {
    const read = await readCapture(one, own)
    if ('kind' in read) yield read
    else captures.push(read)
  }
  reading.files = own.files
  const known: HostFacts = { name, ...facts }
  if (captures.length > 0) yield { kind: 'host', host: { facts: known, captures } }
}

async function hostFile(file: TreeFile, { limits }: Reading): Promise<HostFile | Piece> {
  try {
    const bytes = await file.read()
    if (bytes.length > limits.manifestSize)
      throw new Unreadable(`larger than the limit of ${limits.manifestSize} bytes for a manifest`)
    return readHostFile(decode(bytes).text, file.shown)
  } catch (error) {
    if (!(error instanceof ConfigError)) return problemPiece(file.shown, error)
    return { kind: 'problem', problem: { path: error.place, message: error.detail } }
  }
}

/** The host of a tree that a layout knows. */
export async function* hostOfLayout(
  folder: TreeFolder,
  layout: Layout,
  reading: Reading,
): AsyncGenerator<Piece> {
  const planned: Planned[] = []
  for (const path of layout.folders) {
    const below = await folderAt(folder, path).catch(() => undefined)
    for (const file of below?.files ?? []) {
      const command = layout.command(path === '' ? file.name : `${path}/${file.name}`)
      if (command !== undefined) planned.push({ file, command })
    }
  }
  if (planned.length === 0)
    yield problemPiece(folder.shown, new Unreadable(`no capture in what looks like a ${layout.id}`))
  yield* hostOf(folder, (await nameIn(folder, layout)) ?? folder.name, planned, reading)
}

/** The name that the host gives itself, where it is one. */
async function nameIn(folder: TreeFolder, layout: Layout): Promise<string | undefined> {
  for (const path of layout.names) {
    const file = await fileAt(folder, path).catch(() => undefined)
    const bytes = await file?.read().catch(() => undefined)
    const name = bytes === undefined ? '' : (decode(bytes).text.trim().split(/\s/)[0] ?? '')
    if (NAME.test(name)) return name
  }
  return undefined
}
