/**
 * A test runner for Stryker that starts no tool: it bundles the tests of a folder once and evaluates the bundle anew for
 * each mutant, so that no table or memo of one mutant lives on in the next. Vitest needs three hundred milliseconds to
 * start a run, whose tests need five.
 */
import fs from 'node:fs'
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
import { suites } from './suites.mjs'

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

/** Packages are evaluated once: they have no mutants. */
const packages = { 'node:fs': files, 'fast-check': await import('fast-check') }

/** What the tests import from Vitest: they are noted down, and run later one by one. */
function collector() {
  const tests = []
  const path = []
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
      describe: Object.assign(describe, { skipIf: unless(describe) }),
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
      const names = Object.keys(path === 'vitest' ? collector().exports : packages[path])
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
    const entries = suites(process.env.MUTATED)
    const contents = entries.map((path) => `import './${path}'`).join('\n')
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: process.cwd() },
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
    this.script = new Script(`(PACKAGES) => {${outputFiles[0].text}}`)
  }

  /** When a test last found a mutant: what found the one before mostly finds the next. */
  killed({ id }) {
    return this.kills.get(id) ?? 0
  }

  /** The tests of modules that no test has touched yet. */
  load() {
    const { tests, exports } = collector()
    this.script.runInThisContext()({ ...packages, vitest: exports })
    return tests
  }

  async dryRun() {
    this.stryker.currentTestId = undefined
    const tests = []
    for (const test of this.load()) {
      this.stryker.currentTestId = test.id
      tests.push(await judge(test))
      this.stryker.currentTestId = undefined
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.stryker.mutantCoverage }
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, testFilter }) {
    const { stryker } = this
    const activate = () => {
      stryker.activeMutant = activeMutant.id
    }
    stryker.activeMutant = undefined
    stryker.hitCount = hitLimit === undefined ? undefined : 0
    stryker.hitLimit = hitLimit
    if (mutantActivation === 'static') activate()
    const wanted = testFilter && new Set(testFilter)
    const all = this.load().filter(({ id }) => wanted?.has(id) ?? true)
    activate()
    const tests = []
    for (const test of all.sort((a, b) => this.killed(b) - this.killed(a))) {
      const result = await judge(test)
      tests.push(result)
      if (result.status !== TestStatus.Failed) continue
      this.kills.set(test.id, ++this.clock)
      if (!this.disableBail) break
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
