import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { analyze, type Remedy, readHost, remedies } from '../src/index.js'
import { reports } from '../src/report/index.js'
import { cli } from './support/cli.js'
import { HOSTILE_CELLS, hostileCaptures } from './support/hostile-captures.js'
import { temporaryFolder } from './support/trees.js'

/** Bytes that a terminal acts upon, or that reorder or hide what it shows; its own colours apart. */
const ACTING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/
const OWN_COLOUR = /\u001b\[\d{1,2}m/g

const root = temporaryFolder()

/** Elements that only a hostile text has, and in Markdown its link. */
const ELEMENT = /<(?:img|x\/|h1>x).{0,40}/g
const MARKUP = /<(?:img|x\/|h1>x).{0,40}|(?<!\\)\]\(javascript:.{0,40}/g

/** What makes the fault of a sink visible; empty where the text is safe to send there. */
function faultsOf(report: string, text: string): string[] {
  const lines = text.split('\n')
  const own = /^::(?:error|warning|notice) [^:]*::/
  return [
    ...(ACTING.test(text) ? [`acts on a terminal: ${JSON.stringify(ACTING.exec(text)?.[0])}`] : []),
    ...(Buffer.from(text).toString() === text ? [] : ['is not well-formed']),
    ...lines.filter(
      (line) => /^\s*::[^:\s]*[g-z-]/i.test(line) && !(report === 'github' && own.test(line)),
    ),
    ...(text.match(/##(?:\[|vso\[|teamcity\[).{0,40}/) ?? []),
    ...(report === 'html' ? (text.match(ELEMENT) ?? []) : []),
    ...(report === 'markdown' ? (outsideOfCode(text).match(MARKUP) ?? []) : []),
    ...broken(report, text),
  ]
}

/** Markdown without its fenced blocks, code spans and code elements, within which nothing is markup. */
function outsideOfCode(text: string): string {
  return text
    .replace(/^(`{3,})[^\n`]*\n[\s\S]*?\n\1`*[ \t]*$/gm, '')
    .replace(/<code>[^<]*<\/code>/g, '')
    .replace(/(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '')
}

function broken(report: string, text: string): string[] {
  if (report === 'junit') return XMLValidator.validate(text) === true ? [] : ['is no XML']
  const parts =
    report === 'ndjson' ? text.trimEnd().split('\n') : /^(?:json|sarif)$/.test(report) ? [text] : []
  return parts.flatMap((part) => {
    try {
      JSON.parse(part)
      return []
    } catch {
      return ['is no JSON']
    }
  })
}

/** Words of our own, addresses, numbers and plain names: nothing that a shell would act upon. */
const PLAIN = /^[A-Za-z0-9_./:@%=,+-]+$/

/** The one word of our own that has more: PowerShell's. */
const OWN_WORD = '-Confirm:$false'

function faultsOfCommand({ command, argv, undo }: Remedy): string[] {
  const words = [...(argv ?? []), ...(undo ?? '').split(' '), ...(command ?? '').split(' ')]
  return words.filter((word) => word !== '' && word !== OWN_WORD && !PLAIN.test(word))
}

for (const [name, value] of Object.entries(HOSTILE_CELLS))
  describe(`a capture with ${name} in its cells`, () => {
    const captures = hostileCaptures(value)

    it('gives no command with it', () => {
      const found = captures.flatMap(({ name: field, text, addresses }) =>
        (['server', 'client'] as const).flatMap((role) => {
          const host = readHost({ name: value, role }, [{ text, file: `${value}/x` }])
          const { findings } = analyze(host, { vips: [...addresses] })
          return findings
            .flatMap((finding) => remedies(finding, host))
            .flatMap(faultsOfCommand)
            .map((word) => `${field}: ${word}`)
        }),
      )
      expect(found).toEqual([])
    })

    it('does nothing to a terminal, a file or a CI system', async () => {
      const folder = join(root, encodeURIComponent(name))
      const hosts = join(folder, 'hosts')
      for (const [i, { text }] of captures.entries()) {
        const host = `${i}${value.replace(/[/\u0000]|[\ud800-\udfff]/g, '').slice(0, 60)}`
        mkdirSync(join(hosts, host), { recursive: true })
        writeFileSync(join(hosts, host, 'capture.txt'), text)
      }
      const vips = captures.flatMap(({ addresses }) => addresses.slice(0, 2))
      const args = ['check', 'hosts', ...[...new Set(vips)].flatMap((vip) => ['--vip', vip])]
      const files = reports.flatMap(({ id }) => ['--report', `${id}=${id}.out`])
      const ran = await cli([...args, '--report', 'text', ...files], {
        cwd: folder,
        terminal: true,
      })
      expect(ran.code).not.toBe(2)
      const texts = reports.map(({ id }) => [id, readFileSync(join(folder, `${id}.out`), 'utf8')])
      const shown = [['terminal', ran.shown.replace(OWN_COLOUR, '')], ...texts]
      expect(
        shown.flatMap(([id = '', text = '']) => faultsOf(id, text).map((one) => `${id}: ${one}`)),
      ).toEqual([])
    })

    it('does nothing to what parse and detect show', async () => {
      const stdin = captures.map(({ text }) => text).join('\n')
      const runs = [
        ['json', 'parse', '-', '--output', 'json'],
        ['ndjson', 'parse', '-', '--output', 'ndjson'],
        ['terminal', 'parse', '-', '--output', 'table'],
        ['terminal', 'detect', '-'],
      ]
      const found: string[] = []
      for (const [report = '', ...args] of runs) {
        const { out, err } = await cli(args, { stdin, terminal: true })
        for (const text of [out, err])
          if (text !== '')
            found.push(
              ...faultsOf(text === out ? report : 'terminal', text.replace(OWN_COLOUR, '')),
            )
      }
      expect(found.map((one) => one.slice(0, 200))).toEqual([])
    })
  })
