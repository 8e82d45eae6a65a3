import { decodeBytes } from './decode.js'
import { byId } from './dom.js'
import type { Paste } from './protocol.js'

/** Bytes of one file that are read. */
const MOST_BYTES = 64 * 1024 * 1024

/** What happens with files that were chosen or dropped. */
export interface FileListener {
  readonly read: (pastes: readonly Paste[]) => void
  readonly failed: (message: string) => void
}

/** Takes files from the button and from a drop anywhere on the page. */
export function takeFiles(listener: FileListener): void {
  const input = byId('files', HTMLInputElement)
  input.addEventListener('change', async () => {
    await readAll([...(input.files ?? [])], listener)
    input.value = ''
  })
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    document.body.classList.add('is-dragging')
  })
  for (const name of ['dragleave', 'dragend', 'drop'] as const)
    document.addEventListener(name, () => document.body.classList.remove('is-dragging'))
  document.addEventListener('drop', async (event) => {
    const { files, items } = event.dataTransfer ?? {}
    if (files === undefined || items === undefined) return
    // Text that is dragged into the text area is the browser's own business.
    if (files.length === 0 && event.target instanceof HTMLTextAreaElement) return
    event.preventDefault()
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    if (files.length > 0) await readAll([...files], listener)
    else if (text !== '') listener.read([{ name: 'dropped text', text }])
  })
}

async function readAll(files: readonly File[], { read, failed }: FileListener): Promise<void> {
  const pastes: Paste[] = []
  const faults: string[] = []
  for (const file of files) {
    try {
      if (file.size > MOST_BYTES) throw new Error('larger than 64 MB')
      const { text } = decodeBytes(new Uint8Array(await file.arrayBuffer()))
      pastes.push({ name: file.name, text })
    } catch (error) {
      // A folder is given as a file that cannot be read.
      const why = error instanceof Error && error.message !== '' ? error.message : 'not readable'
      faults.push(`${file.name}: ${why}`)
    }
  }
  read(pastes)
  if (faults.length > 0) failed(`Not read: ${faults.join('; ')}`)
}
