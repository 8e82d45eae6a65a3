import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { run } from '../src/cli/program.js'
import { docPages, guides, pageFolders } from './doc-pages.js'
import { libraryExample, withLibraryOutput, withOutputs } from './examples.js'
import { schemaFiles } from './schemas.js'
import { withTables } from './tables.js'

const FILE = 'README.md'

/** What the program prints to both streams, as a reader of a terminal sees it. */
async function printed(args: readonly string[]): Promise<string> {
  const texts: string[] = []
  const sink = { write: (text: string) => void texts.push(text), isTerminal: false }
  const stdin = async () => new Uint8Array()
  const today = () => '2026-01-01'
  await run({ argv: args, env: {}, cwd: process.cwd(), stdout: sink, stderr: sink, stdin, today })
  return texts.join('')
}

/** What the library's example prints when it is run on the sources. */
function libraryOutput(code: string): string {
  const script = '.readme-example.mts'
  writeFileSync(script, code.replace("'routeprint'", "'./src/index.js'"))
  try {
    return execFileSync('npx', ['tsx', script], { encoding: 'utf8' })
  } finally {
    rmSync(script)
  }
}

/** Makes the generated parts of the documentation anew: `npm run docs`. */
const text = await withOutputs(withTables(readFileSync(FILE, 'utf8')), printed)
writeFileSync(FILE, withLibraryOutput(text, libraryOutput(libraryExample(text).code)))
for (const guide of guides())
  writeFileSync(guide, await withOutputs(readFileSync(guide, 'utf8'), printed))
for (const folder of pageFolders()) rmSync(`docs/${folder}`, { recursive: true, force: true })
for (const folder of pageFolders()) mkdirSync(`docs/${folder}`)
for (const [path, page] of docPages()) writeFileSync(`docs/${path}`, page)

mkdirSync('schema', { recursive: true })
for (const [path, schema] of schemaFiles()) writeFileSync(path, schema)
