import { h } from '../dom.js'

/** The little Markdown that the rules' own texts use: headings, paragraphs, code. */
export function markdown(text: string): HTMLElement[] {
  return text.split(/\n\n+|\n(?=## )/).flatMap((block) => {
    const [, heading, rest] = /^## ([^\n]*)\n?([\s\S]*)$/.exec(block) ?? []
    if (heading === undefined) return [paragraph(block)]
    const title = h('h4', {}, [heading])
    return rest === undefined || rest === '' ? [title] : [title, paragraph(rest)]
  })
}

function paragraph(text: string): HTMLElement {
  const parts = text.replaceAll('\n', ' ').split('`')
  return h(
    'p',
    {},
    parts.map((part, index) => (index % 2 === 1 ? h('code', {}, [part]) : part)),
  )
}
