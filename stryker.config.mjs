/**
 * Mutation tests, one folder a run: `npm run mutate -- --mutate 'src/net/**'` (or a file of it).
 * Mutants meet the quick tests of their folder alone, which `test/mutation/suites.mjs` names.
 */
const given = process.argv[process.argv.indexOf('--mutate') + 1] ?? ''
const folder = /^src\/([a-z]+)/.exec(given)?.[1] ?? 'net'
process.env.MUTATED = folder
process.env.FC_RUNS ??= '12'

export default {
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'bundle',
  mutate: [`src/${folder}/**/*.ts`],
  concurrency: 1,
  coverageAnalysis: 'perTest',
  // A mutant of a constant needs a new process and every test for itself; tables of words are data, not decisions.
  ignoreStatic: true,
  // Type errors neither stop a mutant nor show in a run, so that nothing has to be switched off in the copies.
  disableTypeChecks: false,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation-${folder}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // Biome would take a copy of its configuration for one of its own.
  ignorePatterns: ['biome.json', 'docs'],
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: null },
}
