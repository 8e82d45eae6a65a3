import { Client } from './client.js'
import { announce, copyButton } from './copy.js'
import { button, byId, h } from './dom.js'
import { takeFiles } from './files.js'
import { Form } from './form.js'
import type { Answer, Question } from './protocol.js'
import { emptyQuestion } from './question.js'
import { fromFragment, LinkError, LONG_LINK, LONGEST_LINK, toFragment } from './share.js'
import { answerView, clearView } from './view/answer.js'

/** Put in by the build. */
declare const WORKER_SOURCE: string
declare const EXAMPLES: readonly { readonly title: string; readonly question: Partial<Question> }[]
declare const PLATFORM_NAMES: Readonly<Record<string, string>>
declare const VERIFIERS: readonly string[]

/** Milliseconds of quiet before what is typed is judged. */
const QUIET = 120

const problem = byId('problem', HTMLElement)
const client = new Client(WORKER_SOURCE, {
  answered: show,
  failed: (message) => tell(`This should not have happened: ${message}`),
})
let timer: ReturnType<typeof setTimeout> | undefined
const form = new Form({ verifiers: VERIFIERS, names: PLATFORM_NAMES }, changed)

function changed(): void {
  clearTimeout(timer)
  tell('')
  byId('link', HTMLElement).replaceChildren()
  timer = setTimeout(ask, QUIET)
}

function ask(): void {
  const question = form.question()
  document.body.classList.toggle('is-empty', question.pastes.length === 0)
  if (question.pastes.length === 0) {
    form.showFaults([])
    clearView()
    return
  }
  byId('results', HTMLElement).setAttribute('aria-busy', 'true')
  client.ask(question)
}

function show(answer: Answer): void {
  byId('results', HTMLElement).setAttribute('aria-busy', 'false')
  form.showFaults(answer.faults)
  answerView(answer, {
    rows: (query) => client.rows(query),
    addVip: (address) => form.addVip(address),
    nameOf,
  })
  const system = nameOf(answer.platform)
  announce(`${system}. ${answer.summary}.`)
}

function nameOf(platform: string | null): string {
  return platform === null ? 'System not recognised' : (PLATFORM_NAMES[platform] ?? platform)
}

function tell(text: string): void {
  problem.textContent = text
  problem.hidden = text === ''
}

async function share(): Promise<void> {
  const [base = ''] = location.href.split('#')
  const link = base + (await toFragment(form.question()))
  const size = `${link.length.toLocaleString('en')} characters`
  if (link.length > LONGEST_LINK) {
    tell(`A link would have ${size}; browsers take no more than 2,000,000. Send the files instead.`)
    return
  }
  const field = h('input', {
    readonly: true,
    value: link,
    'aria-label': 'Link with the captures in it',
  })
  const warning = link.length > LONG_LINK ? ' Mail and chat programs may cut a link this long.' : ''
  byId('link', HTMLElement).replaceChildren(
    h('div', { class: 'link-row' }, [field, copyButton(() => link, 'Copy link', 'the link')]),
    h('p', { class: 'hint' }, [
      `${size}.${warning} Whoever has the link has the captures: they stand in its part behind the #, which browsers send to no server.`,
    ]),
  )
  field.select()
}

async function load(): Promise<void> {
  try {
    const question = await fromFragment(location.hash)
    if (question !== undefined) form.set(question)
  } catch (error) {
    if (!(error instanceof LinkError)) throw error
    tell(`The link could not be opened: ${error.message}.`)
  }
}

byId('examples', HTMLElement).append(
  ...EXAMPLES.map(({ title, question }) =>
    h('li', {}, [
      button(title, () => form.set({ ...emptyQuestion, ...question }), { class: 'chip' }),
    ]),
  ),
)
byId('actions', HTMLElement).append(
  button('Make a link', () => void share()),
  button('Start over', () => {
    form.set(emptyQuestion)
    byId('text', HTMLElement).focus()
  }),
)
takeFiles({ read: (pastes) => form.add(pastes), failed: tell })
window.addEventListener('hashchange', () => void load())
void load()
