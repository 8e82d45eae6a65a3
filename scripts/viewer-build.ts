import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { browserScript } from './browser-script.js'

const FOLDER = fileURLToPath(new URL('../src/viewer', import.meta.url))

/** Where the viewer is kept for the report, which cannot build it: it runs in browsers too. */
export const VIEWER = fileURLToPath(new URL('../src/report/viewer.json', import.meta.url))

/** Style and script of the HTML report, with the hashes by which the page's policy knows them, as JSON. */
export async function viewerJson(): Promise<string> {
  const script = (await browserScript(`${FOLDER}/main.ts`)).trim()
  const style = withDark(await styleSheet())
  const viewer = { style, styleHash: hash(style), script, scriptHash: hash(script) }
  return `${JSON.stringify(viewer, null, 2)}\n`
}

async function styleSheet(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${FOLDER}/style.css`],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
  })
  return (outputFiles[0]?.text ?? '').trim()
}

/** The dark colours stand once in the style sheet; on a dark system they hold where no other choice is made. */
function withDark(style: string): string {
  const selector = ':root[data-theme=dark]'
  const at = style.indexOf(selector)
  const rule = style.slice(at, style.indexOf('}', at) + 1)
  if (at < 0) throw new Error(`expected ${selector} in style.css`)
  const own = rule.replace(selector, ':root:not([data-theme])')
  return `${style}@media screen and (prefers-color-scheme:dark){${own}}`
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
