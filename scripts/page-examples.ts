import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formats } from '../src/formats/index.js'
import type { HostFacts } from '../src/model/host.js'
import { platforms } from '../src/model/platform.js'
import type { Question } from '../src/page/protocol.js'

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))

export interface Example {
  /** What its link has behind the #. */
  readonly id: string
  readonly title: string
  readonly question: Partial<Question>
}

/** The own case that shows a platform's fault best, where the first one that finds something does not. */
const CHOSEN: Readonly<Record<string, string>> = {
  freebsd: 'freebsd-network-on-lo1',
  linux: 'linux-lo-wide',
  windows: 'windows-2019-inside-lan',
}

interface Case {
  readonly id: string
  readonly host: Omit<HostFacts, 'name'>
  readonly cluster: { readonly addresses: readonly string[] }
  readonly inputs: readonly {
    readonly name: string
    readonly text?: string
    readonly file?: string
    readonly command?: string
  }[]
  readonly expect: { readonly findings?: readonly { readonly rule: string }[] }
}

/** One example for each platform: a case with a fault, or else a capture that is read. */
export function examples(): Example[] {
  const cases = readdirSync(join(FIXTURES, 'cases'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => json<Case>(join(FIXTURES, 'cases', file)))
  return platforms.flatMap((platform) => {
    const own = cases.filter(({ host, expect }) => host.platform === platform && findsSome(expect))
    const best = own.find(({ id }) => id === CHOSEN[platform]) ?? own.find(isExtraRoute) ?? own[0]
    const question = best === undefined ? captureExample(platform) : caseExample(best)
    return question === undefined
      ? []
      : [{ id: `example-${platform}`, title: platformNames()[platform] ?? platform, question }]
  })
}

function findsSome({ findings = [] }: Case['expect']): boolean {
  return findings.length > 0
}

function isExtraRoute({ expect }: Case): boolean {
  return expect.findings?.some(({ rule }) => rule === 'extra-network-route') ?? false
}

function caseExample({ host, cluster, inputs }: Case): Partial<Question> {
  const { version = '', role = 'server', forwarding = 'mac', acceptsBy = 'alias', step } = host
  return {
    pastes: inputs.map(({ name, text, file, command }) => ({
      name,
      text: text ?? readFileSync(join(FIXTURES, 'cases', file ?? ''), 'utf8'),
      host: '',
      ...(command === undefined ? {} : { command }),
    })),
    vips: cluster.addresses.join(', '),
    hosts: {
      '': {
        version,
        role,
        forwarding,
        acceptsBy,
        step: step?.toString() ?? '',
        loopbacks: host.loopbackAddresses?.join(', ') ?? '',
        wpar: host.wpar ?? '',
      },
    },
  }
}

/** The first whole route table among the captures of a platform, asked about nothing. */
function captureExample(platform: string): Partial<Question> | undefined {
  const folder = join(FIXTURES, platform)
  if (!existsSync(folder)) return undefined
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && !/damaged|wrapped|flattened|garbled/.test(file))
    .sort()
  const name = names.find((file) => /route|netstat/.test(file)) ?? names[0]
  if (name === undefined) return undefined
  return {
    hosts: { '': { platform } },
    pastes: [{ name, text: readFileSync(join(folder, name), 'utf8'), host: '' }],
  }
}

function json<T>(path: string): T {
  // The files are our own and described in fixtures/README.md.
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

/** What people call each system: what the shortest title of its formats ends in. */
export function platformNames(): Readonly<Record<string, string>> {
  return Object.fromEntries(platforms.map((platform) => [platform, nameOf(platform)]))
}

function nameOf(platform: string): string {
  const names = formats
    .filter((format) => format.platform === platform)
    .map(({ title }) => title.split(' of ').at(-1) ?? '')
    .filter((name) => name !== '')
  return names.sort((a, b) => a.length - b.length)[0] ?? platform
}
