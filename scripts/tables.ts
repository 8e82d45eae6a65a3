import { commands } from '../src/cli/commands/index.js'
import { topicKindNames, topicKinds } from '../src/cli/topics.js'
import { formats } from '../src/formats/index.js'

/** Headings and rows of each generated table, by the name that its marker has. */
const TABLES: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  ...Object.fromEntries(topicKindNames.map((kind) => [kind, () => topicTable(kind)])),
  commands: () => [
    ['command', 'what it does'],
    ...commands.map(({ name, summary }) => [`\`${name}\``, cell(summary)]),
  ],
  formats: formatTable,
}

const BLOCK = /(<!-- table: ([a-z]+) -->\n)[\s\S]*?(<!-- end -->)/g

/** The text with the table behind every `<!-- table: KIND -->` made anew from the lists. */
export function withTables(text: string): string {
  return text.replace(BLOCK, (_all, start: string, kind: string, end: string) => {
    const rows = TABLES[kind]
    if (rows === undefined) throw new Error(`no table is called ${kind}`)
    return `${start}${markdownTable(rows())}${end}`
  })
}

function topicTable(kind: (typeof topicKindNames)[number]): string[][] {
  const rows = topicKinds[kind]().map(({ id, summary }) => [`\`${id}\``, cell(summary)])
  return [[kind, 'what it is'], ...rows]
}

function formatTable(): string[][] {
  const rows = formats.map(({ id, title, commands }) => [
    `\`${id}\``,
    cell(title),
    commands.map((command) => `\`${cell(command)}\``).join(', '),
  ])
  return [['format', 'what it is', 'commands'], ...rows]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replace(/[<>]/g, '\\$&')
}

function markdownTable([heading = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('')
}
