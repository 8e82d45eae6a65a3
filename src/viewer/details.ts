import type { PageData } from '../report/html-data.js'
import { counted, el } from './dom.js'
import type { Listed } from './fleet.js'
import { hostDetails } from './host.js'

/** Hosts whose details are shown at once. */
const PAGE = 10
/** Hosts whose details are printed. */
const PRINTED = 200

/** The part of the page with the details of one host, or of the hosts that the filter leaves. */
export interface Details {
  readonly element: HTMLElement
  /** Shows one host among its neighbours and leads there. */
  readonly showOne: (one: Listed, among: readonly Listed[]) => void
  /** Shows the hosts with something to tell, a page at a time. */
  readonly showMany: (hosts: readonly Listed[]) => void
}

/** An empty part for details. */
export function detailsPart(data: PageData): Details {
  const body = el('div')
  const element = el('section', { 'aria-labelledby': 'details' }, [
    el('h2', { id: 'details' }, 'Details'),
    body,
  ])
  let many: readonly Listed[] = []
  const showMany = (hosts: readonly Listed[]): void => {
    many = hosts.filter(({ state }) => state !== 'clean')
    const none = el('p', {}, 'Nothing was found on these hosts. Choose one to see its tables.')
    body.replaceChildren(...(many.length === 0 ? [none] : []))
    appendPage(body, many, data)
  }
  const showOne = (one: Listed, among: readonly Listed[]): void => {
    many = [one]
    const details = hostDetails(one, data)
    body.replaceChildren(neighbours(one, among), details)
    const head = details.querySelector('h3')
    head?.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'start' })
  }
  addEventListener('beforeprint', () => {
    const shown = body.querySelectorAll('article').length
    for (const one of many.slice(shown, PRINTED)) body.append(hostDetails(one, data))
    body.querySelector('.page')?.remove()
    const left = many.length - PRINTED
    if (left > 0) body.append(el('p', {}, `${counted(left, 'more host')} not printed.`))
  })
  return { element, showOne, showMany }
}

function appendPage(body: HTMLElement, hosts: readonly Listed[], data: PageData): void {
  for (const one of hosts.slice(0, PAGE)) body.append(hostDetails(one, data))
  const rest = hosts.slice(PAGE)
  if (rest.length === 0) return
  const more = (): void => {
    const last = body.lastElementChild
    appendPage(body, rest, data)
    const next = last?.nextElementSibling?.querySelector('h3')
    last?.remove()
    next?.focus()
  }
  const label = `Show ${Math.min(PAGE, rest.length)} more of ${counted(rest.length, 'host')}`
  body.append(el('p', { class: 'page' }, el('button', { type: 'button', click: more }, label)))
}

function neighbours(one: Listed, among: readonly Listed[]): HTMLElement {
  const at = among.indexOf(one)
  const link = (to: Listed | undefined, word: string): HTMLElement | undefined =>
    to === undefined ? undefined : el('a', { href: to.link }, word)
  return el('nav', { 'aria-label': 'Hosts before and after' }, [
    el('a', { href: '#hosts' }, '↑ All hosts'),
    link(at > 0 ? among[at - 1] : undefined, '← Before'),
    link(at >= 0 ? among[at + 1] : undefined, 'After →'),
  ])
}
