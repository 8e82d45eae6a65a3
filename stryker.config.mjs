import { folderOf, folders } from './test/mutation/suites.mjs'

/**
 * Mutation tests: `npm run mutate -- --mutate 'src/net/**'` for a folder or a file of it, `npm run mutate` for all of
 * them. A mutant meets the quick tests of its folder alone, which `test/mutation/suites.mjs` names.
 */
const at = process.argv.indexOf('--mutate')
const given = at < 0 ? folders.map((folder) => `src/${folder}/**`) : process.argv[at + 1].split(',')
// A pattern of all formats has those of both kinds.
const areas = given.flatMap((one) =>
  one.startsWith('src/formats/**') ? ['formats', 'formats/'] : folderOf(one),
)
process.env.MUTATED = [...new Set(areas)].join(',')
process.env.DAMAGE_PLACES ??= '3'
const name = at < 0 ? 'all' : given.join(' ').replace(/src\/|\W+$/g, '').replace(/\W+/g, '-')

export default {
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'bundle',
  mutate: given,
  concurrency: 1,
  coverageAnalysis: 'perTest',
  // A mutant of a constant needs a new process and every test for itself; tables of words are data, not decisions.
  ignoreStatic: true,
  // Type errors neither stop a mutant nor show in a run, so that nothing has to be switched off in the copies.
  disableTypeChecks: false,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation-${name}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // Biome would take a copy of its configuration for one of its own.
  ignorePatterns: ['biome.json', 'docs'],
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: null },
}
