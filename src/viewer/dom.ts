/** What an element is made of: attributes, and listeners as functions. */
export type Properties = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void)>
>

export type Child = Node | string | undefined

const SVG = 'http://www.w3.org/2000/svg'

/** An element of HTML. Texts become text nodes, so no text is ever markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  children: readonly Child[] | Child = [],
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), properties, children)
}

/** An element of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  children: readonly Child[] | Child = [],
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), properties, children)
}

function filled<E extends Element>(
  element: E,
  properties: Properties,
  children: readonly Child[] | Child,
): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value))
  }
  const list: readonly Child[] = Array.isArray(children) ? children : [children as Child]
  for (const child of list) if (child !== undefined && child !== '') element.append(child)
  return element
}

/** `1 host`, `10,000 hosts`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** Digits in groups of three, in every language of the browser. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

let announcer: HTMLElement | undefined

/** Says a sentence to readers of the screen. */
export function announce(text: string): void {
  if (announcer === undefined) {
    announcer = el('p', { class: 'unseen', role: 'status' })
    document.body.append(announcer)
  }
  announcer.textContent = text
}
