import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { version } from '../package.json'
import { dialects } from '../src/remedies/dialects/index.js'
import { examples, platformNames } from './page-examples.js'

const FOLDER = fileURLToPath(new URL('../src/page', import.meta.url))

/** The page in one piece: nothing is loaded, and its policy lets run exactly what stands in it. */
export async function pageHtml(): Promise<string> {
  const worker = await bundled('worker.ts', {})
  const script = await bundled('main.ts', {
    WORKER_SOURCE: JSON.stringify(worker),
    PLATFORM_NAMES: JSON.stringify(platformNames()),
    EXAMPLES: JSON.stringify(examples()),
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

async function bundled(file: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    define,
  })
  // A script element ends at the first "</script", wherever it stands.
  return (outputFiles[0]?.text ?? '')
    .replace(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '<\\!--')
}

async function styleSheet(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, 'page.css')],
    minify: true,
    write: false,
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
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
