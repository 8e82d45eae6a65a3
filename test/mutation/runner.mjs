/**
 * A test runner for Stryker that starts no tool: it bundles each test file once and evaluates a bundle anew for each
 * mutant, so that no table or memo of one mutant lives on in the next. Vitest needs three hundred milliseconds to
 * start a run, whose tests need five. What found the last mutants is tried first, and only its bundle is evaluated.
 */
import fs from 'node:fs'
import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { build } from 'esbuild'
import { expect } from 'vitest'
import { folderOf, suites } from './suites.mjs'

/** Fixtures are read once, not once a mutant. */
function remembering(read) {
  const known = new Map()
  return (...args) => {
    const key = JSON.stringify(args)
    if (!known.has(key)) known.set(key, read(...args))
    return known.get(key)
  }
}

const files = {
  ...fs,
  existsSync: remembering(fs.existsSync),
  readFileSync: remembering(fs.readFileSync),
  readdirSync: remembering(fs.readdirSync),
}

/** How many cases of a property a mutant meets, and always the same ones: a lucky draw is no test. */
const CASES = 12
const SEED = 20261124

/** Microseconds of the processor that a mutant has to live through to count as one that no test finds. */
const LONGEST = 1_500_000

/** A busy machine makes no test longer. */
function worked() {
  const { user, system } = process.cpuUsage()
  return user + system
}

const properties = await import('fast-check')
properties.configureGlobal({ seed: SEED })
const few = (options) => ({ ...options, numRuns: Math.min(options?.numRuns ?? CASES, CASES) })
const fewer = (property, options) => properties.assert(property, few(options))

/** Packages are evaluated once: they have no mutants. */
const packages = {
  'node:fs': files,
  'fast-check': { ...properties, assert: fewer, default: { ...properties.default, assert: fewer } },
}

/** The file of a test. */
function pathOf(id) {
  return id.slice(0, id.indexOf(' > '))
}

/** What the tests import from Vitest: they are noted down, and run later one by one. */
function collector(file) {
  const tests = []
  const path = [file]
  const it = (title, run) =>
    tests.push({ id: `${path.join(' > ')} > ${title} #${tests.length}`, run })
  const each = (add) => (rows) => (title, run) => {
    for (const row of rows) add(title, () => (Array.isArray(row) ? run(...row) : run(row)))
  }
  const describe = (title, body) => {
    path.push(title)
    body()
    path.pop()
  }
  const unless = (add) => (skipped) => (skipped ? () => {} : add)
  return {
    tests,
    exports: {
      describe: Object.assign(describe, { each: each(describe), skipIf: unless(describe) }),
      expect,
      it: Object.assign(it, { each: each(it), skipIf: unless(it) }),
    },
  }
}

/** Lets the bundle ask for packages by a global, and keeps the place of each file in `import.meta.url`. */
const plugin = {
  name: 'tests',
  setup(to) {
    to.onResolve({ filter: /^(?:node:.*|[^./].*)$/ }, async ({ path, kind }) => {
      if (kind === 'entry-point') return undefined
      if (path !== 'vitest' && packages[path] === undefined) packages[path] = await import(path)
      return { path, namespace: 'package' }
    })
    to.onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => {
      const names = Object.keys(path === 'vitest' ? collector('').exports : packages[path])
      const lines = names.map((name) =>
        name === 'default'
          ? 'export default all.default'
          : `export const ${name} = all[${JSON.stringify(name)}]`,
      )
      return { contents: `const all = PACKAGES[${JSON.stringify(path)}]\n${lines.join('\n')}` }
    })
    to.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: fs
        .readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }))
  },
}

class BundleRunner {
  static inject = tokens(commonTokens.options, 'globalNamespace')

  constructor(options, namespace) {
    this.disableBail = options.disableBail
    this.kills = new Map()
    this.clock = 0
    globalThis[namespace] ??= {}
    this.stryker = globalThis[namespace]
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    this.suites = new Map(process.env.MUTATED.split(',').map((one) => [one, suites(one)]))
    const { outputFiles } = await build({
      entryPoints: [...new Set([...this.suites.values()].flat())],
      absWorkingDir: process.cwd(),
      outdir: '.',
      outbase: '.',
      bundle: true,
      format: 'iife',
      platform: 'node',
      target: 'node20',
      write: false,
      // The package says that its modules have no side effects; the tests have nothing else.
      ignoreAnnotations: true,
      logLevel: 'error',
      plugins: [plugin],
    })
    this.scripts = new Map(
      outputFiles.map(({ path, text }) => [
        relative('.', path).replace(/js$/, 'ts'),
        new Script(`(PACKAGES) => {${text}}`),
      ]),
    )
  }

  /** The tests of a file, of modules that no test has touched yet. */
  load(path) {
    const { tests, exports } = collector(path)
    this.scripts.get(path).runInThisContext()({ ...packages, vitest: exports })
    return tests
  }

  async dryRun() {
    const { stryker } = this
    stryker.currentTestId = undefined
    const tests = []
    for (const path of this.scripts.keys())
      for (const test of this.load(path)) {
        stryker.currentTestId = test.id
        const result = await judge(test)
        stryker.currentTestId = undefined
        tests.push(result)
      }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage }
  }

  /** The tests for a mutant in the order in which they are tried: what found the last of its file, then as the suites are listed. */
  testsFor(sandboxFileName, ids) {
    const own = this.suites.get(folderOf(relative('.', sandboxFileName)))
    return (ids ?? own.flatMap((path) => this.load(path).map(({ id }) => id)))
      .map((id) => ({ id, path: pathOf(id), kills: this.kills.get(id) ?? new Map() }))
      .filter(({ path }) => own.includes(path))
      .map((one) => ({
        ...one,
        kill: one.kills.get(sandboxFileName) ?? 0,
        place: own.indexOf(one.path),
      }))
      .sort((a, b) => b.kill - a.kill || b.kills.size - a.kills.size || a.place - b.place)
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, sandboxFileName, testFilter }) {
    const { stryker } = this
    stryker.activeMutant = undefined
    stryker.hitCount = hitLimit === undefined ? undefined : 0
    stryker.hitLimit = hitLimit
    if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id
    const loaded = new Map()
    const tests = []
    const start = worked()
    for (const { id, path, kills } of this.testsFor(sandboxFileName, testFilter)) {
      if (worked() - start > LONGEST) break
      if (!loaded.has(path)) {
        if (mutantActivation !== 'static') stryker.activeMutant = undefined
        loaded.set(path, new Map(this.load(path).map((test) => [test.id, test])))
      }
      stryker.activeMutant = activeMutant.id
      const result = await judge(loaded.get(path).get(id))
      tests.push(result)
      const killed = result.status === TestStatus.Failed
      if (killed) kills.set(sandboxFileName, ++this.clock)
      this.kills.set(id, kills)
      if (killed && !this.disableBail) break
    }
    stryker.activeMutant = undefined
    return toMutantRunResult(
      determineHitLimitReached(stryker.hitCount, hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests,
      },
    )
  }
}

async function judge({ id, run }) {
  const start = performance.now()
  const failure = await failureOf(run)
  const head = { id, name: id, timeSpentMs: performance.now() - start }
  return failure === undefined
    ? { ...head, status: TestStatus.Success }
    : { ...head, status: TestStatus.Failed, failureMessage: failure }
}

async function failureOf(run) {
  try {
    await run()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function bundleRunner(injector) {
  return injector.provideValue('globalNamespace', '__stryker__').injectClass(BundleRunner)
}
bundleRunner.inject = tokens(commonTokens.injector)

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'bundle', bundleRunner)]
