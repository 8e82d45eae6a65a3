import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import iconv from 'iconv-lite'
import { version } from '../package.json'
import { dialects } from '../src/remedies/dialects/index.js'
import { codePages } from '../src/snapshot/encoding/page.js'
import { browserScript } from './browser-script.js'
import { examples, platformNames } from './page-examples.js'

const FOLDER = fileURLToPath(new URL('../src/page', import.meta.url))

/** The page in one piece: nothing is loaded, and its policy lets run exactly what stands in it. */
export async function pageHtml(): Promise<string> {
  const worker = await bundled('worker.ts', { OEM_PAGES: JSON.stringify(oemPages()) })
  const script = await bundled('main.ts', {
    WORKER_SOURCE: JSON.stringify(worker),
    PLATFORM_NAMES: JSON.stringify(platformNames()),
    EXAMPLES: JSON.stringify(examples()),
    ENCODINGS: JSON.stringify(['utf-8', 'utf-16le', 'utf-16be', ...codePages].sort()),
    VERIFIERS: JSON.stringify(dialects.map(({ platform }) => platform)),
  })
  const style = await styleSheet()
  const parts: Readonly<Record<string, string>> = {
    policy: policyOf(script, style),
    style,
    script,
    version,
  }
  const html = readFileSync(join(FOLDER, 'page.html'), 'utf8')
  return html.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => parts[name] ?? '')
}

function bundled(file: string, define: Record<string, string>): Promise<string> {
  return browserScript(join(FOLDER, file), {
    define,
    // It has the path by which the page puts its own decoder in the place of iconv-lite.
    tsconfig: join(FOLDER, 'tsconfig.json'),
  })
}

/** The upper half of each code page that the decoder of browsers, which Node has too, does not know. */
function oemPages(): Record<string, string> {
  const upper = Uint8Array.from({ length: 128 }, (_none, index) => index + 128)
  const numbers = Array.from({ length: 1000 }, (_none, index) => `cp${index}`)
  const single = numbers.filter((name) => iconv.encodingExists(name) && !isKnown(name))
  return Object.fromEntries(
    single
      .map((name) => [name, iconv.decode(upper, name)])
      .filter(([, text]) => text?.length === 128),
  )
}

/** True for the pages that the page reads with the browser's decoder. */
function isKnown(name: string): boolean {
  return ['cp866', 'cp874', 'cp932', 'cp936', 'cp949', 'cp950'].includes(name)
}

async function styleSheet(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, 'page.css')],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    // Said besides, so that whoever looks for it finds it.
    "connect-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types routeprint-worker',
  ].join('; ')
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
