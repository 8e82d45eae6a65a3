import { copyButton } from '../copy.js'
import { byId, h } from '../dom.js'
import type { Question } from '../protocol.js'
import { LinkError, LONG_LINK, LONGEST_LINK, toFragment } from '../share.js'

/** Shows a link that holds everything that is filled in, or tells why there is none. */
export async function linkView(question: Question, tell: (text: string) => void): Promise<void> {
  try {
    show(await linkOf(question))
  } catch (error) {
    if (!(error instanceof LinkError)) throw error
    tell(`No link could be made: ${error.message}.`)
  }
}

async function linkOf(question: Question): Promise<string> {
  if (question.pastes.length === 0) throw new LinkError('there is no capture yet')
  const [base = ''] = location.href.split('#')
  const link = base + (await toFragment(question))
  if (link.length <= LONGEST_LINK) return link
  const most = LONGEST_LINK.toLocaleString('en')
  throw new LinkError(
    `it would have ${sizeOf(link)}, and browsers take no more than ${most}. Send the files instead`,
  )
}

function sizeOf(link: string): string {
  return `${link.length.toLocaleString('en')} characters`
}

function show(link: string): void {
  const label = 'Link with the captures in it'
  const field = h('input', { readonly: true, value: link, 'aria-label': label })
  const warning = link.length > LONG_LINK ? ' Mail and chat programs may cut a link this long.' : ''
  byId('link', HTMLElement).replaceChildren(
    h('div', { class: 'link-row' }, [field, copyButton(() => link, 'Copy link', 'the link')]),
    h('p', { class: 'hint' }, [
      `${sizeOf(link)}.${warning} Whoever has the link has the captures: they stand in its part behind the #, which browsers send to no server.`,
    ]),
  )
  field.select()
}
