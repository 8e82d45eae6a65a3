import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a capture must parse to; the form is described in fixtures/README.md. */
export interface Expectation {
  readonly origin: { readonly encoding?: string }
  readonly command: string
  readonly kind: 'routes' | 'arp' | 'neighbors' | 'addresses' | 'rules' | 'settings'
  readonly platform: string
  readonly detectable?: boolean
  readonly count: number
  readonly routes?: readonly Expected[]
  readonly arp?: readonly Expected[]
  readonly neighbors?: readonly Expected[]
  readonly addresses?: readonly Expected[]
  readonly rules?: readonly Expected[]
  readonly settings?: readonly Expected[]
  /** Exact diagnostics: own fixtures only. */
  readonly diagnostics?: readonly { code: string; line: number; column: number }[]
  /** Exact line account: own fixtures only. */
  readonly lines?: Readonly<Record<string, number>>
  readonly interfaces?: readonly Expected[]
}

export type Expected = Readonly<Record<string, unknown>>

export interface CaptureCase {
  readonly name: string
  readonly text: string
  readonly expected: Expectation
}

/** Every capture below a folder of platforms, with its expectation. */
export function loadCaptures(root: string): CaptureCase[] {
  const cases: CaptureCase[] = []
  for (const platform of readdirSync(root).sort()) {
    const folder = join(root, platform)
    if (!existsSync(folder) || platform.includes('.')) continue
    for (const file of readdirSync(folder).sort()) {
      const path = join(folder, file.replace(/\.json$/, '.txt'))
      if (!file.endsWith('.json') || !existsSync(path)) continue
      // The file is our own or described by the corpus' README.
      const expected = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expectation
      cases.push({
        name: `${platform}/${file.slice(0, -5)}`,
        text: decode(path, expected),
        expected,
      })
    }
  }
  return cases
}

function decode(path: string, expected: Expectation): string {
  const bytes = readFileSync(path)
  const encoding = expected.origin.encoding ?? 'utf-8'
  if (encoding === 'utf-16le') return new TextDecoder('utf-16le').decode(bytes)
  return new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'latin1').decode(bytes)
}
