import { forwardings, roles } from '../model/host.js'
import { platforms } from '../model/platform.js'
import { byId, h } from './dom.js'
import { Pastes } from './pastes.js'
import type { Answer, ClusterFields, HostFields, Paste, Question, ReadFiles } from './protocol.js'
import { acceptances, emptyFields, emptyQuestion } from './question.js'

const CLUSTER = ['vips', 'servers', 'balancers', 'from'] as const
const HOST = [
  'role',
  'platform',
  'version',
  'forwarding',
  'acceptsBy',
  'step',
  'loopbacks',
  'wpar',
] as const satisfies readonly (keyof HostFields)[]

/** Fields that can be filled in wrongly; each has a place for what is wrong. */
const CHECKED = ['vips', 'servers', 'balancers', 'loopbacks'] as const

const WORDS: Readonly<Record<string, string>> = {
  standby: 'standby balancer',
  mac: 'hardware address',
  nat: 'address translation',
  encap: 'a tunnel',
  alias: 'an alias',
  'nat-redirect': 'a redirect rule',
}

/** What the form offers, with what people call it. */
export interface Lists {
  readonly verifiers: readonly string[]
  readonly encodings: readonly string[]
  readonly names: Readonly<Record<string, string>>
}

/** What others do about the form. */
export interface FormListener {
  readonly changed: (isWhole: boolean) => void
  readonly again: (bytes: Uint8Array, encoding: string) => Promise<string>
}

/** The form: what a person pastes, drops and types. */
export class Form {
  private readonly pastes: Pastes
  private readonly changed: FormListener['changed']
  private hosts: Record<string, Partial<HostFields>> = {}
  /** The host that is looked at, and the one that was asked for; without one it is the worst. */
  private key = ''
  private wanted = ''

  constructor({ verifiers, encodings, names }: Lists, { changed, again }: FormListener) {
    this.changed = changed
    options('role', roles)
    options('platform', platforms, names)
    options('forwarding', forwardings)
    options('acceptsBy', acceptances)
    options('from', verifiers, names)
    const chosen = (host: string) => this.look(host)
    this.pastes = new Pastes(encodings, { changed, chosen, again })
    for (const field of CLUSTER) control(field).addEventListener('input', () => changed(false))
    for (const field of HOST)
      control(field).addEventListener('input', () => this.said(field, control(field).value))
    this.set(emptyQuestion)
  }

  question(): Question {
    const cluster = Object.fromEntries(CLUSTER.map((field) => [field, control(field).value]))
    return {
      ...emptyQuestion,
      ...cluster,
      // The bytes of files stay here: they would be copied with every question.
      pastes: this.pastes.all.map(({ source: _, ...one }) => one),
      hosts: this.hosts,
      shown: this.wanted,
    }
  }

  set(question: Question): void {
    for (const field of CLUSTER) fill(field, question[field], emptyQuestion[field])
    this.hosts = { ...question.hosts }
    this.wanted = question.shown
    this.about(question.shown)
    this.pastes.set(question.pastes)
    this.pastes.choose(question.shown)
    this.changed(true)
  }

  /** Adds captures from files, with what the files say of their hosts and the cluster; what was typed stays. */
  add({ pastes, hosts, cluster }: Omit<ReadFiles, 'problems'>): void {
    for (const field of CLUSTER)
      if (control(field).value === '') fill(field, cluster[field] ?? '', emptyQuestion[field])
    for (const [key, fields] of Object.entries(hosts))
      this.hosts[key] = { ...fields, ...this.hosts[key] }
    const [first] = pastes
    // Several hosts at once: the worst of them is looked at.
    if (pastes.some(({ host }) => host !== first?.host)) this.wanted = ''
    else if (first?.host) this.wanted = first.host
    this.about(this.key)
    this.pastes.add(pastes)
  }

  addText(text: string): void {
    const paste: Paste = { name: 'capture', text, host: '' }
    this.pastes.add([paste])
  }

  addVip(address: string): void {
    const vips = control('vips')
    vips.value = [...vips.value.split(/[\s,;]+/), address].filter((one) => one !== '').join(', ')
    this.changed(true)
  }

  /** Looks at a host, both in the form and in the results. */
  look(key: string): void {
    this.wanted = key
    if (key === this.key) return
    this.pastes.choose(key)
    this.changed(true)
  }

  /** Says which hosts there are, and at the fields what of them could not be taken. */
  answered({ faults, hosts, shown }: Pick<Answer, 'faults' | 'hosts' | 'shown'>): void {
    for (const field of CHECKED) {
      const said = faults.filter((fault) => fault.field === field).map(({ message }) => message)
      byId(`${field}-fault`, HTMLElement).textContent = said.join('; ')
      control(field).setAttribute('aria-invalid', String(said.length > 0))
    }
    const name = hosts.find(({ key }) => key === shown)?.name ?? ''
    const legend = byId('host-legend', HTMLElement)
    legend.textContent = hosts.length > 1 ? `About ${name}` : 'About the host'
    legend.classList.toggle('offscreen', hosts.length < 2)
    byId('host-names', HTMLElement).replaceChildren(
      ...hosts.filter(({ key }) => key !== '').map(({ key }) => h('option', { value: key })),
    )
    this.about(shown)
    // The text that is being typed in stays, whichever host is the worst by now.
    if (document.activeElement?.id !== 'text') this.pastes.choose(shown)
  }

  private said(field: keyof HostFields, value: string): void {
    this.wanted = this.key
    this.hosts[this.key] = { ...this.hosts[this.key], [field]: value }
    this.changed(false)
  }

  /** Fills the fields of a host with what is known of it; a field that is being typed in is left alone. */
  private about(key: string): void {
    this.key = key
    const fields = { ...emptyFields, ...this.hosts[key] }
    for (const field of HOST)
      if (control(field).value !== fields[field]) fill(field, fields[field], emptyFields[field])
  }
}

type Field = keyof HostFields | keyof ClusterFields

function control(field: Field): HTMLInputElement | HTMLSelectElement {
  const found = document.getElementById(field)
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found
  throw new Error(`the page has no field #${field}`)
}

/** A link may name what a list does not have. */
function fill(field: Field, value: string, other: string): void {
  const element = control(field)
  element.value = value
  if (element instanceof HTMLSelectElement && element.selectedIndex < 0) element.value = other
}

function options(
  field: Field,
  values: readonly string[],
  names: Readonly<Record<string, string>> = WORDS,
): void {
  control(field).append(...values.map((value) => h('option', { value }, [names[value] ?? value])))
}
