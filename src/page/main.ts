import { Client } from './client.js'
import { announce } from './copy.js'
import { button, byId, h } from './dom.js'
import { takeFiles } from './files.js'
import { Form } from './form.js'
import { PageHistory } from './history.js'
import type { Answer, GivenFile, Question } from './protocol.js'
import { emptyQuestion } from './question.js'
import { fromFragment, LinkError } from './share.js'
import { answerView, clearView } from './view/answer.js'
import { linkView } from './view/link.js'

/** An example, under the name that its link has. */
interface Example {
  readonly id: string
  readonly title: string
  readonly question: Partial<Question>
}

/** Put in by the build. */
declare const WORKER_SOURCE: string
declare const EXAMPLES: readonly Example[]
declare const PLATFORM_NAMES: Readonly<Record<string, string>>
declare const VERIFIERS: readonly string[]
declare const ENCODINGS: readonly string[]

/** Milliseconds of quiet before what is typed is judged. */
const QUIET = 120

const problem = byId('problem', HTMLElement)
const results = byId('results', HTMLElement)
const client = new Client(WORKER_SOURCE, {
  answered: show,
  failed: (message) => {
    results.setAttribute('aria-busy', 'false')
    tell(`This should not have happened: ${message}`)
  },
})
/** True for what was not read: it is told until other files are given. */
let isLasting = false
let timer: ReturnType<typeof setTimeout> | undefined
/** True while the address says what is filled in. */
let isLinked = false
const form = new Form(
  { verifiers: VERIFIERS, encodings: ENCODINGS, names: PLATFORM_NAMES },
  { changed, again: (bytes, encoding) => client.again(bytes, encoding) },
)
const pages = new PageHistory({
  current: () => form.question(),
  back: (question) => form.set(question),
  open: (fragment) => void open(fragment),
})

function changed(isWhole: boolean): void {
  clearTimeout(timer)
  if (!isLasting) tell('')
  byId('link', HTMLElement).replaceChildren()
  timer = setTimeout(ask, isWhole ? 0 : QUIET)
}

function ask(): void {
  const question = form.question()
  const isEmpty = question.pastes.length === 0
  if (!isLinked) {
    pages.leaveLink()
    // The results are the next that a telephone shows; who looks at examples may want another.
    byId('examples-box', HTMLDetailsElement).open = isEmpty
  }
  isLinked = false
  document.body.classList.toggle('is-empty', isEmpty)
  if (!isEmpty) {
    results.setAttribute('aria-busy', 'true')
    client.ask(question)
    return
  }
  client.stop()
  results.setAttribute('aria-busy', 'false')
  form.answered({ faults: [], hosts: [], shown: '' })
  clearView()
  byId('jump', HTMLElement).hidden = true
}

function show(answer: Answer): void {
  results.setAttribute('aria-busy', 'false')
  form.answered(answer)
  answerView(answer, {
    rows: (query) => client.rows(query),
    addVip: (address) => form.addVip(address),
    look: (key) => form.look(key),
    nameOf,
  })
  const { hosts, total, platform, summary, shown } = answer
  const name = hosts.find(({ key }) => key === shown)?.name ?? ''
  const one = `${nameOf(platform)}. ${summary}.`
  announce(hosts.length > 1 ? `${total}. ${name}: ${one}` : one)
  jumpTo(hosts.length > 1 ? total.replace(/^\d+ hosts checked: /, '') : summary)
}

/** Where the results stand below the form, a button that stays in sight says what they are, and leads there. */
function jumpTo(summary: string): void {
  const jump = byId('jump', HTMLElement)
  jump.replaceChildren(
    button(`Show the results: ${summary}`, () => {
      results.focus()
      results.scrollIntoView()
    }),
  )
  jump.hidden = false
}

function nameOf(platform: string | null): string {
  return platform === null ? 'System not recognised' : (PLATFORM_NAMES[platform] ?? platform)
}

function tell(text: string, lasts = false): void {
  isLasting = lasts
  problem.textContent = text
  problem.hidden = text === ''
}

/** What a fragment of the address stands for: nothing, an example, a link with captures. */
async function open(fragment: string): Promise<void> {
  const example = EXAMPLES.find(({ id }) => fragment === `#${id}`)
  try {
    const question = example?.question ?? (await fromFragment(fragment))
    if (question === undefined) return
    isLinked = true
    tell('')
    form.set({ ...emptyQuestion, ...question })
  } catch (error) {
    if (!(error instanceof LinkError)) throw error
    tell(`The link could not be opened: ${error.message}.`)
  }
}

async function read(files: readonly GivenFile[]): Promise<void> {
  if (files.length === 0) return
  results.setAttribute('aria-busy', 'true')
  try {
    const found = await client.read(files)
    tell('')
    form.add(found)
    if (found.problems.length > 0) tell(`Not read: ${listed(found.problems)}.`, true)
  } catch (error) {
    tell(`The files could not be read: ${error instanceof Error ? error.message : String(error)}.`)
  } finally {
    if (document.body.classList.contains('is-empty')) results.setAttribute('aria-busy', 'false')
  }
}

const MOST_TOLD = 8

function listed(texts: readonly string[]): string {
  const more = texts.length > MOST_TOLD ? `; and ${texts.length - MOST_TOLD} more` : ''
  return texts.slice(0, MOST_TOLD).join('; ') + more
}

byId('examples', HTMLElement).append(
  ...EXAMPLES.map(({ id, title }) =>
    h('li', {}, [h('a', { href: `#${id}`, class: 'chip' }, [title])]),
  ),
)
byId('actions', HTMLElement).append(
  button('Make a link', () => void linkView(form.question(), tell)),
  button('Start over', () => {
    tell('')
    form.set(emptyQuestion)
    byId('text', HTMLElement).focus()
  }),
)
takeFiles({ files: (files) => void read(files), text: (text) => form.addText(text) })
