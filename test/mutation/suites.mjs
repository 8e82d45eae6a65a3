import { readdirSync, statSync } from 'node:fs'

/** Quick tests that read every capture in the usual ways, the exact ones first. */
const READING = [
  'test/formats/transcripts.test.ts',
  'test/formats/windows',
  'test/fixtures.test.ts',
  'test/formats/damaged-cells.test.ts',
  'test/formats/render.test.ts',
  'test/formats/hostile-texts.test.ts',
  'test/formats/damage.test.ts',
  'test/formats/surroundings.test.ts',
]

/** Quick tests that compare exact results, by the folder whose mutants they have to find; the longest name counts. */
const SUITES = {
  analyze: ['test/analyze', 'test/cases.test.ts'],
  formats: READING,
  'formats/': [
    'test/formats/output.test.ts',
    'test/formats/parse.test.ts',
    ...READING,
    'test/formats/alike.test.ts',
    'test/formats/openings.test.ts',
    'test/formats/stream.test.ts',
  ],
  net: ['test/net'],
  remedies: ['test/remedies', 'test/cases.test.ts'],
}

/** The folders of `src` that have suites. */
export const folders = Object.keys(SUITES).filter((name) => !name.endsWith('/'))

/** The folder of `src` that a path or a pattern begins with. */
export function folderOf(path) {
  // What all formats share stands in `formats` itself and in `formats/alike`.
  if (/^src\/formats\/(?:alike\/|[^/]+\.ts)/.test(path)) return 'formats/'
  const folder = /^src\/([a-z]+)/.exec(path)?.[1]
  if (folder === undefined || SUITES[folder] === undefined)
    throw new RangeError(`expected a folder of ${folders.join(', ')} in src, got "${path}"`)
  return folder
}

/** The test files for a folder of `src`. */
export function suites(folder) {
  return SUITES[folder].flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true })
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => `${place}/${name}`)
      : [place],
  )
}
