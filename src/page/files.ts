import { byId } from './dom.js'
import type { GivenFile } from './protocol.js'

/** What happens with files that were chosen or dropped, and with text that was dropped. */
export interface FileListener {
  readonly files: (files: readonly GivenFile[]) => void
  readonly text: (text: string) => void
}

/** Takes files from the buttons, and files, folders and text from a drop anywhere on the page. */
export function takeFiles(listener: FileListener): void {
  takeChosen('files', listener)
  takeChosen('folder', listener)
  // Telephones have no folders to choose.
  byId('folder-button', HTMLElement).hidden = !('webkitdirectory' in HTMLInputElement.prototype)
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    document.body.classList.add('is-dragging')
  })
  for (const name of ['dragleave', 'dragend', 'drop'] as const)
    document.addEventListener(name, () => document.body.classList.remove('is-dragging'))
  document.addEventListener('drop', (event) => void takeDrop(event, listener))
}

function takeChosen(id: string, listener: FileListener): void {
  const input = byId(id, HTMLInputElement)
  input.addEventListener('change', () => {
    listener.files([...(input.files ?? [])].map(given))
    input.value = ''
  })
}

async function takeDrop(event: DragEvent, listener: FileListener): Promise<void> {
  const { dataTransfer, target } = event
  if (dataTransfer === null) return
  // Text that is dragged into a field is the browser's own business.
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  if (dataTransfer.files.length === 0 && isField) return
  event.preventDefault()
  const text = dataTransfer.getData('text/plain')
  if (dataTransfer.files.length === 0) {
    if (text !== '') listener.text(text)
    return
  }
  listener.files(await dropped(dataTransfer))
}

function given(file: File): GivenFile {
  const { webkitRelativePath: path } = file
  return { path: path === '' ? file.name : path, file }
}

/**
 * The dropped files, and those in dropped folders.
 *
 * Must be called before anything is awaited: what was dropped is gone with the event. A page that is a file may not
 * look into dropped folders in Chromium; then the folder itself is given, and is named as what cannot be read.
 */
async function dropped({ items, files }: DataTransfer): Promise<GivenFile[]> {
  const roots = [...items].map((item) => item.webkitGetAsEntry())
  const plain = [...files]
  if (!roots.some((root) => root?.isDirectory)) return plain.map(given)
  try {
    const found = await Promise.all(roots.map((root) => (root === null ? [] : below(root))))
    return found.flat()
  } catch {
    return plain.map(given)
  }
}

async function below(entry: FileSystemEntry): Promise<GivenFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path, file }]
  }
  if (!isFolder(entry)) return []
  const inside = await children(entry)
  return (await Promise.all(inside.map(below))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** Browsers give a hundred at a time, and none when there are no more. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
