import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** The folder that tsup has built into. */
const DIST = resolve('dist')
/** What the library's own entry is made of; each part is loaded when something of it is called first. */
const PARTS = ['analyze', 'formats', 'model', 'remedies']
/** Entries that are loaded as they are. */
const WHOLE = ['report', 'snapshot']

const REQUIRE = `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
`

const require = createRequire(import.meta.url)

/** Source of a value: plain data as it stands, functions as calls of those at `path`. */
function sourceOf(value: unknown, path: string): string {
  if (typeof value === 'function') return `(...args) => ${path}(...args)`
  if (Array.isArray(value))
    return `[${value.map((one, index) => sourceOf(one, `${path}[${index}]`)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}:${sourceOf(one, `${path}.${key}`)}`,
  )
  return `{${members.join(',')}}`
}

/** The lines that define what a part exports, without loading it. */
function lazyPart(part: string, put: (name: string) => string): string[] {
  const load = `${part}Part`
  const lines = [
    `let ${load}Loaded`,
    `const ${load} = () => ${load}Loaded ??= require('./${part}.cjs')`,
  ]
  for (const [name, value] of Object.entries(exportsOf(part)))
    lines.push(
      typeof value === 'function'
        ? `${put(name)}function ${name}(...args) { return ${load}().${name}(...args) }`
        : `${put(name)}${sourceOf(value, `${load}().${name}`)}`,
    )
  return lines
}

function lazyEntry(head: string, put: (name: string) => string): string {
  return `${head}${PARTS.flatMap((part) => lazyPart(part, put)).join('\n')}\n`
}

/** Text of the module by which Node's `import` takes what `require` takes, so that a process loads it once. */
function wholeEntry(entry: string): string {
  const names = Object.keys(exportsOf(entry)).sort()
  return `${REQUIRE}export const { ${names.join(', ')} } = require('./${entry}.cjs')\n`
}

/** Modules without the imports that keep an order of effects: none of ours has one, and some bundlers warn of them. */
function withoutBareImports(module: string): string {
  return module.replace(/import"\.\/chunk-[A-Z0-9]+\.js";/g, '')
}

/** Declarations for `require`: those of the modules, which name each other by another ending. */
function requiredTypes(declarations: string): string {
  return declarations.replace(/(from '\.\/[^']*)\.js'/g, "$1.cjs'")
}

function exportsOf(file: string): object {
  return require(join(DIST, `${file}.cjs`))
}

/**
 * Writes what tsup does not, behind it (`npm run build`): the entries for Node, and the declarations for `require`.
 *
 * V8 needs 20 ms to compile the library, half of the time in which Node itself starts, so an import loads nothing but a
 * list of what there is. `package.json` gives these entries to Node by its condition `module-sync`: bundlers do not know
 * it, or take `module` before, and so get `index.js`, which is plain modules and shakes. An older Node gets that too.
 */
writeFileSync(
  join(DIST, 'index.cjs'),
  lazyEntry("'use strict'\n", (name) => `exports.${name} = `),
)
writeFileSync(
  join(DIST, 'index.node.js'),
  lazyEntry(REQUIRE, (name) => `export const ${name} = `),
)
for (const entry of WHOLE) writeFileSync(join(DIST, `${entry}.node.js`), wholeEntry(entry))
for (const file of readdirSync(DIST).filter((name) => name.endsWith('.d.ts')))
  writeFileSync(
    join(DIST, file.replace(/ts$/, 'cts')),
    requiredTypes(readFileSync(join(DIST, file), 'utf8')),
  )
for (const file of readdirSync(DIST).filter((name) => name.endsWith('.js'))) {
  const path = join(DIST, file)
  writeFileSync(path, withoutBareImports(readFileSync(path, 'utf8')))
}
