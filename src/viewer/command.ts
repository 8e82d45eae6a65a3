import { announce, el } from './dom.js'

/** A command with a button that copies it. */
export function command(text: string, what: string): HTMLElement {
  const code = el('code', {}, text)
  const button = el(
    'button',
    { type: 'button', class: 'copy', 'aria-label': `Copy: ${what}` },
    'Copy',
  )
  button.addEventListener('click', () => {
    void copied(text, code).then((done) => {
      button.textContent = done ? 'Copied' : 'Marked'
      announce(done ? 'Copied' : 'The command is marked; copy it with the keyboard')
      setTimeout(() => {
        button.textContent = 'Copy'
      }, 2000)
    })
  })
  return el('div', { class: 'command' }, [el('pre', { tabindex: '0' }, code), button])
}

/** A file that was opened from a disk may not write to the clipboard in every browser: the text is marked then. */
async function copied(text: string, code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const range = document.createRange()
    range.selectNodeContents(code)
    const selection = getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
    return document.execCommand('copy')
  }
}
