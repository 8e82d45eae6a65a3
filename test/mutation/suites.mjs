import { readdirSync, statSync } from 'node:fs'

/** Quick tests that compare exact results, by the folder whose mutants they have to find. */
const SUITES = {
  analyze: ['test/analyze', 'test/cases.test.ts'],
  formats: ['test/formats/windows', 'test/fixtures.test.ts'],
  net: ['test/net'],
  remedies: ['test/remedies', 'test/cases.test.ts'],
}

/** The test files for a folder of `src`. */
export function suites(folder) {
  const places = SUITES[folder]
  if (places === undefined)
    throw new RangeError(`expected a folder of ${Object.keys(SUITES).join(', ')}, got "${folder}"`)
  return places.flatMap((place) =>
    statSync(place).isDirectory()
      ? readdirSync(place, { recursive: true })
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => `${place}/${name}`)
      : [place],
  )
}
