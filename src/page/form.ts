import { forwardings, roles } from '../model/host.js'
import { platforms } from '../model/platform.js'
import { button, byId, h } from './dom.js'
import type { Fault, Paste, Question } from './protocol.js'
import { emptyQuestion } from './question.js'

/** Characters beyond which a text area would hold the page up. */
const LONG = 200_000
/** Lines of a long text that are shown instead. */
const SHOWN = 200

type Field = Exclude<keyof Question, 'pastes'>

const FIELDS = [
  'vips',
  'role',
  'platform',
  'version',
  'forwarding',
  'servers',
  'balancers',
  'from',
] as const satisfies readonly Field[]

/** What the form offers, with what people call it. */
export interface Lists {
  readonly verifiers: readonly string[]
  readonly names: Readonly<Record<string, string>>
}

/** The form: what a person pastes, drops and types. */
export class Form {
  private readonly area = byId('text', HTMLTextAreaElement)
  private readonly chips = byId('pastes', HTMLElement)
  private readonly long = byId('long', HTMLElement)
  private readonly changed: () => void
  private pastes: Paste[] = []
  private active = 0

  constructor({ verifiers, names }: Lists, changed: () => void) {
    this.changed = changed
    options('role', roles)
    options('platform', platforms, names)
    options('forwarding', forwardings)
    options('from', verifiers, names)
    for (const field of FIELDS) control(field).addEventListener('input', changed)
    this.area.addEventListener('input', () => this.typed(this.area.value))
    this.area.addEventListener('paste', (event) => this.pasted(event))
    byId('add', HTMLElement).append(button('Add another capture', () => this.addEmpty()))
    this.set(emptyQuestion)
  }

  question(): Question {
    const values = Object.fromEntries(FIELDS.map((field) => [field, control(field).value]))
    return { ...emptyQuestion, ...values, pastes: this.pastes.filter(({ text }) => text !== '') }
  }

  set(question: Question): void {
    for (const field of FIELDS) {
      const element = control(field)
      element.value = question[field]
      // A link may name what a list does not have.
      if (element instanceof HTMLSelectElement && element.selectedIndex < 0)
        element.value = emptyQuestion[field]
    }
    this.pastes = []
    for (const one of question.pastes) this.pastes.push({ ...one, name: this.freeName(one.name) })
    this.active = 0
    this.show()
    this.changed()
  }

  /** Adds captures from files; an empty one makes room. */
  add(pastes: readonly Paste[]): void {
    if (pastes.length === 0) return
    this.pastes = this.pastes.filter(({ text }) => text !== '')
    for (const one of pastes) this.pastes.push({ ...one, name: this.freeName(one.name) })
    this.active = this.pastes.length - 1
    this.show()
    this.changed()
  }

  addVip(address: string): void {
    const vips = control('vips')
    vips.value = `${vips.value} ${address}`.trim()
    this.changed()
  }

  /** Says at the fields what of them could not be taken. */
  showFaults(faults: readonly Fault[]): void {
    for (const field of ['vips', 'servers', 'balancers'] as const) {
      const said = faults.filter((fault) => fault.field === field).map(({ message }) => message)
      byId(`${field}-fault`, HTMLElement).textContent = said.join('; ')
      control(field).setAttribute('aria-invalid', String(said.length > 0))
    }
  }

  private typed(text: string): void {
    const name = this.pastes[this.active]?.name ?? this.freeName('capture')
    this.pastes[this.active] = { name, text }
    this.changed()
  }

  /** A long text never gets into the text area, which lays out every line of it. */
  private pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.length <= LONG) return
    event.preventDefault()
    this.typed(text)
    this.show()
  }

  private addEmpty(): void {
    this.pastes = this.pastes.filter(({ text }) => text !== '')
    this.active = this.pastes.length
    this.pastes.push({ name: this.freeName('capture'), text: '' })
    this.show()
    this.area.focus()
  }

  private remove(index: number): void {
    this.pastes.splice(index, 1)
    this.active = Math.max(0, Math.min(this.active, this.pastes.length - 1))
    this.show()
    this.changed()
    this.area.focus()
  }

  private freeName(name: string): string {
    const isTaken = (text: string) => this.pastes.some((one) => one.name === text)
    let free = name
    for (let i = 2; isTaken(free); i++) free = `${name} (${i})`
    return free
  }

  private show(): void {
    const text = this.pastes[this.active]?.text ?? ''
    const isLong = text.length > LONG
    this.area.value = isLong ? firstLines(text) : text
    this.area.readOnly = isLong
    this.long.textContent = isLong
      ? `A long capture: its first ${SHOWN} lines are shown here, all of it is read.`
      : ''
    this.chips.replaceChildren(...this.pastes.map((one, index) => this.chip(one, index)))
    this.chips.hidden = this.pastes.length === 0
  }

  private chip({ name }: Paste, index: number): HTMLElement {
    const isActive = index === this.active
    const choose = button(
      name,
      () => {
        this.active = index
        this.show()
      },
      { 'aria-pressed': String(isActive) },
    )
    const drop = button('×', () => this.remove(index), { 'aria-label': `Remove ${name}` })
    return h('li', { class: isActive ? 'is-active' : '' }, [choose, drop])
  }
}

function control(field: Field): HTMLInputElement | HTMLSelectElement {
  const found = document.getElementById(field)
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found
  throw new Error(`the page has no field #${field}`)
}

function options(
  field: Field,
  values: readonly string[],
  names: Readonly<Record<string, string>> = {},
): void {
  control(field).append(...values.map((value) => h('option', { value }, [names[value] ?? value])))
}

function firstLines(text: string): string {
  let end = 0
  for (let i = 0; i < SHOWN && end >= 0; i++) end = text.indexOf('\n', end + 1)
  return end < 0 ? text.slice(0, LONG) : text.slice(0, Math.min(end, LONG))
}
