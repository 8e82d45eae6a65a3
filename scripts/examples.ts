/** A command line of the documentation and what must come of it. */
export interface Example {
  /** Arguments behind the program's name. */
  readonly args: readonly string[]
  readonly output: string
}

const CONSOLE = /(```console\n)([\s\S]*?)(```)/g
const COMMAND = /^\$ routeprint (.*)$/

/** The command lines in the `console` blocks of a text, in order, with the output below each. */
export function consoleExamples(text: string): Example[] {
  return [...text.matchAll(CONSOLE)].flatMap(([, , body = '']) => examplesOf(body))
}

function examplesOf(body: string): Example[] {
  const examples: { args: string[]; output: string }[] = []
  for (const line of body.split('\n').slice(0, -1)) {
    const command = COMMAND.exec(line)?.[1]
    const last = examples.at(-1)
    if (command !== undefined) examples.push({ args: command.split(' '), output: '' })
    else if (last === undefined) throw new Error(`expected "$ routeprint …", found "${line}"`)
    else last.output += `${line}\n`
  }
  return examples
}

/** The text with the output below each command line made anew. */
export async function withOutputs(
  text: string,
  run: (args: readonly string[]) => Promise<string>,
): Promise<string> {
  let made = ''
  let from = 0
  for (const match of text.matchAll(CONSOLE)) {
    const [all, start = '', body = '', end = ''] = match
    made += text.slice(from, match.index) + start
    for (const { args } of examplesOf(body))
      made += `$ routeprint ${args.join(' ')}\n${await run(args)}`
    made += end
    from = match.index + all.length
  }
  return made + text.slice(from)
}

/** The commands that the `sh` blocks of a text chain with `&&`. */
export function shellCommands(text: string): string[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, body = '']) =>
    body
      .trim()
      .split('\n')
      .flatMap((line) => line.split(' && ')),
  )
}

const LIBRARY = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/

/** The example of the library, and what it prints. */
export function libraryExample(text: string): { readonly code: string; readonly output: string } {
  const [, code = '', output = ''] = LIBRARY.exec(text) ?? []
  return { code, output }
}

/** The text with what the library's example prints made anew. */
export function withLibraryOutput(text: string, output: string): string {
  return text.replace(
    LIBRARY,
    (_all, code: string) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${output}\`\`\``,
  )
}
