import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

/** Each folder may import from itself and from what stands before it. */
const ORDER = [
  'text',
  'net',
  'model',
  'formats',
  'analyze',
  'remedies',
  'report',
  'snapshot',
  'cli',
]
const NODE_ALLOWED = new Set(['snapshot', 'cli'])
/** Sources that are no part of the library: entries of their own, with their own rules. */
const APART = new Set(['page', 'viewer'])
const MOST_LINES = 250
const LONGEST_FUNCTION = 60
const USUAL_FUNCTION = 40

interface Source {
  /** Path below src, as `formats/index.ts`. */
  readonly path: string
  readonly folder: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly string[]
}

function sources(folder = ''): Source[] {
  return readdirSync(join(SRC, folder), { withFileTypes: true }).flatMap((item) => {
    const path = folder === '' ? item.name : `${folder}/${item.name}`
    if (item.isDirectory()) return APART.has(path) ? [] : sources(path)
    return path.endsWith('.ts') ? [source(path)] : []
  })
}

function source(path: string): Source {
  const text = readFileSync(join(SRC, path), 'utf8')
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports = tree.statements.flatMap((statement) => {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
        ? statement.moduleSpecifier
        : undefined
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : []
  })
  return { path, folder: path.includes('/') ? (path.split('/')[0] ?? '') : '', text, tree, imports }
}

/** The path below src that a relative import of a file leads to. */
function target(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.replace(/\.js$/, '.ts').split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  return parts.join('/')
}

const all = sources()

describe('the sources', () => {
  it('import one way', () => {
    const wrong = all.flatMap(({ path, folder, imports }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target(path, specifier))
        .filter((to) => folder !== '' && to.includes('/'))
        .filter((to) => ORDER.indexOf(to.split('/')[0] ?? '') > ORDER.indexOf(folder))
        .map((to) => `${path} imports ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('stand in folders that have a place in the order', () => {
    const folders = new Set(all.map(({ folder }) => folder))
    expect([...folders].filter((folder) => folder !== '' && !ORDER.includes(folder))).toEqual([])
  })

  it('import in no circle', () => expect(circles()).toEqual([]))

  it('use Node in snapshot and cli alone', () => {
    const wrong = all
      .filter(({ folder }) => !NODE_ALLOWED.has(folder))
      .flatMap(({ path, imports, text }) =>
        imports.some((one) => one.startsWith('node:')) || /\bBuffer\b|\brequire\(/.test(text)
          ? [path]
          : [],
      )
    expect(wrong).toEqual([])
  })

  it('use ip-address and netmask where numbers are computed, on no path of a parser', () => {
    const own = all.filter(({ imports }) =>
      imports.some((one) => /^(?:ip-address|netmask)$/.test(one)),
    )
    expect(own.map(({ path }) => path)).toEqual(['net/prefix.ts', 'net/value.ts'])
    const computing = /\/net\/(?:prefix|value)\.js$/
    const parsers = all.filter(({ folder }) => folder === 'formats')
    const wrong = parsers.filter(({ imports }) => imports.some((one) => computing.test(one)))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('touch the process in cli/main.ts alone', () => {
    const wrong = all.filter(({ tree, path }) => path !== 'cli/main.ts' && names(tree, 'process'))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('export by name, and know no any', () => {
    const wrong = all.filter(
      ({ tree }) =>
        contains(tree, ts.isExportAssignment) ||
        contains(tree, (node) => node.kind === ts.SyntaxKind.AnyKeyword) ||
        contains(tree, (node) => node.kind === ts.SyntaxKind.DefaultKeyword && isModifier(node)),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it(`have at most ${MOST_LINES} lines a file`, () => {
    const long = all.filter(({ text }) => text.split('\n').length - 1 > MOST_LINES)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('keep to the length of a function', () => {
    const lengths = all.flatMap(functionLengths)
    const long = lengths.filter(({ lines }) => lines > LONGEST_FUNCTION)
    expect(long).toEqual([])
    const usual = lengths.filter(({ lines }) => lines <= USUAL_FUNCTION).length
    expect(usual / lengths.length).toBeGreaterThan(0.9)
  })
})

/** Imports that lead back to their own file, types left out. */
function circles(): string[] {
  const edges = new Map(all.map((one) => [one.path, valueImports(one)]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' > '))
      return
    }
    if (done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}

function valueImports({ path, tree }: Source): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
      return []
    const { text } = statement.moduleSpecifier
    const isType = statement.importClause?.isTypeOnly ?? false
    return isType || !text.startsWith('.') ? [] : [target(path, text)]
  })
}

function contains(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  return test(node) || (ts.forEachChild(node, (child) => contains(child, test)) ?? false)
}

/** True where an identifier of that name stands for the global. */
function names(tree: ts.Node, name: string): boolean {
  return contains(
    tree,
    (node) =>
      ts.isIdentifier(node) &&
      node.text === name &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
      !ts.isPropertyAssignment(node.parent),
  )
}

function isModifier(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node.parent) &&
    (ts.getModifiers(node.parent)?.includes(node as ts.Modifier) ?? false)
  )
}

function functionLengths({ path, tree }: Source): { name: string; lines: number }[] {
  const found: { name: string; lines: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const from = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line
      const to = tree.getLineAndCharacterOfPosition(node.end).line
      found.push({ name: `${path}:${from + 1}`, lines: to - from + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** A file with a list, what it lists, and where the files of its members stand. */
interface ListFile {
  readonly list: string
  readonly under: string
  /** The helper or annotation by which a file shows that it exports a member. */
  readonly member: RegExp
}

const LISTS: readonly ListFile[] = [
  {
    list: 'analyze/fleet/index.ts',
    under: 'analyze/fleet',
    member: /satisfies FleetRule\b/,
  },
  { list: 'analyze/rules/index.ts', under: 'analyze/rules', member: /satisfies Rule\b/ },
  {
    list: 'analyze/systems/index.ts',
    under: 'analyze/systems',
    member: /^export const \w+: System = /m,
  },
  { list: 'cli/commands/index.ts', under: 'cli/commands', member: /satisfies CliCommand/ },
  { list: 'formats/index.ts', under: 'formats', member: /satisfies Format\b/ },
  { list: 'report/index.ts', under: 'report', member: /satisfies Report\b/ },
  {
    list: 'snapshot/layouts/index.ts',
    under: 'snapshot/layouts',
    member: /satisfies Layout\b/,
  },
]

describe('the lists', () => {
  for (const { list, under, member } of LISTS.filter((one) => existsSync(join(SRC, one.list)))) {
    const listed = all.find(({ path }) => path === list)
    const imported = (listed?.imports ?? []).map((specifier) => target(list, specifier))

    it(`${list} has every member`, () => {
      const members = all.filter(
        ({ path, text }) => path.startsWith(`${under}/`) && path !== list && member.test(text),
      )
      expect(members.length).toBeGreaterThan(0)
      expect(members.map(({ path }) => path).filter((path) => !imported.includes(path))).toEqual([])
    })

    it(`${list} is sorted`, () => {
      const arrays = listed === undefined ? [] : memberLists(listed.tree)
      expect(arrays.length).toBeGreaterThan(0)
      for (const names of arrays) expect(names).toEqual([...names].sort())
    })
  }
})

/** The names in each array literal that holds nothing but names, or spread names. */
function memberLists(tree: ts.SourceFile): string[][] {
  const found: string[][] = []
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node) && node.elements.length > 1) {
      const names = node.elements.flatMap((one) => (ts.isIdentifier(one) ? [one.text] : []))
      if (names.length === node.elements.length) found.push(names)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}
