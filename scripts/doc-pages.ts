import { readdirSync } from 'node:fs'
import { type Topic, type TopicKind, topicKinds } from '../src/cli/topics.js'
import { schemaPage } from './schema-page.js'

/** Kinds that have a page for each of their members; what `explain` prints of the others fits the README's tables. */
const PAGED: readonly TopicKind[] = ['formats', 'rules']

/** Folders below `docs` that hold generated pages and nothing else. */
export function pageFolders(): readonly string[] {
  return [...PAGED, 'schemas']
}

/** Pages that are written by hand; the outputs in them are made anew. */
export function guides(): string[] {
  return readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
    .sort()
}

/** Every generated page: its path below `docs`, and its text. */
export function docPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>()
  for (const kind of PAGED) {
    const topics = topicKinds[kind]()
    const lines = topics.map(({ id, summary }) => `- [\`${id}\`](${id}.md): ${escaped(summary)}\n`)
    pages.set(`${kind}/README.md`, `# ${kind}\n\n${lines.join('')}`)
    for (const topic of topics) pages.set(`${kind}/${topic.id}.md`, pageOf(topic))
  }
  pages.set('schemas/README.md', schemaPage())
  return pages
}

/** The text that `explain` prints, with its facts set as they stand. */
function pageOf({ id, text }: Topic): string {
  const blocks = text.trim().split(/\n\n+/)
  const parts = blocks.map((block) => (isFacts(block) ? fenced(block) : escaped(block)))
  return `# ${id}\n\n${parts.join('\n\n')}\n\n\`routeprint explain ${id}\` prints this page.\n`
}

function isFacts(block: string): boolean {
  return block.split('\n').every((line) => /^[A-Z][a-z ]*:|^ {2}/.test(line))
}

function fenced(block: string): string {
  return `\`\`\`text\n${block}\n\`\`\``
}

/** Text in which nothing but what stands between ticks may look like markup. */
function escaped(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<>*_|]/g, '\\$&')))
    .join('`')
}
