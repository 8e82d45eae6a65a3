import { button } from './dom.js'

/** Milliseconds that a button says that it did its work. */
const SAID = 1600

/** A button that copies a text, and says so to eyes and ears. */
export function copyButton(text: () => string, label: string, what: string): HTMLButtonElement {
  return button(
    label,
    async (self) => {
      const isCopied = await copy(text())
      self.textContent = isCopied ? 'Copied' : 'Press Ctrl+C'
      announce(isCopied ? `${what} copied` : `${what} could not be copied`)
      setTimeout(() => {
        self.textContent = label
      }, SAID)
    },
    { class: 'copy', 'aria-label': `${label}: ${what}` },
  )
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** For pages without the clipboard's permission: plain http, an old browser. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'offscreen'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}

/** Says something to screen readers. */
export function announce(text: string): void {
  const live = document.getElementById('said')
  if (live !== null) live.textContent = text
}
