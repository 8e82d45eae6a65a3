import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the package. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the package where what is built is older than its sources. */
export function build(): void {
  const built = join(ROOT, 'dist', 'cli.js')
  const sources = newest(join(ROOT, 'src'), statSync(join(ROOT, 'package.json')).mtimeMs)
  if (existsSync(built) && statSync(built).mtimeMs > sources) return
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'pipe' })
}

function newest(folder: string, least: number): number {
  let time = least
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    time = item.isDirectory() ? newest(path, time) : Math.max(time, statSync(path).mtimeMs)
  }
  return time
}

/** A folder with the package installed as npm would unpack it, its dependencies beside it. */
export function consumer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'routeprint-consumer-'))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  const packed = run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
    ROOT,
  )
  run('tar', ['-xzf', join(folder, packed.trim().split('\n').at(-1) ?? '')], folder)
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
  execFileSync('mv', [join(folder, 'package'), join(modules, 'routeprint')])
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  return folder
}

/** Standard output of a program; throws with both outputs where it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' })
}
