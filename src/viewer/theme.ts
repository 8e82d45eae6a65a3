import { el } from './dom.js'

const NAMES = { auto: 'as the system', light: 'light', dark: 'dark' } as const
type Theme = keyof typeof NAMES

/** A choice of dark and light; the system's own where none is made. */
export function themeChoice(): HTMLElement {
  const options = Object.entries(NAMES).map(([value, name]) => el('option', { value }, name))
  const field = el('select', { id: 'theme' }, options)
  const apply = (): void => {
    const chosen = field.value as Theme
    if (chosen === 'auto') document.documentElement.removeAttribute('data-theme')
    else document.documentElement.setAttribute('data-theme', chosen)
  }
  field.addEventListener('change', apply)
  return el('label', { class: 'theme' }, [el('span', {}, 'Colours'), field])
}
