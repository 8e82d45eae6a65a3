import { stem } from '../snapshot/command-name.js'
import { button, byId, h } from './dom.js'
import { FreeNames } from './free-names.js'
import type { Paste } from './protocol.js'

/** Characters beyond which a text area would hold the page up. */
const LONG = 200_000
/** Lines of a long text that are shown instead. */
const SHOWN = 200

/** What others do about the captures. */
export interface PasteListener {
  /** A paste is judged at once, what is typed after a moment. */
  readonly changed: (isWhole: boolean) => void
  readonly chosen: (host: string) => void
  /** The text of a file in another encoding. */
  readonly again: (bytes: Uint8Array, encoding: string) => Promise<string>
}

/** The captures: a text area for one of them, and a list of all. */
export class Pastes {
  private readonly area = byId('text', HTMLTextAreaElement)
  private readonly chips = byId('pastes', HTMLElement)
  private readonly long = byId('long', HTMLElement)
  private readonly host = byId('paste-host', HTMLInputElement)
  private readonly encoding = byId('encoding', HTMLSelectElement)
  private readonly listener: PasteListener
  private list: Paste[] = []
  private active = 0

  constructor(encodings: readonly string[], listener: PasteListener) {
    this.listener = listener
    this.encoding.append(...encodings.map((name) => h('option', { value: name }, [name])))
    this.area.addEventListener('input', () => this.typed(this.area.value, false))
    this.area.addEventListener('paste', (event) => this.pasted(event))
    document.addEventListener('paste', (event) => this.pastedBeside(event))
    this.host.addEventListener('change', () => this.moved(this.host.value.trim()))
    this.encoding.addEventListener('change', () => void this.readAgain(this.encoding.value))
    byId('add', HTMLElement).append(button('Add another capture', () => this.addEmpty()))
  }

  /** The captures that have a text. */
  get all(): readonly Paste[] {
    return this.list.filter(({ text }) => text !== '')
  }

  set(pastes: readonly Paste[]): void {
    this.list = []
    const names = new FreeNames()
    for (const one of pastes) this.list.push({ ...one, name: names.give(one.name) })
    this.active = 0
    this.show()
  }

  /** Adds captures; empty ones make room. What nothing names is of the host that is looked at. */
  add(pastes: readonly Paste[]): void {
    if (pastes.length === 0) return
    const host = this.list[this.active]?.host ?? ''
    this.list = this.list.filter(({ text }) => text !== '')
    const first = this.list.length
    const names = new FreeNames(this.list.map(({ name }) => name))
    for (const one of pastes)
      this.list.push({ ...one, name: names.give(one.name), host: one.host || host })
    this.active = first
    this.show()
    this.listener.changed(true)
  }

  /** Shows the first capture of a host, where one was given to it. */
  choose(host: string): void {
    if (this.list[this.active]?.host === host) return
    const index = this.list.findIndex((one) => one.host === host)
    if (index < 0) return
    this.active = index
    this.show()
  }

  private typed(text: string, isWhole: boolean): void {
    const { source: _, ...old } = this.list[this.active] ?? {
      name: this.freeName('capture'),
      host: '',
    }
    this.list[this.active] = { ...old, text }
    this.fields()
    this.listener.changed(isWhole)
  }

  private change(what: Partial<Paste>): void {
    const old = this.list[this.active]
    if (old === undefined) return
    this.list[this.active] = { ...old, ...what }
    this.show()
    this.listener.changed(true)
  }

  /** Gives all captures to one host, or each to a host of its own. */
  private regroup(): void {
    const host = this.list[this.active]?.host ?? ''
    const name = this.areApart ? host || 'host' : undefined
    this.list = this.list.map((one) => ({ ...one, host: name ?? stem(one.name) }))
    this.show()
    this.listener.changed(true)
    byId('regroup', HTMLElement).querySelector('button')?.focus()
  }

  private get areApart(): boolean {
    return new Set(this.list.map(({ host }) => host)).size > 1
  }

  private moved(host: string): void {
    this.change({ host })
    this.listener.chosen(host)
  }

  private async readAgain(encoding: string): Promise<void> {
    const paste = this.list[this.active]
    if (paste?.source === undefined) return
    const { bytes } = paste.source
    const text = await this.listener.again(bytes, encoding)
    // Another capture may have been chosen in between.
    this.active = Math.max(0, this.list.indexOf(paste))
    this.change({ text, source: { bytes, encoding, isGuess: false } })
  }

  /** A long text never gets into the text area, which lays out every line of it. */
  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text === '') return
    const { selectionStart, selectionEnd, value, readOnly } = this.area
    const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)]
    // A table that is pasted behind another must not begin on the other's last line.
    const isTable = text.includes('\n')
    const gap = isTable && /[^\n]$/.test(before) ? '\n' : ''
    const whole = readOnly ? text : before + gap + text + after
    if (whole.length <= LONG && gap === '') {
      setTimeout(() => this.listener.changed(true))
      return
    }
    event.preventDefault()
    this.typed(whole, true)
    this.show()
    this.area.setSelectionRange(
      before.length + gap.length + text.length,
      whole.length - after.length,
    )
  }

  /** A paste that goes into no field is a capture. */
  private pastedBeside(event: ClipboardEvent): void {
    const { target, clipboardData } = event
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
    const text = clipboardData?.getData('text/plain') ?? ''
    if (text === '') return
    event.preventDefault()
    this.add([{ name: 'capture', text, host: '' }])
  }

  private addEmpty(): void {
    const host = this.list[this.active]?.host ?? ''
    this.list = this.list.filter(({ text }) => text !== '')
    this.active = this.list.length
    this.list.push({ name: this.freeName('capture'), text: '', host })
    this.show()
    this.area.focus()
  }

  private remove(index: number): void {
    this.list.splice(index, 1)
    this.active = Math.max(0, Math.min(this.active, this.list.length - 1))
    this.show()
    this.listener.changed(true)
    this.area.focus()
  }

  private freeName(name: string): string {
    return new FreeNames(this.list.map((one) => one.name)).give(name)
  }

  private show(): void {
    const text = this.list[this.active]?.text ?? ''
    const isLong = text.length > LONG
    this.area.value = isLong ? firstLines(text) : text
    this.area.readOnly = isLong
    this.long.textContent = isLong
      ? `A long capture: its first ${SHOWN} lines are shown here, all of it is read.`
      : ''
    this.chips.replaceChildren(...this.list.map((one, index) => this.chip(one, index)))
    this.chips.hidden = this.list.length === 0
    this.fields()
  }

  /** The fields about the one capture that is shown; each only where it makes a difference. */
  private fields(): void {
    const paste = this.list[this.active]
    this.host.value = paste?.host ?? ''
    const label = this.areApart ? 'All are of one host' : 'Each is of another host'
    byId('regroup', HTMLElement).replaceChildren(
      ...(this.list.length < 2 ? [] : [button(label, () => this.regroup(), { class: 'chip' })]),
    )
    byId('host-field', HTMLElement).hidden =
      this.list.length < 2 && (paste === undefined || paste.host === '')
    byId('encoding-field', HTMLElement).hidden = paste?.source === undefined
    if (paste?.source === undefined) return
    const { encoding, isGuess } = paste.source
    byId('encoding-hint', HTMLElement).textContent = isGuess
      ? 'A guess: choose another where letters look wrong.'
      : ''
    this.encoding.value = encoding
    // A file can be of two encodings, one behind the other.
    if (this.encoding.selectedIndex < 0) {
      this.encoding.append(h('option', { value: encoding }, [encoding]))
      this.encoding.value = encoding
    }
  }

  private chip({ name }: Paste, index: number): HTMLElement {
    const isActive = index === this.active
    const choose = button(name, () => this.activate(index), { 'aria-pressed': String(isActive) })
    const drop = button('×', () => this.remove(index), { 'aria-label': `Remove ${name}` })
    return h('li', { class: isActive ? 'is-active' : '' }, [choose, drop])
  }

  private activate(index: number): void {
    this.active = index
    this.show()
    // The button was made anew, and must not lose the keyboard.
    this.chips.querySelectorAll('li')[index]?.querySelector('button')?.focus()
    this.listener.chosen(this.list[index]?.host ?? '')
  }
}

function firstLines(text: string): string {
  let end = 0
  for (let i = 0; i < SHOWN && end >= 0; i++) end = text.indexOf('\n', end + 1)
  return end < 0 ? text.slice(0, LONG) : text.slice(0, Math.min(end, LONG))
}
